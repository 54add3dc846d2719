"""The errors of SQLite, each as one sentence that says what to do."""

from __future__ import annotations

import sqlite3

from newsreader.store.errors import LibraryError

_FULL = "The disk is full, so nothing was changed in {inside}: free some space and try again."
_BUSY = "Another program is holding {inside}: close it and try again."
_READ_ONLY = "{name} cannot be written: check the permissions of the file and its folder."
_DAMAGED = "{name} is damaged and was left as it is: move it elsewhere, and put a backup in its place if there is one."
_BROKEN_DISK = "The disk failed while {inside} was in use: check the disk, and copy the file before going on."
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


def explained(error: sqlite3.Error, name: str) -> LibraryError:
    """The sentence for an error of SQLite; `name` is what the reader calls the file, safe to print."""
    # The errors that Python raises itself, such as for a closed connection, carry no code.
    code: int = getattr(error, "sqlite_errorcode", 0) & 0xFF
    inside = name[:1].lower() + name[1:]
    sentence = _SENTENCES.get(code, _OTHER)
    return LibraryError(sentence.format(name=name, inside=inside, reason=str(error).rstrip(".")))
