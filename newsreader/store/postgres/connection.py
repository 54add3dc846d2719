"""A connection to the server that is made anew when it was lost, and never says that something is kept which is not."""

from __future__ import annotations

import logging
import time
from contextlib import contextmanager
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

import psycopg

from newsreader.store.errors import LibraryError
from newsreader.store.postgres.dialect import got, sent, translated
from newsreader.store.postgres.errors import LOST
from newsreader.store.postgres.patience import SilentServerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

logging.getLogger("psycopg").addHandler(logging.NullHandler())  # else its warnings end up on the screen

UNKNOWN = (
    "The connection to {inside} was lost while a change was being kept: look whether it is there before you make it "
    "again."
)
_LOOKS = 50
"""How often it is looked whether the server has carried out a unit of work or given it up, while it does neither."""
_PAUSE = 0.1
"""Seconds between two looks."""


REST = 1.5
"""Seconds after which a server that answered nobody is tried again."""


class Fetched:
    """`sql.connection.Rows`, which come when they are asked for; `settle` has the server carry out what it was told."""

    def __init__(self, cursor: psycopg.Cursor[Any], settle: Callable[[], object]) -> None:
        self._cursor = cursor
        self._settle = settle

    @property
    def rowcount(self) -> int:
        """See the protocol."""
        self._settle()
        return self._cursor.rowcount

    @cached_property
    def _rows(self) -> Iterator[Any]:
        self._settle()
        rows = self._cursor.fetchall() if self._cursor.description else []
        return iter([tuple(map(got, row)) for row in rows])

    def fetchone(self) -> Any:
        """See the protocol."""
        return next(self._rows, None)

    def fetchall(self) -> list[Any]:
        """See the protocol."""
        return list(self._rows)

    def __iter__(self) -> Iterator[Any]:
        return self._rows


class ServerConnection:
    """`sql.connection.Connection`, whose every method may raise psycopg.Error; `connect` makes a new one.

    `inside` is what to call the library within a sentence.
    """

    def __init__(
        self, connect: Callable[[], psycopg.Connection[Any]], inside: str, connection: psycopg.Connection[Any]
    ) -> None:
        self._connect = connect
        self._inside = inside
        self._open = connection
        self._pipeline: psycopg.Pipeline | None = None
        self._silent_at = -REST
        """When the server was last found to answer nobody, on the monotonic clock."""
        self._told = 0
        self._settled = 0

    def execute(self, statement: str, parameters: Sequence[Any] = (), /) -> Fetched:
        """See the protocol."""
        return self._fetched(self._open.execute(translated(statement), [*map(sent, parameters)]))

    def executemany(self, statement: str, parameters: Iterable[Sequence[Any]], /) -> Fetched:
        """See the protocol."""
        cursor = self._open.cursor()
        cursor.executemany(translated(statement), [[*map(sent, each)] for each in parameters])
        return self._fetched(cursor)

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """Send statements whose results nobody asks for together with the next one; what fails may be said later.

        All have been carried out on leaving.
        """
        with self._open.pipeline() as self._pipeline:
            try:
                yield
            finally:
                self._pipeline = None

    def tell(self, statement: str, *parameters: Any) -> None:
        """Carry out PostgreSQL's own statement, which has `%s` for each of the parameters."""
        self._open.execute(statement.encode(), parameters)

    def ask(self, question: str, *parameters: Any) -> Any:
        """The row that PostgreSQL's own statement returns, which has `%s` for each of the parameters."""
        cursor = self._open.execute(question.encode(), parameters)
        self._told += 1
        self._settle(self._told)
        return cursor.fetchone()

    def begin(self, *statements: str) -> Any:
        """Begin a transaction, over a new connection if the old one is lost; returns the row of the last statement."""
        try:
            return self._begin(statements)
        except SilentServerError:
            self._silent_at = time.monotonic()
            raise
        except psycopg.OperationalError:
            # Nothing was done yet, so that it can be begun again.
            if not self.is_lost:
                raise
        self._open = self._connect_again()
        return self._begin(statements)

    def commit(self, unit: str) -> None:
        """Carry out the transaction with the number `unit`.

        Where the answer is lost, the server is asked what became of it, unless it answers nobody. Raises LibraryError
        where nothing was changed, and where nobody knows.
        """
        try:
            self._open.execute(b"COMMIT")
        except SilentServerError as error:
            raise LibraryError(UNKNOWN.format(inside=self._inside)) from error
        except psycopg.OperationalError as error:
            if not self.is_lost:
                raise
            if not self._was_committed(unit, error):
                raise LibraryError(LOST.format(inside=self._inside)) from error

    def roll_back(self) -> None:
        """Undo what was not committed; the server has done so by itself where the connection was lost."""
        if self.is_lost or self._open.info.transaction_status == psycopg.pq.TransactionStatus.IDLE:
            return
        try:
            self._open.execute(b"ROLLBACK")
        except psycopg.OperationalError:
            self._open.close()

    @property
    def is_lost(self) -> bool:
        """Whether the connection is none any more."""
        return self._open.closed or self._open.broken

    def close(self) -> None:
        """Close the connection; safe to call twice."""
        self._open.close()

    def _fetched(self, cursor: psycopg.Cursor[Any]) -> Fetched:
        self._told += 1
        return Fetched(cursor, partial(self._settle, self._told))

    def _settle(self, number: int) -> None:
        """Have the server carry out what it was told so far, unless it did so for a later statement."""
        if self._pipeline is not None and number > self._settled:
            self._pipeline.sync()
            self._settled = self._told

    def _connect_again(self) -> psycopg.Connection[Any]:
        """Another connection, for which whatever waits for a silent server does not wait one after the other."""
        if time.monotonic() - self._silent_at < REST:
            raise LibraryError(LOST.format(inside=self._inside))
        try:
            return self._connect()
        except LibraryError as error:
            if isinstance(error.__cause__, psycopg.errors.ConnectionTimeout):
                self._silent_at = time.monotonic()
            raise

    def _begin(self, statements: Sequence[str]) -> Any:
        cursor = self._open.execute("; ".join(statements).encode())
        while cursor.nextset():
            pass
        return cursor.fetchone() if cursor.description else None

    def _was_committed(self, unit: str, lost: psycopg.Error) -> bool:
        for _ in range(_LOOKS):
            try:
                self._open = self._connect()
                (state,) = self.ask("SELECT pg_xact_status(%s::xid8)", unit)
            except (psycopg.Error, LibraryError):
                break
            if state != "in progress":
                return bool(state == "committed")
            time.sleep(_PAUSE)
        raise LibraryError(UNKNOWN.format(inside=self._inside)) from lost
