"""Stretches of text in arrays: what to draw where, without an object per stretch."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import accumulate, islice
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

    def extend(self, stretches: Sequence[tuple[int, int, int]]) -> None:
        """Add stretches, each as start, end and value, in order of position and behind all that there are."""
        ends = [end for _, end, _ in stretches]
        self.starts.extend([start for start, _, _ in stretches])
        self.ends.extend(ends)
        self.values.extend([value for _, _, value in stretches])
        reached = accumulate(ends, max, initial=self._reach[-1] if self._reach else 0)
        self._reach.extend(islice(reached, 1, None))

    def __len__(self) -> int:
        """Count the stretches."""
        return len(self.starts)

    def between(self, start: int, end: int) -> Iterator[int]:
        """Indices of the stretches that share a character with `start` to `end`, in order of position."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self.starts, end, first)
        return (index for index in range(first, last) if self.ends[index] > start)

    def after(self, offset: int) -> int | None:
        """Index of the first stretch that starts behind `offset`, or None."""
        return first_after(self.starts, offset)

    def before(self, offset: int) -> int | None:
        """Index of the last stretch that starts before `offset`, or None."""
        return last_before(self.starts, offset)

    def at(self, offset: int) -> int | None:
        """Index of the stretch that holds `offset`, the one that starts last if there are several; or None."""
        found = None
        for found in self.between(offset, offset + 1):  # noqa: B007
            pass
        return found


def first_after(starts: Sequence[int], offset: int) -> int | None:
    """Index of the first of the starts, which are in order, behind `offset`, or None."""
    index = bisect_right(starts, offset)
    return index if index < len(starts) else None


def last_before(starts: Sequence[int], offset: int) -> int | None:
    """Index of the last of the starts, which are in order, before `offset`, or None."""
    index = bisect_left(starts, offset) - 1
    return index if index >= 0 else None


def _longs(numbers: Sequence[int]) -> array[int]:
    """The numbers as an array; an array as it is."""
    return numbers if isinstance(numbers, array) else array("q", numbers)
