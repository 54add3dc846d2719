"""Asks the file of the index."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

from newsreader.index.errors import explained

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

_PIECE = 2000
"""Rows that are held at once where many are gone through."""


class Rows:
    """What a question in SQL is answered with. Raises `IndexFileError`, or `Interrupted`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows."""
        with explained():
            return self._connection.execute(sql, parameters).fetchall()

    def one(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """The number in the only row."""
        ((number,),) = self.all(sql, parameters)
        return int(number)

    def pieces(
        self, sql: str, parameters: Sequence[object] = (), most: int = _PIECE
    ) -> Iterator[list[tuple[Any, ...]]]:
        """The rows, at most so many at a time."""
        with explained(), closing(self._connection.execute(sql, parameters)) as cursor:
            # Closed by whoever stops early, too: as long as a question is open, nothing newer is seen.
            while rows := cursor.fetchmany(most):
                yield rows
