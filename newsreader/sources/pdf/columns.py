"""The lines of a page in the order of reading: down each column, with what goes across columns between.

What is known is where pieces of text stand. A gutter is a strip that few of them cross, with text on both sides.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.sources.pdf.pages import Box, Piece

_STEP = 2.0
"""Points between the places where a gutter is looked for."""

_NARROWEST = 6.0
"""Points of a gutter; blanks between words are narrower."""

_MOST_ACROSS = 0.3
"""The share of the pieces that may go across a gutter, as headlines do."""

_FEWEST, _SHORTEST = 3, 12
"""Pieces of a column, and their average length in code points: what is shorter are numbers and labels of a table."""

_MOST_COLUMNS = 4
"""How often columns are divided once more."""


class Row(NamedTuple):
    """A line of a column."""

    text: str
    box: Box


def columns_of(pieces: Sequence[Piece], depth: int = 0) -> list[list[Row]]:
    """Return the rows of the columns of a page, or of a part of one, in the order of reading."""
    gutter = _gutter(pieces) if depth < _MOST_COLUMNS else None
    if gutter is None:
        return [rows_of(pieces)] if pieces else []
    found: list[list[Row]] = []
    for across, band in _bands(pieces, gutter):
        if across:
            found.append(rows_of(band))
            continue
        found += columns_of([each for each in band if each.box.right <= gutter], depth + 1)
        found += columns_of([each for each in band if each.box.right > gutter], depth + 1)
    return found


def rows_of(pieces: Sequence[Piece]) -> list[Row]:
    """Return the lines, those first that stand higher."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: -each.box.middle):
        if rows and piece.box.beside(rows[-1][0].box):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_row(sorted(row, key=lambda each: each.box.left)) for row in rows]


def _row(pieces: Sequence[Piece]) -> Row:
    box = pieces[0].box
    for each in pieces[1:]:
        box = box.around(each.box)
    return Row(" ".join(each.text for each in pieces), box)


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Return where the widest gutter is; None if the pieces are one column."""
    if len(pieces) < 2 * _FEWEST:
        return None
    left, right = min(each.box.left for each in pieces), max(each.box.right for each in pieces)
    across = _crossings(pieces, left, right)
    few = [count <= _MOST_ACROSS * len(pieces) for count in across]
    runs: list[tuple[float, float]] = []
    place = 0
    for is_free, group in groupby(few):
        size = len(list(group))
        if is_free and size * _STEP >= _NARROWEST:
            start = left + place * _STEP
            runs.append((size * _STEP, start + _least(across[place : place + size])))
        place += size
    gutters = (middle for _, middle in sorted(runs, reverse=True))
    return next((middle for middle in gutters if _has_columns(pieces, middle)), None)


def _crossings(pieces: Sequence[Piece], left: float, right: float) -> list[int]:
    """Return how many pieces cross each place from left to right."""
    changes = [0] * (int(min(right - left, 20_000) / _STEP) + 2)
    for each in pieces:
        start, end = int((each.box.left - left) / _STEP), int((each.box.right - left) / _STEP) + 1
        changes[min(start, len(changes) - 1)] += 1
        changes[min(end, len(changes) - 1)] -= 1
    across, count = [], 0
    for change in changes[:-1]:
        count += change
        across.append(count)
    return across


def _least(across: Sequence[int]) -> float:
    """Return the middle of the first strip that the fewest pieces cross, in points."""
    fewest = min(across)
    start = next(place for place, count in enumerate(across) if count == fewest)
    end = next((place for place in range(start, len(across)) if across[place] != fewest), len(across))
    return (start + end) / 2 * _STEP


def _has_columns(pieces: Sequence[Piece], gutter: float) -> bool:
    """Whether there is text on both sides, side by side."""
    sides = [each for each in pieces if each.box.right <= gutter], [each for each in pieces if each.box.left >= gutter]
    if any(len(side) < _FEWEST or sum(len(each.text) for each in side) < _SHORTEST * len(side) for side in sides):
        return False
    bottoms = [min(each.box.bottom for each in side) for side in sides]
    tops = [max(each.box.top for each in side) for side in sides]
    return min(tops) > max(bottoms)


def _bands(pieces: Sequence[Piece], gutter: float) -> Iterator[tuple[bool, list[Piece]]]:
    """Yield the pieces from the top down, those that go across the gutter apart from those between them."""
    down = sorted(pieces, key=lambda each: -each.box.middle)
    for across, band in groupby(down, key=lambda each: each.box.left < gutter < each.box.right):
        yield across, list(band)
