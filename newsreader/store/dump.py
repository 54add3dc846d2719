"""The whole library as rows, from a file or a server alike: for archives, and for going from one to the other."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Protocol

from newsreader.store.server_address import ServerAddress
from newsreader.store.sqlite import archive

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

Row = dict[str, Any]
"""The columns of a row by name; bytes, which JSON has not, are `{"bytes": hexadecimal}`."""


class Dump(Protocol):
    """A library at one moment, in the tables of a file of the form `form` (docs/library.md)."""

    @property
    def form(self) -> int:
        """How many migrations the tables have seen."""

    @property
    def tables(self) -> tuple[str, ...]:
        """Their names, in an order in which they can be filled."""

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table, in the order of its key."""

    def private_acts(self) -> frozenset[str]:
        """The ids of the acts in the journal that others with whom the library is shared do not see."""


def dumped(place: Path | ServerAddress) -> AbstractContextManager[Dump]:
    """The library as it is now, as far as whoever asks may see it; what is written meanwhile is not in it.

    Raises LibraryError.
    """
    if not isinstance(place, ServerAddress):
        return archive.dumped(place)
    from newsreader.store.postgres.rows import dumped_from_server

    return dumped_from_server(place)


def fingerprint(dump: Dump) -> dict[str, tuple[int, int]]:
    """Of each table how many rows it has and what they come to: another number if any is otherwise, in any order."""
    found: dict[str, tuple[int, int]] = {}
    for table in dump.tables:
        count = total = 0
        for row in dump.rows(table):
            written = json.dumps(row, sort_keys=True).encode()
            total += int.from_bytes(hashlib.blake2b(written, digest_size=16).digest(), "big")
            count += 1
        found[table] = count, total % 2**128
    return found
