"""Copies of the library, and whether it is sound."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from newsreader.store.errors import LibraryError
from newsreader.store.sqlite.copies import back_up, back_up_before, copy, replace
from newsreader.store.sqlite.errors import explained, require_file
from newsreader.store.sqlite.migrate import steps_seen

if TYPE_CHECKING:
    from pathlib import Path


def backup(library: Path, target: Path | None = None) -> Path:
    """Copy the library, also while it is in use, and return the copy; by default into `backups` beside it.

    Raises LibraryError if it cannot be read or the target is there already.
    """
    name = f"The library {printable(str(library))}"
    if not library.exists():
        raise LibraryError(f"{name} does not exist, so there is nothing to copy.")
    require_file(library, name)
    try:
        if target is None:
            return back_up(library)
        copy(library, target)
    except FileExistsError as error:
        raise LibraryError(f"{printable(str(target))} exists already: name a new file.") from error
    except OSError as error:
        raise LibraryError(f"The copy could not be written: {error.strerror}.") from error
    except sqlite3.Error as error:
        raise explained(error, name) from error
    return target


def restore(library: Path, source: Path) -> Path | None:
    """Put the copy `source` in the place of the library, also while it is in use or damaged.

    What was there is copied first, and where to is returned. Raises LibraryError if `source` is not a sound library;
    the library is then as it was.
    """
    require_file(library, f"The library {printable(str(library))}")
    problems = check(source)
    if problems:
        raise LibraryError(f"{printable(str(source))} was not restored: {problems[0]}")
    try:
        library.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if library.exists():
            return _replace(library, source)
        copy(source, library)
    except OSError as error:
        raise LibraryError(f"The library could not be written: {error.strerror}.") from error
    except sqlite3.Error as error:
        raise explained(error, f"The library {printable(str(library))}") from error
    return None


def _replace(library: Path, source: Path) -> Path:
    try:
        before = back_up_before(library, "restore")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise
        return replace(library, source)
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(library)) as other:
        one.backup(other)
    return before


def check(library: Path) -> list[str]:
    """What is wrong with the file, a sentence each; nothing if it is a sound library.

    Changes nothing, but for finishing or undoing what a crash interrupted, as any opening does.
    """
    name = printable(str(library))
    if not library.exists():
        return [f"{name} does not exist."]
    try:
        require_file(library, name)
        try:
            found = _problems(library, name, "ro")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
            found = _problems(library, name, "rw")
    except LibraryError as error:
        return [error.sentence]
    except sqlite3.Error as error:
        return [explained(error, name).sentence]
    return [f"{name} is damaged: {printable(problem)}." for problem in found]


def _problems(library: Path, name: str, mode: str) -> list[str]:
    with closing(sqlite3.connect(f"{library.absolute().as_uri()}?mode={mode}", uri=True)) as connection:
        if steps_seen(connection, name) == 0:
            raise LibraryError(f"{name} is not a library.")
        found = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        return found + [
            f"a row of {table} points nowhere" for table, *_ in connection.execute("PRAGMA foreign_key_check")
        ]
