"""What has come into the index since a moment, beside what was there in the days before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.index.appearing import Thing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.index.rows import Rows

_CAME = "article.added > ? AND article.day >= ?"
_BEFORE = "article.added <= ? AND article.day >= ? AND article.day < ?"
_COUNTED = """
SELECT name.id, name.category, name.name, name.articles, name.mentions, count(*)
FROM article JOIN appearance ON appearance.document = article.document JOIN name ON name.id = appearance.name
WHERE {which} GROUP BY name.id
"""


@dataclass(frozen=True, slots=True)
class Counted:
    """A thing, and in how many of some articles it stands."""

    thing: Thing
    articles: int


@dataclass(frozen=True, slots=True)
class Grown:
    """A story to which articles were added."""

    article: int
    """The fullest of them."""
    title: str
    new: int
    articles: int
    """All of them."""


class Lately:
    """Asks an index what came in. Moments are ISO 8601 in UTC, days ISO 8601. May raise `IndexFileError`."""

    def __init__(self, rows: Rows) -> None:
        """Take the index."""
        self._rows = rows

    def came(self, since: str, first: str) -> tuple[int, list[Counted]]:
        """How many articles came in since a moment that are of a day or later, and the names in them."""
        return self._counted(_CAME, (since, first))

    def before(self, since: str, first: str, last: str) -> tuple[int, dict[int, int]]:
        """How many articles were there before that are of a day or later but not of `last`, and the names in them.

        Names are by their numbers, each with how many of the articles it is in.
        """
        count, found = self._counted(_BEFORE, (since, first, last))
        return count, {each.thing.id: each.articles for each in found}

    def new(self, since: str) -> list[Counted]:
        """The names that stand only in articles that came in since."""
        _, found = self._counted("article.added > ?", (since,))
        return [each for each in found if each.articles == each.thing.articles]

    def of(self, since: str, things: Iterable[int]) -> list[Counted]:
        """In how many of the articles that came in since the given things stand, those in none left out."""
        wanted = {*things}
        _, found = self._counted("article.added > ?", (since,))
        return [each for each in found if each.thing.id in wanted]

    def grown(self, since: str) -> list[Grown]:
        """The stories that were there and to which articles came since, those to which most came first."""
        rows = self._rows.all(
            """
            SELECT first.id, coalesce(first.title, first.location), told.new, told.articles
            FROM (
                SELECT story, sum(added > ?) AS new, count(*) AS articles FROM article WHERE story IS NOT NULL
                GROUP BY story HAVING new BETWEEN 1 AND articles - 1
            ) AS told JOIN article AS first ON first.story = told.story AND first.place = 0
            ORDER BY told.new DESC, told.articles DESC, first.id
            """,
            (since,),
        )
        return [Grown(*row) for row in rows]

    def _counted(self, which: str, parameters: tuple[str, ...]) -> tuple[int, list[Counted]]:
        rows = self._rows.all(_COUNTED.format(which=which), parameters)
        count = self._rows.one(f"SELECT count(*) FROM article WHERE {which} AND rules IS NOT NULL", parameters)
        return count, [
            Counted(Thing(number, Category(category), name, articles, mentions), counted)
            for number, category, name, articles, mentions, counted in rows
        ]
