"""Counts the names and days in a list of articles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from heapq import nlargest
from typing import TYPE_CHECKING, Any

from newsreader.entity import Category
from newsreader.index.asking import Asked
from newsreader.index.found import FoundDays, FoundName
from newsreader.index.naming import numbers_in
from newsreader.index.things import CODES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsreader.index.rows import Rows

_ALL_NAMES = """
SELECT id, category, key, name, articles, mentions FROM name
WHERE category = ? AND articles > 0 ORDER BY articles DESC, mentions DESC, key LIMIT ?
"""
_SPANS = "SELECT id, first, last FROM span"
_OTHER_FORMS = "SELECT name, form FROM other_form"
_FREQUENT_FIRST = "ORDER BY articles DESC, form"
_ALL_DAYS = """
SELECT first, last, articles FROM span WHERE articles > 0 ORDER BY articles DESC, first DESC, last DESC LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """In how many articles of a list something is, by its number."""

    articles: Counter[int] = field(default_factory=Counter)
    again: Counter[int] = field(default_factory=Counter)
    """How often besides."""

    def most(self, numbers: Iterable[int], limit: int) -> list[int]:
        """The numbers of those that are in most articles, and of all that are in no fewer than the last of these."""
        ranks = {number: (self.articles[number], self.again[number]) for number in numbers}
        best = nlargest(limit, ranks.values())
        return [number for number, rank in ranks.items() if best and rank >= best[-1]]


@dataclass(frozen=True, slots=True)
class _Counted:
    """A name that was counted."""

    number: int
    category: str
    key: str
    name: str
    articles: int
    mentions: int

    def place(self) -> tuple[int, int, str]:
        """What the names are ordered by."""
        return -self.articles, -self.mentions, self.key

    def found(self, forms: tuple[str, ...], oldest: Mapping[int, str], newest: Mapping[int, str]) -> FoundName:
        """The name, with its forms and the days on which names were met with."""
        days = {"first": oldest.get(self.number), "last": newest.get(self.number)}
        kind = Category(self.category)
        return FoundName(self.number, kind, self.name, forms, self.articles, self.mentions, **days)


class Tally:
    """The names and days of a list of articles; `where` is None for all articles, of which the counts are kept."""

    def __init__(self, rows: Rows, where: Asked | None) -> None:
        self._rows = rows
        self._where = where

    def names(self, category: Category | None, limit: int) -> list[FoundName]:
        """The names in most of the articles, of those in as many the most frequent."""
        chosen = (category,) if category else tuple(CODES)
        counted = self._all_names(chosen, limit) if self._where is None else self._listed_names(chosen, limit)
        numbers = {each.number for each in counted}
        oldest, newest = (_Seen(self._rows, self._where, numbers).days(direction) for direction in ("ASC", "DESC"))
        forms = self._forms(numbers)
        return [each.found(forms.get(each.number, ()), oldest, newest) for each in counted]

    def _all_names(self, chosen: Sequence[Category], limit: int) -> list[_Counted]:
        found = (_Counted(*row) for each in chosen for row in self._rows.all(_ALL_NAMES, (each.value, limit)))
        return sorted(found, key=_Counted.place)[:limit]

    def _listed_names(self, chosen: Sequence[Category], limit: int) -> list[_Counted]:
        counts = Counts()
        for piece in self._pieces("names, again"):
            counts.articles.update(numbers_in(b"".join(names for names, _ in piece)))
            counts.again.update(numbers_in(b"".join(again for _, again in piece)))
        codes = {CODES[each] for each in chosen}
        best = counts.most((number for number in counts.articles if number % len(CODES) in codes), limit)
        rows = self._rows.all(f"SELECT id, category, key, name FROM name WHERE id IN ({_listed(best)})")
        found = []
        for number, kind, key, name in rows:
            articles = counts.articles[number]
            found.append(_Counted(number, kind, key, name, articles, articles + counts.again[number]))
        return sorted(found, key=_Counted.place)[:limit]

    def days(self, limit: int) -> list[FoundDays]:
        """The days of which most of the articles speak, of those of as many the newest first."""
        if self._where is None:
            return [FoundDays(*row) for row in self._rows.all(_ALL_DAYS, (limit,))]
        counts = Counts()
        for piece in self._pieces("days"):
            counts.articles.update(numbers_in(b"".join(days for (days,) in piece)))
        best = counts.most(counts.articles, limit)
        rows = self._rows.all(f"{_SPANS} WHERE id IN ({_listed(best)}) ORDER BY first DESC, last DESC")
        found = [FoundDays(first, last, counts.articles[number]) for number, first, last in rows]
        return sorted(found, key=lambda each: -each.articles)[:limit]

    def _pieces(self, columns: str) -> Iterable[list[tuple[Any, ...]]]:
        where = self._where or Asked("1")
        sql = f"SELECT {columns} FROM named WHERE document IN (SELECT document FROM article WHERE {where.sql})"
        return self._rows.pieces(sql, where.parameters)

    def _forms(self, numbers: Iterable[int]) -> dict[int, tuple[str, ...]]:
        forms: dict[int, list[str]] = {}
        for number, form in self._rows.all(f"{_OTHER_FORMS} WHERE name IN ({_listed(numbers)}) {_FREQUENT_FIRST}"):
            forms.setdefault(number, []).append(form)
        return {number: tuple(each) for number, each in forms.items()}


@dataclass(frozen=True, slots=True)
class _Seen:
    """When names are met with first in a list of articles, from either end."""

    rows: Rows
    where: Asked | None
    names: set[int]

    def days(self, direction: str) -> dict[int, str]:
        """The day of publication of the first article with each name; most are met with soon."""
        found: dict[int, str] = {}
        where = self.where or Asked("1")
        pieces = self.rows.pieces(
            f"""
            SELECT published, names FROM article JOIN named USING (document)
            WHERE published IS NOT NULL AND ({where.sql}) ORDER BY article.document {direction}
            """,
            where.parameters,
        )
        left = set(self.names)
        for published, names in (row for piece in pieces for row in piece):
            if not left:
                break
            for number in left.intersection(numbers_in(names)):
                found[number] = published
                left.discard(number)
        return found


def _listed(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))
