"""Counts the names and days of many articles at once, out of the blocks that they are packed in.

Loads numpy, which takes longer than counting few articles one by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newsreader.index import packing
from newsreader.index.numbering import ARTICLES, CODES, TURNS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from newsreader.entity import Category
    from newsreader.index.packing import Numbers
    from newsreader.index.rows import Rows

    Integers = NDArray[np.int64]

_TOGETHER = 1_000_000
"""Numbers that are counted in one go: fewer take longer, more take memory."""


class Totals:
    """How often each number was met."""

    def __init__(self) -> None:
        self._waiting: list[NDArray[np.uint32]] = []
        self._counts: Integers = np.zeros(0, np.int64)

    def add(self, numbers: Numbers, listed: NDArray[np.bool_]) -> None:
        """Count those of the articles of a block that are listed."""
        chosen = np.repeat(listed, np.frombuffer(numbers.each, np.uint32))
        self._waiting.append(np.frombuffer(numbers.all, np.uint32)[chosen])
        if sum(map(len, self._waiting)) > _TOGETHER:
            self._count()

    def of_all(self, length: int = 0) -> Integers:
        """The counts by number, at least so many."""
        self._count()
        return _lengthened(self._counts, length)

    def _count(self) -> None:
        if self._waiting:
            more = np.bincount(np.concatenate(self._waiting))
            length = max(len(more), len(self._counts))
            self._counts = _lengthened(self._counts, length) + _lengthened(more, length)
            self._waiting.clear()


class PackedCounts:
    """In how many articles something is, by its number, and how often besides."""

    def __init__(self, articles: Integers, again: Integers) -> None:
        self._articles = articles
        self._again = again

    def most(self, limit: int, category: Category | None = None) -> dict[int, tuple[int, int]]:
        """See `Counts`."""
        first, step = (0, 1) if category is None else (CODES[category], len(CODES))
        articles, again = self._articles[first::step], self._again[first::step]
        # Both in one number, by which they are compared as a pair is.
        ranks = articles << 32 | again
        least = np.partition(ranks, -limit)[-limit] if limit < len(ranks) else 0
        places = np.flatnonzero((ranks >= least) & (articles > 0))
        numbers = (places * step + first).tolist()
        return dict(zip(numbers, zip(articles[places].tolist(), again[places].tolist(), strict=True), strict=True))


def packed_counts(rows: Rows, documents: str) -> tuple[PackedCounts, PackedCounts]:
    """The counts of names and those of days in the articles of documents, of which the numbers stand in a line."""
    names, again, days = Totals(), Totals(), Totals()
    # As in `article_of`, for all of them.
    articles = np.fromstring(documents, np.int64, sep=" ") // TURNS % ARTICLES
    size = packing.PACKED
    is_listed = np.zeros((int(articles.max(initial=0)) // size + 1) * size, np.bool_)
    is_listed[articles] = True
    for block in packing.blocks(rows, np.unique(articles // size).tolist()):
        listed = is_listed[block.number * size :][:size]
        names.add(block.names, listed)
        again.add(block.again, listed)
        days.add(block.days, listed)
    in_articles = names.of_all()
    return PackedCounts(in_articles, again.of_all(len(in_articles))), PackedCounts(only := days.of_all(), only * 0)


def _lengthened(counts: Integers, length: int) -> Integers:
    return np.pad(counts, (0, max(0, length - len(counts))))
