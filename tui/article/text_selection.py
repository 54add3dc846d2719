"""A selection in the text and the motions that move its end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from newsreader import languages
from tui.article.caret import in_column, last_cluster, text_row
from tui.article.word_motions import next_word, previous_word, word_end

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.article.layout import Layout


class Mode(StrEnum):
    """What a selection is made of."""

    CHARACTER = "character"
    SENTENCE = "sentence"


Motion = Literal[
    "left", "right", "up", "down", "word", "word_end", "back_word", "sentence", "line_start", "line_end", "paragraph"
]


@dataclass(frozen=True, slots=True)
class TextSelection:
    """From where it was begun to its head, which motions and the mouse move; the clusters at both ends are in it."""

    anchor: int
    head: int
    mode: Mode = Mode.CHARACTER
    column: int | None = None
    """The column that going up and down keeps to, in cells."""

    def span(self, layout: Layout) -> tuple[int, int]:
        """Start and end of what is selected, in code points, end exclusive."""
        first, last = min(self.anchor, self.head), max(self.anchor, self.head)
        if self.mode is Mode.SENTENCE:
            return sentence_around(layout, first)[0], sentence_around(layout, last)[1]
        return first, layout.cluster(last)[1]

    def moved(self, layout: Layout, motion: Motion) -> TextSelection:
        """Apply a motion to the head."""
        if motion in ("up", "down"):
            column = layout.column_of(self.head) if self.column is None else self.column
            return replace(self, head=_vertical(layout, self.head, column, down=motion == "down"), column=column)
        return replace(self, head=_MOTIONS[motion](layout, self.head), column=None)


def sentence_around(layout: Layout, offset: int) -> tuple[int, int]:
    """Find the sentence that holds `offset`; a paragraph's last one for the white space behind it."""
    start, end = layout.paragraph(offset)
    return languages.of_text(layout.text).sentences().at(layout.text, offset, start, end)


def _vertical(layout: Layout, offset: int, column: int, *, down: bool) -> int:
    step = 1 if down else -1
    row = text_row(layout, layout.row_of(offset) + step, step)
    return offset if row is None else in_column(layout, row, column)


def _left(layout: Layout, offset: int) -> int:
    row = layout.row_of(offset)
    if offset > layout.start(row):
        return layout.cluster(min(offset, layout.end(row)) - 1)[0]
    before = text_row(layout, row - 1, -1)
    return offset if before is None else last_cluster(layout, before)


def _right(layout: Layout, offset: int) -> int:
    row = layout.row_of(offset)
    following = layout.cluster(offset)[1]
    if following < layout.end(row):
        return following
    after = text_row(layout, row + 1, 1)
    return offset if after is None else layout.start(after)


def _line_start(layout: Layout, offset: int) -> int:
    return layout.start(layout.row_of(offset))


def _line_end(layout: Layout, offset: int) -> int:
    return last_cluster(layout, layout.row_of(offset))


def _word(layout: Layout, offset: int) -> int:
    return _within(layout, next_word(layout.text, offset, layout.text_end))


def _word_end(layout: Layout, offset: int) -> int:
    return _within(layout, word_end(layout.text, offset, layout.text_end))


def _back_word(layout: Layout, offset: int) -> int:
    return _within(layout, previous_word(layout.text, offset, layout.text_start))


def _sentence(layout: Layout, offset: int) -> int:
    """To the end of this sentence or, from there, of the next."""
    end = _within(layout, sentence_around(layout, offset)[1] - 1)
    return end if end > offset else _within(layout, sentence_around(layout, _right(layout, offset))[1] - 1)


def _paragraph(layout: Layout, offset: int) -> int:
    """To the end of this paragraph or, from there, of the next."""
    end = _within(layout, layout.paragraph(offset)[1] - 1)
    return end if end > offset else _within(layout, layout.paragraph(_right(layout, offset))[1] - 1)


def _within(layout: Layout, offset: int) -> int:
    """Start of the cluster at `offset`, inside the text."""
    return layout.cluster(max(layout.text_start, min(offset, layout.text_end - 1)))[0]


_MOTIONS: dict[str, Callable[[Layout, int], int]] = {
    "left": _left,
    "right": _right,
    "word": _word,
    "word_end": _word_end,
    "back_word": _back_word,
    "sentence": _sentence,
    "line_start": _line_start,
    "line_end": _line_end,
    "paragraph": _paragraph,
}
