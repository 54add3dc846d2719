"""An article in rows in a room of some size: which rows are in sight and where in the text the reader is.

Nothing here draws or needs Textual: the view shows what a viewport says, and so does the first frame. Offsets are code
points into `Article.text`; rows count from the first of the article, `x` and `y` from the top left corner of the room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tui.article.layout import Layout, Shape
from tui.article.rows import Columns

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.article import Article

Align = Literal["auto", "top", "center"]


class Viewport:
    """The rows in sight and a logical cursor, which goes along when it would leave the room.

    The offset in the first row stays there when the room changes.
    """

    def __init__(self, moved: Callable[[], None] = lambda: None) -> None:
        """Begin without an article; `moved` is called when other rows have come into sight."""
        self.columns = Columns.fit(0, 72)
        self.layout: Layout | None = None
        """The article in rows; None before there is an article and room for it."""
        self.height = 0
        self.top = 0
        """The first row in sight."""
        self.cursor = 0
        """Where the reader is in the text: a code point that is in sight."""
        self._shape: Shape | None = None
        self._fitted: tuple[Shape, int, int] | None = None
        self.anchor = 0
        """The offset that it was told to have in the first row."""
        self._pointed = False
        """Whether the cursor was put where it is, and not just taken along when scrolling."""
        self._moved = moved

    def open(
        self, article: Article, offset: int = 0, *, cursor: int | None = None, before: Viewport | None = None
    ) -> None:
        """Take another article with `offset` in the first row, and the cursor there or at `cursor`.

        `before` is the one that showed it until now, if there was one, maybe at another width.
        """
        layout = before.layout if before is not None else None
        self.layout = layout or self.layout
        self._shape = layout.shape if layout else Shape(article)
        if before is not None:
            self.top, self._pointed = before.top, before._pointed
        end = len(article.text)
        self.anchor = max(0, min(offset, end))
        self.cursor = self.anchor if cursor is None else max(0, min(cursor, end))

    def fit(self, width: int, height: int, measure: int) -> bool:
        """Give it a room in cells, with lines of at most `measure`; whether the rows are others now."""
        self.height = height
        if self._shape is None or width <= 0 or self._fitted == (self._shape, width, measure):
            return False
        self._fitted = (self._shape, width, measure)
        self.columns = Columns.fit(width, measure)
        if self.layout is None or self.layout.shape is not self._shape or self.layout.width != self.columns.width:
            self.layout = Layout(self._shape, self.columns.width)
        self.place()
        return True

    def place(self, offset: int | None = None) -> None:
        """Have the row of `offset` at the top, or that of the anchor as before, and tell nobody.

        Blank rows share their offset; the one that is at the top stays there.
        """
        self.anchor = self.anchor if offset is None else offset
        layout = self.layout
        if layout is not None:
            stays = offset is None and self.top < layout.rows and layout.start(self.top) == self.anchor
            self.top = min(self.top if stays else layout.row_of(self.anchor), self.last_top)

    # What is in sight

    @property
    def _rows(self) -> Layout | None:
        """The layout if it has any rows."""
        return self.layout if self.layout is not None and self.layout.rows else None

    @property
    def last_top(self) -> int:
        """The row that is at the top when the last one is at the bottom."""
        return max(0, (self.layout.rows if self.layout else 0) - max(self.height, 1))

    @property
    def progress(self) -> float:
        """How far the reader has come, from 0 at the top to 1 with the last row in sight."""
        return self.top / self.last_top if self.last_top else 1.0

    @property
    def top_offset(self) -> int:
        """Offset of the first row in sight; the one the viewport was told to show, if that is in it."""
        layout = self._rows
        return self.anchor if layout is None or layout.row_of(self.anchor) == self.top else layout.start(self.top)

    def visible_range(self) -> tuple[int, int]:
        """Code points in sight, end exclusive; empty before there is room."""
        layout = self._rows
        if layout is None or self.height <= 0:
            return self.anchor, self.anchor
        return layout.start(self.top), layout.end(min(self.top + self.height, layout.rows) - 1)

    def offset_at(self, x: int, y: int) -> int:
        """Offset of the cluster drawn in a cell of the room.

        In the margins it is the start or the end of the row, in a blank row the end of the paragraph above, below the
        text its end.
        """
        layout = self.layout
        return self.anchor if layout is None else layout.offset_at(self.top + y, x - self.columns.left)

    # Moving

    def point_at(self, offset: int) -> None:
        """Put the cursor at a code point in sight."""
        self.cursor, self._pointed = offset, True

    def scroll_rows_to(self, row: int) -> None:
        """Put `row` at the top, or as near as the article allows; the cursor stays in sight."""
        layout = self._rows
        if layout is None:
            return
        row = max(0, min(row, self.last_top))
        self._pointed = False
        self.anchor = layout.start(row)
        moves, self.top = row != self.top, row
        self._keep_cursor_in_sight(layout)
        if moves:
            self._moved()

    def _keep_cursor_in_sight(self, layout: Layout) -> None:
        row = layout.row_of(self.cursor)
        bottom = min(self.top + max(self.height, 1), layout.rows) - 1
        if row < self.top:
            self.cursor = layout.start(min(self.top + (not layout.line(self.top)), bottom))
        elif row > bottom:
            self.cursor = layout.start(bottom)

    def scroll_lines(self, count: int) -> None:
        """Scroll by rows; up if `count` is negative."""
        self.scroll_rows_to(self.top + count)

    def scroll_pages(self, pages: float) -> None:
        """Scroll by screens, or parts of one; a whole one leaves a row to find the way by."""
        step = max(1, round(abs(pages) * self.height) - (abs(pages) >= 1))
        self.scroll_lines(step if pages > 0 else -step)

    def go_to(self, offset: int, *, end: int | None = None, align: Align = "auto") -> None:
        """Put the cursor at `offset`, and scroll if `offset` to `end` is not in sight already.

        `align` says where it goes: `auto` leaves the rows alone if it can and else puts it a third down, `top` puts it
        in the first row, `center` in the middle.
        """
        layout = self._rows
        offset = max(0, min(offset, len(self.layout.text) if self.layout else offset))
        self.cursor = offset
        if layout is None:
            self.anchor = offset
            return
        first = layout.row_of(offset)
        last = layout.row_of(max(offset, (end or offset) - 1))
        height = max(self.height, 1)
        seen = self.top <= first and last < self.top + height
        if align == "top":
            self.scroll_rows_to(first)
        elif align == "center":
            self.scroll_rows_to(first - height // 2)
        elif not seen:
            self.scroll_rows_to(first - min(height // 3, max(0, height - 1 - (last - first))))
        self._pointed = True

    def move_paragraph(self, step: int) -> None:
        """Put the start of a following (1) or an earlier (-1) paragraph in the first row.

        It is counted from the cursor if that was put somewhere, else from the first row: after scrolling the reader
        is at the top of the screen.
        """
        layout = self._rows
        if layout is None:
            return
        here = self.cursor if self._pointed else layout.start(self.top)
        index, starts = layout.shape.paragraph_at(here), layout.shape.starts
        inside = layout.row_of(starts[index]) < layout.row_of(here)
        target = index + step + (1 if step < 0 and inside else 0)
        self.go_to(starts[max(0, min(target, len(starts) - 1))], align="top")

    def go_bottom(self) -> None:
        """Go to the last row."""
        if self.layout is not None:
            self.cursor = self.layout.start(max(0, self.layout.rows - 1))
            self.scroll_rows_to(self.layout.rows)
