"""The whole library as rows that any program can read, and back: for leaving, and for other machines."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsreader.store.errors import LibraryError
from newsreader.store.sqlite.errors import UNWRITABLE, explained
from newsreader.store.sqlite.migrate import migrate, steps_seen
from newsreader.store.sqlite.safety import opened_to_read
from newsreader.store.sqlite.schema import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Row = dict[str, Any]
"""The columns of a row by name; bytes, which JSON has not, are `{"bytes": hexadecimal}`."""


@dataclass(frozen=True, slots=True)
class Dump:
    """The library at one moment."""

    connection: sqlite3.Connection
    form: int
    """How many migrations it has seen."""

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables, in the order in which they were made."""
        return _tables(self.connection)

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table, in the order of its key."""
        names = _columns(self.connection, table)
        for row in self.connection.execute(
            f"SELECT * FROM {table} ORDER BY {', '.join(_keys(self.connection, table))}"
        ):
            yield dict(zip(names, map(plain, row), strict=True))

    def private_acts(self) -> frozenset[str]:
        """The ids of none: in a file one is alone."""
        return frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """What a table of the newest form is like."""

    types: dict[str, str]
    """The type of each column, by name, in their order."""
    key: tuple[str, ...]


def newest_form() -> dict[str, Table]:
    """The tables of the newest form, by name, in an order in which they can be filled."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        migrate(fresh, None, "The library in memory")
        return {name: Table(_types(fresh, name), tuple(_keys(fresh, name))) for name in _tables(fresh)}


@contextmanager
def dumped(library: Path) -> Iterator[Dump]:
    """The library in a file as it is now; what is written meanwhile is not in it. Raises LibraryError."""
    try:
        with closing(opened_to_read(library)) as it:
            it.isolation_level = None
            form = steps_seen(it, str(library))
            it.execute("BEGIN")
            yield Dump(it, form)
    except sqlite3.Error as error:
        raise LibraryError(f"The library could not be read: {error}.") from error


def build(file: Path, form: int, tables: frozenset[str], rows: Iterable[tuple[str, Row]]) -> None:
    """Make a library of rows, each with the name of its table, and bring it to the newest form.

    `form` is that of the library they are from, and `tables` are those that may have rows. Raises LibraryError for
    rows that are of no library, and if a table is missing, for what was in it would be lost without a word; the file
    may be there then.
    """
    if form < 1:
        raise LibraryError("It is no archive of a library.")
    if form > len(MIGRATIONS):
        raise LibraryError("It was written by a newer version of newsreader: update newsreader to read it.")
    try:
        with closing(sqlite3.connect(file, isolation_level=None)) as made:
            migrate(made, None, str(file), MIGRATIONS[:form])
            if missing := [table for table in _tables(made) if table not in tables]:
                raise LibraryError(f"It is damaged: the table {missing[0]} is missing.")
            made.execute("PRAGMA foreign_keys = OFF")
            made.execute("BEGIN")
            _fill(made, rows)
            made.execute("COMMIT")
            migrate(made, None, str(file))
    except (OverflowError, UnicodeEncodeError) as error:
        raise LibraryError("It is of no library: it has what none has.") from error
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in UNWRITABLE:
            raise explained(error, "The library", file) from error
        raise LibraryError(f"It is of no library: {error}.") from error


def _fill(made: sqlite3.Connection, rows: Iterable[tuple[str, Row]]) -> None:
    known = {table: frozenset(_columns(made, table)) for table in _tables(made)}
    for table, row in rows:
        if table not in known or not row.keys() <= known[table]:
            raise LibraryError("It is of no library: it has what none has.")
        names = ", ".join(row)
        values = [stored(each) for each in row.values()]
        made.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(values))})", values)


def _tables(connection: sqlite3.Connection) -> tuple[str, ...]:
    rows = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid"
    )
    return tuple(name for (name,) in rows)


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [*_types(connection, table)]


def _types(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    return {name: kind for _, name, kind, *_ in connection.execute(f"PRAGMA table_info({table})")}


def _keys(connection: sqlite3.Connection, table: str) -> list[str]:
    rows = connection.execute(f"PRAGMA table_info({table})").fetchall()
    return [name for _, name, *_, place in sorted(rows, key=lambda row: row[-1]) if place]


def plain(value: object) -> object:
    """A value as JSON has it."""
    return {"bytes": value.hex()} if isinstance(value, bytes) else value


def stored(value: object) -> object:
    """The value that became this one by `plain`. Raises LibraryError."""
    if not isinstance(value, dict):
        return value
    try:
        return bytes.fromhex(value["bytes"])
    except (KeyError, TypeError, ValueError) as error:
        raise LibraryError("It is of no library: it has what none has.") from error
