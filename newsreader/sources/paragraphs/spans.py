"""Finds the paragraphs of plain text, whether its lines are paragraphs or were wrapped at some width.

No character but white space is left out and none is moved: what comes out are spans of the text.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsreader.sources.paragraphs.broken_words import is_broken_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.languages import Press

_BLANK_LINES = re.compile(r"\n\s*\n\s*")
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
"""A line without the blanks at its ends."""

_NARROWEST, _WIDEST = 40, 100
"""Columns between which text is wrapped by hand or by mail programs; longer lines are paragraphs."""

_RAGGED = 0.85
"""The part of the width up to which lines still prove it: hands and datelines added later make some lines longer."""

_LONGEST_FIRST_WORD = 20
_LONGEST_MARK = 40
"""Code points at the end of a line in which its last word is."""

_ITEM = re.compile(r"[-*•‣◦+]\s|>|\|")
_MAYBE_ITEM = re.compile(r"[–—]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s")
"""What begins a list item, or stands by chance at the start of a line: “aged 49 and” wraps before “59. Another”."""

_SENTENCE_ENDS = (".", "!", "?", ":", ";", "…")
_CLOSING = "\"'”’»)]"
"""What may stand behind the end of a sentence."""


class _Line(NamedTuple):
    """A line without the blanks at its ends: where it is, how deep it is indented, and its text.

    A tuple, because a long text has a hundred thousand of them before its first frame, each as long as its block is
    looked at.
    """

    start: int
    end: int
    indent: int
    text: str


def paragraph_spans(text: str, press: Press) -> list[tuple[int, int]]:
    """Return the spans of the paragraphs of `text`: in order, without blanks at their ends, none empty.

    Blocks between blank lines are paragraphs. Inside a block a line break counts as a wrap, and the paragraph goes
    on, only if the text as a whole is wrapped and the next word would not have had room on the line; headlines,
    bylines, datelines, list items and furniture keep their lines.
    """
    blocks = _blocks(text)
    width = _wrap_width(text, [(start, end) for start, end in blocks if text.find("\n", start, end) >= 0])
    if width is None:
        return list(_lines_alone(text, press))
    return [span for start, end in blocks for span in _split(_lines(text, start, end), width, press)]


def _lines_alone(text: str, press: Press) -> Iterator[tuple[int, int]]:
    """Yield the lines of a text that is not wrapped; those that end inside a word with the one below."""
    start, last = None, None
    for line in _LINE.finditer(text):
        if last is not None and start is not None:
            if is_broken_word(text[max(start, last - _LONGEST_MARK) : last], line[0], press):
                last = line.end()
                continue
            yield start, last
        start, last = line.span()
    if start is not None and last is not None:
        yield start, last


def _blocks(text: str) -> list[tuple[int, int]]:
    """Return the spans between blank lines; blanks may be left at the end of one."""
    start, stop = len(text) - len(text.lstrip()), len(text.rstrip())
    blocks = []
    for gap in _BLANK_LINES.finditer(text, start, stop):
        blocks.append((start, gap.start()))
        start = gap.end()
    return [*blocks, (start, stop)] if start < stop else blocks


def _lines(text: str, start: int, end: int) -> list[_Line]:
    """Return the lines of one block."""
    lines = []
    for whole in text[start:end].split("\n"):
        line = whole.lstrip()
        indent = len(whole) - len(line)
        line = line.rstrip()
        first = start + indent
        lines.append(_Line(first, first + len(line), indent, line))
        start += len(whole) + 1
    return lines


def _wrap_width(text: str, blocks: list[tuple[int, int]]) -> int | None:
    """Return the column at which the lines of the blocks were wrapped, or None if they were not; each has several.

    The width is the one that all but a few lines keep to. What proves a wrap is a line that goes on in small letters
    where the next word would not have fitted; lists and verse have breaks of other kinds.
    """
    lengths: list[int] = []
    joined: list[int] = []
    for start, end in blocks:
        lines = [line.rstrip() for line in text[start:end].split("\n")]
        breaks = zip(lines, (line.lstrip() for line in lines[1:]), strict=False)
        lengths += map(len, lines)
        joined += [
            _joined_length(len(line), follower) for line, follower in breaks if _is_inside_a_sentence(line, follower)
        ]
    if not joined:
        return None
    lengths.sort()
    width = lengths[-1 - len(lengths) // 50]
    full = sum(length > round(width * _RAGGED) for length in joined)
    return width if _NARROWEST <= width <= _WIDEST and full * 2 >= len(joined) else None


def _joined_length(length: int, following: str) -> int:
    """Return how long a line of that length would be with the first word of the following one."""
    return length + 1 + min(len(following.partition(" ")[0]), _LONGEST_FIRST_WORD)


def _split(block: list[_Line], width: int, press: Press) -> list[tuple[int, int]]:
    """Return the spans of the paragraphs of one block."""
    spans = [(block[0].start, block[0].end)]
    for line, following in pairwise(block):
        if _goes_on(line, following, width, press):
            spans[-1] = (spans[-1][0], following.end)
        else:
            spans.append((following.start, following.end))
    return spans


def _goes_on(line: _Line, following: _Line, width: int, press: Press) -> bool:
    """Whether the paragraph of `line` goes on in the following line of the same block."""
    if following.indent > line.indent:
        return False
    if is_broken_word(line.text, following.text, press):
        return True
    if not (
        _joined_length(line.indent + len(line.text), following.text) > width
        or _is_inside_a_sentence(line.text, following.text)
    ):
        return False
    if following.text[0].islower():
        return True
    return not (
        _stands_alone(line.text, press) or _is_item(line.text, following.text) or _begins_anew(following.text, press)
    )


def _is_item(line: str, following: str) -> bool:
    """Whether the following line is a list item; a doubtful mark counts after the end of a sentence or another item."""
    if not _MAYBE_ITEM.match(following):
        return _ITEM.match(following) is not None
    return bool(_ends_sentence(line) or _MAYBE_ITEM.match(line) or _ITEM.match(line))


def _stands_alone(line: str, press: Press) -> bool:
    return press.is_furniture(line) or press.is_byline(line)


def _begins_anew(line: str, press: Press) -> bool:
    return press.dateline(line) is not None or _stands_alone(line, press)


def _is_inside_a_sentence(line: str, following: str) -> bool:
    """Whether a short line was broken in the middle of a sentence, as hand-wrapped text has it."""
    return following[0].islower() and not _ends_sentence(line)


def _ends_sentence(line: str) -> bool:
    return line.rstrip(_CLOSING).endswith(_SENTENCE_ENDS)
