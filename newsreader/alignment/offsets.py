"""Carries single offsets, such as marks, from one version of a text to another, quickly however long the text is."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from newsreader.alignment.align import realign

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 30_000
"""Code points of both versions of what was changed, up to which they are aligned, in some 15 ms."""
_LINE = 2_000
"""How many code points before and after a change are looked at for the ends of its lines."""


class OffsetCarrier:
    """What became of each offset (code points) of `old` in `new`.

    What both have in common at the beginning and the end is certain, and the changed middle is aligned. A middle of
    more than `MOST` is not: there, an offset lands in proportion.
    """

    def __init__(self, old: str, new: str) -> None:
        head = common_beginning(old, new)
        # The common end may not reach into the common beginning.
        tail = common_end(old, new, min(len(old), len(new)) - head)
        self._head = _line_start(old, head)
        tail_start = _line_end(old, len(old) - tail)
        self._old = old[self._head : tail_start]
        self._new = new[self._head : tail_start + len(new) - len(old)]

    def offset(self, offset: int) -> int:
        """The place in the new text of what stood at `offset` of the old one, or where that is gone, the nearest."""
        if offset < self._head or offset == 0:
            # Whoever was at the top is there again, whatever was put before.
            return offset
        inside = offset - self._head
        if inside >= len(self._old):
            return offset + len(self._new) - len(self._old)
        return self._head + min(self._in_middle(inside), len(self._new))

    def _in_middle(self, offset: int) -> int:
        """The place in the changed middle of what is still there, else of the nearest token that is."""
        if not self._tokens:
            return offset * len(self._new) // len(self._old)
        index = bisect_right(self._starts, offset) - 1
        start, end, place = self._tokens[max(index, 0)]
        if end <= offset and index + 1 < len(self._tokens):
            behind = self._tokens[index + 1]
            # White space between two tokens goes with the first; what is gone gave way to what follows.
            if behind[0] - offset < offset - end:
                start, end, place = behind
        return place + min(max(offset - start, 0), end - start)

    @cached_property
    def _tokens(self) -> list[tuple[int, int, int]]:
        """The tokens of the middle that are in both versions: start and end in the old one, start in the new one."""
        if len(self._old) + len(self._new) > MOST:
            return []
        found = realign(self._old, self._new)
        old, new = found.old_tokens, found.new_tokens
        return [
            (start, end, new.starts[match])
            for start, end, match in zip(old.starts, old.ends, found.matches, strict=True)
            if match >= 0
        ]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _, _ in self._tokens]


def _line_start(text: str, offset: int) -> int:
    """Where the line begins, if that is near, so that no token is cut."""
    return text.rfind("\n", max(0, offset - _LINE), offset) + 1 or max(0, offset - _LINE)


def _line_end(text: str, offset: int) -> int:
    found = text.find("\n", offset, offset + _LINE)
    return found if found >= 0 else min(len(text), offset + _LINE)


def common_beginning(one: str, other: str) -> int:
    """How many code points two texts begin with in common; quick on long texts, since it compares by halves."""
    return _longest(min(len(one), len(other)), lambda low, high: one[low:high] == other[low:high])


def common_end(one: str, other: str, most: int) -> int:
    """How many code points, `most` at most, two texts end with in common."""
    last, its_last = len(one), len(other)
    return _longest(most, lambda low, high: one[last - high : last - low] == other[its_last - high : its_last - low])


def _longest(most: int, same: Callable[[int, int], bool]) -> int:
    """The largest length up to which both are the same; `same` compares from one length to another."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if same(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
