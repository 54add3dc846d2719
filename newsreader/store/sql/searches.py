"""Saved searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from newsreader.store.errors import LibraryError
from newsreader.store.records import SavedSearch

if TYPE_CHECKING:
    from newsreader.store.sql.connection import Connection


class SqlSavedSearches:
    """`protocols.SavedSearches`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[SavedSearch]:
        """See the protocol."""
        rows = self._connection.execute("SELECT id, name, query, place FROM search ORDER BY place, id")
        return [SavedSearch(*row) for row in rows]

    def save(self, name: str, query: str) -> SavedSearch:
        """See the protocol."""
        row = self._connection.execute(
            "UPDATE search SET query = ? WHERE name = ? RETURNING id, name, query, place",
            (printable(query), _name(name)),
        ).fetchone()
        if row is None:
            row = self._connection.execute(
                """
                INSERT INTO search (name, query, place) VALUES (?, ?, (SELECT coalesce(max(place) + 1, 0) FROM search))
                RETURNING id, name, query, place
                """,
                (_name(name), printable(query)),
            ).fetchone()
        return SavedSearch(*row)

    def rename(self, search: int, name: str) -> None:
        """See the protocol."""
        self._require_free(_name(name), search)
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
        self._require_free(search.name, search.id)
        self._connection.execute("DELETE FROM search WHERE id = ?", (search.id,))
        self._connection.execute(
            "INSERT INTO search (id, name, query, place) VALUES (?, ?, ?, ?)",
            (search.id, search.name, search.query, search.place),
        )

    def _require_free(self, name: str, search: int) -> None:
        """Raise LibraryError if another saved search has a name."""
        others = self._connection.execute("SELECT 1 FROM search WHERE name = ? AND id <> ?", (name, search))
        if others.fetchone() is not None:
            raise LibraryError(f"Another saved search is called “{printable(name)}”.")


def _name(name: str) -> str:
    if not (clean := " ".join(printable(name).split())):
        raise LibraryError("A saved search has a name.")
    return clean
