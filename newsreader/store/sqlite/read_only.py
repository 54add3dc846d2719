"""Reading a library where nothing can be written or locked: a full disk, a read-only one, another person's file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

UNSAVED = ("-wal", "-journal")
"""What SQLite keeps beside a file: with something in one of them, the file alone is not the whole library."""


def read_as_it_is(path: Path) -> sqlite3.Connection:
    """A connection that reads the whole library in the form that it has, and leaves no file beside it.

    Raises sqlite3.Error, and OSError where a copy is needed and cannot be made.
    """
    if _beside(path, *UNSAVED, "-shm"):
        # What another instance has open can be read through what it keeps beside the file.
        connection = _open(f"{path.absolute().as_uri()}?mode=ro")
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.OperationalError:
            connection.close()
        else:
            return connection
    return _whole(path) if _beside(path, *UNSAVED) else _open(f"{path.absolute().as_uri()}?mode=ro&immutable=1")


def _whole(path: Path) -> sqlite3.Connection:
    """The file with what is kept beside it, put together in another folder and read into memory."""
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        for end in ("", *_beside(path, *UNSAVED)):
            shutil.copyfile(path.with_name(path.name + end), os.path.join(folder, f"copy{end}"))
        return in_memory(_open(os.path.join(folder, "copy"), uri=False))


def in_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A copy of what is open, which is closed."""
    with closing(connection):
        memory = _open(":memory:", uri=False)
        connection.backup(memory)
    return memory


def _open(target: str, *, uri: bool = True) -> sqlite3.Connection:
    return sqlite3.connect(target, uri=uri, isolation_level=None, check_same_thread=False)


def _beside(path: Path, *ends: str) -> list[str]:
    """Which of the files beside the library have something in them."""
    files = {end: path.with_name(path.name + end) for end in ends}
    return [end for end, file in files.items() if file.exists() and file.stat().st_size]
