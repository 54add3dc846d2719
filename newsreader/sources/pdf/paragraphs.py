"""The paragraphs of a PDF: which lines go on in the next one, or in another column or page, and what is a heading."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from newsreader.article import ParagraphKind
from newsreader.sources.pdf.columns import Row, columns_of
from newsreader.sources.pdf.edges import edges_of, is_number
from newsreader.sources.pdf.pages import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.sources.pdf.edges import Edges
    from newsreader.sources.pdf.pages import Page

_ITEM = re.compile(r"(?:[•▪‣◦●■–—*-]|\(?\d{1,2}[.)]|\([a-z]\))\s")
_LEADER = re.compile(r"(?:\.[ ]?){4,}")
"""The dots of a table of contents, each line of which stands by itself."""

_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*\Z")
_OTHER_SIZE = 0.12
"""The share of the height of a line by which another one is set in another size."""

_FAR = 1.35
"""Times the usual distance of lines at which a paragraph ends."""

_INDENT, _SHORT = 0.6, 0.2
"""Heights of a line that the first of a paragraph is set in; and the share of a column that its last leaves free."""

_LARGER, _LONGEST_HEADING = 1.1, 150
"""Times the size of the text, and code points, of a heading."""

_LOOK_BACK = 6
"""Paragraphs that may stand between the parts of one that goes on over a page: heads, feet, footnotes."""


@dataclass(slots=True)
class Paragraph:
    """Lines that are one paragraph, and the number of the page on which they begin, from 0."""

    rows: list[Row]
    page: int
    kind: ParagraphKind = ParagraphKind.BODY
    is_open: bool = False
    """Whether its last line is full, and ends no sentence."""

    @property
    def text(self) -> str:
        """Its lines."""
        return "\n".join(row.text for row in self.rows)

    @property
    def size(self) -> float:
        """How high its first line is."""
        return self.rows[0].box.height


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: where it begins and ends from left to right, and how far apart and high its lines usually are."""

    left: float
    right: float
    distance: float
    size: float

    def is_indented(self, row: Row) -> bool:
        """Whether a line is set in."""
        return row.box.left - self.left > _INDENT * row.box.height

    def is_short(self, row: Row) -> bool:
        """Whether the next word would have had room on a line."""
        return self.right - row.box.right > _SHORT * (self.right - self.left)

    def goes_on(self, before: Row, row: Row, following: Row | None) -> bool:
        """Whether a line goes on in the paragraph of that before it; `following` is the line below."""
        apart = before.box.middle - row.box.middle
        if not _same_size(before, row) or apart > _FAR * max(self.distance, row.box.height):
            return False
        if row.box.height > _LARGER * self.size:
            return True
        if (
            _ITEM.match(row.text)
            or _LEADER.search(before.text)
            or (self.is_short(before) and _SENTENCE_END.search(before.text))
        ):
            return False
        begins = self.is_indented(row) and not self.is_indented(before)
        return not begins or (following is not None and self.is_indented(following))


def paragraphs_of(pages: Sequence[Page]) -> list[Paragraph]:
    """Return the paragraphs of all pages in the order of reading, what is set larger than most as headings."""
    edges = edges_of(pages)
    columns = [
        (number, rows)
        for number, page in enumerate(pages)
        for rows in columns_of([each for each in page.pieces if each not in edges[number].pieces])
    ]
    rows = [row for _, column in columns for row in column]
    distances = [above.box.middle - row.box.middle for _, column in columns for above, row in pairwise(column)]
    distance, size = median(distances) if distances else 0.0, _usual_size(rows)
    paragraphs: list[Paragraph] = []
    for number, column in columns:
        left, right = min(row.box.left for row in column), max(row.box.right for row in column)
        _flow(paragraphs, column, number, _Column(left, right, distance, size))
    _find_headings(paragraphs, size)
    return _with_edges(paragraphs, edges)


def _flow(paragraphs: list[Paragraph], rows: list[Row], page: int, column: _Column) -> None:
    """Add the lines of a column to the paragraphs; the first may go on with one of the column or page before."""
    current: Paragraph | None = None
    for before, row, following in zip([None, *rows], rows, [*rows[1:], None], strict=False):
        if before is None:
            current = _unfinished(paragraphs, row, page)
        elif not column.goes_on(before, row, following):
            current = None
        if current is None:
            current = Paragraph([], page)
            paragraphs.append(current)
        current.rows.append(row)
        current.is_open = not column.is_short(row) and not _SENTENCE_END.search(row.text)


def _unfinished(paragraphs: list[Paragraph], row: Row, page: int) -> Paragraph | None:
    """Return the paragraph before a column that goes on in its first line, if there is one."""
    near = (each for each in reversed(paragraphs[-_LOOK_BACK:]) if each.page >= page - 1)
    last = next((each for each in near if _same_size(each.rows[-1], row)), None)
    return last if last is not None and (last.is_open or last.rows[-1].text.endswith("-")) else None


def _same_size(one: Row, other: Row) -> bool:
    return abs(one.box.height - other.box.height) <= _OTHER_SIZE * max(one.box.height, other.box.height)


def _usual_size(rows: Sequence[Row]) -> float:
    """Return how high the lines are in which most is written."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.box.height * 2) / 2] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _find_headings(paragraphs: Sequence[Paragraph], size: float) -> None:
    for each in paragraphs:
        if each.size > _LARGER * size and len(each.text) <= _LONGEST_HEADING:
            each.kind = ParagraphKind.HEADING


def _with_edges(paragraphs: Sequence[Paragraph], edges: Sequence[Edges]) -> list[Paragraph]:
    """Return the paragraphs with heads and feet around those that begin on their page.

    The first head says something about the whole; the others are furniture, and so is that a page is a picture.
    """
    of_page: dict[int, list[Paragraph]] = {}
    for each in paragraphs:
        of_page.setdefault(each.page, []).append(each)
    found: list[Paragraph] = []
    is_first = True
    for number, edge in enumerate(edges):
        for row in edge.heads:
            is_said = is_first and not is_number(row)
            found.append(Paragraph([row], number, ParagraphKind.META if is_said else ParagraphKind.FURNITURE))
            is_first = is_first and not is_said
        found += of_page.get(number, [])
        found += [Paragraph([row], number, ParagraphKind.FURNITURE) for row in edge.feet]
        if edge.is_picture:
            line = Row(f"Page {number + 1} is a picture.", Box(0, 0, 1, 1))
            found.append(Paragraph([line], number, ParagraphKind.FURNITURE))
    return found
