"""Answers queries from the index: articles, how many there are, and the names in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from newsreader.entity import Category
from newsreader.index.asking import asked, match_of
from newsreader.index.errors import explained
from newsreader.query.conditions import And, Condition, Term, Words
from newsreader.query.wording import words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import date


class Order(StrEnum):
    """How found articles are ordered."""

    NEWEST = "newest"
    OLDEST = "oldest"
    RELEVANCE = "relevance"
    ADDED = "added"
    TITLE = "title"


WEIGHTS = (5.0, 1.0, 0.5, 0.5, 0.2)
"""What a word counts in title, text, source, author and address when articles are ordered by relevance."""

_ORDERS = {
    Order.NEWEST: "day DESC, id DESC",
    Order.OLDEST: "day, id",
    Order.ADDED: "added DESC, id DESC",
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
        where = asked(condition, self._today)
        by, more = self._order(condition, order)
        rows = self._rows(
            f"""
            SELECT article.id, article.title, article.source, published, added, location, notes, progress
            FROM article {by[0]} WHERE {where.sql} ORDER BY {by[1]} LIMIT ? OFFSET ?
            """,
            (*more, *where.parameters, limit, offset),
        )
        return [FoundArticle(*row) for row in rows]

    def count(self, condition: Condition | None) -> int:
        """How many articles a condition finds."""
        where = asked(condition, self._today)
        ((count,),) = self._rows(f"SELECT count(*) FROM article WHERE {where.sql}", where.parameters)
        return int(count)

    def names(self, condition: Condition | None, limit: int, category: Category | None = None) -> list[FoundName]:
        """The names in the articles that a condition finds, those in most articles first."""
        where = asked(condition, self._today)
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

    def _order(self, condition: Condition | None, order: Order) -> tuple[tuple[str, str], list[object]]:
        """What to join and to order by, and the parameters of that; without words nothing is more relevant."""
        sought = [match_of(term) for term in _terms(condition)]
        if order is not Order.RELEVANCE or not sought:
            return ("", _ORDERS[Order.NEWEST if order is Order.RELEVANCE else order]), []
        weights = ", ".join(map(str, WEIGHTS))
        ranked = f"""
            LEFT JOIN (SELECT rowid AS found, bm25(word, {weights}) AS rank FROM word WHERE word MATCH ?)
            ON found = document
        """
        return (ranked, "rank IS NULL, rank, day DESC, id DESC"), [" OR ".join(sought)]


def _terms(condition: Condition | None) -> list[Term]:
    """The words that all found articles have."""
    match condition:
        case Words(term):
            return [term]
        case And(parts):
            return [term for each in parts for term in _terms(each)]
        case _:
            return []
