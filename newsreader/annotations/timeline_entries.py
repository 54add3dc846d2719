"""The entries that the person writes into timelines: events of the library's own stream of the journal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsreader.annotations import identifying
from newsreader.annotations.events import Entered, EntryRemoved
from newsreader.annotations.fold import read
from newsreader.store.records import LIBRARY

if TYPE_CHECKING:
    from datetime import datetime

    from newsreader.annotations.events import TimelineEntry
    from newsreader.store.library import Library
    from newsreader.store.protocols import Unit


def write(library: Library, entry: TimelineEntry) -> str:
    """Write an entry, in place of the one with its id if there is one, and return what was done in words."""
    return identifying.act(library, Entered(entry))


def remove(library: Library, number: str) -> str:
    """Take the entry with that id out, and return what was done in words."""
    return identifying.act(library, EntryRemoved(number))


@dataclass(frozen=True, slots=True)
class Written:
    """An entry as it is now."""

    entry: TimelineEntry
    created: datetime
    """When it was first written, in UTC."""
    person: str
    """By whom, if somebody else with whom the library is shared did."""


def entries(unit: Unit) -> list[Written]:
    """All entries there are, in the order in which they were written."""
    found: dict[str, Written] = {}
    for event in read(unit, LIBRARY).done:
        match event.change:
            case Entered(entry):
                first = found.get(entry.id)
                found[entry.id] = replace(first, entry=entry) if first else Written(entry, event.at, event.person)
            case EntryRemoved(number):
                found.pop(number, None)
    return [*found.values()]
