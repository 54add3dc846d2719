"""An article laid out in rows: which stretch of the text stands in which row, as arrays of offsets.

Offsets are code points into `Article.text` and the only truth; a row is where some of them happen to stand at one
width. Columns are cells, counted from the left edge of the text.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import zip_longest
from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.article import ParagraphKind
from tui.base.clusters import BLANKS, NOT_PLAIN, cell_of, cluster_around, index_at
from tui.base.wrap import wrap_clusters, wrap_plain

if TYPE_CHECKING:
    from newsreader.article import Article, Paragraph


class Shape:
    """What layout needs to know of an article at any width: its paragraphs, and which of them are hard to measure.

    A line that says no more than `Image` is folded away: it stands in the blank row before what follows it.
    """

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.paragraphs = unfolded(article)
        self.starts = array("l", [paragraph.start for paragraph in self.paragraphs])
        self.ends = array("l", [paragraph.end for paragraph in self.paragraphs])
        self.indents = array("l", [paragraph.indent for paragraph in self.paragraphs])
        self.gaps = self._gaps()
        self.hard = self._hard_paragraphs()

    def _gaps(self) -> bytes:
        """How many blank rows follow each paragraph: metadata and what is tight stand together, the head apart."""
        return bytes(_gap(each, follower) for each, follower in zip_longest(self.paragraphs, self.paragraphs[1:]))

    def _hard_paragraphs(self) -> bytes:
        """For each paragraph 1 if it has a character that may be wide or a part of a cluster."""
        found = bytearray(len(self.paragraphs))
        position = 0
        while self.paragraphs and (match := NOT_PLAIN.search(self.text, position)):
            index = self.paragraph_at(match.start())
            found[index] = 1
            position = max(match.end(), self.ends[index])
        return bytes(found)

    def paragraph_at(self, offset: int) -> int:
        """Index of the paragraph that holds `offset`, or the one before it; 0 before the first."""
        return max(bisect_right(self.starts, offset) - 1, 0)


def unfolded(article: Article) -> tuple[Paragraph, ...]:
    """The paragraphs without labels of pictures; all of them where nothing else would be left."""
    is_label = languages.press_of(article.metadata.language).is_picture_label
    left = tuple(
        each
        for each in article.paragraphs
        if each.kind is not ParagraphKind.FURNITURE or not is_label(article.text[each.start : each.end])
    )
    return left or article.paragraphs


def _gap(paragraph: Paragraph, follower: Paragraph | None) -> int:
    kind = paragraph.kind
    if follower is not None and follower.tight:
        return 0
    if kind is ParagraphKind.BODY or follower is None or not _is_head(kind):
        return 1
    return 0 if kind is follower.kind is ParagraphKind.META else 1 if _is_head(follower.kind) else 2


def _is_head(kind: ParagraphKind) -> bool:
    return kind is ParagraphKind.META or kind is ParagraphKind.TITLE


class Layout:
    """The rows of one article at one width, some of them set in.

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
        shape = self.shape
        forms = zip(shape.starts, shape.ends, shape.indents, shape.gaps, shape.hard, strict=True)
        for start, end, indent, gap, hard in forms:
            room = self.width - self._set_in(indent)
            starts.extend((wrap_clusters if hard else wrap_plain)(shape.text, start, end, room))
            if gap == 0:
                starts.pop()
            elif gap == 2:
                starts.append(end)
        return starts or array("l", [0])

    def _set_in(self, indent: int) -> int:
        """How many cells a paragraph is set in that would be by `indent`: a narrow column has no room for much."""
        return min(indent, self.width // 4)

    def indent(self, row: int) -> int:
        """How many cells the text of `row` is set in; none where there is none."""
        shape, start = self.shape, self.starts[row]
        index = shape.paragraph_at(start)
        return self._set_in(shape.indents[index]) if shape.indents and start < shape.ends[index] else 0

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
        return self.indent(row) + cell_of(self.line(row), max(offset - self.starts[row], 0))

    def offset_at(self, row: int, column: int) -> int:
        """Offset of the cluster drawn at a column of a row.

        Left of the text this is the first cluster of the row, right of it the end of the row, and above and below
        the article its start and its end.
        """
        if row < 0 or not self.rows:
            return self.starts[0]
        if row >= self.rows:
            return self.end(self.rows - 1)
        return self.starts[row] + index_at(self.line(row), column - self.indent(row))

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
        index = self.shape.paragraph_at(offset)
        return self.shape.starts[index], self.shape.ends[index]

    @property
    def text_start(self) -> int:
        """Offset of the first character of the first paragraph."""
        return self.shape.paragraphs[0].start if self.shape.paragraphs else 0

    @property
    def text_end(self) -> int:
        """Offset behind the last character of the last paragraph."""
        return self.shape.paragraphs[-1].end if self.shape.paragraphs else 0
