"""Answers queries from the index: articles, how many there are, and the names in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

from newsreader.entity import Category
from newsreader.index.asking import Asked, Asker, sought_by
from newsreader.index.errors import explained
from newsreader.query.wording import words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import date

    from newsreader.query.conditions import Condition


class Order(StrEnum):
    """How found articles are ordered."""

    NEWEST = "newest"
    OLDEST = "oldest"
    RELEVANCE = "relevance"
    ADDED = "added"
    TITLE = "title"


WEIGHTS = (5.0, 1.0, 0.5, 0.5, 0.2)
"""What a word counts in title, text, source, author and address when articles are ordered by relevance."""

MOST_RANKED = 2000
"""Of more articles with all words, those that came in last are ranked, and the rest follows, the newest first."""

COMMON = 3000
"""From so many articles on, those that have some words are looked for from the newest on, one by one."""

_RANKED = f"""
SELECT rowid, bm25(word, {", ".join(map(str, WEIGHTS))}) FROM word WHERE word MATCH ? ORDER BY rowid DESC LIMIT ?
"""

_COLUMNS = "article.id, title, source, published, added, location, notes, progress, state, starred, tags"

_ORDERS = {
    Order.NEWEST: "day DESC, id DESC",
    Order.OLDEST: "day, id",
    Order.ADDED: "added DESC, id DESC",
    Order.RELEVANCE: "day DESC, id DESC",
    Order.TITLE: "title COLLATE NOCASE, id",
}


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article that a query found."""

    id: int
    """What the library knows it by."""
    title: str | None
    source: str | None
    published: str | None
    """ISO 8601."""
    added: str
    """ISO 8601 in UTC."""
    location: str
    notes: int
    progress: float
    """The share that has been read, 0 to 1."""
    state: str
    """`unread`, `begun` or `read`."""
    starred: bool
    tags: tuple[str, ...]
    """Those that the article itself has."""

    @classmethod
    def of(cls, row: Sequence[Any]) -> Self:
        """From a row of `_COLUMNS`."""
        *plain, starred, tags = row
        return cls(*(*plain, bool(starred), tuple(tags.split("\n")) if tags else ()))


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name, with the articles of those that a query found in which it stands."""

    id: int
    category: Category
    name: str
    forms: tuple[str, ...]
    """Its other forms, the most frequent first."""
    articles: int
    mentions: int
    first: str | None
    """The day of the oldest of these articles, ISO 8601; None if none says its day."""
    last: str | None


class Searcher:
    """Asks an index; nothing is changed by it."""

    def __init__(self, index: sqlite3.Connection, today: date) -> None:
        """Take the connection; ages in queries count from `today`."""
        self._index = index
        self._today = today
        index.create_function("is_whole", 2, lambda text, wanted: " ".join(words(text or "")) == wanted)

    def articles(self, condition: Condition | None, order: Order, limit: int, offset: int = 0) -> list[FoundArticle]:
        """The articles that a condition finds, at most `limit`."""
        sought = sought_by(condition)
        if order is Order.RELEVANCE and sought:
            return self._best(condition, sought, limit + offset)[offset:]
        by_day = order in (Order.NEWEST, Order.OLDEST, Order.RELEVANCE)
        where = Asker(self._today, self._is_common).asked(condition) if by_day else self._asked(condition)
        return self._listed(where, f"ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?", limit, offset)

    def _best(self, condition: Condition | None, sought: str, limit: int) -> list[FoundArticle]:
        """The articles in which the words weigh most, and behind those that were ranked the others."""
        ranks = dict(self._rows(_RANKED, (sought, MOST_RANKED)))
        where = self._asked(condition)
        only = Asked(f"({where.sql}) AND article.document IN (SELECT value FROM json_each(?))", where.parameters)
        only.parameters.append(f"[{','.join(map(str, ranks))}]")
        ranked = self._rows(f"SELECT document, {_COLUMNS} FROM article WHERE {only.sql}", only.parameters)
        best = [FoundArticle.of(row) for _, *row in sorted(ranked, key=lambda row: (ranks[row[0]], -row[1]))[:limit]]
        if len(best) == limit or len(ranks) < MOST_RANKED:
            return best
        known = {each.id for each in best}
        more = self.articles(condition, Order.NEWEST, limit + len(known))
        return [*best, *(each for each in more if each.id not in known)][:limit]

    def _is_common(self, sought: str) -> bool:
        """Whether more articles have the words than are worth going through one by one."""
        rows = self._rows("SELECT count(*) FROM (SELECT 1 FROM word WHERE word MATCH ? LIMIT ?)", (sought, COMMON))
        return rows == [(COMMON,)]

    def _asked(self, condition: Condition | None) -> Asked:
        return Asker(self._today).asked(condition)

    def _listed(self, where: Asked, then: str, *parameters: object) -> list[FoundArticle]:
        rows = self._rows(f"SELECT {_COLUMNS} FROM article WHERE {where.sql} {then}", (*where.parameters, *parameters))
        return [FoundArticle.of(row) for row in rows]

    def count(self, condition: Condition | None) -> int:
        """How many articles a condition finds."""
        where = self._asked(condition)
        ((count,),) = self._rows(f"SELECT count(*) FROM article WHERE {where.sql}", where.parameters)
        return int(count)

    def totals(self) -> dict[str, int]:
        """How many there are of what, in the words of the reader."""
        asked = {
            "articles": "SELECT count(*) FROM article",
            "articles with annotations": "SELECT count(*) FROM article WHERE notes > 0",
            "articles read": "SELECT count(*) FROM article WHERE state = 'read'",
            "articles read for names": "SELECT count(*) FROM article WHERE rules IS NOT NULL",
            "names": "SELECT count(*) FROM name WHERE id IN (SELECT name FROM appearance)",
            "mentions of names": "SELECT coalesce(sum(mentions), 0) FROM appearance",
        }
        return {what: int(self._rows(sql, ())[0][0]) for what, sql in asked.items()}

    def names(self, condition: Condition | None, limit: int, category: Category | None = None) -> list[FoundName]:
        """The names in the articles that a condition finds, those in most articles first."""
        where = self._asked(condition)
        of = "" if category is None else "AND category = ?"
        rows = self._rows(
            f"""
            SELECT name.id, category, name.name, count(*), sum(mentions), min(published), max(published)
            FROM article JOIN appearance ON appearance.article = article.id JOIN name ON name.id = appearance.name
            WHERE ({where.sql}) {of}
            GROUP BY name.id ORDER BY count(*) DESC, sum(mentions) DESC, name.key LIMIT ?
            """,
            (*where.parameters, *([] if category is None else [category.value]), limit),
        )
        return [
            FoundName(number, Category(kind), name, self._forms(number, name), articles, mentions, first, last)
            for number, kind, name, articles, mentions, first, last in rows
        ]

    def _forms(self, number: int, name: str) -> tuple[str, ...]:
        counts: dict[str, int] = {}
        for (forms,) in self._rows("SELECT forms FROM appearance WHERE name = ?", (number,)):
            for form in forms.split("\n"):
                counts[form] = counts.get(form, 0) + 1
        counts.pop(name, None)
        return tuple(sorted(counts, key=lambda form: (-counts[form], form)))

    def _rows(self, sql: str, parameters: Sequence[object]) -> list[tuple[Any, ...]]:
        with explained():
            return self._index.execute(sql, parameters).fetchall()
