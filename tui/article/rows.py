"""A row of the view as pieces of text, each with the component classes it is drawn in: margin, text, gutter.

Nothing here draws: the view makes strips of it, and the first frame writes it to the terminal before there is a view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from newsreader.article import ParagraphKind
from tui.article.layers import BOOKMARK, NOTE
from tui.article.paint import Names, pieces

if TYPE_CHECKING:
    from tui.article.frame import Frame
    from tui.article.gutter import Cell
    from tui.article.layers import Layers
    from tui.article.layout import Layout

Pieces = list[tuple[str, Names]]
"""A line, or a part of one: texts with their component classes."""
BASE = "article--text"
"""The component class under all others."""
_SIGNS = {NOTE: "◆", BOOKMARK: "⚑"}
_HIGHLIGHT_SIGN = "▎"
_TOO_WIDE = "…"


def row_pieces(layout: Layout, frame: Frame, row: int, gutter: Cell | None, layers: Layers) -> Pieces:
    """Write `row` of the article in exactly `frame.total` cells, with what the gutter shows beside it."""
    kind = layout.kind(row)
    base = BASE if kind is ParagraphKind.BODY else f"article--{kind}"
    text = pieces(layout, row, base, layers.all())
    rest = frame.room - frame.left - sum(cell_len(piece) for piece, _ in text)
    if rest < 0:
        # A wide letter in a column of one cell; the terminal would put it into the next row.
        text, rest = [(_TOO_WIDE, text[0][1])], 0
    written = [*_margin(layout, frame, row, layers), *text]
    if rest > 0:
        written.append((" " * rest, (BASE,)))
    if gutter is not None:
        written.append((gutter.sign, (BASE, gutter.component)))
    return written


def _margin(layout: Layout, frame: Frame, row: int, layers: Layers) -> Pieces:
    """The left margin, with a sign if something in the row is annotated."""
    left = frame.left
    mark = layers.mark_between(layout.start(row), layout.end(row)) if left else None
    if mark is None:
        return [(" " * left, (BASE,))] if left else []
    before, behind = max(left - 2, 0), min(left - 1, 1)
    sign = _SIGNS.get(mark, _HIGHLIGHT_SIGN), (BASE, "article--sign")
    return [piece for piece in ((" " * before, (BASE,)), sign, (" " * behind, (BASE,))) if piece[0]]
