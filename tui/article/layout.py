"""An article laid out in rows: which stretch of the text stands in which row, as arrays of offsets.

Offsets are code points into `Article.text` and the only truth; a row is where some of them happen to stand at one
width. Columns are cells, counted from the left edge of the text.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING

from newsreader.article import ParagraphKind
from tui.article.clusters import BLANKS, NOT_PLAIN, cell_of, cluster_around, index_at
from tui.article.wrap import wrap_clusters, wrap_plain

if TYPE_CHECKING:
    from newsreader.article import Article

_TIGHT = {ParagraphKind.META, ParagraphKind.TITLE}


class Shape:
    """What layout needs to know of an article at any width: its paragraphs, and which of them are hard to measure."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.paragraphs = article.paragraphs
        self.starts = array("l", [paragraph.start for paragraph in article.paragraphs])
        self.complex = self._complex_paragraphs()

    def _complex_paragraphs(self) -> frozenset[int]:
        """Paragraphs with a character that may be wide, or a part of a cluster."""
        found: set[int] = set()
        position = 0
        while match := NOT_PLAIN.search(self.text, position):
            index = self.paragraph_at(match.start())
            found.add(index)
            position = max(match.end(), self.paragraphs[index].end) if self.paragraphs else len(self.text)
        return frozenset(found)

    def paragraph_at(self, offset: int) -> int:
        """Index of the paragraph that holds `offset`, or the one before it; 0 before the first."""
        return max(bisect_right(self.starts, offset) - 1, 0)


class Layout:
    """The rows of one article at one width.

    `starts` holds the offset at which each row starts and one closing item; a row holds the text up to the next start.
    A blank row holds the white space between two paragraphs. Rows are counted from 0.
    """

    def __init__(self, shape: Shape, width: int) -> None:
        self.shape = shape
        self.text = shape.text
        self.width = max(width, 1)
        self.starts = self._wrap()

    def _wrap(self) -> array[int]:
        starts: array[int] = array("l")
        paragraphs = self.shape.paragraphs
        for index, paragraph in enumerate(paragraphs):
            wrap = wrap_clusters if index in self.shape.complex else wrap_plain
            starts.extend(wrap(self.text, paragraph.start, paragraph.end, self.width))
            follower = paragraphs[index + 1].kind if index + 1 < len(paragraphs) else None
            if paragraph.kind is ParagraphKind.META and follower is ParagraphKind.META:
                starts.pop()
            elif paragraph.kind in _TIGHT and follower not in _TIGHT and follower is not None:
                starts.append(paragraph.end)
        return starts or array("l", [0])

    @property
    def rows(self) -> int:
        """How many rows there are; 0 for an empty article."""
        return len(self.starts) - 1

    def row_of(self, offset: int) -> int:
        """The row in which `offset` stands, clamped to the article."""
        return min(max(bisect_right(self.starts, offset) - 1, 0), max(self.rows - 1, 0))

    def start(self, row: int) -> int:
        """Offset of the first character of `row`."""
        return self.starts[row]

    def end(self, row: int) -> int:
        """Offset behind the last character of `row` that is drawn: the blanks it was broken at are not."""
        return self.starts[row] + len(self.line(row))

    def line(self, row: int) -> str:
        """The text of `row` as drawn: no blanks at the end, newlines as spaces; empty between paragraphs."""
        start = self.starts[row]
        limit = min(self.starts[row + 1], self.paragraph(start)[1])
        return self.text[start:limit].rstrip(BLANKS).replace("\n", " ")

    def kind(self, row: int) -> ParagraphKind:
        """What the paragraph of `row` is for."""
        if not self.shape.paragraphs:
            return ParagraphKind.BODY
        return self.shape.paragraphs[self.shape.paragraph_at(self.starts[row])].kind

    def column_of(self, offset: int) -> int:
        """The column in which the cluster at `offset` is drawn."""
        if not self.rows:
            return 0
        row = self.row_of(offset)
        return cell_of(self.line(row), offset - self.starts[row])

    def offset_at(self, row: int, column: int) -> int:
        """Offset of the cluster drawn at a column of a row.

        Left of the text this is the first cluster of the row, right of it the end of the row, and above and below
        the article its start and its end.
        """
        if row < 0 or not self.rows:
            return self.starts[0]
        if row >= self.rows:
            return self.end(self.rows - 1)
        return self.starts[row] + index_at(self.line(row), column)

    def cluster(self, offset: int) -> tuple[int, int]:
        """Start and end of the grapheme cluster at `offset`; empty at the end of a row."""
        if not self.rows:
            return offset, offset
        row = self.row_of(offset)
        begin, end = cluster_around(self.line(row), max(offset - self.starts[row], 0))
        return self.starts[row] + begin, self.starts[row] + end

    def paragraph(self, offset: int) -> tuple[int, int]:
        """Start and end of the paragraph at `offset` or before it; of the text if there is none."""
        if not self.shape.paragraphs:
            return 0, len(self.text)
        paragraph = self.shape.paragraphs[self.shape.paragraph_at(offset)]
        return paragraph.start, paragraph.end

    @property
    def text_start(self) -> int:
        """Offset of the first character of the first paragraph."""
        return self.shape.paragraphs[0].start if self.shape.paragraphs else 0

    @property
    def text_end(self) -> int:
        """Offset behind the last character of the last paragraph."""
        return self.shape.paragraphs[-1].end if self.shape.paragraphs else 0
