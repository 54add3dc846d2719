"""An open library file, and units of work that either happen or raise LibraryError. `opening` opens it."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsreader.store.errors import LibraryError
from newsreader.store.sql.kept_values import readable
from newsreader.store.sql.unit import SqlUnit
from newsreader.store.sqlite.engine import SqliteEngine
from newsreader.store.sqlite.errors import explained

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.store import protocols

BUSY_SECONDS = 5.0
"""How long to wait for another instance; a write of ours holds the lock for milliseconds."""


class Database:
    """One open library file, as a `protocols.Store`; any thread may use it, one at a time.

    `why` is the sentence that says why nothing can be written, if that is known.
    """

    def __init__(self, connection: sqlite3.Connection, name: str, path: Path | None = None, why: str = "") -> None:
        # Of one value that is damaged Python would make an error for all that is asked for with it.
        connection.text_factory = readable
        self._connection = connection
        self._lock = threading.RLock()
        self._unit = SqlUnit(connection, SqliteEngine(connection))
        self._path = path
        self._why = why
        self.name = name
        """What to call the file in a sentence, safe to print."""

    @contextmanager
    def reading(self) -> Iterator[protocols.Unit]:
        """See the protocol. Raises RuntimeError if something was written all the same, and undoes it."""
        connection = self._connection
        with self._lock, self._explained():
            if connection.in_transaction:
                yield self._unit
                return
            before = connection.total_changes
            connection.execute("BEGIN")
            try:
                yield self._unit
            finally:
                self._roll_back()
            if connection.total_changes != before:
                raise RuntimeError("a unit of work that only reads has written")

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[protocols.Unit]:
        """See the protocol."""
        if self._why:
            raise LibraryError(self._why)
        connection = self._connection
        with self._lock, self._explained():
            connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._unit
                connection.execute("COMMIT")
            finally:
                self._roll_back()

    def _roll_back(self) -> None:
        """Undo what was not committed; SQLite has done so by itself after some errors, such as a full disk."""
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise explained(error, self.name, self._path) from error

    def check_writable(self) -> None:
        """Find out whether the file may be written; raises LibraryError if not, or if others hold it for too long."""
        if self._why:
            raise LibraryError(self._why)
        with self._lock, self._explained():
            check_writable(self._connection)

    def close(self) -> None:
        """Close the file; using the database afterwards raises LibraryError."""
        with self._lock:
            self._connection.close()


def check_writable(connection: sqlite3.Connection) -> None:
    """Find out now, not at the first note, whether the file may be written; raises sqlite3.Error if not.

    The lock alone does not tell: SQLite grants it on a read-only file, too. The change is never carried out.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("PRAGMA user_version = 0")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
