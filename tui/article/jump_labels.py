"""Labels on what is in sight: which there are, and where they stand so that they hide no letter of another word."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from tui.base.clusters import clusters

if TYPE_CHECKING:
    from tui.article.layout import Layout
    from tui.article.rows import Columns

ALPHABET = "asdfghjklqwertyuiopzxcvbnmASDFGHJKLQWERTYUIOPZXCVBNM"
"""The letters, those under the fingers first."""


def labels(count: int) -> list[str]:
    """Make up to `count` labels, of one letter as far as that goes, else of two; none begins another."""
    letters = len(ALPHABET)
    firsts = min(letters, ceil(max(0, count - letters) / (letters - 1)))
    single = list(ALPHABET[: letters - firsts])
    double = [first + second for first in ALPHABET[letters - firsts :] for second in ALPHABET]
    return (single + double)[:count]


def label_x(layout: Layout, columns: Columns, offset: int, cells: int) -> int:
    """The column at which a label of so many cells begins that is put on the word at `offset`.

    It stands before the word as far as nothing but blanks, marks or the margin does, and on its own first letters else.
    """
    row = layout.row_of(offset)
    line = layout.line(row)
    starts, widths = clusters(line)
    column, free = columns.left, columns.left
    for start, width in zip(starts, widths, strict=True):
        if layout.start(row) + start >= offset:
            break
        column += width
        free = 0 if line[start].isalnum() else free + width
    return column - min(free, cells)
