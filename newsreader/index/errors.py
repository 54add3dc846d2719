"""What goes wrong with the index."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsreader.store.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterator


class IndexFileError(Exception):
    """There can be no index; the message is a sentence for the reader."""


class Interrupted(Exception):  # noqa: N818
    """A question ended before it was answered, since nobody wants the answer any more."""


@contextmanager
def explained() -> Iterator[None]:
    """Have an error of SQLite be an `IndexFileError`, but `Interrupted` if the answer is not wanted any more.

    So is one of the library that the index is made of, which may be out of reach.
    """
    try:
        yield
    except LibraryError as error:
        raise IndexFileError(str(error)) from error
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise Interrupted from error
        raise IndexFileError(
            f"The index of the library cannot be used: {error}. “newsreader index --rebuild” makes a new one."
        ) from error
