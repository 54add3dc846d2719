"""Stretches of text in arrays: what to draw where, without an object per stretch."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Spans:
    """Stretches of a text in code points, end exclusive, each with a number that says what it is.

    They may overlap; finding those in view takes a few steps whatever their number, unless very long ones reach over
    many short ones.
    """

    __slots__ = ("_reach", "ends", "starts", "values")

    def __init__(self, starts: Sequence[int] = (), ends: Sequence[int] = (), values: Sequence[int] = ()) -> None:
        self.starts = array("q", starts)
        self.ends = array("q", ends)
        self.values = array("q", values)
        self._reach = array("q", accumulate(ends, max))

    @classmethod
    def apart(cls, starts: Sequence[int], ends: Sequence[int]) -> Spans:
        """Take stretches that are in order and do not overlap, all of the value 0; there may be a hundred thousand."""
        spans = cls()
        spans.starts, spans.ends = _longs(starts), _longs(ends)
        spans.values, spans._reach = array("q", bytes(8 * len(starts))), spans.ends
        return spans

    @classmethod
    def sort(cls, starts: Sequence[int], ends: Sequence[int], values: Sequence[int]) -> Spans:
        """Build from stretches in any order; arrays, not tuples, as there may be a hundred thousand."""
        order = sorted(range(len(starts)), key=starts.__getitem__)
        return cls(*([column[index] for index in order] for column in (starts, ends, values)))

    def __len__(self) -> int:
        """Count the stretches."""
        return len(self.starts)

    def between(self, start: int, end: int) -> Iterator[int]:
        """Indices of the stretches that share a character with `start` to `end`, in order of position."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self.starts, end, first)
        return (index for index in range(first, last) if self.ends[index] > start)

    def at(self, offset: int) -> int | None:
        """Index of the stretch that holds `offset`, the one that starts last if there are several; or None."""
        found = None
        for found in self.between(offset, offset + 1):  # noqa: B007
            pass
        return found


def _longs(numbers: Sequence[int]) -> array[int]:
    """The numbers as an array; an array as it is."""
    return numbers if isinstance(numbers, array) else array("q", numbers)
