"""The whole library on a server as the rows of a library in a file, and back."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

import psycopg

from newsreader.store.errors import LibraryError
from newsreader.store.postgres.database import LOCK, READ
from newsreader.store.postgres.dialect import got, sent
from newsreader.store.postgres.errors import explained
from newsreader.store.postgres.opening import check, connected, migrate
from newsreader.store.postgres.schema import SCHEMA
from newsreader.store.sqlite.archive import Table, newest_form, plain, stored
from newsreader.store.sqlite.schema import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreader.store.dump import Row
    from newsreader.store.server_address import ServerAddress

AT_ONCE = 500
"""Rows that go in one way or the other together."""
_AUTHOR = "CASE WHEN person = current_user THEN author ELSE person::text END"
"""In the file of one person, what others did has their names."""
_NUMBERED = (
    *(("shared_article", "id"), ("version", "id"), ("stream", "id"), ("shared_event", "seq"), ("gazetteer", "turn")),
    *(("feed", "id"), ("known_source", "id"), ("known_thing", "id")),
)
"""The tables that give out numbers by themselves."""
_FILLED = "SELECT " + " OR ".join(
    f"EXISTS (SELECT FROM {each})" for each in ("shared_article", "shared_event", "feed", "known_source", "search")
)


class ServerDump:
    """`dump.Dump`, over a transaction."""

    form = len(MIGRATIONS)

    def __init__(self, connection: psycopg.Connection[Any], shape: dict[str, Table]) -> None:
        self._connection = connection
        self._shape = shape
        self.tables = tuple(shape)

    def rows(self, table: str) -> Iterator[Row]:
        """See the protocol."""
        shape = self._shape[table]
        columns = ", ".join(_AUTHOR if (table, each) == ("event", "author") else f'"{each}"' for each in shape.types)
        order = ", ".join(_ordered(name, shape.types[name]) for name in shape.key)
        with self._connection.cursor(name="rows") as cursor:
            cursor.itersize = AT_ONCE
            cursor.execute(f'SELECT {columns} FROM "{table}" ORDER BY {order}'.encode())
            for row in cursor:
                yield dict(zip(shape.types, map(_given, row), strict=True))

    def private_acts(self) -> frozenset[str]:
        """See the protocol."""
        return frozenset(str(got(name)) for (name,) in self._connection.execute(b"SELECT id FROM event WHERE private"))


@contextmanager
def dumped_from_server(address: ServerAddress) -> Iterator[ServerDump]:
    """What whoever asks may see of the library as it is now. Raises LibraryError."""
    with _connection(address) as connection:
        connection.execute(READ.encode())
        yield ServerDump(connection, newest_form())


class Filling:
    """A library that is being filled, of which nobody sees anything until it is whole."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        self._shape = newest_form()
        self.dump = ServerDump(connection, self._shape)
        """What is in it so far."""

    def fill(self, rows: Iterable[tuple[str, Row]]) -> None:
        """Put rows in, each with the name of its table; those of the journal have `private`, too."""
        for (table, columns), several in groupby(rows, key=lambda each: (each[0], tuple(each[1]))):
            truths = self._truths(table)
            names, places = ", ".join(f'"{each}"' for each in columns), ", ".join(["%s"] * len(columns))
            statement = f'INSERT INTO "{table}" ({names}) VALUES ({places})'.encode()
            values = ([_taken(each, row[each], truths) for each in columns] for _, row in several)
            while batch := [*islice(values, AT_ONCE)]:
                self._connection.cursor().executemany(statement, batch)

    def number(self) -> None:
        """Have what comes from now on get numbers that nothing has."""
        for table, column in _NUMBERED:
            self._go_on(f"pg_get_serial_sequence('{SCHEMA}.{table}', '{column}')", table, column)
        self._go_on("'change_number'", "shared_article", "change")
        self._go_on("'search_number'", "search", "id")

    def _go_on(self, sequence: str, table: str, column: str) -> None:
        statement = f"SELECT setval({sequence}, coalesce(max({column}), 0) + 1, FALSE) FROM {table}"
        self._connection.execute(statement.encode())

    def _truths(self, table: str) -> frozenset[str]:
        """The columns of a table that are true or false, which a file has as numbers."""
        rows = self._connection.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND atttypid = 'boolean'::regtype",
            (f'{SCHEMA}."{table}"',),
        )
        return frozenset(name for (name,) in rows)


@contextmanager
def filling(address: ServerAddress) -> Iterator[Filling]:
    """A library to be filled, which is there on leaving, as a whole or not at all. Raises LibraryError.

    There must be none yet, or one in which there is nothing.
    """
    name = f"The library {address}"
    with _connection(address) as connection:
        check(connection, name)
        migrate(connection, name)
        connection.execute(b"BEGIN")
        connection.execute(f"SELECT pg_advisory_xact_lock({LOCK})".encode())
        connection.execute(b"SET CONSTRAINTS ALL DEFERRED")
        row = connection.execute(_FILLED.encode()).fetchone()
        if row and row[0]:
            raise LibraryError(f"{name} has something in it already: name a database without a library.")
        made = Filling(connection)
        yield made
        made.number()
        connection.execute(b"COMMIT")


def _ordered(name: str, kind: str) -> str:
    """How a column is put in order as in a file: what is text comes before what is bytes."""
    return f'left("{name}", 2) = E\'\\x1a=\', "{name}"' if kind == "ANY" else f'"{name}"'


def _given(value: object) -> object:
    if isinstance(value, bool):
        return int(value)
    found = got(value)
    # No file holds halves of surrogates.
    return plain(found if found is value or not isinstance(found, str) else found.encode("utf-8", "replace").decode())


def _taken(column: str, value: object, truths: frozenset[str]) -> object:
    return None if value is None else bool(value) if column in truths else sent(stored(value))


@contextmanager
def _connection(address: ServerAddress) -> Iterator[psycopg.Connection[Any]]:
    name = f"The library {address}"
    with connected(address.url) as connection:
        try:
            yield connection
        except psycopg.errors.UndefinedTable as error:
            raise LibraryError(f"There is no library at {address}.") from error
        except psycopg.Error as error:
            raise explained(error, name, lost=connection.closed) from error
