"""Words that are broken at the ends of lines: where their hyphens and line breaks are, so that they can be left out."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.languages import Press

    Span = tuple[int, int]
    """Start and end in code points, end exclusive."""

_HYPHENS = "-\u2010¬"
"""The hyphen as it is typed and as it is set, and what scanners write for one that is not printed."""

_BREAK = re.compile(rf"[{_HYPHENS}][ ]*\n[ ]*(?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_ANY_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST_WORD = 40

_MOST_TEXT = 1_000_000
"""Code points of a text whose other words are looked through for one that is broken."""


def is_broken_word(line: str, following: str, press: Press) -> bool:
    """Whether a line ends inside a word that goes on in the following one."""
    if len(line) < 2 or line[-1] not in _HYPHENS or not line[-2].isalpha() or not following[:1].isalpha():
        return False
    return _between(line[-_LONGEST_WORD:-1], following[:_LONGEST_WORD], press) != " "


def broken_words(text: str, spans: Sequence[Span], press: Press) -> list[Span]:
    """Return what is to be left out of `text`, so that the words in its paragraphs are whole, in order."""
    if not any(hyphen + end in text for hyphen in _HYPHENS for end in "\n ") or not _BREAK.search(text):
        return []
    starts = [start for start, _ in spans]
    known = set(map(str.casefold, _ANY_WORD.findall(text))) if len(text) <= _MOST_TEXT else set()
    return [cut for found in _BREAK.finditer(text) for cut in _cut(found, text, spans, starts, known, press)]


def _cut(
    found: re.Match[str],
    text: str,
    spans: Sequence[Span],
    starts: Sequence[int],
    known: set[str],
    press: Press,
) -> Iterator[Span]:
    """Yield what is left out at one line's end, if it is inside a paragraph and inside a word."""
    index = bisect_right(starts, found.start()) - 1
    if index < 0 or found.end() >= spans[index][1]:
        return
    before, after = text[max(0, found.start() - _LONGEST_WORD) : found.start()], text[found.end() :][:_LONGEST_WORD]
    first, second = _LAST_WORD.search(before), _WORD.match(after)
    between = _between(before, after, press)
    if first is None or second is None or between == " ":
        return
    if f"{first[0]}-{second[0]}".casefold() in known:
        between = "-"
    elif f"{first[0]}{second[0]}".casefold() in known:
        between = ""
    yield found.start() + len(between), found.end()


def _between(before: str, after: str, press: Press) -> str:
    first, second = _LAST_WORD.search(before), _WORD.match(after)
    return press.hyphen_between(first[0], second[0]) if first and second else " "


def without(
    text: str, spans: Sequence[tuple[int, int]], cuts: Sequence[tuple[int, int]]
) -> tuple[str, list[tuple[int, int]]]:
    """Return `text` without the cuts, and the spans as they are then."""
    if not cuts:
        return text, list(spans)
    edges = [0, *(edge for cut in cuts for edge in cut), len(text)]
    kept = "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    lost, total = [0], 0
    for start, end in cuts:
        total += end - start
        lost.append(total)
    starts = [start for start, _ in cuts]

    def moved(offset: int) -> int:
        return offset - lost[bisect_right(starts, offset - 1)]

    return kept, [(moved(start), moved(end)) for start, end in spans]
