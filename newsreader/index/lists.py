"""Lists of articles, of which any piece can be had by the article that stands before or behind it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol

from newsreader.category import Category
from newsreader.index.asking import Asked
from newsreader.index.found import Anchor, FoundArticle, Order, Twin
from newsreader.index.numbering import article_of, first_document, last_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsreader.index.rows import Rows

MOST_RANKED = 2000
"""So many articles of a list are ranked, the newest; the others follow by day."""

WEIGHTS = (5.0, 1.0, 0.5, 0.5, 0.2)
"""What a word counts in title, text, source, author and address when articles are ordered by relevance."""

_COLUMNS = """
article.id, article.title, article.source, published, added, location, notes, progress, state, starred, tags, strongest,
CASE WHEN story IS NOT NULL THEN (
    SELECT group_concat(said, char(10)) FROM (
        SELECT twin.id || ' ' || replace(coalesce(twin.source, ''), char(10), ' ') AS said FROM article AS twin
        WHERE twin.story = article.story ORDER BY twin.place
    )
) END
"""
_KEYS = {Order.ADDED: "article.added", Order.TITLE: "coalesce(article.title, '') COLLATE NOCASE"}
_ASCENDING = frozenset((Order.OLDEST, Order.TITLE))
_RANKED = f"""
SELECT rowid, bm25(word, {", ".join(map(str, WEIGHTS))}) FROM word WHERE word MATCH ? AND rowid >= ?
"""
_IN_TITLE = "SELECT rowid, -1 FROM word WHERE word MATCH ? AND rowid >= ?"
_ALONG_WORDS = "word CROSS JOIN article ON article.document = word.rowid WHERE word MATCH ?"
# Of an article its document alone is known, which is had without a look at each.
_WITH_WORDS = """
(SELECT rowid AS document FROM word WHERE word MATCH ? AND rowid NOT IN (SELECT document FROM gone)) AS article WHERE 1
"""
EVERYWHERE = Asked("1")
_AMONG = "IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Tellings:
    """How many articles a list has, where one of each story may stand for all."""

    rows: Rows
    all: Asked
    """What holds for all of them, and those that others stand for."""
    left_out: Asked | None = None
    """What holds for the latter."""
    words: str = ""
    """The words that `all` asks for."""
    beside: Asked = field(default_factory=lambda: EVERYWHERE)
    """What it asks for besides."""

    def count(self, place: Asked = EVERYWHERE, *, by_document: bool = True) -> int:
        """How many there are, or of these in a place, which is one among documents, or asks for more of an article."""
        source = self._source(by_document=by_document)
        sql = f"SELECT count(*) FROM {source.sql} AND ({place.sql})"
        found = self.rows.one(sql, (*source.parameters, *place.parameters))
        if self.left_out is None:
            return found
        sql = f"SELECT count(*) FROM article INDEXED BY article_story WHERE ({self.left_out.sql}) AND ({place.sql})"
        return found - self.rows.one(sql, (*self.left_out.parameters, *place.parameters))

    def documents(self) -> str:
        """The numbers of the documents of all of them, in a line, and of those that others stand for."""
        source = self._source(by_document=True)
        # In one row: for each row SQLite hands over, Python may let another thread go first, and for thousands it does.
        sql = f"SELECT coalesce(group_concat(article.document, ' '), '') FROM {source.sql}"
        ((documents,),) = self.rows.all(sql, source.parameters)
        return str(documents)

    def _source(self, *, by_document: bool) -> Asked:
        """What they are taken from, with what holds for them."""
        if not self.words:
            return Asked(f"article WHERE ({self.all.sql})", self.all.parameters)
        if by_document and self.beside == EVERYWHERE:
            return Asked(_WITH_WORDS, [self.words])
        return Asked(f"{_ALONG_WORDS} AND ({self.beside.sql})", [self.words, *self.beside.parameters])


class ArticleList(Protocol):
    """The articles that a query finds, in their order."""

    def window(self, anchor: Anchor | None, limit: int, *, backwards: bool) -> list[FoundArticle]:
        """The next articles behind the anchor, or before it; without one, the first or the last of the list."""

    def rank(self, anchor: Anchor) -> int:
        """How many stand before it."""


@dataclass(frozen=True, slots=True)
class OrderedList:
    """The articles of which an expression holds, ordered by what is known of each."""

    rows: Rows
    where: Asked
    tellings: Tellings
    order: Order
    sought: str = ""
    """Words that all of them have besides, if they are to be gone through along the full-text index."""

    def window(self, anchor: Anchor | None, limit: int, *, backwards: bool) -> list[FoundArticle]:
        """See `ArticleList`."""
        place = self._before(anchor, self._keys, beyond=not backwards) if anchor else EVERYWHERE
        direction = "ASC" if (self.order in _ASCENDING) != backwards else "DESC"
        order = ", ".join(f"{each} {direction}" for each in self._keys)
        found = self.rows.all(
            f"""
            SELECT {_COLUMNS} FROM {self._source} AND ({self.where.sql}) AND {place.sql} ORDER BY {order} LIMIT ?
            """,
            (*self._parameters, *place.parameters, limit),
        )
        return [*map(_article, reversed(found) if backwards else found)]

    def rank(self, anchor: Anchor) -> int:
        """See `ArticleList`."""
        by_document = self.order not in _KEYS
        keys = ("article.document",) if by_document else self._keys
        return self.tellings.count(self._before(anchor, keys, beyond=False), by_document=by_document)

    def documents(self, limit: int) -> list[int]:
        """The documents of the first articles."""
        direction = "ASC" if self.order in _ASCENDING else "DESC"
        order = ", ".join(f"{each} {direction}" for each in self._keys)
        found = self.rows.all(
            f"SELECT article.document FROM {self._source} AND ({self.where.sql}) ORDER BY {order} LIMIT ?",
            (*self._parameters, limit),
        )
        return [document for (document,) in found]

    @property
    def _source(self) -> str:
        if self.sought:
            return _ALONG_WORDS
        return "article WHERE 1"

    @property
    def _parameters(self) -> list[object]:
        return [*([self.sought] if self.sought else []), *self.where.parameters]

    @property
    def _keys(self) -> tuple[str, ...]:
        """What is compared, one after the other."""
        if self.order in _KEYS:
            return _KEYS[self.order], "article.id"
        return ("word.rowid" if self.sought else "article.document",)

    def _before(self, anchor: Anchor, keys: Sequence[str], *, beyond: bool) -> Asked:
        """That an article stands before another one in the list, or beyond it, by these keys."""
        is_less = (self.order in _ASCENDING) != beyond
        operator = "<" if is_less else ">"
        if self.order in _KEYS:
            # The first of them alone, too, since of both SQLite does not use an index where an expression is in it.
            bound = f"{keys[0]} {operator}= ? AND ({', '.join(keys)}) {operator} (?, ?)"
            return Asked(bound, [anchor.key, anchor.key, anchor.id])
        end = first_document if is_less else last_document
        return Asked(f"{keys[0]} {operator} ?", [end(anchor.key, anchor.id)])


class RankedList:
    """The newest articles of a list, those first in which its words weigh most, and behind them the others by day."""

    def __init__(self, rows: Rows, by_day: OrderedList, rare: Sequence[str], common: Sequence[str]) -> None:
        """Take the list, and the words by which it is ordered: those that few articles have, and those that many have.

        What weighs is whether words are rare. Of those that many articles have only the title counts, and only if
        there are no others: how common they are, the full-text index would have to count anew every time.
        """
        self._rows = rows
        self._by_day = by_day
        documents = by_day.documents(MOST_RANKED)
        asked, sought = (_RANKED, rare) if rare else (_IN_TITLE, [f"title : {each}" for each in common])
        oldest = documents[-1] if documents else 0
        ranks = dict(rows.all(asked, (" OR ".join(sought), oldest))) if sought else {}
        documents.sort(key=lambda document: (ranks.get(document, 0.0), -document))
        self._best = [*map(article_of, documents)]
        older = Asked(f"({by_day.where.sql}) AND article.document < ?", [*by_day.where.parameters, oldest])
        self._others = replace(by_day, where=older)

    def window(self, anchor: Anchor | None, limit: int, *, backwards: bool) -> list[FoundArticle]:
        """See `ArticleList`."""
        at = self._place(anchor)
        if backwards:
            others = [] if at is not None else self._others.window(anchor, limit, backwards=True)
            return [*self._these(self._best[:at][::-1][: limit - len(others)][::-1]), *others]
        best = [] if anchor and at is None else self._these(self._best[0 if at is None else at + 1 :][:limit])
        behind = anchor if at is None else None
        return [*best, *self._others.window(behind, limit - len(best), backwards=False)]

    def rank(self, anchor: Anchor) -> int:
        """See `ArticleList`."""
        at = self._place(anchor)
        # Those that were ranked are the newest, and stand before all others by day as well.
        return self._by_day.rank(anchor) if at is None else at

    def _place(self, anchor: Anchor | None) -> int | None:
        """Where among those that were ranked."""
        return self._best.index(anchor.id) if anchor and anchor.id in self._best else None

    def _these(self, numbers: Sequence[int]) -> list[FoundArticle]:
        found = {each.id: each for each in these(self._rows, numbers)}
        return [found[number] for number in numbers]


def these(rows: Rows, numbers: Iterable[int]) -> list[FoundArticle]:
    """The articles of these numbers that there are, in any order."""
    found = rows.all(f"SELECT {_COLUMNS} FROM article WHERE article.id {_AMONG}", (_json(numbers),))
    return [*map(_article, found)]


def _article(row: Sequence[Any]) -> FoundArticle:
    *plain, starred, tags, strongest, twins = row
    own, names = tuple(tags.split("\n")) if tags else (), _strongest_in(strongest)
    return FoundArticle(*(*plain, bool(starred), own, names, _twins(twins or "")))


def _twins(lines: str) -> tuple[Twin, ...]:
    each = (line.partition(" ") for line in lines.split("\n") if line)
    return tuple(Twin(int(number), source) for number, _, source in each)


def _strongest_in(kept: str | None) -> tuple[tuple[Category, str], ...]:
    """The names that were kept with an article."""
    pairs = (line.split("\t", 1) for line in (kept or "").splitlines())
    return tuple((Category(category), name) for category, name in pairs)


def _json(numbers: Iterable[int]) -> str:
    return f"[{','.join(map(str, numbers))}]"
