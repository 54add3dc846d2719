"""The errors of SQLite, each as one sentence that says what to do."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from newsreader.store.errors import LibraryError
from newsreader.store.sqlite import place

if TYPE_CHECKING:
    from pathlib import Path

_FULL = "The disk is full, so nothing was changed in {inside}: free some space and try again."
_BUSY = "Another program is holding {inside}: close it and try again."
_READ_ONLY = "{name} cannot be written: check the permissions of the file and its folder."
_DAMAGED = "{name} is damaged and was left as it is: move it elsewhere, and put a backup in its place if there is one."
_BROKEN_DISK = "The disk failed while {inside} was in use: check the disk, and copy the file before going on."
_NO_TEXT = "Could not decode to UTF-8"
"""What Python says of a text whose bytes are damaged."""
_OTHER = "{name} could not be used: {reason}."

_SENTENCES = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_IOERR: _BROKEN_DISK,
}


UNWRITABLE = frozenset(
    {
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
    }
)
"""How SQLite fails where a file, or what it keeps beside it, cannot be written."""


def require_file(path: Path, name: str) -> None:
    """Raise LibraryError if something is there that is no file: SQLite would wait for a pipe without end."""
    if path.is_dir():
        raise LibraryError(f"{name} is a folder: a library is a file in one.")
    if path.exists() and not path.is_file():
        raise LibraryError(f"{name} is no file but a pipe or a device: move it elsewhere.")
    if path.is_symlink() and not path.exists():
        raise LibraryError(f"{name} is a link to a file that is not there: remove the link, or bring the file back.")


def explained(error: sqlite3.Error, name: str, path: Path | None = None) -> LibraryError:
    """The sentence for an error of SQLite; `name` is what the reader calls the file at `path`, safe to print.

    SQLite keeps to itself what the system said, so where something cannot be written the system is asked again.
    """
    # The errors that Python raises itself, such as for a closed connection, carry no code.
    code: int = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if path is not None and code in UNWRITABLE | {sqlite3.SQLITE_BUSY}:
        reason = place.trouble(path)
        if reason is not None:
            return LibraryError(place.sentence(reason, name))
    sentence = _SENTENCES.get(code, _DAMAGED if _NO_TEXT in str(error) else _OTHER)
    inside = name[:1].lower() + name[1:]
    return LibraryError(sentence.format(name=name, inside=inside, reason=str(error).rstrip(".")))
