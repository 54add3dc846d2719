"""The rows of a viewport as strips, kept as long as nothing in them changes. Only rows in sight are ever painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from tui.article.gutter import Cell, Gutter
from tui.article.jump_labels import label_x
from tui.article.placed_strip import PlacedStrip
from tui.article.rows import BASE, row_line
from tui.base.clusters import NOT_SEPARATE
from tui.base.style_book import WidgetStyles, paint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.geometry import Region
    from textual.widget import Widget

    from tui.article.layers import Layers
    from tui.article.layout import Layout
    from tui.article.viewport import Viewport

_KEPT_STRIPS = 2000


def _may_be_otherwise(layout: Layout, row: int) -> bool:
    """Whether there is anything in a row that a terminal may give another width."""
    line = layout.line(row) if row < layout.rows else ""
    return not line.isascii() and NOT_SEPARATE.search(line) is not None


class Painter:
    """Paints for one widget."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles = WidgetStyles(widget)
        self._strips: dict[tuple[int, Cell | None, int | None], Strip] = {}
        self._gutter: tuple[tuple[int, int], list[Cell]] | None = None
        self.hints: Mapping[int, str] = {}
        """The labels over the text, by their offsets."""

    def set_hints(self, hints: Mapping[int, str]) -> None:
        """Draw short labels of plain letters before the words at these offsets, and no others."""
        self.hints = hints
        self.clear()
        self._widget.refresh()

    def clear(self, *, styles: bool = False) -> None:
        """Keep no row as it was painted, since the article, a layer or the width has changed, nor `styles`."""
        self._strips.clear()
        self._gutter = None
        if styles:
            self._styles.clear()

    def lines(self, viewport: Viewport, layers: Layers, crop: Region) -> list[Strip]:
        """Paint the rows of a region of the widget, as the terminal is to have them.

        The strips are those that are kept, so that what Textual notes on one, cut, filtered and written, serves as long
        as its row is on the screen.
        """
        widget, width = self._widget, self._widget.size.width
        strips = [self.strip(viewport, layers, y, width) for y in crop.line_range]
        background = widget.background_colors[1]
        for each in widget.get_line_filters():
            strips = [strip.apply_filter(each, background) for strip in strips]
        if crop.column_span != (0, width):
            return [strip.crop(*crop.column_span) for strip in strips]
        left, layout = widget.region.x, viewport.layout
        rows = [viewport.top + y for y in crop.line_range]
        return [
            PlacedStrip(strip, left) if layout and _may_be_otherwise(layout, row) else strip
            for row, strip in zip(rows, strips, strict=True)
        ]

    def strip(self, viewport: Viewport, layers: Layers, y: int, width: int) -> Strip:
        """Paint line `y` of the viewport in `width` cells."""
        layout, row = viewport.layout, viewport.top + y
        if layout is None or row >= layout.rows:
            return Strip.blank(width, self._styles[(BASE,)])
        gutter = self._gutter_cell(viewport, layers, layout, y) if viewport.columns.gutter else None
        caret = viewport.cursor if row == viewport.row else None
        key = row, gutter, caret
        if key not in self._strips:
            if len(self._strips) >= _KEPT_STRIPS:
                self._strips.clear()
            line = row_line(layout, viewport.columns, row, gutter, layers, caret)
            strip = Strip(paint(line, self._styles), viewport.columns.total)
            self._strips[key] = self._with_hints(viewport, layout, row, strip) if self.hints else strip
        return self._strips[key]

    def _gutter_cell(self, viewport: Viewport, layers: Layers, layout: Layout, y: int) -> Cell:
        """What the gutter shows at `y`; worked out for the whole height at once, as each frame asks for all of it."""
        key = viewport.top, viewport.height
        if self._gutter is None or self._gutter[0] != key:
            gutter, current = Gutter(layout, *key), layers.current_span
            shown = layers.match_starts, current[0] if current else None, layers.alone
            cells = [gutter.cell(line, *shown) for line in range(viewport.height)]
            self._gutter = key, cells
        cells = self._gutter[1]
        return cells[y] if y < len(cells) else Cell.EMPTY

    def _with_hints(self, viewport: Viewport, layout: Layout, row: int, strip: Strip) -> Strip:
        """Lay the labels of the hints in `row` over the text."""
        style = self._styles[(BASE, "article--hint")]
        for offset, label in self.hints.items():
            if layout.row_of(offset) == row:
                x = label_x(layout, viewport.columns, offset, len(label))
                parts = strip.crop(0, x), Strip([Segment(label, style)]), strip.crop(x + len(label))
                strip = Strip.join(parts).crop(0, viewport.columns.total)
        return strip
