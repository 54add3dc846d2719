"""The person's gazetteer: what holds in all articles, to be listed, added to, taken from, and carried elsewhere.

Each entry is a correction in the stream of the article it was made on, or of the gazetteer itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsreader.annotations.corrections.model import Correction, Scope, Subject, Verdict
from newsreader.annotations.events import (
    CorrectionMade,
    Removed,
    Unknown,
    Withdrawn,
    new_event,
    new_id,
    this_moment,
)
from newsreader.annotations.fold import read
from newsreader.annotations.journal_entries import decode, encode
from newsreader.annotations.wording import correction_in_words
from newsreader.sanitise import printable
from newsreader.store.records import GAZETTEER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from newsreader.annotations.events import Change, Event
    from newsreader.entity import Category
    from newsreader.store.library import Library
    from newsreader.store.protocols import Unit
    from newsreader.store.records import Stream


QUOTING = (Verdict.BOUNDARY, Verdict.NOT_SAME_AS)
"""What is said of one reading of an entity, and not of all of it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the gazetteer: what is said of the forms."""

    verdict: Verdict
    forms: tuple[str, ...]
    category: Category | None = None
    """What the forms are; for `not-an-entity` and names, what they must be for it to hold, None for anything."""
    name: str | None = None
    """What the entity is called, for `is-named`, `same-as` and `missed`; what a mention is, for `boundary`."""
    quote: str = ""
    """What a mention reads that is something else, for `boundary` and `not-same-as`."""
    id: str = ""
    """The id of the correction; empty for an entry that is not kept yet."""


def entries(library: Library) -> list[Entry]:
    """All entries, the oldest first."""
    with library.reading() as unit:
        known = [each for _, each in corrections_everywhere(unit)]
    return [
        Entry(
            each.verdict,
            tuple(dict.fromkeys((each.subject.name, *each.subject.forms))),
            each.category or each.subject.category,
            each.name or (each.other.name if each.other else None) or _line(each.new_quote) or None,
            _line(each.quote) if each.verdict in QUOTING else "",
            each.id,
        )
        for each in known
    ]


def add(library: Library, new: Iterable[Entry]) -> int:
    """Keep the entries that are not there yet, and return how many they were."""
    known = {_key(each) for each in entries(library)}
    fresh = {_key(each): each for each in new if _key(each) not in known}
    with library.writing(durable=True) as unit:
        append(unit, GAZETTEER, [CorrectionMade(_correction(each)) for each in fresh.values()])
    return len(fresh)


def remove(library: Library, words: Iterable[str]) -> list[Entry]:
    """Take out the entries with one of these ids (or beginnings of 6 letters or more) or forms, and return them."""
    wanted = list(words)
    gone = [each for each in entries(library) if any(_is_meant(each, word) for word in wanted)]
    ids = {each.id for each in gone}
    with library.writing(durable=True) as unit:
        found: dict[Stream, list[str]] = {}
        for stream, each in corrections_everywhere(unit):
            if each.id in ids:
                found.setdefault(stream, []).append(each.id)
        for stream, corrections in found.items():
            append(unit, stream, [Withdrawn(tuple(corrections))])
    return gone


def _is_meant(entry: Entry, word: str) -> bool:
    return word in entry.forms or (len(word) >= 6 and entry.id.startswith(word))


def _key(entry: Entry) -> tuple[object, ...]:
    return entry.verdict, entry.forms, entry.category, entry.name, entry.quote


class Suggestions:
    """What the gazetteer says to every article, as it was when last looked at."""

    def __init__(self) -> None:
        self._known: list[tuple[Stream, Correction]] = []
        self.unread: tuple[Event, ...] = ()
        """What belongs to it and cannot be read."""
        self._version: tuple[int, int] | None = None

    def refresh(self, unit: Unit) -> bool:
        """Read what holds everywhere if it has changed since the last look; whether it had."""
        version = unit.gazetteer.version()
        if version == self._version:
            return False
        first = self._version is None
        self._version = version
        self._known = corrections_everywhere(unit)
        self.unread = unread(unit)
        return not first

    def forget(self) -> None:
        """Read it anew at the next look, since it may be another library's."""
        self._version = None

    def others(self, stream: Stream, declined: Collection[str]) -> list[Correction]:
        """What was said elsewhere than in `stream`, but for what is `declined`."""
        return [each for where, each in self._known if where != stream and each.id not in declined]


def corrections_everywhere(unit: Unit) -> list[tuple[Stream, Correction]]:
    """All corrections that hold everywhere, with the stream each was made in, in order."""
    events = ((stream, decode(entry).change) for stream, entry in unit.gazetteer.entries())
    return [
        (stream, replace(change.correction, here=False))
        for stream, change in events
        if isinstance(change, CorrectionMade)
    ]


def unread(unit: Unit) -> tuple[Event, ...]:
    """The acts that put something into the gazetteer, or were done on it by itself, and cannot be read."""
    entries = [decode(entry) for _, entry in unit.gazetteer.entries()]
    found = [event for event in entries if isinstance(event.change, Unknown)]
    return tuple({event.id: event for event in (*found, *read(unit, GAZETTEER).unread)}.values())


def withdrawal(unit: Unit, correction: str, stream: Stream) -> Withdrawn | Removed | None:
    """What takes an entry out, as an act for `stream`; None if it is gone.

    Where the entry was made in another stream, it is taken back in that one already.
    """
    known = {each.id: (where, each) for where, each in corrections_everywhere(unit)}
    if correction not in known:
        return None
    where, entry = known[correction]
    if where == stream:
        return Withdrawn((correction,))
    (act,) = append(unit, where, [Withdrawn((correction,))])
    return Removed(act, correction_in_words(entry))


def append(unit: Unit, stream: Stream, changes: Iterable[Change]) -> list[str]:
    """Add changes to a stream, let the gazetteer follow, and return the ids of their events."""
    made = [new_event(change) for change in changes]
    for event in made:
        unit.journal.append(stream, encode(event))
    unit.gazetteer.follow(stream, read(unit, stream).everywhere)
    return [event.id for event in made]


def _correction(entry: Entry) -> Correction:
    forms = tuple(map(_line, entry.forms))
    name, quote = entry.name and _line(entry.name), _line(entry.quote)
    bound = name if entry.verdict is Verdict.BOUNDARY and name else ""
    asked = None if entry.verdict in (Verdict.IS_A, Verdict.MISSED) else entry.category
    return Correction(
        new_id(),
        entry.verdict,
        Scope.EVERYWHERE,
        Subject(None, asked, forms[0], forms),
        this_moment(),
        quote=quote,
        lead=_lead(quote, bound) if bound else 0,
        new_quote=bound,
        category=entry.category if entry.verdict in (Verdict.IS_A, Verdict.MISSED) else None,
        name=name if entry.verdict in (Verdict.IS_NAMED, Verdict.MISSED) else None,
        other=Subject(None, entry.category, name, (name,)) if entry.verdict is Verdict.SAME_AS and name else None,
    )


def _line(text: str) -> str:
    return " ".join(printable(text).split())


def _lead(old: str, new: str) -> int:
    """How many code points the new extent begins behind the old one, by the longest text that both have in common."""
    from difflib import SequenceMatcher

    common = SequenceMatcher(None, old, new, autojunk=False).find_longest_match()
    return common.a - common.b
