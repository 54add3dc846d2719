"""Carries offsets from one version of a text to another by what both have in common at the beginning and the end."""

from __future__ import annotations


class Shift:
    """Two versions of a text, seen as a common beginning, a changed middle and a common end; offsets in code points."""

    def __init__(self, old: str, new: str) -> None:
        self._old_length = len(old)
        self._new_length = len(new)
        self._head = common_beginning(old, new)
        # The common end may not reach into the common beginning.
        self._tail = common_beginning(old[self._head :][::-1], new[self._head :][::-1])

    def span(self, start: int, end: int, *, margin: int = 0) -> tuple[int, int] | None:
        """Where the span `start` to `end` (exclusive) of the old text is in the new one, None if it is not certain.

        `margin` is how many code points towards the change must be as they were, too: without it, the beginning of a
        deleted sentence is found in the next one that begins with the same word.
        """
        if end + margin <= self._head:
            return start, end
        if start - margin >= self._old_length - self._tail:
            moved = self._new_length - self._old_length
            return start + moved, end + moved
        return None

    def offset(self, offset: int) -> int:
        """The place in the new text nearest to `offset` of the old one; proportional inside the changed middle."""
        certain = self.span(offset, offset)
        if certain is not None:
            return certain[0]
        old_middle = self._old_length - self._tail - self._head
        new_middle = self._new_length - self._tail - self._head
        return self._head + (offset - self._head) * new_middle // old_middle


def common_beginning(one: str, other: str) -> int:
    """How many code points two texts begin with in common; quick on long texts, since it compares by halves."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
