"""The person’s own entries in the timeline of a thing: a day in any form in which people write one, and a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.annotations import timeline_entries
from newsreader.annotations.events import TimelineEntry, new_id
from newsreader.dossier.model import OwnEntry
from newsreader.index.content import span_of
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from datetime import date

    from newsreader.annotations.events import NameKnown
    from newsreader.index.appearing import Thing
    from newsreader.index.index import Index
    from newsreader.store.library import Library

UNSURE = "you are not sure"
ABOUT = "you said only about when"


@dataclass(frozen=True, slots=True)
class Days:
    """The days of an entry."""

    first: str
    """ISO 8601, as is the last."""
    last: str
    doubt: str
    """Why they are a guess; empty if they are not."""


def typed_days(line: str, today: date) -> Days:
    """The days that a line names, words being counted from `today`.

    A `?` behind them makes them a guess, and so do words such as `around` before them and `early`.

    Raises `NoDateError`, with a sentence for the person who typed it.
    """
    # Who only reads entries need not wait for the grammar of dates.
    from newsreader.languages.english.dates.typed import NoDateError, typed_time, without_about

    words = line.strip()
    certain = words.rstrip("?").rstrip()
    exact = without_about(certain)
    time = typed_time(exact, today)
    days = span_of(time)
    if days is None:
        raise NoDateError("That is no day on the calendar.")
    doubt = UNSURE if certain != words else ABOUT if time.mod or exact != certain else ""
    return Days(str(days.first), str(days.last), doubt)


def as_typed(entry: OwnEntry) -> str:
    """The days of an entry as a line that `typed_days` reads as these, guess and all."""
    days = entry.first if entry.first == entry.last else f"{entry.first} to {entry.last}"
    return f"around {days}" if entry.doubt == ABOUT else f"{days} ?" if entry.doubt else days


def enter(library: Library, name: NameKnown, days: Days, text: str, number: str = "") -> str:
    """Write an entry into the timeline of what has a name, or change the one with that id; what was done in words.

    May raise `LibraryError`, and then nothing was done.
    """
    line = " ".join(printable(text).split())
    entry = TimelineEntry(number or new_id(), name, days.first, days.last, days.doubt, line)
    return timeline_entries.write(library, entry)


def own_entries(library: Library, index: Index, thing: Thing) -> tuple[OwnEntry, ...]:
    """The entries in the timeline of a thing, in order of time. May raise `IndexFileError` and `LibraryError`."""
    with library.reading() as unit:
        known = timeline_entries.entries(unit)
    keys = {(each.category, each.key) for each in index.things.names(thing.id)} if known else set()
    found = (
        OwnEntry(entry.id, entry.first, entry.last, entry.doubt, entry.text, each.created, each.person)
        for each in known
        for entry in [each.entry]
        if (entry.name.category, entry.name.key) in keys
        and (named := index.things.named(entry.name)) is not None
        and named.id == thing.id
    )
    return tuple(sorted(found, key=lambda each: (each.first, each.last, each.created, each.id)))
