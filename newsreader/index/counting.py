"""Counts names and days: in a list of articles one by one, or in all but a few from the counts that are kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
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


class Counts(Protocol):
    """In how many articles something is, by its number, and how often besides."""

    def most(self, limit: int, category: Category | None = None) -> dict[int, tuple[int, int]]:
        """These two of those that are in most articles, and of all that are in no fewer than the last of these."""


@dataclass(frozen=True, slots=True)
class PlainCounts:
    """What was counted one by one."""

    articles: Counter[int] = field(default_factory=Counter)
    again: Counter[int] = field(default_factory=Counter)

    def most(self, limit: int, category: Category | None = None) -> dict[int, tuple[int, int]]:
        """See `Counts`."""
        first, step = (0, 1) if category is None else (CODES[category], len(CODES))
        again = self.again.get
        ranks = {n: (articles, again(n, 0)) for n, articles in self.articles.items() if n % step == first}
        best = nlargest(limit, ranks.values())
        return {number: rank for number, rank in ranks.items() if best and rank >= best[-1]}


@dataclass(frozen=True, slots=True)
class Tallied:
    """The counts of some articles."""

    names: PlainCounts = field(default_factory=PlainCounts)
    days: PlainCounts = field(default_factory=PlainCounts)

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


_PIECE = 300
"""Of what is in most articles, so much is looked at before it is asked whether more need be."""


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


class Counted:
    """Puts in order what was counted."""

    def __init__(self, rows: Rows, names: Counts, days: Counts) -> None:
        self._rows = rows
        self._names = names
        self._days = days

    def names(self, category: Category, limit: int) -> list[CountedName]:
        """See `Counting`."""
        best = self._names.most(limit, category)
        found = []
        for number, key, name in self._rows.all(f"SELECT id, key, name FROM name WHERE id IN ({listed(best)})"):
            articles, again = best[number]
            found.append(CountedName(number, category, key, name, articles, articles + again))
        return sorted(found, key=CountedName.place)[:limit]

    def days(self, limit: int) -> list[FoundDays]:
        """See `Counting`."""
        best = self._days.most(limit)
        rows = self._rows.all(f"SELECT id, first, last FROM span WHERE id IN ({listed(best)})")
        return _ordered([FoundDays(first, last, best[number][0]) for number, first, last in rows], limit)


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
        for piece in self._rows.pieces(_ALL_NAMES, (category.value,), max(limit, _PIECE)):
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
        for piece in self._rows.pieces(_ALL_DAYS, (), max(limit, _PIECE)):
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
