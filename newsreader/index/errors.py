"""What goes wrong with the index."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class IndexFileError(Exception):
    """There can be no index; the message is a sentence for the reader."""


@contextmanager
def explained() -> Iterator[None]:
    """Have an error of SQLite be an `IndexFileError`."""
    try:
        yield
    except sqlite3.Error as error:
        raise IndexFileError(
            f"The index of the library cannot be used: {error}. “newsreader index --rebuild” makes a new one."
        ) from error
