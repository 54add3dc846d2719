"""Wrapping one paragraph to a width in cells. Nothing here draws or knows what an article is."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from tui.base.clusters import BLANKS, split
from tui.base.widths import character_width

if TYPE_CHECKING:
    from collections.abc import Iterable

# Characters that do not start and do not end a line next to a wide one (the core of JIS X 4051 and of GB/T 15834).
_NEVER_FIRST = frozenset("!%),.:;?]}¢°·’”†‡›℃∶、。〃々〕〗〞︰︳﹐﹑﹒﹔﹕﹖﹗﹚﹜！），．：；？］｝～〉》」』】〙〟ー")
_NEVER_LAST = frozenset("$(£¥[{‘“〈《「『【〔〖〝﹙﹛＄（［｛￡￥〘")
_DASHES = "-–—/"
# A blank that carries a mark or a joiner is drawn, and so cannot hang over the edge.
_HANGING = frozenset(BLANKS)
_ZERO_WIDTH_SPACE = "\u200b"


@lru_cache(maxsize=8)
def _plain_lines(width: int) -> re.Pattern[str]:
    """Match one line of plain text and the blanks behind it; a word that is too long is cut."""
    letter = r"[^\W\d_]"
    behind_dash = rf"(?<=[{_DASHES}])(?={letter})(?<={letter}.)"
    return re.compile(rf"(?s).{{1,{width}}}(?:[ \n]+|\Z|{behind_dash})|.{{1,{width}}}")


def wrap_plain(text: str, start: int, end: int, width: int) -> Iterable[int]:
    """Wrap `text[start:end]`, in which each character is a cluster of one cell, to `width` cells.

    Returns the offset of each line start and, last, `end`. A line runs to the start of the next one and includes the
    blanks it was broken at, which hang over the edge. All of the loop is in compiled code: a million words take no
    longer than a frame or two.
    """
    return accumulate(map(len, _plain_lines(width).findall(text, start, end)), initial=start)


def wrap_clusters(text: str, start: int, end: int, width: int) -> Iterable[int]:
    """Wrap any `text[start:end]` to `width` cells; returns what `wrap_plain` returns.

    Grapheme clusters are kept whole unless one is wider than a line. Wide letters may be parted anywhere.
    """
    paragraph = text[start:end].replace("\n", " ")
    starts, widths = _that_fit(paragraph, width)
    breakable = _break_after(paragraph, starts, widths)
    return (
        start + starts[index] for index in [*_line_starts(paragraph, starts, widths, breakable, width), len(starts) - 1]
    )


def _that_fit(paragraph: str, width: int) -> tuple[list[int], list[int]]:
    """Clusters of the paragraph, those wider than a line in pieces."""
    starts, widths = split(paragraph)
    if max(widths) <= width:
        return starts, widths
    pieces: list[int] = []
    for index, cells in enumerate(widths[:-1]):
        whole = cells <= width
        pieces.extend(starts[index : index + 1] if whole else range(starts[index], starts[index + 1]))
    pieces.append(len(paragraph))
    return pieces, [sum(split(paragraph[a:b])[1]) for a, b in pairwise(pieces)] + [0]


def _break_after(paragraph: str, starts: list[int], widths: list[int]) -> list[bool]:
    """Tell for each cluster whether a line may end behind it."""
    last = len(starts) - 1
    flags = []
    for index in range(last):
        begin, following = starts[index], starts[index + 1]
        character = paragraph[begin]
        after = paragraph[following] if index + 1 < last else ""
        if character in BLANKS or paragraph[following - 1] == _ZERO_WIDTH_SPACE:
            flags.append(True)
        elif _is_wide(character, widths[index]) or _is_wide(after, widths[index + 1]):
            flags.append(after not in _NEVER_FIRST and character not in _NEVER_LAST)
        else:
            flags.append(character in _DASHES and paragraph[begin - 1 : begin].isalpha() and after.isalpha())
    return flags


def _is_wide(first: str, cells: int) -> bool:
    """Whether a cluster is a wide letter or a picture, and not a letter with signs or others beside it."""
    return cells > 1 and (character_width(first) > 1 or not first.isalpha())


def _line_starts(paragraph: str, starts: list[int], widths: list[int], breakable: list[bool], width: int) -> list[int]:
    """Indices of the clusters that start a line: greedy, blanks hang over the edge."""
    lines = [0]
    used = 0
    chance = chance_used = 0
    for index in range(len(starts) - 1):
        cells = widths[index]
        blank = paragraph[starts[index] : starts[index + 1]] in _HANGING
        while not blank and used + cells > width and index > lines[-1]:
            if chance > lines[-1]:
                used -= chance_used
                lines.append(chance)
            else:
                used = 0
                lines.append(index)
            chance_used = 0
        used += cells
        if breakable[index]:
            chance, chance_used = index + 1, used
    return lines
