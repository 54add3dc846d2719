"""The company of a dossier as a picture in cells: lines of braille dots, as thick as paragraphs are shared often.

Nothing here needs Textual, and nothing is left to chance: the same company gives the same picture.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsreader.dossier.circle import LINES, MOST, around, between
from tui.base.cell_text import cut, one_line, pad
from tui.base.widths import cell_len
from tui.panels.entity_rows import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.dossier.circle import Placed
    from newsreader.dossier.model import Companion, Link
    from newsreader.entity import Category
    from tui.base.style_book import Components, Line

LEAST_ROWS = 3
_REACH = 1.6
"""Columns from the middle to the names for each row, at most: cells are about twice as high as wide."""
_LONGEST = 17
"""Columns on each side that lines have at least, where the names are long."""
_MOST_WIDE = 3
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bits of a braille pattern (U+2800) by row and column of its dots."""
_QUIET: Components = ("panel--count",)
_CHOSEN: Components = ("library--mark",)

Point = tuple[float, float]
"""Row and column in cells, whose middle is at a half."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a picture is of."""

    category: Category
    name: str
    company: Sequence[Companion] = ()
    links: Sequence[Link] = ()

    def placed(self, rows: int) -> list[Placed]:
        """Whoever there is room for in so many rows, at most `MOST`, in order around the circle."""
        return around(self.company[: min(MOST, 2 * max(1, rows))], self.links)

    def met_by(self, companion: int) -> list[tuple[Companion, int]]:
        """Who of its company meets one of it, and in how many paragraphs, the most frequent first."""
        known = {each.id: each for each in self.company}
        met = ((each.other if each.one == companion else each.one, each) for each in self.links)
        found = ((other, each.paragraphs) for other, each in met if companion in (each.one, each.other))
        return [(known[other], paragraphs) for other, paragraphs in found if other in known]


@dataclass(slots=True)
class _Canvas:
    """Cells of dots, and how each looks."""

    rows: int
    width: int
    bits: dict[tuple[int, int], int] = field(default_factory=dict)
    looks: dict[tuple[int, int], Components] = field(default_factory=dict)

    def line(self, one: Point, other: Point, look: Components, *, wide: int = 1, every: int = 1) -> None:
        """Draw a line of so many dots in width, or of every so many of its dots."""
        (top, left), (bottom, right) = ((4 * row, 2 * column) for row, column in (one, other))
        steps = max(1, round(max(abs(bottom - top), abs(right - left))))
        flat = abs(right - left) >= abs(bottom - top)
        for step in range(0, steps + 1, every):
            row, column = (a + (b - a) * step / steps for a, b in ((top, bottom), (left, right)))
            for beside in range(-((wide - 1) // 2), wide // 2 + 1):
                self._dot(int(row) + beside * flat, int(column) + beside * (not flat), look)

    def _dot(self, row: int, column: int, look: Components) -> None:
        at = row // 4, column // 2
        if 0 <= at[0] < self.rows and 0 <= at[1] < self.width:
            self.bits[at] = self.bits.get(at, 0) | _DOTS[row % 4][column % 2]
            self.looks[at] = look

    def stretch(self, row: int, first: int, last: int) -> Iterator[tuple[str, Components]]:
        """The cells of a row from one column up to another."""
        for column in range(first, last):
            bits = self.bits.get((row, column))
            yield (chr(0x2800 + bits), self.looks[row, column]) if bits else (" ", ())


@dataclass(frozen=True, slots=True)
class _Label:
    """A name and its first column."""

    column: int
    text: str
    look: Components


def picture(drawn: Drawn, rows: int, width: int, here: int | None) -> list[Line]:
    """The picture in so many rows of so many cells; `here` is the number of who stands out."""
    placed = drawn.placed(rows)
    room = _room(drawn, width)
    reach = max(2.0, min(width / 2 - room - 2, _REACH * rows))
    middle = rows // 2 + 0.5, width / 2
    at = {each.companion.id: (_row(each, rows) + 0.5, width / 2 + reach * each.x) for each in placed}
    canvas = _Canvas(rows, width)
    most = max((each.companion.paragraphs for each in placed), default=1)
    links = between(placed, drawn.links)
    of_chosen = [each for each in links if here in (each.one, each.other)]
    for link in (*links[:LINES], *of_chosen):
        look = _CHOSEN if here in (link.one, link.other) else _QUIET
        canvas.line(at[link.one], at[link.other], look, every=3)
    for each in sorted(placed, key=lambda each: each.companion.id == here):
        companion = each.companion
        wide = 1 + (_MOST_WIDE - 1) * companion.paragraphs // most
        canvas.line(middle, at[companion.id], _CHOSEN if companion.id == here else _QUIET, wide=wide)
    labels: dict[int, list[_Label]] = {rows // 2: [_middle(drawn, reach, width)]}
    for each in placed:
        label = _label(each, at[each.companion.id][1], room, chosen=each.companion.id == here)
        labels.setdefault(_row(each, rows), []).append(label)
    return [[*_line(canvas, row, labels.get(row, []))] for row in range(rows)]


def _room(drawn: Drawn, width: int) -> int:
    """Columns that names have on each side."""
    longest = max((cell_len(_named(each)) for each in drawn.company[:MOST]), default=0)
    return max(4, min(longest, width // 2 - _LONGEST, width // 3))


def _row(placed: Placed, rows: int) -> int:
    return min(rows - 1, int((placed.y + 1) / 2 * rows))


def _named(companion: Companion) -> str:
    return f"{SIGNS[companion.category]} {one_line(companion.name)} {companion.paragraphs:,}"


def _middle(drawn: Drawn, reach: float, width: int) -> _Label:
    text = f" {cut(f'{SIGNS[drawn.category]} {one_line(drawn.name)}', max(4, int(2 * reach) - 8))} "
    return _Label((width - cell_len(text)) // 2, text, ("panel--heading", f"panel--{drawn.category.value}"))


def _label(placed: Placed, column: float, room: int, *, chosen: bool) -> _Label:
    companion = placed.companion
    count = f" {companion.paragraphs:,}"
    name = cut(f"{SIGNS[companion.category]} {one_line(companion.name)}", max(2, room - len(count)))
    look: Components = (f"panel--{companion.category.value}", *(("panel--cursor",) if chosen else ()))
    text = f" {name}{count} "
    return _Label(round(column) if placed.x > 0 else max(0, round(column) - cell_len(text)), text, look)


def _line(canvas: _Canvas, row: int, labels: Sequence[_Label]) -> Iterator[tuple[str, Components]]:
    """A row of the canvas with labels over it, in exactly its width."""
    done = 0
    for label in sorted(labels, key=lambda each: each.column):
        if label.column >= done:
            yield from canvas.stretch(row, done, min(label.column, canvas.width))
            text = pad(label.text, max(0, min(cell_len(label.text), canvas.width - label.column)))
            yield text, label.look
            done = label.column + cell_len(text)
    yield from canvas.stretch(row, done, canvas.width)
