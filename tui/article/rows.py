"""A row of the view as pieces of text, each with the components it is drawn in: margin, text, gutter.

Nothing here draws: the view makes strips of it, and the first frame writes it to the terminal before there is a view.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreader.article import ParagraphKind
from tui.article.caret import on_row
from tui.article.layers import BOOKMARK, NOTE, Layer
from tui.article.span_arrays import Spans
from tui.base.clusters import JOINER, NOT_PLAIN, cluster_around, clusters
from tui.base.widths import cell_len

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article.gutter import Cell
    from tui.article.layers import Layers
    from tui.article.layout import Layout
    from tui.base.style_book import Line

BASE = "article--text"
"""The component under all others."""
_SIGNS = {NOTE: "◆", BOOKMARK: "⚑"}
_HIGHLIGHT_SIGN = "▎"
_HERE_SIGN = "▌"
_TOO_WIDE = "…"

_GUTTER_FROM = 20
_ONE_CELL_FROM = 12
_TWO_CELLS_FROM = 40


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of the view in cells: `left` blank ones, `width` of text, the rest blank, and perhaps the gutter."""

    total: int
    left: int
    width: int
    gutter: bool

    @property
    def room(self) -> int:
        """Cells without the gutter."""
        return self.total - self.gutter

    def is_gutter(self, x: int) -> bool:
        """Whether column `x` is the gutter."""
        return self.gutter and x == self.total - 1

    @classmethod
    def fit(cls, total: int, measure: int) -> Columns:
        """Centre a column of at most `measure` cells in `total`; margins and gutter go first when it is narrow."""
        gutter = total >= _GUTTER_FROM
        room = total - gutter
        margin = 2 if room >= _TWO_CELLS_FROM else 1 if room >= _ONE_CELL_FROM else 0
        width = max(1, min(measure, room - 2 * margin))
        return cls(total, max(margin, (room - width) // 2) if margin else 0, width, gutter)


def row_line(
    layout: Layout, columns: Columns, row: int, gutter: Cell | None, layers: Layers, caret: int | None = None
) -> Line:
    """Write `row` of the article in exactly `columns.total` cells, with what the gutter shows beside it.

    `caret` is the offset of the cursor if it is in this row, which is the present one then.
    """
    kind = layout.kind(row)
    base = BASE if kind is ParagraphKind.BODY else f"article--{kind}"
    text = _text(layout, row, base, layers, caret)
    indent = layout.indent(row)
    rest = columns.room - columns.left - indent - sum(cell_len(piece) for piece, _ in text)
    if rest < 0:
        # A wide letter in a column of one cell; the terminal would put it into the next row.
        text, rest = [(_TOO_WIDE, text[0][1])], 0
    margin = _margin(layout, columns, row, layers, here=caret is not None)
    written = [*margin, *([(" " * indent, (BASE,))] if indent else []), *text]
    if rest > 0:
        written.append((" " * rest, (BASE,)))
    if gutter is not None:
        written.append((gutter.sign, (BASE, gutter.component)))
    return written


def _text(layout: Layout, row: int, base: str, layers: Layers, caret: int | None) -> Line:
    """The text of a row, if it is the present one with the caret on a cluster of it, or on a blank where none is."""
    if caret is None:
        return text_line(layout, row, base, layers.all())
    start, end = layout.cluster(on_row(layout, row, caret))
    name = layers.caret_name(start)
    if start == end:
        return [(" ", (base, name))]
    return text_line(layout, row, base, [*layers.all(), Layer(Spans([start], [end], [0]), (name,))])


def _margin(layout: Layout, columns: Columns, row: int, layers: Layers, *, here: bool) -> Line:
    """The left margin, with a sign if something in the row is annotated and a bar if it is the present one.

    In a margin of one cell the bar takes the place of the sign.
    """
    left = columns.left
    mark = layers.mark_between(layout.start(row), layout.end(row)) if left else None
    if not left or (mark is None and not here):
        return [(" " * left, (BASE,))] if left else []
    sign = "" if mark is None or (here and left == 1) else _SIGNS.get(mark, _HIGHLIGHT_SIGN)
    bar = _HERE_SIGN if here else " " * (left - len(sign) > 0)
    pieces: Line = [
        (" " * (left - len(sign) - len(bar)), (BASE,)),
        (sign, (BASE, "article--sign")),
        (bar, (BASE, "article--here")),
    ]
    return [piece for piece in pieces if piece[0]]


def text_line(layout: Layout, row: int, base: str, layers: Sequence[Layer]) -> Line:
    """Cut the text of `row` into pieces that are styled alike; joined they are the whole line.

    A piece also ends at a joiner that joins nothing: the library that measures pieces would take what follows for a
    part of what is before, the terminal does not.
    """
    line = layout.line(row)
    start = layout.start(row)
    found = [
        (*_clip(line, layer.spans.starts[index] - start, layer.spans.ends[index] - start), name)
        for layer in layers
        for index in layer.spans.between(start, start + len(line))
        if (name := layer.name(index))
    ]
    edges = sorted({0, len(line), *_loose_joiners(line), *(edge for begin, end, _ in found for edge in (begin, end))})
    return [
        (line[begin:end], (base, *(name for left, right, name in found if left <= begin and right >= end)))
        for begin, end in pairwise(edges)
    ]


def _loose_joiners(line: str) -> list[int]:
    """Where the clusters start that stand behind a joiner."""
    return [start for start in clusters(line)[0] if line[start - 1 : start] == JOINER] if JOINER in line else []


def _clip(line: str, start: int, end: int) -> tuple[int, int]:
    """Clip a stretch to the line and widen it to whole grapheme clusters, which cannot be styled in part."""
    start, end = max(start, 0), min(end, len(line))
    if NOT_PLAIN.search(line):
        start = cluster_around(line, start)[0]
        end = cluster_around(line, max(end - 1, start))[1]
    return start, end
