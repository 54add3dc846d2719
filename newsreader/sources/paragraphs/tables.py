"""Tables as lines of text: their cells in columns where a line has room for them."""

from __future__ import annotations

import unicodedata
from itertools import zip_longest
from typing import TYPE_CHECKING

from newsreader.sources.paragraphs.blocks import Block, BlockLink

if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN = " | "
"""Between columns: nobody's name goes over it."""

_WIDEST = 72
"""Cells of a row up to which columns are set; a row that is broken has none."""


def table_rows(rows: Sequence[Sequence[Block]]) -> list[Block]:
    """Return a block for each row, from the blocks of its cells."""
    widths = [max(_cells(cell.text) for cell in column) for column in zip_longest(*rows, fillvalue=Block(""))]
    set_out = sum(widths) + len(_BETWEEN) * (len(widths) - 1) <= _WIDEST
    return [_row(row, widths if set_out else []) for row in rows]


def _row(cells: Sequence[Block], widths: Sequence[int]) -> Block:
    text, links = "", []
    for number, cell in enumerate(cells):
        text += _BETWEEN if number else ""
        links += [BlockLink(len(text) + one.start, len(text) + one.end, one.address) for one in cell.links]
        text += cell.text
        if widths:
            text += " " * (widths[number] - _cells(cell.text))
    return Block(text.rstrip(), links=tuple(links))


def _cells(text: str) -> int:
    """Return how many cells a terminal takes for a text, as far as columns of a table go."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)
