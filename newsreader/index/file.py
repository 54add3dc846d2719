"""The file of the index: made anew whenever it is missing, damaged, of another form, or of another library."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader import paths
from newsreader.index.errors import IndexFileError
from newsreader.index.schema import FORM, SCHEMA, STEPS, TABLES, VIRTUAL
from newsreader.index.transaction import writing
from newsreader.sanitise import printable
from newsreader.store.sqlite.write_ahead import use_write_ahead_log

if TYPE_CHECKING:
    from newsreader.store.server_address import ServerAddress

FILE = "index.db"
BUSY_SECONDS = 10.0
"""How long to wait for another process that brings the index up to date."""
PAGES = 4000
"""Pages of the log after which they are put in their place: 16 MB."""


_OBJECTS = """
SELECT type, name FROM sqlite_schema
WHERE type IN ('table', 'view', 'trigger') AND name NOT LIKE 'sqlite_%'
ORDER BY sql NOT LIKE 'CREATE VIRTUAL%'
"""
"""Virtual tables first, which take their own tables with them."""

_MARK = "form_word"
"""The table that an index of any form has, and no database of another program."""


def connect(library: Path | ServerAddress, folder: Path | None = None) -> sqlite3.Connection:
    """Open the index of the library there; an empty one where there is none that can be used.

    Raises `IndexFileError` if there can be none.
    """
    try:
        file = (folder or paths.cache_dir()) / name_of(library)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if file.is_symlink() or (file.exists() and not file.is_file()):
            raise IndexFileError(f"{printable(str(file))} is no file: move it elsewhere, and the index is made there.")
        try:
            return _open(file, str(library))
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as error:
            import logging

            logging.getLogger(__name__).warning("the index was damaged and is made anew: %s", error)
            drop(library, file.parent)
            return _open(file, str(library))
    except OSError as error:
        raise IndexFileError(f"The index of the library cannot be used: {error.strerror}.") from error
    except (sqlite3.Error, paths.NoHomeError) as error:
        raise IndexFileError(f"The index of the library cannot be used: {error}.") from error


def connect_in_memory() -> sqlite3.Connection:
    """Make an empty index that is in no file."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _make(connection, "")
    return connection


def name_of(library: Path | ServerAddress) -> str:
    """What the index of a library is called. Files share one; each server, database and person have their own."""
    if isinstance(library, Path):
        return FILE
    import hashlib

    return f"index-{hashlib.sha256(str(library).encode()).hexdigest()[:16]}.db"


class Seen:
    """What the file of a connection was when it was looked at last."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._version = _version(connection)
        self._place: tuple[int, int] | None = None

    def has_changed(self) -> bool:
        """Whether somebody else changed it since this was asked last."""
        before, self._version = self._version, _version(self._connection)
        return before != self._version

    def is_replaced(self) -> bool:
        """Whether there is another file in its place since this was asked first."""
        there = _standing_where(self._connection)
        self._place = self._place or there
        return there is not None and there != self._place


def _version(connection: sqlite3.Connection) -> int:
    """A number that is another one as soon as somebody else changed the file of a connection."""
    (number,) = connection.execute("PRAGMA data_version").fetchone()
    return int(number)


def _standing_where(connection: sqlite3.Connection) -> tuple[int, int] | None:
    """Which file stands where that of a connection was opened, by its device and number; None if none does."""
    _, _, path = connection.execute("PRAGMA database_list").fetchone()
    try:
        there = os.stat(path)
    except OSError:
        return None
    return there.st_dev, there.st_ino


def drop(library: Path | ServerAddress, folder: Path | None = None) -> None:
    """Delete the index of a library, if there is one; the next one is made anew. Another program's file stays."""
    try:
        file = (folder or paths.cache_dir()) / name_of(library)
    except paths.NoHomeError:
        return
    if file.is_symlink() or not file.is_file():
        return
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as there:
        if _is_foreign(there):
            return
    for each in (file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
        with suppress(OSError):
            each.unlink()


def _open(file: Path, library: str) -> sqlite3.Connection:
    # Created here, because SQLite would let everybody read what was read.
    # Never opened besides: closing it would take the locks of all connections that this process has to it.
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    connection = sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        if _is_foreign(connection):
            raise IndexFileError(f"{printable(str(file))} is a database of another program: move it elsewhere.")
        use_write_ahead_log(connection, BUSY_SECONDS)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {PAGES}")
        if not _is_of(connection, library):
            _bring_up(connection)
        if not _is_of(connection, library):
            _make(connection, library)
    except BaseException:
        connection.close()
        raise
    return connection


def _is_foreign(connection: sqlite3.Connection) -> bool:
    """Whether something is in a database that is no index: nothing of that is ever touched."""
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    return bool(names) and _MARK not in names


def _is_of(connection: sqlite3.Connection, library: str) -> bool:
    kinds = dict(connection.execute("SELECT name, type FROM sqlite_schema"))
    if _form(connection) != FORM or not kinds.keys() >= {*TABLES, *VIRTUAL} or "trigger" in kinds.values():
        return False
    return bool(connection.execute("SELECT library FROM state").fetchone() == (library,))


def _bring_up(connection: sqlite3.Connection) -> None:
    """Make an index of an older form one of this form, if there are steps from there; else it stays as it is."""
    # What has that number and is no index has not what a step is about.
    with suppress(sqlite3.OperationalError), writing(connection):
        while step := STEPS.get(_form(connection)):
            for statement in step:
                connection.execute(statement)


def _form(connection: sqlite3.Connection) -> int:
    (form,) = connection.execute("PRAGMA user_version").fetchone()
    return int(form)


def _make(connection: sqlite3.Connection, library: str) -> None:
    """Make the tables, in place of whatever is there; of two processes only the first one does."""
    connection.execute("BEGIN EXCLUSIVE")
    try:
        if not _is_of(connection, library):
            for kind, name in connection.execute(_OBJECTS).fetchall():
                connection.execute(f'DROP {kind} IF EXISTS "{name}"')
            for statement in SCHEMA:
                connection.execute(statement)
            connection.execute("INSERT INTO state (library, change) VALUES (?, 0)", (library,))
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
