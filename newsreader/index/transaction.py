"""Changes of the index that happen as a whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


@contextmanager
def writing(index: sqlite3.Connection) -> Iterator[None]:
    """A transaction, which has the lock from its beginning; inside another one it is part of that."""
    is_inner = index.in_transaction
    if is_inner:
        yield
        return
    index.execute("BEGIN IMMEDIATE")
    try:
        yield
        index.execute("COMMIT")
    finally:
        if index.in_transaction:
            index.execute("ROLLBACK")
