"""Settings that are kept in the library, in SQLite."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


class SqliteSettings:
    """`protocols.Settings`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def find(self, name: str) -> str | None:
        """See the protocol."""
        row = self._connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return None if row is None else row[0]

    def put(self, name: str, value: str) -> None:
        """See the protocol."""
        self._connection.execute("REPLACE INTO setting (name, value) VALUES (?, ?)", (name, value))
