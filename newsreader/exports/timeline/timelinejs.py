"""TimelineJS 3 JSON, as Knight Lab documents it (timeline.knightlab.com/docs/json-format.html).

An end is the last day, month or year that still belongs to it, and is left out where the start says it all.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from html import escape
from typing import TYPE_CHECKING, Any

from newsreader.exports.format import Lack, TimelineFormat, Written
from newsreader.exports.text import dumps
from newsreader.exports.timeline.chronology import off_calendar
from newsreader.languages.english.time_words import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.entity import TimeValue
    from newsreader.exports.timeline.chronology import Chronology, TimelineEntry

_HEADLINE = 90
"""Code points of a sentence that make its headline."""
_BY_YEARS = frozenset({"year", "decade", "century"})
_BY_MONTHS = frozenset({"month", "quarter", "half", "season"})
_CLOCK = frozenset({"part", "hour", "minute", "second"})


def timelinejs(entries: Iterable[TimelineEntry]) -> dict[str, Any]:
    """The timeline of entries that have a place on a calendar; the title slide is that of their only article."""
    known = list(entries)
    articles = dict.fromkeys((entry.article, entry.title) for entry in known)
    (_, title), *others = articles or {("", ""): None}
    slide = {"title": {"text": {"headline": escape(title)}}} if title and not others else {}
    return {**slide, "events": [_event(entry, grouped=bool(others)) for entry in known]}


def _event(entry: TimelineEntry, *, grouped: bool) -> dict[str, Any]:
    start, end = _ends(entry.time)
    return {
        "start_date": start,
        **({"end_date": end} if end != start else {}),
        "display_date": f"{spelled(entry.time)}{entry.mark}",
        "text": {"headline": escape(_headline(entry.sentence)), "text": f"<p>{_marked(entry)}</p>"},
        **({"group": escape(entry.title or entry.article)} if grouped else {}),
        "unique_id": f"newsreader-{entry.key}",
    }


def _ends(time: TimeValue) -> tuple[dict[str, int], dict[str, int]]:
    """The first and the last moment, each as exact as the expression is."""
    start, end = time.start or "", time.end or ""
    if time.granularity in _CLOCK:
        return _moment(datetime.fromisoformat(start)), _moment(datetime.fromisoformat(end))
    first, last = date.fromisoformat(start), date.fromisoformat(end) - timedelta(days=1)
    return _day(first, time.granularity), _day(last, time.granularity)


def _day(day: date, granularity: str) -> dict[str, int]:
    if granularity in _BY_YEARS:
        return {"year": day.year}
    if granularity in _BY_MONTHS:
        return {"year": day.year, "month": day.month}
    return {"year": day.year, "month": day.month, "day": day.day}


def _moment(at: datetime) -> dict[str, int]:
    return {**_day(at.date(), "day"), "hour": at.hour, "minute": at.minute, "second": at.second}


def _headline(sentence: str) -> str:
    if len(sentence) <= _HEADLINE:
        return sentence
    return f"{sentence[: _HEADLINE - 1].rpartition(' ')[0] or sentence[: _HEADLINE - 1]}…"


def _marked(entry: TimelineEntry) -> str:
    """The sentence as HTML, with the words of the date set off."""
    before, words, after = entry.sentence.partition(entry.words)
    return f"{escape(before)}<strong>{escape(words)}</strong>{escape(after)}" if words else escape(before)


def _write(found: Chronology) -> Written:
    return Written(
        f"{dumps(timelinejs(found.placed), indent=2)}\n".encode("utf-8", "backslashreplace"), off_calendar(found)
    )


FORMAT = TimelineFormat(
    name="timelinejs", about="JSON for TimelineJS", suffix=".json", lacks=(Lack.CALENDAR,), write=_write
)
