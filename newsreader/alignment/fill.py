"""Pairs the tokens of two short stretches that face each other: the same words, and words with a slip of the finger."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from newsreader.alignment.runs import Run, heaviest_chain, unique_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsreader.alignment.tokens import Tokens

Pair = tuple[int, int]

_TABLE = 900
"""The most cells of the table of all pairs; larger stretches are divided first."""


class Filler:
    """Pairs tokens of the two texts by index; `weights` say how much a shared key is worth."""

    def __init__(self, old: Tokens, new: Tokens, weights: Mapping[str, float]) -> None:
        self._old = old.keys
        self._new = new.keys
        self._weights = weights

    def pairs(self, old: Sequence[int], new: Sequence[int]) -> Iterator[Pair]:
        """Pair the tokens of the stretches, given as indices, so that the order is kept; in no particular order."""
        waiting = [(old, new)]
        while waiting:
            one, other = waiting.pop()
            if not one or not other:
                continue
            if len(one) * len(other) <= _TABLE:
                yield from self._best(one, other)
                continue
            anchors = self._anchors(one, other) or self._ends(one, other)
            yield from ((one[a], other[b]) for a, b in anchors)
            bounds = [(-1, -1), *anchors, (len(one), len(other))]
            if anchors:
                waiting += [(one[a + 1 : c], other[b + 1 : d]) for (a, b), (c, d) in pairwise(bounds)]

    def _anchors(self, old: Sequence[int], new: Sequence[int]) -> list[Pair]:
        """Pairs of positions whose tokens are unique in both stretches, longer n-grams before single tokens."""
        keys_old, keys_new = [self._old[i] for i in old], [self._new[j] for j in new]
        for size in (3, 2, 1):
            runs = sorted(unique_pairs(keys_old, keys_new, size))
            if runs:
                found = [Run(one, other, 1) for one, other in runs]
                chain = heaviest_chain(found, [self._weights[keys_old[run.old]] for run in found])
                return [(found[index].old, found[index].new) for index in chain]
        return []

    def _ends(self, old: Sequence[int], new: Sequence[int]) -> list[Pair]:
        """What stretches without any unique n-gram, such as the rows of a table, have in common at both ends."""
        keys_old, keys_new = [self._old[i] for i in old], [self._new[j] for j in new]
        head = _common(keys_old, keys_new)
        tail = min(_common(keys_old[::-1], keys_new[::-1]), len(old) - head, len(new) - head)
        ends = range(-tail, 0)
        return [*((at, at) for at in range(head)), *((len(old) + at, len(new) + at) for at in ends)]

    def _best(self, old: Sequence[int], new: Sequence[int]) -> list[Pair]:
        """The heaviest pairing of all, by a table over all pairs."""
        width = len(new)
        table = [[0.0] * (width + 1)]
        keys = [self._new[j] for j in new]
        for i in old:
            above, row = table[-1], [0.0]
            key = self._old[i]
            weight = self._weights[key]
            for column, other in enumerate(keys):
                best = above[column + 1] if above[column + 1] >= row[column] else row[column]
                if key == other:
                    best = max(best, above[column] + weight)
                elif is_slip(key, other):
                    best = max(best, above[column] + weight / 2)
                row.append(best)
            table.append(row)
        return list(self._traced(table, old, new))

    def _traced(self, table: list[list[float]], old: Sequence[int], new: Sequence[int]) -> Iterator[Pair]:
        row, column = len(old), len(new)
        while row and column:
            here = table[row][column]
            if here == table[row - 1][column]:
                row -= 1
            elif here == table[row][column - 1]:
                column -= 1
            else:
                row, column = row - 1, column - 1
                yield old[row], new[column]


def is_slip(one: str, other: str) -> bool:
    """Whether two words of four letters or more differ in one place: a letter more, less, other, or two swapped."""
    longest, shortest = max(len(one), len(other)), min(len(one), len(other))
    if shortest < 4 or longest - shortest > 1 or one == other or not (one.isalpha() and other.isalpha()):
        return False
    head = _common(one, other)
    tail = min(_common(one[::-1], other[::-1]), shortest - head)
    middle = one[head : len(one) - tail]
    swapped = len(middle) == 2 and middle[::-1] == other[head : len(other) - tail]
    return swapped or longest - head - tail <= 1


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length
