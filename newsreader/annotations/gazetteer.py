"""The person's gazetteer: what holds in all articles, to be listed, added to, taken from, and carried elsewhere.

Each entry is a correction in the journal of the article it was made on, or of the gazetteer itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.annotations.correcting import holding_everywhere, read_gazetteer
from newsreader.annotations.corrections.model import Scope, Subject, Verdict
from newsreader.annotations.corrections.sentences import corrected
from newsreader.annotations.events import Corrects, Removed, Withdrawn, decode, encode, new_event, new_id
from newsreader.annotations.fold import fold
from newsreader.sanitise import printable
from newsreader.store import gazetteer, journal

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from newsreader.annotations.events import Change
    from newsreader.entity import Category
    from newsreader.store.library import Library


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
    with library.database.read() as connection:
        known = [each for _, each in read_gazetteer(connection)]
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
    with library.database.write(durable=True) as connection:
        article_id = gazetteer.own_article(connection)
        _append(connection, article_id, [_correction(each) for each in fresh.values()])
    return len(fresh)


def remove(library: Library, words: Iterable[str]) -> list[Entry]:
    """Take out the entries with one of these ids (or beginnings of 6 letters or more) or forms, and return them."""
    wanted = list(words)
    gone = [each for each in entries(library) if any(_is_meant(each, word) for word in wanted)]
    ids = {each.id for each in gone}
    with library.database.write(durable=True) as connection:
        for article_id in {row.article_id for row in gazetteer.rows(connection) if row.correction in ids}:
            here = tuple(
                row.correction
                for row in gazetteer.rows(connection)
                if row.article_id == article_id and row.correction in ids
            )
            _append(connection, article_id, [Withdrawn(here)])
    return gone


def _is_meant(entry: Entry, word: str) -> bool:
    return word in entry.forms or (len(word) >= 6 and entry.id.startswith(word))


def _key(entry: Entry) -> tuple[object, ...]:
    return entry.verdict, entry.forms, entry.category, entry.name, entry.quote


def withdraw(connection: sqlite3.Connection, correction: str, article_id: int) -> Withdrawn | Removed | None:
    """What takes an entry out, as an act on the article with that number, inside a transaction; None if it is gone.

    Where the entry was made on another article, it is taken back in the journal of that one already.
    """
    known = {each.id: (where, each) for where, each in read_gazetteer(connection)}
    if correction not in known:
        return None
    where, entry = known[correction]
    if where == article_id:
        return Withdrawn((correction,))
    return Removed(where, append(connection, where, Withdrawn((correction,))), corrected(entry))


def append(connection: sqlite3.Connection, article_id: int, change: Change) -> str:
    """Add a change to an article's journal, let the gazetteer follow, and return the event's id; in a transaction."""
    return _append(connection, article_id, [change])[0]


def _append(connection: sqlite3.Connection, article_id: int, changes: Iterable[Change]) -> list[str]:
    made = [new_event(change) for change in changes]
    for event in made:
        journal.append(connection, article_id, encode(event))
    events = [decode(entry) for _, entry in journal.after(connection, article_id, 0)]
    gazetteer.follow(connection, article_id, holding_everywhere(fold(events)))
    return [event.id for event in made]


def _correction(entry: Entry) -> Corrects:
    forms = tuple(map(_line, entry.forms))
    name, quote = entry.name and _line(entry.name), _line(entry.quote)
    bound = name if entry.verdict is Verdict.BOUNDARY and name else ""
    asked = None if entry.verdict in (Verdict.IS_A, Verdict.MISSED) else entry.category
    return Corrects(
        new_id(),
        entry.verdict,
        Scope.EVERYWHERE,
        Subject(None, asked, forms[0], forms),
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
