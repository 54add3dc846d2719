"""Answers queries from the index: lists of articles, piece by piece, how many there are, and the names in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.index.asking import Asked, Asker, Listed, sought_by
from newsreader.index.found import Anchor, FoundArticle, FoundDays, FoundName, Order
from newsreader.index.lists import ArticleList, OrderedList, RankedList
from newsreader.index.tallying import Tally
from newsreader.index.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from newsreader.entity import Category
    from newsreader.index.rows import Rows

COMMON = 3000
"""From so many articles on, those that have some words are looked for from the newest on, one by one."""

NEWEST = 2000
"""So many articles can be counted while a key is waiting; the rest of a longer list is counted behind it."""

PIECE = 1000
"""Articles that are asked for at once where a whole list is gone through."""


class Searcher:
    """Asks an index; nothing is changed by it. Everything may raise `IndexFileError`, or `Interrupted`."""

    def __init__(self, rows: Rows, today: date) -> None:
        """Take the index; ages in queries count from `today`."""
        self._rows = rows
        self._today = today
        self.values = Vocabulary(rows)
        """What a field can be asked for, to complete a query."""

    def articles(self, condition: Listed, order: Order, limit: int, offset: int = 0) -> list[FoundArticle]:
        """The first articles of a list, at most `limit`."""
        return self.window(condition, order, None, limit + offset)[offset:]

    def window(
        self, condition: Listed, order: Order, anchor: Anchor | None, limit: int, *, backwards: bool = False
    ) -> list[FoundArticle]:
        """The `limit` articles of a list that stand next behind an anchor, or next before it if `backwards`.

        They come in the order of the list. Without an anchor they are its first ones, or its last ones.
        """
        return self._list(condition, order).window(anchor, limit, backwards=backwards)

    def rank(self, condition: Listed, order: Order, anchor: Anchor) -> int:
        """How many articles of a list stand before an anchor."""
        return self._list(condition, order).rank(anchor)

    def ids(self, condition: Listed, order: Order) -> Iterator[int]:
        """The articles of a whole list, one after the other; it may change meanwhile."""
        listed, anchor = self._list(condition, order), None
        while found := listed.window(anchor, PIECE, backwards=False):
            yield from (each.id for each in found)
            anchor = found[-1].anchor(order)

    def count(self, condition: Listed) -> int:
        """How many articles a condition finds."""
        where = self._asked(condition)
        return self._rows.one(f"SELECT count(*) FROM article WHERE {where.sql}", where.parameters)

    def names(
        self, condition: Listed, limit: int, category: Category | None = None, *, newest: int | None = None
    ) -> list[FoundName]:
        """The names in the articles that a condition finds, those in most articles first.

        With `newest`, only so many of the articles are counted, which takes no longer however many there are.
        """
        return self._tally(condition, newest).names(category, limit)

    def days(self, condition: Listed, limit: int, *, newest: int | None = None) -> list[FoundDays]:
        """The days of which the articles speak that a condition finds, those of most articles first; see `names`."""
        return self._tally(condition, newest).days(limit)

    def totals(self) -> dict[str, int]:
        """How many there are of what, in the words of the reader."""
        asked = {
            "articles": "SELECT count(*) FROM article",
            "articles with annotations": "SELECT count(*) FROM article WHERE notes > 0",
            "articles read": "SELECT count(*) FROM article WHERE state = 'read'",
            "articles read for names": "SELECT count(*) FROM article WHERE rules IS NOT NULL",
            "names": "SELECT count(*) FROM name WHERE articles > 0",
            "mentions of names": "SELECT coalesce(sum(mentions), 0) FROM name",
        }
        return {what: self._rows.one(sql) for what, sql in asked.items()}

    def _list(self, condition: Listed, order: Order) -> ArticleList:
        sought = sought_by(condition)
        by_day = Asker(self._today, self._is_common).asked(condition)
        if order is Order.RELEVANCE and sought:
            return RankedList(self._rows, self._asked(condition), sought, by_day)
        return OrderedList(self._rows, self._asked(condition) if order in (Order.ADDED, Order.TITLE) else by_day, order)

    def _tally(self, condition: Listed, newest: int | None) -> Tally:
        if newest is None:
            return Tally(self._rows, None if condition is None else self._asked(condition))
        where = Asker(self._today, self._is_common).asked(condition)
        listed = f"SELECT id FROM article WHERE {where.sql} ORDER BY day DESC, id DESC LIMIT ?"
        return Tally(self._rows, Asked(f"article.id IN ({listed})", [*where.parameters, newest]))

    def _is_common(self, sought: str) -> bool:
        """Whether more articles have the words than are worth going through one by one."""
        return (
            self._rows.one("SELECT count(*) FROM (SELECT 1 FROM word WHERE word MATCH ? LIMIT ?)", (sought, COMMON))
            == COMMON
        )

    def _asked(self, condition: Listed) -> Asked:
        return Asker(self._today).asked(condition)
