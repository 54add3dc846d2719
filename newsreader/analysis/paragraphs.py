"""Which paragraphs are analysed, and in which order: what the reader sees first, then outward from there."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from newsreader.article import ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from newsreader.article import Article

LARGEST_CHUNK = 16
"""Paragraphs per chunk, which is a batch of the recogniser."""

LARGEST_VISIBLE_CHUNK = 8
"""Paragraphs per chunk while visible ones are missing: a smaller one is on the screen sooner."""

MOST_VISIBLE = 200
"""Paragraphs that are taken as visible at most; no screen shows more."""

LONGEST_CHUNK = 12_000
"""Code points per chunk, unless a single paragraph is longer: about a quarter of a second's work."""


def readable(article: Article) -> list[int]:
    """Return the indices of the paragraphs to analyse: all but the furniture."""
    return [
        index for index, paragraph in enumerate(article.paragraphs) if paragraph.kind is not ParagraphKind.FURNITURE
    ]


class Plan:
    """What is still to be asked for in one article. Not safe for use from several threads."""

    def __init__(self, article: Article) -> None:
        """Plan all readable paragraphs, seen from the top."""
        self._indices = array("l", readable(article))
        self._starts = [article.paragraphs[index].start for index in self._indices]
        self._ends = [article.paragraphs[index].end for index in self._indices]
        self._open = bytearray(b"\1") * len(self._indices)
        """By position in `_indices`, 1 for a paragraph that has not been asked for."""
        self._see(0, LARGEST_VISIBLE_CHUNK)

    @property
    def empty(self) -> bool:
        """Whether the article has nothing to analyse."""
        return not self._indices

    @property
    def visible(self) -> list[int]:
        """The indices of the visible paragraphs."""
        return list(self._indices[self._first : self._last])

    @property
    def sees_missing(self) -> bool:
        """Whether a visible paragraph has not been asked for."""
        return 1 in self._open[self._first : self._last]

    def look_at(self, start: int, end: int) -> None:
        """Put the paragraphs that the code points `start:end` touch first, then those around them."""
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, max(end, start + 1), lo=first)
        self._see(first, min(last, first + MOST_VISIBLE))

    def take(self, alone: Collection[int] = ()) -> tuple[int, ...]:
        """Return the paragraph indices of the next chunk and count them as asked for; none when nothing is left.

        A paragraph of `alone` gets a chunk of its own, and visible paragraphs are not kept waiting by others.
        """
        visible = self.sees_missing
        largest = LARGEST_VISIBLE_CHUNK if visible else LARGEST_CHUNK
        chunk: list[int] = []
        length = 0
        while len(chunk) < largest and (self.sees_missing if visible else 1 in self._open):
            position = self._nearest()
            index = self._indices[position]
            length += self._ends[position] - self._starts[position]
            if chunk and (index in alone or length > LONGEST_CHUNK):
                break
            chunk.append(index)
            self._open[position] = 0
            if index in alone:
                break
        return tuple(chunk)

    def give_back(self, indices: Iterable[int]) -> None:
        """Plan paragraphs again whose chunk was lost."""
        for index in indices:
            self._open[bisect_left(self._indices, index)] = 1
        self._see(self._first, self._last)

    def _see(self, first: int, last: int) -> None:
        """Start from the positions `first:last`; every open position is outside of `_before + 1:_after`."""
        self._first, self._last = first, last
        self._before, self._after = first - 1, first

    def _nearest(self) -> int:
        """Return the next open position: a visible one or else the nearest, of which those ahead count half as far."""
        while self._after < len(self._indices) and not self._open[self._after]:
            self._after += 1
        while self._before >= 0 and not self._open[self._before]:
            self._before -= 1
        ahead, behind = self._after - self._last, self._first - self._before
        if self._before < 0 or (self._after < len(self._indices) and ahead <= 2 * behind):
            return self._after
        return self._before
