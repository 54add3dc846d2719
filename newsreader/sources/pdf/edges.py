"""What stands above and below the text of the pages of a PDF: heads, feet and the numbers of the pages."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.sources.pdf.columns import rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.sources.pdf.columns import Row
    from newsreader.sources.pdf.pages import Page, Piece

_EDGE = 0.12
"""The share of a page at its top and bottom in which heads and feet stand."""

_AT_EDGE = 2
"""Lines of them at the most."""

_NUMBER = re.compile(r"\W{0,20}(?:page |p\. ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:of|/) ?\d{1,4})?\W{0,20}", re.IGNORECASE)
_AT_AN_END = re.compile(r"^\d{1,4}(?=\s|$)|(?<=\s)\d{1,4}$")
_GAP = "   "
_FEWEST = 3
"""Pages that show how pages are numbered."""


@dataclass(frozen=True, slots=True)
class Edges:
    """What stands above and below the text of a page."""

    heads: tuple[Row, ...]
    feet: tuple[Row, ...]
    pieces: frozenset[Piece]
    """What they are made of."""
    is_picture: bool
    """Whether there is only a picture on the page."""


def edges_of(pages: Sequence[Page]) -> list[Edges]:
    """Return the edges of each page: lines that several have alike but for numbers, that number it, or are a number."""
    found = [(_at_edge(page, top=True), _at_edge(page, top=False)) for page in pages]
    alike = Counter(key for both in found for key in {_alike(row) for rows in both for row, _ in rows})
    first = _first_number(found)
    edges = []
    for index, (page, both) in enumerate(zip(pages, found, strict=True)):
        number = None if first is None else first + index
        heads, feet = (
            [each for each in rows if alike[_alike(each[0])] > 1 or is_number(each[0]) or number in _numbers(each[0])]
            for rows in both
        )
        pieces = frozenset(piece for _, pieces in (*heads, *feet) for piece in pieces)
        edges.append(Edges(tuple(row for row, _ in heads), tuple(row for row, _ in feet), pieces, page.is_picture))
    return edges


def is_number(row: Row) -> bool:
    """Whether a line is the number of a page and nothing else."""
    return _NUMBER.fullmatch(row.text) is not None


def _at_edge(page: Page, *, top: bool) -> list[tuple[Row, list[Piece]]]:
    """Return the outermost lines at the top or the bottom of a page, with their pieces."""
    above, below = page.height * (1 - _EDGE), page.height * _EDGE
    near = [each for each in page.pieces if (each.box.middle > above if top else each.box.middle < below)]
    rows = rows_of(near)
    rows = rows[:_AT_EDGE] if top else rows[-_AT_EDGE:]
    pieces = ([each for each in near if each.box.beside(row.box)] for row in rows)
    return [(_with_gaps(row, each), each) for row, each in zip(rows, pieces, strict=True)]


def _with_gaps(row: Row, pieces: Sequence[Piece]) -> Row:
    """Return a line with more than a blank between its pieces, as the name of a paper and the day stand apart."""
    across = sorted(pieces, key=lambda each: each.box.left)
    return row._replace(text=_GAP.join(each.text for each in across))


def _first_number(found: Sequence[Sequence[Sequence[tuple[Row, object]]]]) -> int | None:
    """Return the number of the first page, if the lines at the edges of most others agree on it."""
    firsts: Counter[int] = Counter()
    for index, both in enumerate(found):
        firsts.update({number - index for rows in both for row, _ in rows for number in _numbers(row)})
    ((first, pages),) = firsts.most_common(1) or [(0, 0)]
    return first if pages >= max(_FEWEST, len(found) // 2) else None


def _numbers(row: Row) -> set[int]:
    """Return the numbers with which a line begins and ends."""
    return {int(number) for number in _AT_AN_END.findall(row.text)}


def _alike(row: Row) -> str:
    return re.sub(r"\d+", "#", row.text.casefold())
