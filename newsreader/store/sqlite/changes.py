"""The numbers of changes: what an index of articles has to look at again has one above all that it has seen."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable


def note_changes(connection: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Note that something about articles is otherwise than before."""
    (last,) = connection.execute("SELECT coalesce(max(change), 0) FROM article").fetchone()
    connection.executemany("UPDATE article SET change = ? WHERE id = ?", zip(count(last + 1), articles, strict=False))
