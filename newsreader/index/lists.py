"""Lists of articles, of which any piece can be had by the article that stands before or behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from newsreader.index.asking import Asked
from newsreader.index.found import Anchor, FoundArticle, Order
from newsreader.index.naming import strongest_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsreader.index.rows import Rows

MOST_RANKED = 2000
"""Of more articles with all words, those that came in last are ranked, and the rest follows, the newest first."""

WEIGHTS = (5.0, 1.0, 0.5, 0.5, 0.2)
"""What a word counts in title, text, source, author and address when articles are ordered by relevance."""

_COLUMNS = """
article.id, title, source, published, added, location, notes, progress, state, starred, tags, strongest,
CASE WHEN story IS NOT NULL THEN (
    SELECT group_concat(said, char(10)) FROM (
        SELECT coalesce(twin.source, '') AS said FROM article AS twin
        WHERE twin.story = article.story ORDER BY twin.place
    )
) END
"""
_KEYS = {Order.ADDED: "added", Order.TITLE: "coalesce(title, '') COLLATE NOCASE"}
_ASCENDING = frozenset((Order.OLDEST, Order.TITLE))
_RANKED = f"""
SELECT rowid, bm25(word, {", ".join(map(str, WEIGHTS))}) FROM word WHERE word MATCH ? ORDER BY rowid DESC LIMIT ?
"""
_AMONG = "IN (SELECT value FROM json_each(?))"


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
    order: Order

    def window(self, anchor: Anchor | None, limit: int, *, backwards: bool) -> list[FoundArticle]:
        """See `ArticleList`."""
        place = self._before(anchor, beyond=not backwards) if anchor else Asked("1")
        key, direction = self._key, "ASC" if (self.order in _ASCENDING) != backwards else "DESC"
        found = self.rows.all(
            f"""
            SELECT {_COLUMNS} FROM article WHERE ({self.where.sql}) AND {place.sql}
            ORDER BY {key} {direction}, article.id {direction} LIMIT ?
            """,
            (*self.where.parameters, *place.parameters, limit),
        )
        return [*map(_article, reversed(found) if backwards else found)]

    def rank(self, anchor: Anchor) -> int:
        """See `ArticleList`."""
        place = self._before(anchor, beyond=False)
        return self.rows.one(
            f"SELECT count(*) FROM article WHERE ({self.where.sql}) AND {place.sql}",
            (*self.where.parameters, *place.parameters),
        )

    @property
    def _key(self) -> str:
        return _KEYS.get(self.order, "day")

    def _before(self, anchor: Anchor, *, beyond: bool) -> Asked:
        """That an article stands before another one in the list, or beyond it."""
        operator = "<" if (self.order in _ASCENDING) != beyond else ">"
        return Asked(f"({self._key}, article.id) {operator} (?, ?)", [anchor.key, anchor.id])


class RankedList:
    """The articles with some words, those in which they weigh most first, and behind the ranked ones the others."""

    def __init__(self, rows: Rows, where: Asked, sought: str, rest: Asked) -> None:
        """Take what holds of the articles, the words, and the same expression as it is best asked of the others."""
        self._rows = rows
        ranks = dict(rows.all(_RANKED, (sought, MOST_RANKED)))
        found = rows.all(
            f"SELECT document, id FROM article WHERE ({where.sql}) AND document {_AMONG}",
            (*where.parameters, _json(ranks)),
        )
        self._best = [number for _, number in sorted(found, key=lambda row: (ranks[row[0]], -row[1]))]
        more = Asked(f"({rest.sql}) AND document NOT {_AMONG}", [*rest.parameters, _json(ranks)])
        nothing = len(ranks) < MOST_RANKED
        self._others = OrderedList(rows, Asked("0") if nothing else more, Order.RELEVANCE)

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
        return len(self._best) + self._others.rank(anchor) if at is None else at

    def _place(self, anchor: Anchor | None) -> int | None:
        """Where among those that were ranked."""
        return self._best.index(anchor.id) if anchor and anchor.id in self._best else None

    def _these(self, numbers: Sequence[int]) -> list[FoundArticle]:
        rows = self._rows.all(f"SELECT {_COLUMNS} FROM article WHERE article.id {_AMONG}", (_json(numbers),))
        found = {each.id: each for each in map(_article, rows)}
        return [found[number] for number in numbers]


def _article(row: Sequence[Any]) -> FoundArticle:
    *plain, starred, tags, strongest, sources = row
    own, names = tuple(tags.split("\n")) if tags else (), strongest_in(strongest)
    return FoundArticle(*(*plain, bool(starred), own, names, () if sources is None else tuple(sources.split("\n"))))


def _json(numbers: Iterable[int]) -> str:
    return f"[{','.join(map(str, numbers))}]"
