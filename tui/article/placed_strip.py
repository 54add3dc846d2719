"""Rows of whose width terminals are not of one mind, written so that nothing beside them moves.

What joiners, signs and pictures take in cells depends on the terminal, its version and its font. Such a row is cleared
behind the text first, and whatever is not text is put at its own column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip

from tui.base.cell_text import blank_behind

if TYPE_CHECKING:
    from rich.console import Console
    from rich.segment import Segment


class PlacedStrip(Strip):
    """A strip of a row that begins at a column of the screen; its last segment is the gutter or blank."""

    __slots__ = ("_left",)

    def __init__(self, strip: Strip, left: int) -> None:
        """Take the row as it is written elsewhere, and the column, from 0, at which it begins."""
        super().__init__([*strip], strip.cell_length)
        self._left = left

    def render(self, console: Console) -> str:
        """Write it.

        Only the blanks behind the text are written before it: whatever stands there is covered however narrow the text
        turns out, and nothing that is to stay is gone for a moment.
        """
        *text, last = self
        end = self._left + self.cell_length
        gutter = end - last.cell_length
        blank = blank_behind(segment.text for segment in text)
        parts: tuple[tuple[int, list[Segment]], ...] = (
            (gutter - blank, [*Strip.blank(blank, last.style)]),
            (self._left, text),
            (gutter, [last]),
            (end, []),
        )
        return "".join(f"\x1b[{column + 1}G{Strip(segments).render(console)}" for column, segments in parts)
