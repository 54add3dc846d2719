"""What the parts of a unit of work need of a database: a connection, and the few things that each does in its own way.

A connection of Python's `sqlite3` is one as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsreader.article import Article


Numbered = Literal["article", "version", "change"]
"""What has numbers that are given out before it is made; `change` is that of an article."""


class Rows(Protocol):
    """What a statement returned."""

    @property
    def rowcount(self) -> int:
        """How many rows a statement without RETURNING made, changed or removed."""

    def fetchone(self) -> Any:
        """The next row as a tuple, None if there is none."""

    def fetchall(self) -> list[Any]:
        """The other rows."""

    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """Carries out statements, with a `?` for each of the parameters, inside the transaction of a unit of work."""

    def execute(self, statement: str, parameters: Sequence[Any] = (), /) -> Rows:
        """Carry out one statement."""

    def executemany(self, statement: str, parameters: Iterable[Sequence[Any]], /) -> Rows:
        """Carry out one statement with each of the parameters; it returns no rows."""


class Engine(Protocol):
    """What each database does in its own way."""

    @property
    def is_shared(self) -> bool:
        """Whether several people share the library: of an event it is known whose it is, and it may be private."""

    @property
    def only_reads(self) -> bool:
        """Whether whoever reads may change nothing that others see."""

    def insert(self, statement: str, parameters: Sequence[Any], number: str = "id") -> int:
        """Carry out an INSERT of one row and return its number, which is in the column `number`.

        0 if there is no such row, since it ended with ON CONFLICT DO NOTHING.
        """

    def note_changes(self, articles: Iterable[int], *, own: bool = False) -> None:
        """Give articles the next numbers of changes: whoever keeps an index has to look at them again.

        An `own` change is of what only this person has of an article, where several people share the library.
        """

    def last_change(self) -> int:
        """The number of the last change of any article, 0 if there is none."""

    def numbers(self, what: Numbered, count: int) -> Sequence[int]:
        """So many numbers of it that none had, in rising order."""

    def keep_texts(self, articles: Iterable[Article]) -> None:
        """Keep the texts of articles that are not known."""
