"""What the person said of names over all articles, as the index keeps it, and what changes when more is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.identities.bearers import SAID
from newsreader.store.records import LIBRARY

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from newsreader.annotations.events import Identified, NameKnown
    from newsreader.identities.claims import Name
    from newsreader.store.library import Library


# The words of the journal, whose module is loaded only when there is something new in it.
ONE, IS_ANOTHER, NAMED, NO_NAME = "one", "another", "named", "no-name"
Row = tuple[str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """What was said, by the names that it is about."""

    one: dict[Name, list[tuple[str, Name, str]]] = field(default_factory=dict)
    """For a name its mark, and the other name and mark that it is one with."""
    named: dict[tuple[Name, str], str] = field(default_factory=dict)
    no_name: set[Name] = field(default_factory=set)

    @classmethod
    def read(cls, index: sqlite3.Connection) -> Said:
        """What the index has."""
        found = cls()
        for word, category, key, mark, other, other_mark in index.execute("SELECT * FROM said"):
            name = (Category(category), key)
            if word == ONE:
                found.one.setdefault(name, []).append((mark, (name[0], other), other_mark))
            elif word == NAMED:
                found.named[name, mark] = other
            elif word == NO_NAME:
                found.no_name.add(name)
        return found


def follow(index: sqlite3.Connection, library: Library) -> tuple[set[Name], set[int]]:
    """Take in what was said since, and return the names it is about, and the articles in which one is another now."""
    with library.reading() as unit:
        last = unit.journal.last(LIBRARY)
        if (last,) == index.execute("SELECT said FROM state").fetchone():
            return set(), set()
        from newsreader.annotations.identifying import said as said_in

        now = {row for event, change in said_in(unit) for row in _rows(event, change)}
    before = {*index.execute("SELECT * FROM said").fetchall()}
    columns = "(word, category, key, mark, other, other_mark)"
    index.executemany(f"DELETE FROM said WHERE {columns} = (?, ?, ?, ?, ?, ?)", before - now)
    index.executemany("INSERT INTO said VALUES (?, ?, ?, ?, ?, ?)", now - before)
    index.execute("UPDATE state SET said = ?", (last,))
    changed = before ^ now
    names = {(Category(category), key) for _, category, key, *_ in changed}
    return names, {int(row[4]) for row in changed if row[0] == IS_ANOTHER}


def mark_in(index: sqlite3.Connection, name: Name, document: int, mark: str) -> str:
    """The mark that a name has in the article with a document: the one that the person gave it, or else its own."""
    row = index.execute(
        """
        SELECT other_mark FROM said WHERE word = ? AND category = ? AND key = ?
        AND other = (SELECT CAST(id AS TEXT) FROM article WHERE document = ?) ORDER BY other_mark DESC LIMIT 1
        """,
        (IS_ANOTHER, name[0].value, name[1], document),
    ).fetchone()
    return f"{SAID}{row[0]}" if row else mark


def _rows(event: str, change: Identified) -> Iterable[Row]:
    first = change.names[0] if change.names else None
    word = change.word.value
    for name in change.names:
        if word == ONE and first and name != first and name.category is first.category:
            yield _row(word, first, name.key, name.mark)
            yield _row(word, name, first.key, first.mark)
        elif word == IS_ANOTHER:
            yield from (_row(word, name, str(article), event) for article in change.articles)
        elif word in (NAMED, NO_NAME):
            yield _row(word, name, change.name, "")


def _row(word: str, name: NameKnown, other: str, other_mark: str) -> Row:
    mark = "" if word in (IS_ANOTHER, NO_NAME) else name.mark
    return word, name.category.value, name.key, mark, other, other_mark
