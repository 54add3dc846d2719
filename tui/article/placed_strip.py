"""Rows of whose width terminals are not of one mind, written so that nothing beside them moves.

What joiners, signs and pictures take in cells depends on the terminal, its version and its font. Such a row is cleared
behind the text first, and whatever is not text is put at its own column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip

from tui.base.cell_text import blank_behind
from tui.base.clusters import NOT_SEPARATE

if TYPE_CHECKING:
    from rich.console import Console


class PlacedStrip(Strip):
    """A strip of a row that begins at a column of the screen; its last segment is the gutter or blank."""

    __slots__ = ("_left",)

    def __init__(self, strip: Strip, left: int) -> None:
        """Take the row as it is written elsewhere, and the column, from 0, at which it begins."""
        super().__init__([*strip], strip.cell_length)
        self._left = left

    def render(self, console: Console) -> str:
        """Write it.

        The blanks behind the text are written before it, not after: behind a text that turns out wider they would cover
        what stands beside the row. They begin as much farther left as the text may turn out narrower, so that nothing
        old stays there, and nothing that is to stay is gone for a moment.
        """
        *texts, last = self
        end = self._left + self.cell_length
        gutter = end - last.cell_length
        text = Strip(texts)
        blank = blank_behind(segment.text for segment in texts)
        written = text.cell_length - blank
        narrower = min(written, len(NOT_SEPARATE.findall(text.text)))
        parts: tuple[tuple[int, Strip], ...] = (
            (gutter - blank - narrower, Strip.blank(narrower, last.style)),
            (gutter - blank, text.crop(written, text.cell_length)),
            (self._left, text.crop(0, written)),
            (gutter, Strip([last])),
            (end, Strip([])),
        )
        return "".join(f"\x1b[{column + 1}G{strip.render(console)}" for column, strip in parts)
