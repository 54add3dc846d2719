"""Rows of an article on the screen: wrapping to the room there is, scrolling, painting. Nothing about what they mean.

Offsets are code points into `Article.text`; rows count from the first of the article, `y` from the top of the view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rich.segment import Segment
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.article.gutter import Cell, Gutter
from tui.article.layers import Layers
from tui.article.layout import Layout, Shape
from tui.article.messages import PositionChanged
from tui.article.rows import BASE, Columns, row_line
from tui.base.style_book import WidgetStyles, paint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events

    from newsreader.article import Article

Align = Literal["auto", "top", "center"]

_KEPT_STRIPS = 2000


class ArticlePage(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows one article in rows at a measure, with layers over it and a slim gutter of its own.

    The offset in the first row stays there when the width changes. A logical cursor goes along when it would leave
    the screen.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ArticlePage { overflow: hidden hidden; scrollbar-size: 0 0; }
    """

    measure: reactive[int] = reactive(72, init=False)
    """The longest line of text, in cells."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        """Begin without an article."""
        super().__init__(id=id, classes=classes)
        self._shape: Shape | None = None
        self._fitted: tuple[Shape, int, int] | None = None
        self._layout_now: Layout | None = None
        self._columns = Columns.fit(0, 72)
        self._layers = Layers()
        self._styles = WidgetStyles(self)
        self._strips: dict[tuple[int, Cell | None], Strip] = {}
        self._gutter_now: tuple[tuple[int, int], list[Cell]] | None = None
        self._tick_starts: Sequence[int] = ()
        self._hints: Mapping[int, str] = {}
        self._anchor = 0
        self._cursor = 0
        self._pointed = False
        """Whether the cursor was put where it is, and not just taken along when scrolling."""

    def _open(self, article: Article, offset: int, cursor: int | None, layout: Layout | None) -> None:
        """Lay out another article with `offset` in the first row, and the cursor there or at `cursor`.

        `layout` are its rows if it has been laid out already, maybe at another width.
        """
        self._layout_now = layout or self._layout_now
        self._shape = layout.shape if layout else Shape(article)
        self._layers = Layers()
        self._anchor = max(0, min(offset, len(article.text)))
        self._cursor = self._anchor if cursor is None else max(0, min(cursor, len(article.text)))
        self._fit()
        self._settle()
        self._restyle()

    # Layout

    @property
    def rows(self) -> Layout | None:
        """The article in rows at the width there is; None before the view has been given room."""
        self._fit()
        return self._layout_now

    def _fit(self) -> None:
        """Wrap the article anew if it, the width or the measure is another, and keep the first row's offset there."""
        width = self.size.width
        if self._shape is None or width <= 0 or self._fitted == (self._shape, width, self.measure):
            return
        self._fitted = (self._shape, width, self.measure)
        self._columns = Columns.fit(width, self.measure)
        if (
            self._layout_now is None
            or self._layout_now.shape is not self._shape
            or self._layout_now.width != self._columns.width
        ):
            self._layout_now = Layout(self._shape, self._columns.width)
        self.virtual_size = Size(width, self._layout_now.rows)
        self._forget()
        self._settle()

    def _settle(self) -> None:
        """Put the row that holds the anchor at the top, at once and without telling anybody."""
        if self._layout_now is None:
            return
        row = min(self._layout_now.row_of(self._anchor), self._last_top)
        if row != self._top:
            self.set_scroll(None, row)
            self.refresh()

    def watch_measure(self) -> None:
        """Wrap to the new measure."""
        self._fit()
        self.refresh()
        self.tell_position()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap to the new width and keep the first row's offset there."""
        self._fit()
        self._settle()
        self.tell_position()

    # Position

    @property
    def _top(self) -> int:
        return self.scroll_offset.y

    @property
    def _last_top(self) -> int:
        """The row that is at the top when the last one is at the bottom."""
        return max(0, (self._layout_now.rows if self._layout_now else 0) - max(self.size.height, 1))

    @property
    def cursor(self) -> int:
        """Where the reader is in the text: a code point that is on the screen."""
        return self._cursor

    @property
    def top_offset(self) -> int:
        """Offset of the first row in view; the one the view was told to show, if that is in it."""
        layout = self.rows
        if layout is None or not layout.rows or layout.row_of(self._anchor) == self._top:
            return self._anchor
        return layout.start(self._top)

    def visible_range(self) -> tuple[int, int]:
        """Code points in view, end exclusive; empty before the view has been given room."""
        layout = self.rows
        if layout is None or not layout.rows or self.size.height <= 0:
            return self._anchor, self._anchor
        return layout.start(self._top), layout.end(min(self._top + self.size.height, layout.rows) - 1)

    @property
    def progress(self) -> float:
        """How far the reader has come, from 0 at the top to 1 with the last row in view."""
        return self._top / self._last_top if self._last_top else 1.0

    def scroll_rows_to(self, row: int) -> None:
        """Put `row` at the top, or as near as the article allows, at once; the cursor stays on the screen."""
        layout = self.rows
        if layout is None or not layout.rows:
            return
        row = max(0, min(row, self._last_top))
        self._pointed = False
        self._anchor = layout.start(row)
        moves = row != self._top
        if moves:
            self.scroll_target_y = self.scroll_y = row
        self._keep_cursor_in_view(layout)
        if moves:
            self.tell_position()

    def _keep_cursor_in_view(self, layout: Layout) -> None:
        row = layout.row_of(self._cursor)
        bottom = min(self._top + max(self.size.height, 1), layout.rows) - 1
        if row < self._top:
            self._cursor = layout.start(min(self._top + (not layout.line(self._top)), bottom))
        elif row > bottom:
            self._cursor = layout.start(bottom)

    def scroll_lines(self, count: int) -> None:
        """Scroll by rows; up if `count` is negative."""
        self.scroll_rows_to(self._top + count)

    def scroll_pages(self, pages: float) -> None:
        """Scroll by screens, or parts of one; a whole one leaves a row to find the way by."""
        step = max(1, round(abs(pages) * self.size.height) - (abs(pages) >= 1))
        self.scroll_lines(step if pages > 0 else -step)

    def go_to(self, offset: int, *, end: int | None = None, align: Align = "auto") -> None:
        """Put the cursor at `offset`, and scroll if `offset` to `end` is not in view already.

        `align` says where it goes: `auto` leaves the page alone if it can and else puts it a third down, `top` puts it
        in the first row, `center` in the middle.
        """
        layout = self.rows
        offset = max(0, min(offset, len(layout.text) if layout else offset))
        self._cursor = offset
        if layout is None or not layout.rows:
            self._anchor = self._cursor
            return
        first = layout.row_of(offset)
        last = layout.row_of(max(offset, (end or offset) - 1))
        height = max(self.size.height, 1)
        seen = self._top <= first and last < self._top + height
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
        layout = self.rows
        if layout is None or not layout.rows or self._shape is None:
            return
        here = self._cursor if self._pointed else layout.start(self._top)
        index = self._shape.paragraph_at(here)
        starts = self._shape.starts
        inside = layout.row_of(starts[index]) < layout.row_of(here)
        target = index + step + (1 if step < 0 and inside else 0)
        target = max(0, min(target, len(starts) - 1))
        self.go_to(starts[target], align="top")

    def go_top(self) -> None:
        """Go to the first row."""
        self._cursor = 0
        self.scroll_rows_to(0)

    def go_bottom(self) -> None:
        """Go to the last row."""
        if layout := self.rows:
            self._cursor = layout.start(max(0, layout.rows - 1))
            self.scroll_rows_to(layout.rows)

    def tell_position(self) -> None:
        """Say what is in view now; called whenever that is something else."""
        if self._layout_now is not None and self.size and self.is_attached:
            self.post_message(PositionChanged(*self.visible_range()))

    def offset_at(self, x: int, y: int) -> int:
        """Offset of the cluster drawn in a cell of the view, from its top left corner.

        In the margins it is the start or the end of the row, in a blank row the end of the paragraph above, below the
        text its end.
        """
        layout = self.rows
        return self._anchor if layout is None else layout.offset_at(self._top + y, x - self._columns.left)

    # Painting

    def notify_style_update(self) -> None:
        """Forget all styles when the theme or the style sheet has changed."""
        super().notify_style_update()
        self._styles.clear()
        self._forget()

    def _restyle(self) -> None:
        """Paint anew what is in view, because a layer has changed."""
        self._forget()
        self.refresh()

    def _forget(self) -> None:
        """Keep no row as it was painted."""
        self._strips.clear()
        self._gutter_now = None

    def render_line(self, y: int) -> Strip:
        """Paint the row at `y`."""
        layout = self.rows
        row = self._top + y
        if layout is None or row >= layout.rows:
            return Strip.blank(self.size.width, self._styles[(BASE,)])
        key = row, self._gutter_cell(layout, y) if self._columns.gutter else None
        if key not in self._strips:
            if len(self._strips) >= _KEPT_STRIPS:
                self._strips.clear()
            strip = Strip(self._paint_row(layout, *key), self._columns.total)
            self._strips[key] = self._with_hints(layout, row, strip) if self._hints else strip
        return self._strips[key]

    def _gutter_cell(self, layout: Layout, y: int) -> Cell:
        """What the gutter shows at `y`; worked out for the whole height at once, as each frame asks for all of it."""
        key = self._top, self.size.height
        if self._gutter_now is None or self._gutter_now[0] != key:
            gutter = Gutter(layout, *key)
            cells = [gutter.cell(line, self._tick_starts, self._current_start) for line in range(key[1])]
            self._gutter_now = key, cells
        cells = self._gutter_now[1]
        return cells[y] if y < len(cells) else Cell.EMPTY

    def _with_hints(self, layout: Layout, row: int, strip: Strip) -> Strip:
        """Lay the labels of the hints in `row` over the text."""
        style = self._styles[(BASE, "article--hint")]
        for offset, label in self._hints.items():
            if layout.row_of(offset) == row:
                x = self._columns.left + layout.column_of(offset)
                parts = strip.crop(0, x), Strip([Segment(label, style)]), strip.crop(x + len(label))
                strip = Strip.join(parts).crop(0, self._columns.total)
        return strip

    def _paint_row(self, layout: Layout, row: int, gutter: Cell | None) -> list[Segment]:
        return paint(row_line(layout, self._columns, row, gutter, self._layers), self._styles)

    @property
    def _current_start(self) -> int | None:
        """Where the current match starts."""
        return None
