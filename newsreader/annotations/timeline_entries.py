"""The entries that the person writes into timelines: events of the library's own stream of the journal."""

from __future__ import annotations

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


def entries(unit: Unit) -> list[tuple[TimelineEntry, datetime]]:
    """All entries there are, each with the moment at which it was first written (UTC)."""
    found: dict[str, tuple[TimelineEntry, datetime]] = {}
    for event in read(unit, LIBRARY).done:
        match event.change:
            case Entered(entry):
                found[entry.id] = entry, found[entry.id][1] if entry.id in found else event.at
            case EntryRemoved(number):
                found.pop(number, None)
    return [*found.values()]
