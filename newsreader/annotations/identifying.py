"""What the person says of names over all articles: which are one, which are another one, what they are called.

The acts are events of the library's own stream of the journal, and hold for all articles there are and will be.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.annotations.events import (
    Entered,
    EntryRemoved,
    Identified,
    NameKnown,
    Redone,
    TimelineEntry,
    Undone,
    Word,
    new_event,
)
from newsreader.annotations.fold import fold, read
from newsreader.annotations.journal_entries import decode, encode
from newsreader.annotations.wording import act_in_words
from newsreader.sanitise import printable
from newsreader.store.records import LIBRARY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsreader.annotations.events import Change, Event
    from newsreader.annotations.fold import State
    from newsreader.store.library import Library
    from newsreader.store.protocols import Unit


class NothingToUndoError(Exception):
    """There is nothing to undo, or to do again; the message is a sentence for the reader."""


def merge(library: Library, names: Iterable[NameKnown]) -> str:
    """Say that names are those of one thing, and return what was done in words."""
    return act(library, Identified(Word.ONE, tuple(dict.fromkeys(names))))


def split(library: Library, names: Iterable[NameKnown], articles: Iterable[int]) -> str:
    """Say that in some articles, by their numbers, names are those of another one, and return what was done."""
    return act(library, Identified(Word.ANOTHER, tuple(dict.fromkeys(names)), tuple(sorted({*articles}))))


def trouble_with(called: str) -> str:
    """What is wrong with what something is to be called, in a sentence; empty if nothing is."""
    return "" if any(map(str.isalnum, called)) else "What it is called has at least one letter or digit."


def rename(library: Library, name: NameKnown, called: str) -> str:
    """Say what something is called in all lists, and return what was done."""
    return act(library, Identified(Word.NAMED, (name,), name=" ".join(printable(called).split())))


def reject(library: Library, names: Iterable[NameKnown]) -> str:
    """Say that names are none, and return what was done."""
    return act(library, Identified(Word.NO_NAME, tuple(dict.fromkeys(names))))


def confirm(library: Library, names: Iterable[NameKnown], articles: Iterable[int]) -> str:
    """Say that in some articles, by their numbers, names are those of this one indeed, and return what was done."""
    return act(library, Identified(Word.CONFIRMED, tuple(dict.fromkeys(names)), tuple(sorted({*articles}))))


def undo(library: Library) -> str:
    """Undo the latest act that is in effect, and return which that was. Raises `NothingToUndoError`."""
    state = _state(library)
    if state.to_undo is None:
        raise NothingToUndoError("There is nothing to undo.")
    return f"undo: {act(library, Undone(state.to_undo.id))}"


def redo(library: Library) -> str:
    """Do again what was undone last, and return which that was. Raises `NothingToUndoError`."""
    state = _state(library)
    if state.to_redo is None:
        raise NothingToUndoError("There is nothing to do again.")
    return f"redo: {act(library, Redone(state.to_redo.id))}"


def acts(library: Library) -> list[tuple[Event, str]]:
    """The acts in effect, the oldest first, each with what it was in words."""
    state = _state(library)
    return [(event, act_in_words(event.change, state, state)) for event in state.done]


def said(unit: Unit) -> Sequence[tuple[str, Identified]]:
    """What holds, the oldest first, each with the id of the event."""
    done = read(unit, LIBRARY).done
    return [(event.id, event.change) for event in done if isinstance(event.change, Identified)]


def _state(library: Library) -> State:
    with library.reading() as unit:
        return read(unit, LIBRARY)


def act(library: Library, change: Change) -> str:
    """Have something be so in the library's own stream, and return what was done in words."""
    with library.writing(durable=True) as unit:
        events = [decode(entry) for _, entry in unit.journal.after(LIBRARY)]
        event = replace(new_event(change), private=_is_private(change, events, shared=library.shares_notes))
        unit.journal.append(LIBRARY, encode(event))
    return act_in_words(change, fold(events), fold([*events, event]))


def _is_private(change: Change, events: Iterable[Event], *, shared: bool) -> bool:
    """Whether others with whom the library is shared are not to see an act.

    What the person writes into timelines is private as notes are, unless these are `shared`, and what one confirmed is
    one's own; what is done to an entry, and with an act, is as that one.
    """
    match change:
        case Entered(TimelineEntry(id=number)) | EntryRemoved(number):
            made = (each for each in events if isinstance(each.change, Entered) and each.change.entry.id == number)
            return next((each.private for each in made), not shared)
        case Identified(Word.CONFIRMED):
            return True
        case Undone(act) | Redone(act):
            return any(each.private for each in events if each.id == act)
    return False
