"""Opening the library file safely: a new one is made whole, another program's is left alone, an old one brought up."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from newsreader.store.errors import LibraryError
from newsreader.store.sqlite import copies, place
from newsreader.store.sqlite.database import BUSY_SECONDS, Database, check_writable
from newsreader.store.sqlite.errors import UNWRITABLE, explained, require_file
from newsreader.store.sqlite.migrate import migrate, steps_seen
from newsreader.store.sqlite.read_only import in_memory, read_as_it_is
from newsreader.store.sqlite.schema import MIGRATIONS
from newsreader.store.sqlite.write_ahead import use_write_ahead_log

if TYPE_CHECKING:
    from pathlib import Path

OLDEST_SQLITE = (3, 37, 0)
"""The first version with STRICT tables."""


def open_file(path: Path, *, check: bool = True) -> Database:
    """Open the library at `path`, creating it and its folder if need be; raises LibraryError.

    Without `check` it is left open whether it may be written; where it surely may not, it can be read.
    """
    _check_sqlite()
    name = f"The library {printable(str(path))}"
    require_file(path, name)
    if not path.exists():
        _make(path, name)
    unwritable = place.trouble(path)
    if unwritable is not None:
        return _open_to_read(path, name, place.sentence(unwritable, name), check=check)
    try:
        return Database(_connect(path, name, check=check), name, path)
    except sqlite3.Error as error:
        reason = explained(error, name, path)
        if error.sqlite_errorcode & 0xFF not in UNWRITABLE:
            raise reason from error
        return _open_to_read(path, name, reason.sentence, check=check)
    except OSError as error:
        raise LibraryError(f"{name} could not be backed up before its update: {error.strerror}.") from error


def open_in_memory() -> Database:
    """An empty library that is gone when it is closed."""
    _check_sqlite()
    name = "The library in memory"
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    _prepare(connection)
    migrate(connection, None, name)
    return Database(connection, name)


def _open_to_read(path: Path, name: str, why: str, *, check: bool) -> Database:
    """Open a library that cannot be written, and say why it cannot if that is asked for."""
    if check:
        raise LibraryError(why)
    try:
        _require_something(path, name)
        return Database(_connect_to_read(path, name), name, path, why)
    except sqlite3.Error as error:
        raise explained(error, name, path) from error
    except OSError as error:
        raise LibraryError(f"{name} could not be read: {error.strerror}.") from error


def _connect_to_read(path: Path, name: str) -> sqlite3.Connection:
    """Raises LibraryError, sqlite3.Error, and OSError where a copy is needed and cannot be made."""
    connection = read_as_it_is(path)
    try:
        if _form(connection, name) < len(MIGRATIONS):
            connection = in_memory(connection)
            migrate(connection, None, name)
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _form(connection: sqlite3.Connection, name: str) -> int:
    """How many steps the library has seen; raises LibraryError if it is none."""
    version = steps_seen(connection, name)
    if version == 0:
        raise LibraryError(f"{name} is another program's database: name another data folder in NEWSREADER_DATA_DIR.")
    return version


def _make(path: Path, name: str) -> None:
    """Make the folder (0700) and a new library (0600), which is there whole or not at all."""
    if path.parts and path.parts[0] == "~":
        raise LibraryError("There is no home folder for the library: name a data folder in NEWSREADER_DATA_DIR.")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with copies.part_of(path) as part:
            with closing(sqlite3.connect(part, timeout=0, isolation_level=None)) as connection:
                migrate(connection, None, name)
            # Another instance may have been quicker.
            with suppress(FileExistsError):
                copies.publish(part, path)
        copies.sync_folder(path.parent.parent)
    except sqlite3.Error as error:
        raise explained(error, name, path) from error
    except OSError as error:
        raise LibraryError(
            f"{name} could not be opened ({error.strerror}): check the folder, or name another in NEWSREADER_DATA_DIR."
        ) from error


def _require_something(path: Path, name: str) -> None:
    if path.stat().st_size == 0:
        raise LibraryError(
            f"{name} is an empty file, which no library is: put a backup in its place (newsreader annotations "
            "restore), or remove it to begin anew."
        )


def _connect(path: Path, name: str, *, check: bool) -> sqlite3.Connection:
    """Raises LibraryError, sqlite3.Error, and OSError if there can be no copy before the file is brought up."""
    _require_something(path, name)
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        # Looked at first: the switch to write-ahead logging would already change another program's file.
        _form(connection, name)
        _prepare(connection)
        migrate(connection, path, name)
        if check:
            check_writable(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_sqlite() -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise LibraryError(
            f"The library needs SQLite 3.37 and this Python has {sqlite3.sqlite_version}: install a newer Python."
        )


def _prepare(connection: sqlite3.Connection) -> None:
    use_write_ahead_log(connection, BUSY_SECONDS)
    connection.execute("PRAGMA foreign_keys = ON")
    # Only macOS knows the stronger flush; elsewhere the setting does nothing.
    connection.execute("PRAGMA fullfsync = ON")
