"""The timeline of a dossier as iCalendar (RFC 5545): the days of each date an event.

Nothing here asks for the time of day or a random number: the same dossier gives the same file.
"""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsreader import __version__
from newsreader.dossier.model import OwnEntry
from newsreader.exports.dossier.wording import OWN, from_you, guessed
from newsreader.exports.format import DossierFormat
from newsreader.exports.timeline.ics import escaped, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.dossier.model import Dated, Dossier


def _write(dossier: Dossier) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//newsreader//newsreader {__version__}//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(dossier.name)}",
        *(line for each in dossier.dates for line in _event(each)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _event(dated: Dated | OwnEntry) -> Iterator[str]:
    if isinstance(dated, OwnEntry):
        place, text, stamp = f"entry {dated.id}", dated.text, f"{dated.created:%Y%m%dT%H%M%SZ}"
        about = [f"{OWN} {from_you(dated)}", guessed(dated)]
    else:
        sentence = dated.sentence
        source = sentence.source
        place, text = f"{source.id} {sentence.start} {sentence.end} {sentence.text}", sentence.text
        stamp = f"{source.day.replace('-', '')}T000000Z"
        about = [f"“{sentence.words}”", guessed(dated), source.title, source.paper]
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(place.encode()).hexdigest()[:32]}@newsreader"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{dated.first.replace('-', '')}"
    yield f"DTEND;VALUE=DATE:{_after(dated.last)}"
    yield f"SUMMARY:{escaped(text)}"
    yield f"DESCRIPTION:{escaped(chr(10).join(filter(None, about)))}"
    yield "TRANSP:TRANSPARENT"
    if dated.doubt:
        yield "STATUS:TENTATIVE"
    yield "END:VEVENT"


def _after(day: str) -> str:
    """The day behind, at which an event ends; there is none behind the last of all."""
    last = date.fromisoformat(day)
    return str(last if last == date.max else last + timedelta(days=1)).replace("-", "")


FORMAT = DossierFormat(name="ics", about="iCalendar: the dates beside it", suffix=".ics", write=_write)
