"""Copies of the library, and whether it is sound."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from newsreader.store.errors import LibraryError, explained
from newsreader.store.migrate import back_up, steps_seen

if TYPE_CHECKING:
    from pathlib import Path


def backup(library: Path, target: Path | None = None) -> Path:
    """Copy the library, also while it is in use, and return the copy; by default into `backups` beside it.

    Raises LibraryError if it cannot be read or the target is there already.
    """
    name = f"The library {printable(str(library))}"
    if not library.exists():
        raise LibraryError(f"{name} does not exist, so there is nothing to copy.")
    try:
        if target is None:
            return back_up(library, "copy")
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        _copy(library, target)
    except FileExistsError as error:
        raise LibraryError(f"{printable(str(target))} exists already: name a new file.") from error
    except OSError as error:
        raise LibraryError(f"The copy could not be written: {error.strerror}.") from error
    except sqlite3.Error as error:
        raise explained(error, name) from error
    return target


def restore(library: Path, copy: Path) -> Path | None:
    """Put the copy in the place of the library; what was there is copied first, and where to is returned.

    Raises LibraryError if the copy is not a sound library; the library is then as it was.
    """
    problems = check(copy)
    if problems:
        raise LibraryError(f"{printable(str(copy))} was not restored: {problems[0]}")
    before = backup(library) if library.exists() else None
    library.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        os.close(os.open(library, os.O_CREAT | os.O_RDWR, 0o600))
        _copy(copy, library)
    except OSError as error:
        raise LibraryError(f"The library could not be written: {error.strerror}.") from error
    except sqlite3.Error as error:
        raise explained(error, f"The library {printable(str(library))}") from error
    return before


def check(library: Path) -> list[str]:
    """What is wrong with the file, a sentence each; nothing if it is a sound library. Changes nothing."""
    name = printable(str(library))
    if not library.exists():
        return [f"{name} does not exist."]
    try:
        with closing(sqlite3.connect(f"{library.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            if steps_seen(connection, name) == 0:
                return [f"{name} is not a library."]
            found = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
            found += [
                f"a row of {table} points nowhere" for table, *_ in connection.execute("PRAGMA foreign_key_check")
            ]
    except LibraryError as error:
        return [error.sentence]
    except sqlite3.Error as error:
        return [explained(error, name).sentence]
    return [f"{name} is damaged: {printable(problem)}." for problem in found]


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
        one.backup(other)
