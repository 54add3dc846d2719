"""The connection behind a library, for tests that look at its rows; nothing in the program above the store has it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from newsreader.store.library import Library


@contextmanager
def reading(library: Library) -> Iterator[sqlite3.Connection]:
    """By itself, outside of any unit of work."""
    yield library._store._connection


@contextmanager
def writing(library: Library, *, durable: bool = False) -> Iterator[sqlite3.Connection]:
    """Inside a unit of work that is carried out on leaving."""
    with library.writing(durable=durable):
        yield library._store._connection
