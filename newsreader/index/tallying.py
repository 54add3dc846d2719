"""The names and days in a list of articles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from newsreader.index.asking import Asked
from newsreader.index.counting import AllBut, CountedName, Counting, OneByOne, Tallied, listed
from newsreader.index.found import FoundDays, FoundName, Panels
from newsreader.index.numbering import CODES, numbers_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsreader.entity import Category
    from newsreader.index.rows import Rows

MANY = 2500
"""From a list of so many articles on, those that are not in it are counted in place of those that are, if they are
fewer."""


class Tally:
    """The names and days of a list of so many articles; `where` is None for all that there are."""

    def __init__(self, rows: Rows, where: Asked | None, articles: int) -> None:
        self._rows = rows
        self._where = where
        self._articles = articles

    def panels(self, limit: int, *, whole: bool = True) -> Panels:
        """The names of each category and the days in most of the articles, without the days on which names were met.

        `whole` is whether these are all articles of a list.
        """
        names = {each: tuple(self._found(self._counting.names(each, limit))) for each in CODES}
        return Panels(names, tuple(self._counting.days(limit)), whole)

    def names(self, category: Category | None, limit: int) -> list[FoundName]:
        """The names in most of the articles, of those in as many the most frequent."""
        chosen = (category,) if category else tuple(CODES)
        counted = sorted((name for each in chosen for name in self._counting.names(each, limit)), key=CountedName.place)
        numbers = {each.number for each in counted[:limit]}
        seen = (_Seen(self._rows, self._where or Asked("1"), numbers).days(direction) for direction in ("ASC", "DESC"))
        return self._found(counted[:limit], *seen)

    def days(self, limit: int) -> list[FoundDays]:
        """The days of which most of the articles speak, of those of as many the newest first."""
        return self._counting.days(limit)

    @cached_property
    def _counting(self) -> Counting:
        if self._where is None:
            return AllBut(self._rows, Tallied())
        if self._articles >= MANY and self._rows.one("SELECT count(*) FROM article") < 2 * self._articles:
            others = Asked(f"NOT ({self._where.sql})", self._where.parameters)
            return AllBut(self._rows, Tallied.of(self._rows, others))
        return OneByOne(self._rows, self._where)

    def _found(
        self,
        counted: Iterable[CountedName],
        oldest: Mapping[int, str | None] | None = None,
        newest: Mapping[int, str | None] | None = None,
    ) -> list[FoundName]:
        named = [*counted]
        forms = self._forms([each.number for each in named])
        return [
            FoundName(
                *(each.number, each.category, each.name, forms.get(each.number, ()), each.articles, each.mentions),
                first=(oldest or {}).get(each.number),
                last=(newest or {}).get(each.number),
            )
            for each in named
        ]

    def _forms(self, numbers: Iterable[int]) -> dict[int, tuple[str, ...]]:
        forms: dict[int, list[str]] = {}
        for number, form in self._rows.all(
            f"""
            SELECT other_form.name, form FROM other_form JOIN name ON name.id = other_form.name
            WHERE other_form.name IN ({listed(numbers)}) AND form <> name.name ORDER BY other_form.articles DESC, form
            """
        ):
            forms.setdefault(number, []).append(form)
        for number, base in self._rows.all(
            f"SELECT id, base FROM name WHERE id IN ({listed(numbers)}) AND base <> name"
        ):
            forms.setdefault(number, []).append(base)
        return {number: tuple(each) for number, each in forms.items()}


@dataclass(frozen=True, slots=True)
class _Seen:
    """When names are met with first in a list of articles, from either end."""

    rows: Rows
    where: Asked
    names: set[int]

    def days(self, direction: str) -> dict[int, str | None]:
        """The day of publication of the first article with each name; most are met with soon."""
        found: dict[int, str | None] = {}
        pieces = self.rows.pieces(
            f"""
            SELECT published, names FROM article JOIN named USING (document)
            WHERE published IS NOT NULL AND ({self.where.sql}) ORDER BY article.document {direction}
            """,
            self.where.parameters,
        )
        left = set(self.names)
        for published, names in (row for piece in pieces for row in piece):
            if not left:
                break
            for number in left.intersection(numbers_in(names)):
                found[number] = published
                left.discard(number)
        return found
