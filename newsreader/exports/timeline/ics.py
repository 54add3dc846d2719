"""iCalendar (RFC 5545): each date an event, whole days where the text names no time of day.

Times of day have no zone, as the text gives none that could be relied on: they are “floating” (RFC 5545, 3.3.5).
Nothing here asks for the time of day or a random number: the same article gives the same file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader import __version__
from newsreader.entity import MARK
from newsreader.exports.format import Lack, TimelineFormat, Written
from newsreader.exports.timeline.chronology import off_calendar
from newsreader.languages.english.time_words import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreader.exports.timeline.chronology import Chronology, TimelineEntry

_LONGEST = 75
"""Octets of a line without its end (RFC 5545, 3.1)."""
_LONG_AGO = "19700101T000000Z"
"""The stamp of events of an article whose own date is not known."""


def icalendar(entries: Iterable[TimelineEntry]) -> str:
    """The calendar of entries that have a place on one; lines end with CRLF."""
    product = f"PRODID:-//newsreader//newsreader {__version__}//EN"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", product, "CALSCALE:GREGORIAN"]
    for entry in entries:
        lines += _event(entry)
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(entry: TimelineEntry) -> Iterator[str]:
    time = entry.time
    doubt = f"{MARK} {entry.doubt}" if entry.doubt else ""
    about = [f"“{entry.words}”: {spelled(time)}{entry.mark}", time.reason, doubt, entry.title, entry.article]
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.key}@newsreader"
    yield f"DTSTAMP:{entry.published.replace('-', '')}T000000Z" if entry.published else f"DTSTAMP:{_LONG_AGO}"
    yield f"DTSTART{_value(time.start or '')}"
    yield f"DTEND{_value(time.end or '')}"
    yield f"SUMMARY:{escaped(entry.sentence)}"
    yield f"DESCRIPTION:{escaped(chr(10).join(part for part in about if part))}"
    yield "TRANSP:TRANSPARENT"
    yield f"X-NEWSREADER-GRANULARITY:{time.granularity}"
    yield f"X-NEWSREADER-TIMEX3:{escaped(time.value)}"
    if entry.doubt:
        yield "STATUS:TENTATIVE"
    yield "END:VEVENT"


def _value(iso: str) -> str:
    """What follows the name of a DATE or a DATE-TIME; years before 1000 keep their four figures."""
    day, _, clock = iso.partition("T")
    plain = day.replace("-", "")
    return f":{plain}T{clock[:8].replace(':', '')}" if clock else f";VALUE=DATE:{plain}"


def escaped(text: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11)."""
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, written)
    return text


def folded(line: str) -> str:
    """The line in pieces of at most 75 octets; no character is divided."""
    pieces, room, octets = [""], _LONGEST, 0
    for character in line:
        size = len(character.encode("utf-8", "replace"))
        if octets + size > room:
            # A continued line begins with a blank.
            pieces.append("")
            room, octets = _LONGEST - 1, 0
        pieces[-1] += character
        octets += size
    return "\r\n ".join(pieces)


def _write(found: Chronology) -> Written:
    return Written(icalendar(found.placed).encode("utf-8", "backslashreplace"), off_calendar(found))


FORMAT = TimelineFormat(name="ics", about="iCalendar", suffix=".ics", lacks=(Lack.CALENDAR,), write=_write)
