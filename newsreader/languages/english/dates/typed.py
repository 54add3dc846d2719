"""Reads the date that a person types, in any form in which people write one, and says what is wrong with others.

The forms of prose are read by the grammar of dates; those of figures (`2024-06`, `2024-Q2`, `2024-W25`), offsets
(`+3 days`, `-2 weeks`) and ranges (`May to June 2023`) are only ever typed, and are read here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from newsreader.languages.english.dates import lexicon, values
from newsreader.languages.english.dates.grammar import find_times
from newsreader.languages.english.dates.rule import STATED, explained
from newsreader.languages.english.press.days import EARLIEST, LATEST, find_days
from newsreader.languages.english.words.calendar import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.entity import TimeValue


class NoDateError(ValueError):
    """What was typed is no date; the message is one sentence for the person who typed it."""


def typed_day(text: str, today: date) -> date:
    """The one day that `text` names: `2024-06-19`, `june 19, 2024`, `Wed 19.6.2024`, `yesterday`, `monday`.

    `today` is the day on which it was typed, from which words are counted. Raises `NoDateError`.
    """
    words = " ".join(text.split())
    value = _value(words, today) or _day_among(words)
    if value is None or not value.start or (_MONTH_NAME.search(words) and not _YEAR.search(words)):
        raise NoDateError(_no_day(words))
    day = date.fromisoformat(value.start[:10])
    if replace(values.day(day), anchor=value.anchor, reason=value.reason, confidence=value.confidence) != value:
        raise NoDateError(_ONE_DAY)
    if not EARLIEST <= day.year <= LATEST:
        raise NoDateError(_no_day(words))
    return day


def typed_time(text: str, published: date | None) -> TimeValue:
    """The stretch of the calendar that `text` names: a day as above, a time of day, a month, a quarter, a range, ….

    Words and offsets are counted from `published`, the day of the article, as the grammar of dates counts them in it.
    Raises `NoDateError`.
    """
    words = " ".join(text.split())
    value = _value(words, published)
    if value is not None and value.start and value.end:
        return value
    if published is None and (_OFFSET.fullmatch(words) or (value and value.type != "SET" and "X" in value.value)):
        raise NoDateError("The day of the article is not known, so nothing can be counted from it; type the year, too.")
    raise NoDateError(_trouble(words) or "Type a date, such as 19 June 2024, tuesday, +3 days, June 2024 or Q2 2024.")


_ABOUT = re.compile(r"(?:around|about|roughly|approximately|circa|ca?\.)\s+(?=\S)", re.IGNORECASE)


def without_about(text: str) -> str:
    """The text without the word before it that says that it is only about then: `around 19 June 2024`, `circa 1999`."""
    return _ABOUT.sub("", text.strip(), count=1) if _ABOUT.match(text.strip()) else text


def _value(words: str, on: date | None) -> TimeValue | None:
    """What the words name, be it on the calendar or not; None for nothing, or for more than one thing."""
    return _one(words, on) or _range(words, on) or (_day_among(words) if _FULL_DAY.fullmatch(words) else None)


def _one(words: str, on: date | None) -> TimeValue | None:
    """One expression that is all of the words."""
    for read in (_offset, _in_figures, _in_prose, _of_day, _week_of):
        if value := read(words, on):
            return value
    return None


_OFFSET = re.compile(
    rf"(?:(?P<sign>[+\-−–])|in) ?(?P<number>{lexicon.NUMBER}) ?(?P<unit>{lexicon.UNIT})", re.IGNORECASE
)


def _offset(words: str, on: date | None) -> TimeValue | None:
    """`+3 days`, `-2 weeks`, `in a month` of days: the day so much later or earlier."""
    match = _OFFSET.fullmatch(words)
    unit = lexicon.unit_of(match["unit"]) if match else ""
    amount = lexicon.number_of(match["number"]) if match else None
    if match is None or on is None or amount is None or amount != int(amount) or unit in values.CLOCK_CODES:
        return None
    ahead = match["sign"] in ("+", None)
    day = values.shift(on, int(amount) if ahead else -int(amount), unit)
    return explained(values.day(day), "dct", f"{words}, counted from {on}") if day else None


_FIGURES = re.compile(
    rf"(?P<year>{lexicon.YEAR})-(?:(?P<month>1[0-2]|0[1-9])|[Qq](?P<quarter>[1-4])|[Hh](?P<half>[12])|"
    r"[Ww](?P<week>5[0-3]|[1-4]\d|0[1-9])(?P<end>-[Ww][Ee])?)"
)


def _in_figures(words: str, _on: date | None) -> TimeValue | None:
    """`2024-06`, `2024-Q2`, `2024-H1`, `2024-W25`, `2024-W25-WE`."""
    match = _FIGURES.fullmatch(words)
    if match is None:
        return None
    year = int(match["year"])
    if match["week"]:
        return _week(year, int(match["week"]), weekend=bool(match["end"]))
    makers = (("month", values.month), ("quarter", values.quarter), ("half", values.half))
    value = next(make(year, int(match[name])) for name, make in makers if match[name])
    return explained(value, "absolute", STATED)


def _week(year: int, number: int, *, weekend: bool) -> TimeValue | None:
    """An ISO week, or its end; None where the year has no such week."""
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return explained(values.weekend(monday) if weekend else values.week(monday), "absolute", STATED)


_WEEK_OF = re.compile(r"(?:the )?week of (?:the )?", re.IGNORECASE)


def _week_of(words: str, on: date | None) -> TimeValue | None:
    """`week of 17 June 2024`: the ISO week of that day."""
    lead = _WEEK_OF.match(words)
    day = _in_prose(words[lead.end() :], on) if lead else None
    if day is None or not day.start or day.granularity != "day":
        return None
    return explained(values.week(date.fromisoformat(day.start)), day.anchor or "", day.reason)


_OF_DAY = re.compile(
    rf"(?P<day>.+?)(?:,? |T)(?:(?P<part>{'|'.join(lexicon.PARTS)}|daytime)|"
    r"(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
    r"(?P<utc> UTC(?P<offset>[+-]\d\d:\d\d)?)?)",
    re.IGNORECASE,
)


def _of_day(words: str, on: date | None) -> TimeValue | None:
    """`2024-06-19 14:30`, `19 June 2024, 14:30 UTC`, `19 June 2024, morning`."""
    match = _OF_DAY.fullmatch(words)
    day = _in_prose(match["day"], on) if match else None
    if match is None or day is None or not day.start or day.granularity != "day":
        return None
    start = date.fromisoformat(day.start)
    if match["part"]:
        value = values.part_of_day(start, lexicon.PARTS.get(match["part"].lower(), "DT"))
    else:
        second = int(match["second"]) if match["second"] else None
        minute = int(match["minute"]) or (None if second is None else 0)
        value = values.clock(start, int(match["hour"]), minute, second)
        value = replace(value, value=value.value + ((match["offset"] or "Z") if match["utc"] else ""))
    return explained(value, day.anchor or "", day.reason)


_LEADS = ("", "on ", "in ", "of ")
"""Words before which the grammar takes a bare `May`, or `the 14th`, for a date."""
_DISAGREEING = 0.5
"""How certain the grammar is of a day whose parts do not agree, or that can be read in two ways."""


def _in_prose(words: str, on: date | None) -> TimeValue | None:
    """What the grammar of dates reads, if that is all of it, and certain enough for one who can type it otherwise."""
    for lead in _LEADS:
        text = f"{lead}{_spelled(words)}"
        found = find_times(text, [(0, len(text))], on)
        whole = len(found) == 1 and found[0].start <= len(lead) and found[0].end == len(text)
        if whole and found[0].value.confidence > _DISAGREEING:
            return found[0].value
    return None


_BETWEEN = re.compile(r" ?[–—/] ?| - |(?<=\d)-(?=[A-Za-z])| (?:to|and|until|till|through) ")
_FROM = re.compile(r"(?:from|between) ", re.IGNORECASE)
_LAST_DAY = re.compile(r"\d\d")
_RANGED = ("day", "week", "month", "quarter", "year")
"""What a range can be from and to, shortest first."""


def _range(words: str, on: date | None) -> TimeValue | None:
    """`19 June to 2 July`, `monday to wednesday`, `May – June 2023`, `2024-06-19–21`: the whole from first to last.

    The beginning is counted from the end, which in English is the one that has the year. If either is said only about
    (`around May to June 2023`), the whole is.
    """
    words = _FROM.sub("", words, count=1) if _FROM.match(words) else words
    for first, last in _halves(words):
        end = _one(last, on)
        start = _one(first, date.fromisoformat(end.start[:10])) if end and end.start else None
        if start and end and (value := _from_to(start, end)):
            return value
    return None


def _halves(words: str) -> Iterator[tuple[str, str]]:
    for match in _BETWEEN.finditer(words):
        first, last = words[: match.start()], words[match.end() :]
        if first and last:
            yield first, f"{first[:8]}{last}" if _LAST_DAY.fullmatch(last) and first[4:5] == "-" else last


def _from_to(start: TimeValue, end: TimeValue) -> TimeValue | None:
    units = {start.granularity, end.granularity}
    if not units.issubset(_RANGED) or not start.start or not end.end or end.end <= (start.end or ""):
        return None
    shortest = min(units, key=_RANGED.index)
    reason = end.reason if start.anchor == end.anchor == "absolute" else f"from {start.start}, until {end.reason}"
    mod = "APPROX" if start.mod or end.mod else None
    return replace(
        end, value=f"{start.value}/{end.value}", start=start.start, granularity=shortest, mod=mod, reason=reason
    )


_FULL_DAY = re.compile(r"(?:[^\W\d_]+\.?,? )?\d[\d./-]+\d(?:T\S*)?")
"""A day in figures, with or without its weekday: `Wed 19.6.2024`."""


def _day_among(words: str) -> TimeValue | None:
    """The one day that is written out in full, whatever stands around it: `published Wed 19.6.2024`."""
    days = {day.date for day in find_days(_spelled(words))}
    return explained(values.day(days.pop()), "absolute", STATED) if len(days) == 1 else None


def _spelled(words: str) -> str:
    """The words with capitals where the names of months and weekdays begin, and of quarters."""
    names = {*MONTHS, *WEEKDAYS, "q", "h", "fy", "christmas", "easter", "thanksgiving", "eve", "new", "year", "day"}
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize() if match[0].lower() in names else match[0], words)


_TWO_WAYS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_YEAR = re.compile(r"\d{4}")
_MONTH_NAME = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)


_ONE_DAY = "Type one day only, such as 19 June 2024."


def _trouble(words: str) -> str:
    """What is wrong with a day, whether or not it is a day that was asked for; empty for other things."""
    if len({day.date for day in find_days(_spelled(words))}) > 1:
        return _ONE_DAY
    if (both := _TWO_WAYS.fullmatch(words)) and max(int(both[1]), int(both[2])) <= 12:
        return f"Day and month of {words} could be either; type it as 19 June {both[3]} or {both[3]}-06-19."
    if _YEAR.search(words) and _MONTH_NAME.search(words):
        return "There is no such day; type it as 19 June 2024 or 2024-06-19."
    return ""


def _no_day(words: str) -> str:
    """Why no day could be read."""
    year = _YEAR.search(words)
    if year is None:
        return "Type a day with its year, such as 19 June 2024 or 2024-06-19."
    if not EARLIEST <= int(year[0]) <= LATEST:
        return f"The year must lie between {EARLIEST} and {LATEST}."
    return _trouble(words) or "There is no such day; type it as 19 June 2024 or 2024-06-19."
