"""Tables as lines of text: their cells in columns where a line has room for them; and those that somebody typed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from newsreader.sources.paragraphs.blocks import Block, BlockLink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.article import Paragraph

_BETWEEN = " | "
"""Between columns: nobody's name goes over it."""

_WIDEST = 72
"""Cells of a row up to which columns are set; a row that is broken has none."""


_COLUMNS = re.compile(r"  (?:(?<=[^\s.!?:;)\"'”’]  )| (?<=\S   )) *(?=\S)")
"""What parts the cells in a row of a table that somebody typed; some type two blanks behind a sentence, too.

It begins with the blanks, which are sooner found than what stands before them.
"""


def with_columns(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a plain text, of which those that are rows below each other stand as they were typed."""
    if "  " not in text:
        return paragraphs
    rows = [_is_row(text[each.start : each.end]) for each in paragraphs]
    lines = list(paragraphs)
    for index in range(1, len(lines)):
        upper, lower = paragraphs[index - 1], paragraphs[index]
        if rows[index - 1] and rows[index] and text.count("\n", upper.end, lower.start) == 1:
            lines[index - 1] = replace(lines[index - 1], indent=_indent(text, upper.start))
            lines[index] = replace(lower, indent=_indent(text, lower.start), tight=True)
    return tuple(lines)


def _is_row(line: str) -> bool:
    return "\n" not in line and _COLUMNS.search(line) is not None


def _indent(text: str, start: int) -> int:
    return start - 1 - text.rfind("\n", 0, start)


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
