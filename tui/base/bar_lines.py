"""What the two lines around the article say, and how it shares out their width. Nothing here draws.

Both are plain text in pieces, each with the component it is drawn in; none for the blanks between.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.base.cell_text import cut, cut_line
from tui.base.key_names import key_label
from tui.base.widths import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.base.style_book import Line, Piece

SEPARATOR = " · "
"""What stands between the parts of the header."""

NOTICE = ("status--notice",)
"""The component of what just happened, which is there for a moment and is read to its end."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A key and what it does, as the footer shows it."""

    key: str
    """By the name that `commands` has for it."""
    does: str = ""

    @property
    def line(self) -> Line:
        """The hint in pieces."""
        words: Line = [(f" {self.does}", ("status--hint",))] if self.does else []
        return [(key_label(self.key), ("status--key",)), *words]

    @property
    def cells(self) -> int:
        """How wide it is, in cells."""
        return cells(self.line)


def header(headline: str, about: str, width: int) -> Line:
    """Write the title at the left and what is known about the article at the right.

    `about` is parts with `SEPARATOR` between them, of which the first go where there is little room: beside a title it
    has half of the line at most.
    """
    parts = about.split(SEPARATOR)
    most = width // 2 if headline else width
    while parts and cell_len(SEPARATOR.join(parts)) > most:
        del parts[0]
    known = SEPARATOR.join(parts)
    title = cut(headline, width - cell_len(known) - 2)
    gap = width - cell_len(title) - cell_len(known)
    return [(title, ("header--title",)), (" " * max(0, gap), ()), (known, ("header--about",))]


def status(left: Sequence[Piece], hints: Iterable[Hint], position: str, width: int) -> Line:
    """Write what is at the left, which goes first, then as many hints as fit, and how far one has read."""
    right = hint_line(_fitting(left, hints, position, width), "  ")
    if position:
        right += [("  ", ())] * bool(right) + [(position, ("status--detail",))]
    shown = cut_line(left, width - cells(right) - 1)
    gap = width - cells(shown) - cells(right)
    return [*shown, (" " * max(0, gap), ()), *right]


def beside_keys(words: str, width: int) -> str:
    """Words on what the cursor is on, for the left of `status`: two fifths of it, for the keys are worth more there."""
    return cut(words, width * 2 // 5)


def cells(pieces: Iterable[Piece]) -> int:
    """How wide pieces are together, in cells."""
    return sum(cell_len(text) for text, _ in pieces)


def hint_line(hints: Iterable[Hint], between: str) -> Line:
    """Write hints one after the other; a key that does the same as the next stands close to it."""
    pieces: Line = []
    gap = ""
    for hint in hints:
        pieces += [(gap, ("status--hint",)), *hint.line]
        gap = between if hint.does else " "
    return pieces


def fitting(hints: Iterable[Hint], between: str, room: int) -> list[Hint]:
    """As many hints as have `room` in the line that `hint_line` makes, in cells; the last, which leads out, stays."""
    shown = list(hints)
    while len(shown) > 1 and cells(hint_line(shown, between)) > room:
        del shown[-2]
        while len(shown) > 1 and not shown[-2].does:  # it did the same as the one that went
            del shown[-2]
    return shown


def hint_in_line(hints: Iterable[Hint], between: str, column: int) -> Hint | None:
    """The hint that stands in a column of the line that `hint_line` makes, counted in cells from 0."""
    start = 0
    for hint in hints:
        if start <= column < start + hint.cells:
            return hint
        start += hint.cells + cell_len(between if hint.does else " ")
    return None


def hint_in_status(left: Sequence[Piece], hints: Iterable[Hint], position: str, width: int, column: int) -> Hint | None:
    """The hint in a column of the line that `status` makes, counted in cells from 0."""
    fitting = _fitting(left, hints, position, width)
    behind = cell_len(position) + 2 * bool(position)
    return hint_in_line(fitting, "  ", column - (width - behind - cells(hint_line(fitting, "  "))))


def _fitting(left: Sequence[Piece], hints: Iterable[Hint], position: str, width: int) -> list[Hint]:
    """As many hints as have room beside the rest; the last one, help, is the last to go, for a notice at most."""
    shown = list(hints)
    most = width if any(names == NOTICE for _, names in left) else width * 2 // 3
    room = width - min(cells(left), most) - cell_len(position) - 2
    while shown and sum(hint.cells + 2 for hint in shown) > room:
        del shown[-2 if len(shown) > 1 else -1]
    return shown
