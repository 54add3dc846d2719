"""An article in rows in a room of some size: which rows are in sight and where in the text the reader is.

Nothing here draws or needs Textual: the view shows what a viewport says, and so does the first frame. Offsets are code
points into `Article.text`; rows count from the first of the article, `x` and `y` from the top left corner of the room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tui.article.caret import on_row, text_row, text_row_between
from tui.article.layout import Layout, Shape
from tui.article.rows import Columns

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.article import Article

Align = Literal["auto", "top", "center"]


class Viewport:
    """The rows in sight and a cursor, which is the reader's place in the text and never leaves the room.

    When the room changes, the offset in the first row stays there, unless the cursor would be out of sight.
    """

    def __init__(self, moved: Callable[[], None] = lambda: None) -> None:
        """Begin without an article; `moved` is called when other rows are in sight or the cursor is elsewhere."""
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
        self._anchor_row = 0
        """The row that was at the top when it was told; blank rows share their offset."""
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
            self.top, self._anchor_row = before.top, before._anchor_row
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

    def place(self, offset: int | None = None, *, cursor: int | None = None) -> None:
        """Have the row of `offset` at the top, or that of the anchor as before, and tell nobody.

        The rows are others as long as the cursor, which may be put elsewhere, would not be in sight.
        """
        self.anchor = self.anchor if offset is None else offset
        self.cursor = self.cursor if cursor is None else cursor
        layout = self.layout
        if layout is not None:
            row = self._anchor_row
            stays = offset is None and row < layout.rows and layout.start(row) == self.anchor
            self._anchor_row = row if stays else layout.row_of(self.anchor)
            here = layout.row_of(self.cursor)
            top = max(min(self._anchor_row, self.last_top), here - max(self.height, 1) + 1)
            self.top = min(top, here)

    # What is in sight

    @property
    def rows(self) -> Layout | None:
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
        layout = self.rows
        return self.anchor if layout is None or layout.row_of(self.anchor) == self.top else layout.start(self.top)

    def visible_range(self) -> tuple[int, int]:
        """Code points in sight, end exclusive; empty before there is room."""
        layout = self.rows
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

    # The present line

    @property
    def row(self) -> int:
        """The row that the cursor is in; of blank ones that share its offset one that is in sight."""
        layout = self.rows
        if layout is None:
            return 0
        row, bottom = layout.row_of(self.cursor), self.top + max(self.height, 1) - 1
        return bottom if row > bottom and layout.start(row) == layout.start(bottom) else row

    @property
    def line(self) -> tuple[int, int]:
        """Code points of that row, end exclusive."""
        layout = self.rows
        return (self.cursor, self.cursor) if layout is None else (layout.start(self.row), layout.end(self.row))

    # Moving

    def arrive(self, top: int, cursor: int) -> None:
        """Have `top` be the first row and the cursor at a code point that is in sight then, and tell of it."""
        layout = self.rows
        if layout is None or (top, cursor) == (self.top, self.cursor):
            self.cursor = cursor
            return
        if top != self.top:
            self.top = self._anchor_row = top
            self.anchor = layout.start(top)
        self.cursor = cursor
        self._moved()

    def point_at(self, offset: int) -> None:
        """Put the cursor at a code point in sight."""
        self.arrive(self.top, offset)

    def point_near(self, offset: int) -> None:
        """Put the cursor on the cluster at a code point in sight, or on the one before if nothing is drawn there."""
        layout = self.rows
        if layout is not None:
            here = layout.row_of(offset)
            row = text_row(layout, here, -1)
            seen = row is not None and self.top <= row < self.top + max(self.height, 1)
            self.point_at(on_row(layout, row, offset) if row is not None and seen else self.near(here))

    def scroll_rows_to(self, row: int) -> None:
        """Put `row` at the top, or as near as the article allows; the cursor goes along where it would leave."""
        layout = self.rows
        if layout is not None:
            top = max(0, min(row, self.last_top))
            here = self.row
            self.arrive(top, self.cursor if top <= here < top + max(self.height, 1) else self.near(here, top))

    def near(self, row: int, top: int | None = None) -> int:
        """Where the line starts that is in sight nearest to `row`, if `top` were the first row."""
        layout = self.rows
        if layout is None:
            return self.cursor
        top = self.top if top is None else top
        bottom = min(top + max(self.height, 1), layout.rows) - 1
        return layout.start(text_row_between(layout, max(top, min(row, bottom)), top, bottom))

    def scroll_lines(self, count: int) -> None:
        """Scroll by rows; up if `count` is negative."""
        self.scroll_rows_to(self.top + count)

    def go_to(self, offset: int, *, end: int | None = None, align: Align = "auto") -> None:
        """Put the cursor at `offset`, and scroll if `offset` to `end` is not in sight already.

        `align` says where it goes: `auto` leaves the rows alone if it can and else puts it a third down, `top` puts it
        in the first row, `center` in the middle.
        """
        layout = self.rows
        offset = max(0, min(offset, len(self.layout.text) if self.layout else offset))
        if layout is None:
            self.anchor = self.cursor = offset
            return
        first = layout.row_of(offset)
        last = layout.row_of(max(offset, (end or offset) - 1))
        height = max(self.height, 1)
        top = self.top
        if align == "top":
            top = first
        elif align == "center":
            top = first - height // 2
        elif not self.top <= first <= last < self.top + height:
            top = first - min(height // 3, max(0, height - 1 - (last - first)))
        self.arrive(max(0, min(top, self.last_top)), offset)
