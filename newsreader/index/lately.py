"""What has come into the index since a moment, beside what was there in the days before."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.index.appearing import Thing
from newsreader.index.asking import Asked, Asker
from newsreader.index.counting import listed
from newsreader.index.numbering import first_document, numbers_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from newsreader.index.rows import Rows
    from newsreader.query.conditions import Condition


@dataclass(frozen=True, slots=True)
class Span:
    """Articles by when they came in and which day they are listed under. Moments and days are ISO 8601, in UTC."""

    since: str
    """They came in after that moment; with `before`, not after it."""
    first: str = "0001-01-01"
    """The earliest day."""
    behind: str = ""
    """The day after the last one; empty if any later day will do."""
    before: bool = False

    @property
    def asked(self) -> Asked:
        """The expression that holds for them."""
        # With the plus sign, SQLite does not use an index: few came in lately; of all others, few are of some days.
        by_day, by_arrival = ("", "+") if self.before else ("+", "")
        asked = Asked(f"{by_day}article.document >= ?", [first_document(self.first)])
        if self.behind:
            asked.sql += f" AND {by_day}article.document < ?"
            asked.parameters.append(first_document(self.behind))
        asked.sql += f" AND {by_arrival}article.added {'<=' if self.before else '>'} ?"
        asked.parameters.append(self.since)
        return asked


@dataclass(frozen=True, slots=True)
class Came:
    """Articles that were read for names."""

    articles: int
    names: Mapping[int, int]
    """In how many of them each name stands, by its number."""


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
    """Asks an index what came in. May raise `IndexFileError`, or `Interrupted`."""

    def __init__(self, rows: Rows, today: date) -> None:
        """Take the index; ages in queries count from `today`."""
        self._rows = rows
        self._asker = Asker(today)

    def came(self, span: Span) -> Came:
        """The articles that were read for names, and the names in them."""
        where, articles, counts = span.asked, 0, Counter[int]()
        sql = f"SELECT names FROM article JOIN named USING (document) WHERE {where.sql}"
        for piece in self._rows.pieces(sql, where.parameters):
            articles += len(piece)
            counts.update(numbers_in(b"".join(names for (names,) in piece)))
        return Came(articles, counts)

    def count(self, span: Span, condition: Condition | None = None) -> int:
        """How many articles there are, read for names or not, that a condition finds."""
        where, found = span.asked, self._asker.asked(condition)
        sql = f"SELECT count(*) FROM article WHERE {where.sql} AND ({found.sql})"
        return self._rows.one(sql, (*where.parameters, *found.parameters))

    def new(self, came: Came) -> set[int]:
        """The names that stand in these articles alone."""
        rows = self._rows.all(f"SELECT id, articles FROM name WHERE id IN ({listed(came.names)})")
        return {number for number, articles in rows if articles == came.names[number]}

    def counted(self, came: Came, names: Iterable[int]) -> list[Counted]:
        """Those of some names that stand in these articles: those in most first."""
        wanted = listed(came.names.keys() & {*names})
        rows = self._rows.all(f"SELECT id, category, name, articles, mentions FROM name WHERE id IN ({wanted})")
        found = [Counted(Thing(each[0], Category(each[1]), *each[2:]), came.names[each[0]]) for each in rows]
        return sorted(found, key=lambda each: (-each.articles, -each.thing.mentions, each.thing.name, each.thing.id))

    def grown(self, since: str) -> list[Grown]:
        """The stories that were there and to which articles came since, those to which most came first."""
        rows = self._rows.all(
            """
            SELECT first.id, coalesce(first.title, first.location), told.new, told.articles
            FROM (
                SELECT story, sum(added > ?) AS new, count(*) AS articles FROM article
                WHERE story IN (SELECT story FROM article WHERE added > ? AND story IS NOT NULL)
                GROUP BY story HAVING new < articles
            ) AS told JOIN article AS first ON first.story = told.story AND first.place = 0
            ORDER BY told.new DESC, told.articles DESC, first.id
            """,
            (since, since),
        )
        return [Grown(*row) for row in rows]
