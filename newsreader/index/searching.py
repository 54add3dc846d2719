"""Answers queries from the index: lists of articles, piece by piece, how many there are, and the names in them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newsreader.index.asking import CATEGORY, Asked, Asker, Listed, Once, among, named, plain, sought_by, with_words
from newsreader.index.found import Anchor, FoundArticle, FoundDays, FoundName, Order, Panels
from newsreader.index.lists import ArticleList, OrderedList, RankedList, Tellings, these
from newsreader.index.words_sought import wanted
from newsreader.query.conditions import Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from newsreader.category import Category
    from newsreader.index.rows import Rows
    from newsreader.index.tallying import Tally
    from newsreader.index.vocabulary import Vocabulary

COMMON = 3000
"""From so many articles on, those that have some words or a name are looked for one by one, and not all at once."""

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

    @cached_property
    def values(self) -> Vocabulary:
        """What a field can be asked for, to complete a query."""
        from newsreader.index.vocabulary import Vocabulary

        return Vocabulary(self._rows)

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

    def these(self, numbers: Iterable[int]) -> list[FoundArticle]:
        """The articles of these numbers that the index has, in any order."""
        return these(self._rows, numbers)

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
        return self._tellings(condition).count()

    def unread_of_feeds(self) -> dict[str, int]:
        """How many articles are unread of each feed, by the words of what it is called, its folder and its tags."""
        return dict(
            self._rows.all(
                "SELECT value, count(*) FROM label JOIN article ON article.id = label.article "
                "WHERE field = 'feed' AND state = 'unread' GROUP BY value"
            )
        )

    def finds(self, condition: Listed, article: int) -> bool:
        """Whether a condition finds the article of that number."""
        where = self._asked(condition)
        return bool(
            self._rows.one(f"SELECT count(*) FROM article WHERE id = ? AND ({where.sql})", (article, *where.parameters))
        )

    def called(self, field: Field, article: int) -> tuple[str, ...]:
        """What an article itself calls that which a field of names asks for, what it names most often first."""
        found: dict[str, int] = {}
        for term in field.terms:
            names = named(term, CATEGORY.get(field.name))
            rows = self._rows.all(
                f"""
                SELECT claim.shown, length(places) FROM claim JOIN bearer ON bearer.id = claim.bearer
                WHERE document = (SELECT document FROM article WHERE id = ?) AND bearer.name IN ({names.sql})
                """,
                (article, *names.parameters),
            )
            found.update(rows)
        return tuple(sorted(found, key=lambda each: -found[each]))

    def panels(self, condition: Listed, limit: int, *, newest: int | None = None) -> Panels:
        """The names of each category, and the days, in most of the articles that a condition finds, `limit` of each.

        With `newest`, only so many of the articles are counted, which takes no longer however many there are.
        """
        if newest is None:
            return self._tally(condition).panels(limit)
        from newsreader.index.tallying import Tally

        documents = self._by_day(condition, Order.NEWEST).documents(newest + 1)
        some = Tally(self._rows, among(documents[:newest]), min(newest, len(documents)))
        return some.panels(limit, whole=len(documents) <= newest)

    def names(self, condition: Listed, limit: int, category: Category | None = None) -> list[FoundName]:
        """The names in the articles that a condition finds, those in most articles first."""
        return self._tally(condition).names(category, limit)

    def days(self, condition: Listed, limit: int) -> list[FoundDays]:
        """The days of which the articles speak that a condition finds, those of most articles first."""
        return self._tally(condition).days(limit)

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
        if order in (Order.ADDED, Order.TITLE):
            return OrderedList(self._rows, self._one_by_one(condition), self._tellings(condition), order)
        by_day = self._by_day(condition, order)
        if order is not Order.RELEVANCE:
            return by_day
        sought = {each: self._is_common(with_words(each)) for each in wanted(plain(condition))}
        rare, common = ([each for each, is_common in sought.items() if is_common is so] for so in (False, True))
        return RankedList(self._rows, by_day, rare, common) if sought else by_day

    def _by_day(self, condition: Listed, order: Order) -> OrderedList:
        """The list by day: along the full-text index where so many have the words that the first are met with soon."""
        sought = sought_by(condition)
        if sought and self._is_common(with_words(sought)):
            rest = Asker(self._today, self._is_common).beside_words(condition)
            return OrderedList(self._rows, rest, self._tellings(condition), order, sought)
        return OrderedList(self._rows, self._one_by_one(condition), self._tellings(condition), order)

    def _tellings(self, condition: Listed) -> Tellings:
        asker, part = Asker(self._today), plain(condition)
        return Tellings(self._rows, *asker.counted(condition), sought_by(part), asker.beside_words(part))

    def _tally(self, condition: Listed) -> Tally:
        from newsreader.index.tallying import Tally

        where = self._asked(condition)
        # Of what has most articles, such as all that is unread, there is no need to know which these are; what takes
        # longer to be found is found once.
        if condition is None or isinstance(condition, Once | Field):
            return Tally(self._rows, where, self.count(condition))
        return Tally.of_documents(self._rows, where, self._tellings(condition).documents())

    def _is_common(self, documents: Asked) -> bool:
        """Whether there are more of these documents than are worth being had together."""
        counted = f"SELECT count(*) FROM ({documents.sql} LIMIT ?)"
        return self._rows.one(counted, (*documents.parameters, COMMON)) == COMMON

    def _one_by_one(self, condition: Listed) -> Asked:
        """What holds, to be asked of one article after the other until there are enough."""
        return Asker(self._today, self._is_common).asked(condition)

    def _asked(self, condition: Listed) -> Asked:
        return Asker(self._today).asked(condition)
