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
        self.starts = array("l", starts)
        self.ends = array("l", ends)
        self.values = array("l", values)
        self._reach = array("l", accumulate(ends, max))

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
