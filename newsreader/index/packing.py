"""The names and days of thousands of articles in one row, so that they can be counted without a look at each article.

Articles are packed by their numbers, `PACKED` of them in a block. Whatever becomes of the names of one of them outdates
its block, which is packed again behind everything else; until then it is made of what is kept with the articles.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.index.errors import explained
from newsreader.index.numbering import article_of
from newsreader.index.rows import Rows
from newsreader.index.transaction import writing

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator

PACKED = 4096
"""Articles of a block."""
MANY = 2500
"""So many articles of a list are counted at once, and no longer one by one; with fewer in all, nothing is packed."""

_KEPT = "SELECT names_each, names, again_each, again, days_each, days FROM packed WHERE block = ?"
_NAMED = """
SELECT article.id - ?1, names, again, days FROM article JOIN named USING (document)
WHERE article.id >= ?1 AND article.id < ?1 + ?2 ORDER BY article.id
"""
_PUT = "INSERT OR REPLACE INTO packed VALUES (?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers of the articles of a block, as arrays of 32 bits."""

    each: bytes
    """How many are of which article."""
    all: bytes
    """The numbers, one article after the other."""


@dataclass(frozen=True, slots=True)
class Block:
    """What stands in the articles of a block: as in a row of `named`."""

    number: int
    names: Numbers
    again: Numbers
    days: Numbers


def block_of(document: int) -> int:
    """The block of the article of a document."""
    return article_of(document) // PACKED


def outdate(index: sqlite3.Connection, document: int) -> None:
    """Have the block of an article be packed again, since its names or days are others."""
    index.execute("DELETE FROM packed WHERE block = ?", (block_of(document),))


class Packing:
    """Packs what is not packed. Everything may raise `IndexFileError`."""

    def __init__(self, index: sqlite3.Connection) -> None:
        self._index = index

    def is_due(self) -> bool:
        """Whether more is missing than one block, with which it can wait until something else is to be done as well."""
        with explained():
            return len(_missing(self._index)) > 1

    def do(self) -> None:
        """Pack all; being killed at any time costs one block."""
        with explained():
            for block in _missing(self._index):
                with writing(self._index):
                    made = _made(Rows(self._index), block)
                    parts = (made.names, made.again, made.days)
                    self._index.execute(_PUT, (block, *(column for part in parts for column in (part.each, part.all))))


def blocks(rows: Rows, numbers: Collection[int]) -> Iterator[Block]:
    """The blocks of these numbers."""
    for block in numbers:
        kept = rows.all(_KEPT, (block,))
        if kept:
            names_each, names, again_each, again, days_each, days = kept[0]
            yield Block(block, Numbers(names_each, names), Numbers(again_each, again), Numbers(days_each, days))
        else:
            yield _made(rows, block)


def _missing(index: sqlite3.Connection) -> list[int]:
    (last,) = index.execute("SELECT coalesce(max(id), 0) FROM article").fetchone()
    kept = {block for (block,) in index.execute("SELECT block FROM packed")}
    return [block for block in range(last // PACKED + 1) if block not in kept] if last >= MANY else []


def _made(rows: Rows, block: int) -> Block:
    """A block as it is to be packed."""
    each = [array("I", bytes(4 * PACKED)) for _ in range(3)]
    parts: tuple[list[bytes], ...] = ([], [], [])
    for place, *numbers in rows.all(_NAMED, (block * PACKED, PACKED)):
        for lengths, part, some in zip(each, parts, numbers, strict=True):
            lengths[place] = len(some) // 4
            part.append(some)
    return Block(block, *(Numbers(one.tobytes(), b"".join(part)) for one, part in zip(each, parts, strict=True)))
