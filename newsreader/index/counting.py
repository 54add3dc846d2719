"""Counts names and days: in a list of articles one by one, or in all but a few from the counts that are kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from heapq import nlargest
from typing import TYPE_CHECKING, Protocol

from newsreader.index.found import FoundDays
from newsreader.index.numbering import CODES, numbers_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.entity import Category
    from newsreader.index.asking import Asked
    from newsreader.index.rows import Rows

_ALL_NAMES = """
SELECT id, key, name, articles, mentions FROM name
WHERE category = ? AND articles > 0 ORDER BY articles DESC, mentions DESC, key
"""
_ALL_DAYS = "SELECT id, first, last, articles FROM span WHERE articles > 0 ORDER BY articles DESC"


@dataclass(frozen=True, slots=True)
class Counts:
    """In how many articles something is, by its number."""

    articles: Counter[int] = field(default_factory=Counter)
    again: Counter[int] = field(default_factory=Counter)
    """How often besides."""

    def most(self, numbers: Iterable[int], limit: int) -> list[int]:
        """The numbers of those that are in most articles, and of all that are in no fewer than the last of these."""
        ranks = {number: (self.articles[number], self.again[number]) for number in numbers}
        best = nlargest(limit, ranks.values())
        return [number for number, rank in ranks.items() if best and rank >= best[-1]]


@dataclass(frozen=True, slots=True)
class Tallied:
    """The counts of some articles."""

    names: Counts = field(default_factory=Counts)
    days: Counts = field(default_factory=Counts)

    @classmethod
    def of(cls, rows: Rows, where: Asked) -> Tallied:
        """Of the articles of which an expression holds, one by one."""
        tallied = cls()
        counters = (tallied.names.articles, tallied.names.again, tallied.days.articles)
        listed = f"SELECT document FROM article WHERE {where.sql}"
        sql = f"SELECT names, again, days FROM named WHERE document IN ({listed})"
        for piece in rows.pieces(sql, where.parameters):
            for column, counter in enumerate(counters):
                counter.update(numbers_in(b"".join(row[column] for row in piece)))
        return tallied


@dataclass(frozen=True, slots=True)
class CountedName:
    """A name that was counted."""

    number: int
    category: Category
    key: str
    name: str
    articles: int
    mentions: int

    def place(self) -> tuple[int, int, str]:
        """What names are ordered by."""
        return -self.articles, -self.mentions, self.key


class Counting(Protocol):
    """What is in most of some articles, in order."""

    def names(self, category: Category, limit: int) -> list[CountedName]:
        """Names."""

    def days(self, limit: int) -> list[FoundDays]:
        """Days, of those in as many articles the newest first."""


class OneByOne:
    """Counts the articles of which an expression holds."""

    def __init__(self, rows: Rows, where: Asked) -> None:
        self._rows = rows
        self._where = where

    @cached_property
    def _tallied(self) -> Tallied:
        return Tallied.of(self._rows, self._where)

    def names(self, category: Category, limit: int) -> list[CountedName]:
        """See `Counting`."""
        counts, code = self._tallied.names, CODES[category]
        best = counts.most((number for number in counts.articles if number % len(CODES) == code), limit)
        found = []
        for number, key, name in self._rows.all(f"SELECT id, key, name FROM name WHERE id IN ({listed(best)})"):
            articles = counts.articles[number]
            found.append(CountedName(number, category, key, name, articles, articles + counts.again[number]))
        return sorted(found, key=CountedName.place)[:limit]

    def days(self, limit: int) -> list[FoundDays]:
        """See `Counting`."""
        counts = self._tallied.days
        best = counts.most(counts.articles, limit)
        rows = self._rows.all(f"SELECT id, first, last FROM span WHERE id IN ({listed(best)})")
        return _ordered([FoundDays(first, last, counts.articles[number]) for number, first, last in rows], limit)


class AllBut:
    """Takes what was counted from the counts of all articles.

    As nothing is in more articles than over all, only what is in most of all has to be looked at.
    """

    def __init__(self, rows: Rows, others: Tallied) -> None:
        self._rows = rows
        self._others = others

    def names(self, category: Category, limit: int) -> list[CountedName]:
        """See `Counting`."""
        gone, again = self._others.names.articles.get, self._others.names.again.get
        # As `CountedName.place` has it, in tuples: far more are put in order than are wanted.
        found: list[tuple[int, int, str, int, str]] = []
        for piece in self._rows.pieces(_ALL_NAMES, (category.value,)):
            found += (
                (gone(number, 0) - articles, gone(number, 0) + again(number, 0) - mentions, key, number, name)
                for number, key, name, articles, mentions in piece
            )
            found.sort()
            if len(found) >= limit and piece[-1][3] < -found[limit - 1][0]:
                break
        return [
            CountedName(number, category, key, name, -articles, -mentions)
            for articles, mentions, key, number, name in found[:limit]
            if articles
        ]

    def days(self, limit: int) -> list[FoundDays]:
        """See `Counting`."""
        gone, found = self._others.days, list[FoundDays]()
        for piece in self._rows.pieces(_ALL_DAYS):
            found = _ordered(
                [*found, *(FoundDays(first, last, n - gone.articles[id_]) for id_, first, last, n in piece)]
            )
            if len(found) >= limit and piece[-1][3] < found[limit - 1].articles:
                break
        return [each for each in found[:limit] if each.articles]


def _ordered(found: list[FoundDays], limit: int | None = None) -> list[FoundDays]:
    return sorted(found, key=lambda each: (each.articles, each.first, each.last), reverse=True)[:limit]


def listed(numbers: Iterable[int]) -> str:
    """Numbers as SQL has them in a list."""
    return ",".join(map(str, numbers))
