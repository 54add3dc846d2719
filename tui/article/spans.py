"""Stretches of text in arrays: what to draw where, without an object per stretch."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


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
    def of(cls, items: Iterable[tuple[int, int, int]]) -> Spans:
        """Build from (start, end, value) in any order."""
        ordered = sorted(items)
        return cls([item[0] for item in ordered], [item[1] for item in ordered], [item[2] for item in ordered])

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
