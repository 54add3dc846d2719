"""The gutter at the right edge: where in the whole article the reader is and where the active matches are.

It also marks what only this article says of a story that others tell, too.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from tui.article.span_arrays import Spans
from tui.base.marks import ALONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article.layout import Layout

NOWHERE = Spans()


class Cell(Enum):
    """What one cell of the gutter shows: its sign and its component."""

    EMPTY = (" ", "article--gutter")
    THUMB = ("┃", "article--gutter-thumb")
    MATCH = ("╸", "article--gutter-match")
    THUMB_MATCH = ("┫", "article--gutter-match")
    ALONE = (ALONE, "article--gutter-alone")
    THUMB_ALONE = ("╂", "article--gutter-alone")
    CURRENT = ("◀", "article--gutter-current")

    @property
    def sign(self) -> str:
        """The character drawn."""
        return self.value[0]

    @property
    def component(self) -> str:
        """The component it is drawn in."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Gutter:
    """The gutter of a view of `height` rows whose first row is `top`."""

    layout: Layout
    top: int
    height: int

    def first_row(self, y: int) -> int:
        """First row of the article that the gutter cell `y` stands for."""
        return y * max(self.layout.rows, self.height) // max(self.height, 1)

    def cell(self, y: int, starts: Sequence[int], current: int | None, alone: Spans = NOWHERE) -> Cell:
        """What to show in cell `y`, given the starts of the active matches and the start of the current one.

        `alone` is what only this article says.
        """
        first, last = self._offsets(y)
        thumb = self._holds_thumb(y)
        if current is not None and first <= current < last:
            return Cell.CURRENT
        if bisect_left(starts, first) < bisect_left(starts, last):
            return Cell.THUMB_MATCH if thumb else Cell.MATCH
        if first < last and any(True for _ in alone.between(first, last)):
            return Cell.THUMB_ALONE if thumb else Cell.ALONE
        return Cell.THUMB if thumb else Cell.EMPTY

    def first_match(self, y: int, starts: Sequence[int]) -> int | None:
        """Start of the first match that cell `y` stands for."""
        first, last = self._offsets(y)
        index = bisect_left(starts, first)
        return starts[index] if index < len(starts) and starts[index] < last else None

    def top_for(self, y: int) -> int:
        """The row to put at the top for a click in cell `y`, so that the last cell means the end."""
        return y * max(self.layout.rows - self.height, 0) // max(self.height - 1, 1)

    def _offsets(self, y: int) -> tuple[int, int]:
        """Code points that cell `y` stands for; the last cell takes what is left."""
        rows = self.layout.rows
        first, last = self.first_row(y), self.first_row(y + 1)
        if first >= rows:
            return 0, 0
        return self.layout.start(first), self.layout.start(min(last, rows)) + (last >= rows)

    def _holds_thumb(self, y: int) -> bool:
        """Whether `y` is in the stretch that shows how much of the article is in view; none if all of it is."""
        rows = self.layout.rows
        if rows <= self.height:
            return False
        length = max(1, self.height * self.height // rows)
        start = self.top * (self.height - length) // (rows - self.height)
        return start <= y < start + length
