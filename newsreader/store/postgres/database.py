"""An open library on a server, and units of work that either happen or raise LibraryError. `opening` opens it.

Units that write wait for each other, so that each sees what those before it did, as in a file; readers wait for nobody.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg

from newsreader.store.errors import LibraryError
from newsreader.store.postgres.connection import ServerConnection
from newsreader.store.postgres.engine import PostgresEngine
from newsreader.store.postgres.errors import explained
from newsreader.store.sql.unit import SqlUnit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsreader.store import protocols

LOCK = 0x4E575352
"""The number of the lock that whoever writes holds until the end of the transaction (`NWSR`)."""
READ = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_WRITE = (
    # What comes after the lock has to see what was done before it was given.
    "BEGIN ISOLATION LEVEL READ COMMITTED",
    # Whoever is stopped in the middle must not keep all others from writing.
    "SET LOCAL idle_in_transaction_session_timeout = '60s'",
    f"SELECT pg_advisory_xact_lock({LOCK}), pg_current_xact_id()::text",
)


class Server:
    """A library on a server, as a `protocols.Store`; any thread may use it, one at a time.

    Where `connection` is lost, the next unit of work makes another one by `connect`. `name` is what to call the library
    in a sentence.
    """

    def __init__(
        self, connect: Callable[[], psycopg.Connection[Any]], name: str, connection: psycopg.Connection[Any]
    ) -> None:
        self.name = name
        self._connection = ServerConnection(connect, name[:1].lower() + name[1:], connection)
        self._unit = SqlUnit(self._connection, PostgresEngine(self._connection))
        self._lock = threading.RLock()
        self._is_inside = False
        self._is_closed = False

    @contextmanager
    def reading(self) -> Iterator[protocols.Unit]:
        """See the protocol. Raises RuntimeError if something is written all the same."""
        with self._lock, self._explained():
            if self._is_inside:
                yield self._unit
                return
            with self._begun(READ):
                try:
                    yield self._unit
                except psycopg.errors.ReadOnlySqlTransaction as error:
                    raise RuntimeError("a unit of work that only reads has written") from error

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[protocols.Unit]:
        """See the protocol; all units are durable."""
        with self._lock, self._explained():
            if self._is_inside:
                raise RuntimeError("a unit of work that writes was begun within another one")
            with self._begun(*_WRITE) as (_, number):
                with self._connection.gathering():
                    yield self._unit
                self._connection.commit(number)

    def check_writable(self) -> None:
        """Find out whether the server lets anything be kept; raises LibraryError if not."""
        with self._lock, self._explained(), self._begun(*_WRITE):
            pass

    def close(self) -> None:
        """Close the connection; using the library afterwards raises LibraryError."""
        with self._lock:
            self._is_closed = True
            self._connection.close()

    @contextmanager
    def _begun(self, *statements: str) -> Iterator[Any]:
        """A transaction that is undone unless it was committed."""
        if self._is_closed:
            raise LibraryError(f"{self.name} could not be used: it was closed.")
        try:
            row = self._connection.begin(*statements)
            self._is_inside = True
            yield row
        finally:
            self._is_inside = False
            self._connection.roll_back()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            raise explained(error, self.name, lost=self._connection.is_lost) from error
