"""Saved searches in SQLite."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from newsreader.store.errors import LibraryError
from newsreader.store.records import SavedSearch

if TYPE_CHECKING:
    from collections.abc import Iterator


class SqliteSavedSearches:
    """`protocols.SavedSearches`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[SavedSearch]:
        """See the protocol."""
        rows = self._connection.execute("SELECT id, name, query, place FROM search ORDER BY place, id")
        return [SavedSearch(*row) for row in rows]

    def save(self, name: str, query: str) -> SavedSearch:
        """See the protocol."""
        row = self._connection.execute(
            """
            INSERT INTO search (name, query, place) VALUES (?, ?, (SELECT coalesce(max(place) + 1, 0) FROM search))
            ON CONFLICT (name) DO UPDATE SET query = excluded.query RETURNING id, name, query, place
            """,
            (_name(name), printable(query)),
        ).fetchone()
        return SavedSearch(*row)

    def rename(self, search: int, name: str) -> None:
        """See the protocol."""
        with _only_one(name):
            self._connection.execute("UPDATE search SET name = ? WHERE id = ?", (_name(name), search))

    def change(self, search: int, query: str) -> None:
        """See the protocol."""
        self._connection.execute("UPDATE search SET query = ? WHERE id = ?", (printable(query), search))

    def move(self, search: int, place: int) -> None:
        """See the protocol."""
        order = [each.id for each in self.all() if each.id != search]
        order.insert(max(place, 0), search)
        self._connection.executemany("UPDATE search SET place = ? WHERE id = ?", [*enumerate(order)])

    def remove(self, search: int) -> None:
        """See the protocol."""
        self._connection.execute("DELETE FROM search WHERE id = ?", (search,))

    def put_back(self, search: SavedSearch) -> None:
        """See the protocol."""
        with _only_one(search.name):
            self._connection.execute(
                """
                INSERT INTO search (id, name, query, place) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
                SET (name, query, place) = (excluded.name, excluded.query, excluded.place)
                """,
                (search.id, search.name, search.query, search.place),
            )


def _name(name: str) -> str:
    if not (clean := " ".join(printable(name).split())):
        raise LibraryError("A saved search has a name.")
    return clean


@contextmanager
def _only_one(name: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise LibraryError(f"Another saved search is called “{printable(name)}”.") from error
