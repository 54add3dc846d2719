"""Rows of whose width terminals are not of one mind, written so that nothing beside them moves.

What joiners, signs and pictures take in cells depends on the terminal, its version and its font. Such a row is cleared
first, and whatever is not text is put at its own column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip

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
        """Write it."""
        *text, last = self
        end = self._left + self.cell_length
        parts: tuple[tuple[int, list[Segment]], ...] = (
            (self._left, [*Strip.blank(self.cell_length, last.style)]),
            (self._left, text),
            (end - last.cell_length, [last]),
            (end, []),
        )
        return "".join(f"\x1b[{column + 1}G{Strip(segments).render(console)}" for column, segments in parts)
