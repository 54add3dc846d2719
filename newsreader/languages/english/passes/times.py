"""Times among the names: a name keeps what is said like a time, and a time is no name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.languages.english.dates import find_times

if TYPE_CHECKING:
    from newsreader.languages.document import Document, Taken
    from newsreader.languages.record import TimeMention


def with_times(document: Document) -> Document:
    """Find the time expressions that are part of no name, and leave out the names that begin inside of one.

    A name that is longer than the expression wins (`Sunday Times`), and so does a name of the same extent (`April`,
    who is a person); a shorter one does not, as recognisers take `Wednesday` for one at times.
    """
    taken = document.taken()
    found = find_times(document.text, document.spans, document.published)
    times = [time for time in found if not _is_part_of_name(time, taken)]
    inside = {start for time in times for start in taken.inside(time.start, time.end) if start >= time.start}
    names = tuple(name for name in document.names if name.start not in inside)
    return replace(document, names=names, times=tuple(time.mention() for time in times))


def _is_part_of_name(time: TimeMention, taken: Taken) -> bool:
    """Whether a name covers the expression (`Sunday Times`)."""
    names = (taken.name_at(start) for start in taken.inside(time.start, time.start + 1))
    return any(name is not None and name.end >= time.end for name in names)
