"""Where a caret can stand in the rows of an article: on a cluster of a row with text, as near as there is one.

Offsets are code points into `Article.text`, columns cells from the left edge of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.article.layout import Layout


def text_row(layout: Layout, row: int, step: int) -> int | None:
    """Next row in the direction of `step` that has text, from `row` itself on."""
    while 0 <= row < layout.rows:
        if layout.line(row):
            return row
        row += step
    return None


def text_row_between(layout: Layout, row: int, first: int, last: int) -> int:
    """The row with text from `first` to `last` that is at `row` or next below it, else next above; `row` if none is."""
    for found in (text_row(layout, row, 1), text_row(layout, row, -1)):
        if found is not None and first <= found <= last:
            return found
    return row


def last_cluster(layout: Layout, row: int) -> int:
    """Where the last cluster of a row starts; where the row starts if there is nothing in it."""
    return layout.cluster(max(layout.end(row) - 1, layout.start(row)))[0]


def in_column(layout: Layout, row: int, column: int) -> int:
    """Where the cluster of a row starts that is drawn at a column, or its last one if the row is shorter."""
    return min(layout.offset_at(row, column), last_cluster(layout, row))


def on_row(layout: Layout, row: int, offset: int) -> int:
    """Where the cluster of a row starts that `offset` is in, or its last one for what is behind it and not drawn."""
    return min(layout.cluster(offset)[0], last_cluster(layout, row))
