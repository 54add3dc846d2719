"""The library file: opening it safely, and units of work that either happen or raise LibraryError."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from newsreader.store.errors import LibraryError
from newsreader.store.sqlite.articles import SqliteArticles
from newsreader.store.sqlite.copies import sync_folder
from newsreader.store.sqlite.errors import explained, require_file
from newsreader.store.sqlite.joined import SqliteJoinedArticles
from newsreader.store.sqlite.journal import SqliteGazetteer, SqliteJournal
from newsreader.store.sqlite.migrate import migrate, steps_seen
from newsreader.store.sqlite.reading import SqliteNoteDrafts, SqliteReadingState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.store import protocols

OLDEST_SQLITE = (3, 37, 0)
"""The first version with STRICT tables."""

BUSY_SECONDS = 5.0
"""How long to wait for another instance; a write of ours holds the lock for milliseconds."""


class SqliteUnit:
    """`protocols.Unit`: all that is stored, over one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        joined = SqliteJoinedArticles(connection)
        articles = SqliteArticles(connection, joined)
        self.articles: protocols.Articles = articles
        self.joined: protocols.JoinedArticles = joined
        self.journal: protocols.Journal = SqliteJournal(connection)
        self.gazetteer: protocols.Gazetteer = SqliteGazetteer(connection)
        self.reading: protocols.ReadingState = SqliteReadingState(connection, articles)
        self.drafts: protocols.NoteDrafts = SqliteNoteDrafts(connection)


class Database:
    """One open library file, as a `protocols.Store`; any thread may use it, one at a time."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection = connection
        self._lock = threading.RLock()
        self._unit = SqliteUnit(connection)
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
            raise explained(error, self.name) from error

    def check_writable(self) -> None:
        """Find out whether the file may be written; raises LibraryError if not, or if others hold it for too long."""
        with self._lock, self._explained():
            check_writable(self._connection)

    def close(self) -> None:
        """Close the file; using the database afterwards raises LibraryError."""
        with self._lock:
            self._connection.close()


def open_file(path: Path, *, check: bool = True) -> Database:
    """Open the library at `path`, creating it and its folder if need be; raises LibraryError.

    Without `check` it is left open whether it may be written.
    """
    name = f"The library {printable(str(path))}"
    require_file(path, name)
    _create(path, name)
    return _open(str(path), path, name, check=check)


def open_in_memory() -> Database:
    """An empty library that is gone when it is closed."""
    return _open(":memory:", None, "The library in memory", check=False)


def _open(target: str, path: Path | None, name: str, *, check: bool) -> Database:
    _check_sqlite()
    try:
        connection = sqlite3.connect(target, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    except sqlite3.Error as error:
        raise explained(error, name) from error
    try:
        # Looked at first: the switch to write-ahead logging would already change another program's file.
        steps_seen(connection, name)
        _prepare(connection)
        migrate(connection, path, name)
        if check:
            check_writable(connection)
    except sqlite3.Error as error:
        connection.close()
        raise explained(error, name) from error
    except OSError as error:
        connection.close()
        raise LibraryError(f"{name} could not be backed up before its update: {error.strerror}.") from error
    except BaseException:
        connection.close()
        raise
    return Database(connection, name)


def _create(path: Path, name: str) -> None:
    """Make the folder (0700) and an empty file (0600) where there are none."""
    if path.parts and path.parts[0] == "~":
        raise LibraryError("There is no home folder for the library: name a data folder in NEWSREADER_DATA_DIR.")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = not path.exists()
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        if new:
            sync_folder(path.parent)
            sync_folder(path.parent.parent)
    except OSError as error:
        raise LibraryError(
            f"{name} could not be opened ({error.strerror}): check the folder, or name another in NEWSREADER_DATA_DIR."
        ) from error


def _check_sqlite() -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise LibraryError(
            f"The library needs SQLite 3.37 and this Python has {sqlite3.sqlite_version}: install a newer Python."
        )


def _prepare(connection: sqlite3.Connection) -> None:
    _use_write_ahead_log(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    # Only macOS knows the stronger flush; elsewhere the setting does nothing.
    connection.execute("PRAGMA fullfsync = ON")


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Switch to write-ahead logging, so that one instance can read while another writes.

    SQLite does not wait by itself for this switch when two instances create the file at the same moment. Where the
    file system cannot do it, SQLite stays with its rollback journal, which is as safe.
    """
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


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
