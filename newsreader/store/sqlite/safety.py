"""Copies of the library, and whether it is sound."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from newsreader.store.errors import LibraryError
from newsreader.store.sqlite import place
from newsreader.store.sqlite.copies import back_up, back_up_before, copy, part_of, publish, replace
from newsreader.store.sqlite.errors import UNWRITABLE, explained, require_file
from newsreader.store.sqlite.read_only import read_as_it_is
from newsreader.store.sqlite.soundness import problems, require_library

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
        with closing(opened_to_read(library)) as connection:
            require_library(connection, name)
        if target is None:
            return back_up(library)
        copy(library, target)
    except FileExistsError as error:
        raise LibraryError(f"{printable(str(target))} exists already: name a new file.") from error
    except OSError as error:
        raise LibraryError(f"The copy could not be written: {error.strerror}.") from error
    except sqlite3.Error as error:
        raise explained(error, name, library) from error
    return target


def restore(library: Path, source: Path) -> Path | None:
    """Put the copy `source` in the place of the library, also while it is in use or damaged.

    What was there is copied first, and where to is returned. Raises LibraryError if `source` is not a sound library;
    the library is then as it was.
    """
    name = f"The library {printable(str(library))}"
    require_file(library, name)
    _require_sound(source, source)
    try:
        library.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with part_of(library) as part:
            # What is put into place is what was looked at, whatever becomes of the source meanwhile.
            fresh = part.with_suffix(".new")
            copy(source, fresh)
            fresh.replace(part)
            _require_sound(part, source)
            if library.exists():
                return _replace(library, part)
            publish(part, library)
    except OSError as error:
        raise LibraryError(f"{name} could not be written: {error.strerror}.") from error
    except sqlite3.Error as error:
        raise explained(error, name, library) from error
    return None


def _require_sound(file: Path, source: Path) -> None:
    """Raise LibraryError if a file, which is from `source`, is no sound library."""
    found = check(file)
    if found:
        said = found[0].replace(printable(str(file)), printable(str(source)))
        raise LibraryError(f"{printable(str(source))} was not restored: {said}")


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
        with closing(opened_to_read(library)) as connection:
            found = problems(connection, name)
    except LibraryError as error:
        return [error.sentence]
    except sqlite3.Error as error:
        return [explained(error, name, library).sentence]
    except OSError as error:
        return [f"{name} could not be read: {error.strerror}."]
    return [f"{name} is damaged: {printable(problem)}." for problem in found]


def opened_to_read(library: Path) -> sqlite3.Connection:
    """A connection that reads the library, and writes nothing but what a crash left undone."""
    if place.trouble(library) is not None:
        return read_as_it_is(library)
    connection = sqlite3.connect(f"{library.absolute().as_uri()}?mode=rw", uri=True)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF not in UNWRITABLE:
            raise
        return read_as_it_is(library)
    except BaseException:
        connection.close()
        raise
    return connection
