"""Moving the reader's place through the article: by lines, pages and paragraphs, by characters and words.

The text is scrolled only where the place would come too near to an edge, and then by no more rows than it moved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article.caret import in_column, text_row, text_row_between
from tui.article.text_selection import TextSelection

if TYPE_CHECKING:
    from tui.article.layout import Layout
    from tui.article.text_selection import Motion
    from tui.article.viewport import Viewport

SCROLL_OFF = 3
"""How many rows are kept in sight above and below the place, where the article and the room allow it."""


class Moving:
    """What moves the cursor of a viewport, as keys do."""

    def __init__(self, viewport: Viewport) -> None:
        self._viewport = viewport
        self._kept: tuple[int, int] | None = None
        """Where the last motion by rows ended, and the column that the next one keeps to."""

    def lines(self, count: int) -> None:
        """Go down by so many lines with text; up if `count` is negative."""
        layout, row = self._viewport.rows, self._viewport.row
        if layout is None:
            return
        step = 1 if count > 0 else -1
        for _ in range(abs(count)):
            row = _next_row(layout, row, step)
        column = self._column(layout)
        self.to(in_column(layout, row, column))
        self._keep(column)

    def pages(self, step: int) -> None:
        """Go on (1) or back (-1) by a screen, to the first line of it that was not in sight.

        A row of the screen before stays to find the way by.
        """
        viewport = self._viewport
        top, height = viewport.top, max(viewport.height, 1)
        new = max(0, min(top + step * max(1, height - 1), viewport.last_top))
        wanted = top + height if step > 0 else new
        viewport.arrive(new, viewport.near(wanted, new))

    def half_pages(self, step: int) -> None:
        """Go down (1) or up (-1) by half a screen; the place keeps its row of the screen if it can."""
        viewport, layout = self._viewport, self._viewport.rows
        if layout is None:
            return
        rows = step * max(1, round(viewport.height / 2))
        top = max(0, min(viewport.top + rows, viewport.last_top))
        bottom = min(top + max(viewport.height, 1), layout.rows) - 1
        row = text_row_between(layout, max(top, min(viewport.row + rows, bottom)), top, bottom)
        column = self._column(layout)
        viewport.arrive(top, in_column(layout, row, column))
        self._keep(column)

    def paragraph(self, step: int) -> None:
        """Go to the start of a following (1) or an earlier (-1) paragraph; from within one back to its own."""
        viewport, layout = self._viewport, self._viewport.rows
        if layout is None:
            return
        shape = layout.shape
        index = shape.paragraph_at(viewport.cursor)
        inside = layout.row_of(shape.starts[index]) < viewport.row
        target = index + step + (1 if step < 0 and inside else 0)
        target = max(0, min(target, len(shape.starts) - 1))
        viewport.go_to(shape.starts[target], end=shape.ends[target])

    def top(self) -> None:
        """Go to the first row."""
        self._viewport.go_to(0, align="top")

    def bottom(self) -> None:
        """Go to the last row."""
        layout = self._viewport.rows
        if layout is not None:
            self._viewport.arrive(self._viewport.last_top, layout.start(layout.rows - 1))

    def by(self, motion: Motion) -> None:
        """Make one of the motions that also move the end of a selection."""
        layout = self._viewport.rows
        if layout is not None:
            self.to(TextSelection(self._viewport.cursor, self._viewport.cursor).moved(layout, motion).head)

    def to(self, offset: int) -> None:
        """Go to a place near by, and scroll by the rows that are needed and no more."""
        viewport, layout = self._viewport, self._viewport.rows
        if layout is None:
            return
        row = layout.row_of(offset)
        height = max(viewport.height, 1)
        margin = min(SCROLL_OFF, (height - 1) // 4)
        moved = row - viewport.row
        top = viewport.top
        if moved > 0:
            top = max(top, min(row + margin - height + 1, top + moved, viewport.last_top))
        elif moved < 0:
            top = min(top, max(row - margin, top + moved, 0))
        viewport.arrive(top, offset)

    def _column(self, layout: Layout) -> int:
        """The column that a motion by rows keeps to: as before, as long as nothing else moved the cursor."""
        if self._kept is not None and self._kept[0] == self._viewport.cursor:
            return self._kept[1]
        return layout.column_of(self._viewport.cursor)

    def _keep(self, column: int) -> None:
        self._kept = self._viewport.cursor, column


def _next_row(layout: Layout, row: int, step: int) -> int:
    found = text_row(layout, row + step, step)
    return row if found is None else found
