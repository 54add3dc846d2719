"""Things known from elsewhere.

A file goes through the states: it is being taken, it is whole, it was given up. What was given up is found no more,
and cleared away in small pieces, so that nobody else waits for the library.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.store.clock import now
from newsreader.store.errors import LibraryError
from newsreader.store.known import KnownSource, KnownThing
from newsreader.store.sql.states import GIVEN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from newsreader.store.sql.connection import Connection, Engine

_TAKING, _WHOLE, _GIVEN_UP = range(3)
_SOURCE = "id, name, digest, taken, records, things, state"
_THING = "own_id, category, name, aliases, countries, birth, note, address"
_FOUND = f"""
SELECT source_id, {_THING} FROM known_thing WHERE id IN (
    SELECT thing_id FROM known_key
    WHERE source_id IN {GIVEN} AND key IN {GIVEN}
) ORDER BY source_id, own_id
"""


class SqlKnownThings:
    """`known.KnownThings`."""

    def __init__(self, connection: Connection, engine: Engine) -> None:
        self._connection = connection
        self._engine = engine

    def begin(self, name: str, digest: str) -> KnownSource:
        """See the protocol."""
        self._connection.execute(
            "UPDATE known_source SET state = ? WHERE name = ? AND digest <> ? AND state = ?",
            (_GIVEN_UP, name, digest, _TAKING),
        )
        known = (each for each in self.sources() if (each.name, each.digest) == (name, digest))
        found = max(known, key=lambda each: each.id, default=None)
        if found is not None:
            return found
        number = self._engine.insert(
            "INSERT INTO known_source (name, digest, taken, state) VALUES (?, ?, ?, ?)",
            (name, digest, now(), _TAKING),
        )
        return next(each for each in self.sources() if each.id == number)

    def add(self, source: int, things: Iterable[tuple[KnownThing, Collection[str]]], records: int) -> None:
        """See the protocol."""
        self._require(source)
        count = sum(self._keep(source, thing, keys) for thing, keys in things)
        self._connection.execute(
            "UPDATE known_source SET (records, things) = (?, things + ?) WHERE id = ?", (records, count, source)
        )

    def finish(self, source: int) -> None:
        """See the protocol."""
        self._require(source)
        self._connection.execute(
            "UPDATE known_source SET state = ? WHERE id <> ? AND name = (SELECT name FROM known_source WHERE id = ?)",
            (_GIVEN_UP, source, source),
        )
        self._connection.execute("UPDATE known_source SET state = ? WHERE id = ?", (_WHOLE, source))

    def sources(self) -> list[KnownSource]:
        """See the protocol."""
        rows = self._connection.execute(
            f"SELECT {_SOURCE} FROM known_source WHERE state <> ? ORDER BY name, id", (_GIVEN_UP,)
        )
        return [_source(*values) for values in rows]

    def of_source(self, source: int, after: str, limit: int) -> list[KnownThing]:
        """See the protocol."""
        rows = self._connection.execute(
            f"SELECT {_THING} FROM known_thing WHERE source_id = ? AND own_id > ? ORDER BY own_id LIMIT ?",
            (source, after, limit),
        )
        return [_thing(*values) for values in rows]

    def with_keys(self, keys: Collection[str]) -> list[tuple[KnownSource, KnownThing]]:
        """See the protocol."""
        whole = {each.name for each in self.sources() if each.whole}
        sources = {each.id: each for each in self.sources() if each.whole or each.name not in whole}
        wanted = (json.dumps([*sources]), json.dumps([_number(key) for key in keys]))
        return [(sources[source], _thing(*values)) for source, *values in self._connection.execute(_FOUND, wanted)]

    def give_up(self, name: str) -> bool:
        """See the protocol."""
        done = self._connection.execute(
            "UPDATE known_source SET state = ? WHERE name = ? AND state <> ?", (_GIVEN_UP, name, _GIVEN_UP)
        )
        return done.rowcount > 0

    def sweep(self, limit: int) -> bool:
        """See the protocol."""
        row = self._connection.execute("SELECT id FROM known_source WHERE state = ?", (_GIVEN_UP,)).fetchone()
        if row is None:
            return False
        for table, key in (("known_key", "key, thing_id"), ("known_thing", "id")):
            done = self._connection.execute(
                f"DELETE FROM {table} WHERE source_id = ? AND ({key}) IN "
                f"(SELECT {key} FROM {table} WHERE source_id = ? LIMIT ?)",
                (*row, *row, limit),
            )
            if done.rowcount:
                return True
        self._connection.execute("DELETE FROM known_source WHERE id = ?", row)
        return True

    def _require(self, source: int) -> None:
        """Raise LibraryError for a file that was given up, as by somebody else who takes it in as it is now."""
        if all(each.id != source for each in self.sources()):
            raise LibraryError("The file was given up meanwhile, or another one of its name is being taken in.")

    def _keep(self, source: int, thing: KnownThing, keys: Collection[str]) -> bool:
        number = self._engine.insert(
            f"INSERT INTO known_thing (source_id, {_THING}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (source, *_row(thing)),
        )
        if not number:
            return False
        self._connection.executemany(
            "INSERT INTO known_key VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [(source, _number(key), number) for key in keys],
        )
        return True


def _number(key: str) -> int:
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _source(number: int, name: str, digest: str, taken: str, records: int, things: int, state: int) -> KnownSource:
    return KnownSource(number, name, digest, taken, records, things, state == _WHOLE)


def _row(thing: KnownThing) -> tuple[str, ...]:
    lists = ("\n".join(thing.aliases), "\n".join(thing.countries))
    return thing.id, thing.category.value, thing.name, *lists, thing.birth, thing.note, thing.address


def _thing(own: str, category: str, name: str, aliases: str, countries: str, *said: str) -> KnownThing:
    lists = (tuple(filter(None, aliases.split("\n"))), tuple(filter(None, countries.split("\n"))))
    return KnownThing(own, Category(category), name, *lists, *said)
