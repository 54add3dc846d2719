"""What goes wrong with the index."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class IndexFileError(Exception):
    """There can be no index; the message is a sentence for the reader."""


class Interrupted(Exception):  # noqa: N818
    """A question ended before it was answered, since nobody wants the answer any more."""


@contextmanager
def explained() -> Iterator[None]:
    """Have an error of SQLite be an `IndexFileError`, but `Interrupted` if the answer is not wanted any more."""
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise Interrupted from error
        raise IndexFileError(
            f"The index of the library cannot be used: {error}. “newsreader index --rebuild” makes a new one."
        ) from error
