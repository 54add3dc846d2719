"""The names and days in a list of articles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Self

from newsreader.index.asking import Asked, among
from newsreader.index.counting import AllBut, Counted, CountedName, Counting, Tallied, listed
from newsreader.index.found import FoundDays, FoundName, Panels
from newsreader.index.lists import Tellings
from newsreader.index.numbering import CODES, numbers_in
from newsreader.index.packing import MANY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsreader.entity import Category
    from newsreader.index.rows import Rows


class Tally:
    """The names and days of a list of so many articles; `documents` are the numbers of theirs, where they are known."""

    def __init__(self, rows: Rows, where: Asked, articles: int, documents: str | None = None) -> None:
        self._rows = rows
        self._where = where
        self._articles = articles
        self._documents = documents

    @classmethod
    def of_documents(cls, rows: Rows, where: Asked, documents: str) -> Self:
        """Of the documents of a list, whose numbers stand in a line."""
        numbers = documents.split(" ", MANY) if documents else []
        if len(numbers) < MANY:
            return cls(rows, among(numbers), len(numbers))
        return cls(rows, where, documents.count(" ") + 1, documents)

    def panels(self, limit: int, *, whole: bool = True) -> Panels:
        """The names of each category and the days in most of the articles, without the days on which names were met.

        `whole` is whether these are all articles of a list.
        """
        counted = [name for each in CODES for name in self._counting.names(each, limit)]
        names: dict[Category, list[FoundName]] = {each: [] for each in CODES}
        for found in self._found(counted):
            names[found.category].append(found)
        days = tuple(self._counting.days(limit))
        return Panels({each: tuple(some) for each, some in names.items()}, days, whole)

    def names(self, category: Category | None, limit: int) -> list[FoundName]:
        """The names in most of the articles, of those in as many the most frequent."""
        chosen = (category,) if category else tuple(CODES)
        counted = sorted((name for each in chosen for name in self._counting.names(each, limit)), key=CountedName.place)
        numbers = {each.number for each in counted[:limit]}
        seen = (_Seen(self._rows, self._where, numbers).days(direction) for direction in ("ASC", "DESC"))
        return self._found(counted[:limit], *seen)

    def days(self, limit: int) -> list[FoundDays]:
        """The days of which most of the articles speak, of those of as many the newest first."""
        return self._counting.days(limit)

    @cached_property
    def _counting(self) -> Counting:
        if self._articles < MANY:
            tallied = Tallied.of(self._rows, self._where)
            return Counted(self._rows, tallied.names, tallied.days)
        others = self._rows.one("SELECT count(*) FROM article") - self._articles
        if not others:
            return AllBut(self._rows, Tallied())
        if others < MANY and self._documents is None:
            # Those that are not in the list are fewer.
            none = Asked(f"NOT ({self._where.sql})", self._where.parameters)
            return AllBut(self._rows, Tallied.of(self._rows, none))
        from newsreader.index.packed_counts import packed_counts

        documents = self._documents or Tellings(self._rows, self._where).documents()
        return Counted(self._rows, *packed_counts(self._rows, documents))

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
