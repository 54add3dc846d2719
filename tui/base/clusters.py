"""Grapheme clusters and their width in cells: what must never be cut, and how much room it takes.

Widths are those of the library that draws the strips, so that a line fits exactly when the library says it does.
Clusters are a little larger than its own, which cut flags, vowel signs and consonants that are written as one.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise

from tui.base.widths import cell_len, character_width

BLANKS = " \n\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
"""Characters a line may end with and hang over the edge. The no-break spaces are left out on purpose."""

JOINER = "\u200d"
"""Makes one picture of the two beside it. The library takes any two for one: see `paint.pieces`."""

_PLAIN = "\n -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20ac"
_WIDE = "\u3000-\u3029\u3031-\u303c\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60"

NOT_PLAIN = re.compile(f"[^{_PLAIN}]")
"""The first character that may be anything but one cluster of one cell; text without one needs no measuring."""

NOT_SEPARATE = re.compile(f"[^{_PLAIN}{_WIDE}]")
"""The first character that may be a part of a cluster; in text without one each character is its own."""

_EXTEND = -1
_REGIONAL = -2
# Vowel signs that are letters by category and yet belong to the consonant before them (UAX #29, SpacingMark).
_SPACING_LETTERS = "\u0e33\u0eb3"

_LEADING = frozenset(
    "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2"  # viramas (UAX #29, rule GB9c), Khmer's coeng
    "\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4"  # vowels of Thai and Lao, written before
)
"""What a letter behind it makes one with."""


class _Kinds(dict[str, int]):
    """For a character: its width in cells, or `_EXTEND` if it belongs to the one before, or `_REGIONAL`."""

    def __missing__(self, character: str) -> int:
        kind = character_width(character)
        if kind == 0 or character in _SPACING_LETTERS or unicodedata.category(character).startswith("M"):
            kind = _EXTEND
        elif "\U0001f1e6" <= character <= "\U0001f1ff":
            kind = _REGIONAL
        self[character] = kind
        return kind


class _Widths(dict[str, int]):
    """For a character that stands alone: its width in cells."""

    def __missing__(self, character: str) -> int:
        width = self[character] = character_width(character)
        return width


_kinds = _Kinds()
_widths = _Widths()


def split(text: str) -> tuple[list[int], list[int]]:
    """Split `text`, which holds no newline, into grapheme clusters.

    Returns the code point at which each starts and its width in cells; both lists end with a closing item, the length
    of `text` and a width of 0.
    """
    if not NOT_SEPARATE.search(text):
        return list(range(len(text) + 1)), [*map(_widths.__getitem__, text), 0]
    starts = _cluster_starts(text)
    widths = [_width(text, start, end) for start, end in pairwise([*starts, len(text)])]
    return [*starts, len(text)], [*widths, 0]


@lru_cache(maxsize=128)
def clusters(line: str) -> tuple[list[int], list[int]]:
    """Do what `split` does for a line on the screen, and remember it; leave the lists as they are."""
    return split(line)


def _cluster_starts(text: str) -> list[int]:
    starts: list[int] = []
    kinds = _kinds
    before = ""
    half_flag = False
    for index, character in enumerate(text):
        kind = kinds[character]
        joins = kind == _EXTEND or (half_flag and kind == _REGIONAL)
        if not joins:
            joins = _is_led(before, character) or (before == JOINER and _are_pictures(text[starts[-1]], character))
        if not joins or not starts:
            starts.append(index)
        half_flag = kind == _REGIONAL and not joins
        before = character
    return starts


def _is_led(before: str, character: str) -> bool:
    return before in _LEADING and unicodedata.category(character) == "Lo"


def _are_pictures(*characters: str) -> bool:
    """Whether a joiner makes one picture of these; no table says so, the category comes close."""
    return all(unicodedata.category(each) in ("So", "Sm") for each in characters)


def _width(text: str, start: int, end: int) -> int:
    return _widths[text[start]] if end - start == 1 else cell_len(text[start:end])


def cell_of(text: str, index: int) -> int:
    """Cells before the cluster that holds code point `index` of `text` (which has no newline)."""
    if not NOT_PLAIN.search(text):
        return min(index, len(text))
    starts, widths = clusters(text)
    return sum(widths[: max(bisect_right(starts, index) - 1, 0)])


def index_at(text: str, cell: int) -> int:
    """Code point at which the cluster drawn in `cell` starts; the length of `text` behind its last cell."""
    if not NOT_PLAIN.search(text):
        return max(0, min(cell, len(text)))
    starts, widths = clusters(text)
    edge = 0
    for start, width in zip(starts, widths, strict=True):
        edge += width
        if cell < edge:
            return start
    return len(text)


def cluster_around(text: str, index: int) -> tuple[int, int]:
    """Start and end of the cluster that holds code point `index`; empty at the end of `text`."""
    if index >= len(text):
        return len(text), len(text)
    starts, _ = clusters(text)
    position = bisect_right(starts, index) - 1
    return starts[position], starts[position + 1]
