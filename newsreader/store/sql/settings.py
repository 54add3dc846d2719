"""Settings that are kept in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.store.sql.connection import Connection


class SqlSettings:
    """`protocols.Settings`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, name: str) -> str | None:
        """See the protocol."""
        row = self._connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return None if row is None else row[0]

    def put(self, name: str, value: str) -> None:
        """See the protocol."""
        self._connection.execute("DELETE FROM setting WHERE name = ?", (name,))
        self._connection.execute("INSERT INTO setting (name, value) VALUES (?, ?)", (name, value))
