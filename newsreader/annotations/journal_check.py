"""Whether the journals can be read, and whether what follows from them is as they say."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from newsreader.annotations import gazetteer
from newsreader.annotations.events import Unknown
from newsreader.annotations.fold import State, fold, read
from newsreader.annotations.journal_entries import decode, shown
from newsreader.annotations.wording import ALL, named, titled, unread_in_words
from newsreader.sanitise import printable
from newsreader.store.errors import LibraryError
from newsreader.store.records import GAZETTEER

if TYPE_CHECKING:
    from newsreader.store.library import Library
    from newsreader.store.protocols import Unit
    from newsreader.store.records import JournalEntry, Stream


def check_journals(library: Library) -> list[str]:
    """What is wrong with the journals or what follows from them, a sentence each; nothing if all is well."""
    with library.reading() as unit:
        found: list[str] = []
        states: dict[Stream, State] = {}
        for stream in unit.journal.streams():
            entries = [entry for _, entry in unit.journal.after(stream)]
            found += _unread(entries, _name(unit, stream))
            states[stream] = fold(map(decode, entries))
        return [*found, *_wrong_counts(unit, states), *_wrong_parts(unit, states), *_wrong_gazetteer(unit, states)]


def unread(library: Library) -> list[str]:
    """Which acts cannot be read, a sentence for each article, and one for what is said of all."""
    with library.reading() as unit:
        found = ((each, read(unit, each).unread) for each in unit.journal.streams() if each != GAZETTEER)
        acts = {_titled(unit, stream): events for stream, events in found if events}
        acts[ALL] = gazetteer.unread(unit)
    return [unread_in_words(events, where) for where, events in acts.items() if events]


def _unread(entries: list[JournalEntry], name: str) -> list[str]:
    """The events that cannot be read, each with all that is there of it."""
    events = ((decode(entry), entry) for entry in entries)
    return [
        f"{name} has an act that cannot be read ({named(event)}): {printable(shown(entry.body))}"
        for event, entry in events
        if isinstance(event.change, Unknown)
    ]


def _name(unit: Unit, stream: Stream) -> str:
    return f"The {stream.kind}" if stream.article is None else f"Article {stream.article}, {_titled(unit, stream)},"


def _titled(unit: Unit, stream: Stream) -> str:
    record = None if stream.article is None else unit.articles.latest(stream.article)
    with suppress(LibraryError):  # the text may be damaged
        if record is not None:
            return titled(unit.articles.stored(record))
    return f"article {stream.article}"


def _wrong_counts(unit: Unit, states: dict[Stream, State]) -> list[str]:
    right = {stream.article: len(state.annotations) for stream, state in states.items()}
    return [
        f"Article {article} has {right.get(article, 0)} annotations and says {count}."
        for article, count in unit.articles.annotation_counts().items()
        if count != right.get(article, 0)
    ]


def _wrong_parts(unit: Unit, states: dict[Stream, State]) -> list[str]:
    parts = unit.joined.parts()
    right = {part: stream.article for stream, state in states.items() for part in state.joined}
    if parts == right:
        return []
    return [f"{len(parts)} articles are part of others, and by the journals {len(right)}."]


def _wrong_gazetteer(unit: Unit, states: dict[Stream, State]) -> list[str]:
    kept = {entry.id for _, entry in unit.gazetteer.entries()}
    right = {event for state in states.values() for event in state.everywhere.values()}
    if kept == right:
        return []
    return [f"The gazetteer has {len(kept)} entries and the journals {len(right)}."]
