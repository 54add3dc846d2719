"""The rows of a viewport as strips, kept as long as nothing in them changes. Only rows in sight are ever painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from tui.article.gutter import Cell, Gutter
from tui.article.jump_labels import label_x
from tui.article.rows import BASE, row_line
from tui.base.style_book import WidgetStyles, paint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.widget import Widget

    from tui.article.layers import Layers
    from tui.article.layout import Layout
    from tui.article.viewport import Viewport

_KEPT_STRIPS = 2000


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
            gutter, starts, current = Gutter(layout, *key), layers.match_starts, layers.current_span
            cells = [gutter.cell(line, starts, current[0] if current else None) for line in range(viewport.height)]
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
