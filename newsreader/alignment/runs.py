"""Finds what two token sequences share for certain: long common runs, in whatever order they stand."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

GRAM = 4
"""How many tokens in a row must be unique in both texts to start a run."""


@dataclass(frozen=True, slots=True)
class Run:
    """`length` tokens from `old` of the one text that are the tokens from `new` of the other."""

    old: int
    new: int
    length: int


def common_runs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    """Maximal common runs around n-grams that are unique in both texts; no token is in two. In the order of `old`."""
    found: list[Run] = []
    seen: set[tuple[int, int]] = set()
    for one, other in unique_pairs(old, new, GRAM):
        if (one, other) in seen:
            continue
        run = _grown(old, new, one, other)
        seen.update((run.old + step, run.new + step) for step in range(run.length))
        found.append(run)
    return _without_overlaps(found, len(old), len(new))


def heaviest_chain(runs: Sequence[Run], weights: Sequence[float]) -> list[int]:
    """The indices of the runs that go up in both texts together and weigh most. `runs` are sorted by `old`."""
    places = sorted({run.new for run in runs})
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(places) + 1)
    before = [-1] * len(runs)
    for index, run in enumerate(runs):
        place = bisect_right(places, run.new)
        weight, before[index] = _best_below(best, place - 1)
        _raise(best, place, (weight + weights[index], index))
    _, last = _best_below(best, len(places))
    chain = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return chain[::-1]


def _best_below(best: list[tuple[float, int]], place: int) -> tuple[float, int]:
    """The best of the first `place` entries of a Fenwick tree of maxima."""
    found = (0.0, -1)
    while place:
        found = max(found, best[place])
        place -= place & -place
    return found


def _raise(best: list[tuple[float, int]], place: int, value: tuple[float, int]) -> None:
    while place < len(best):
        best[place] = max(best[place], value)
        place += place & -place


def unique_pairs(old: Sequence[Hashable], new: Sequence[Hashable], size: int) -> list[tuple[int, int]]:
    """Where the n-grams of `size` tokens stand that each text has exactly once."""
    of_old, of_new = _unique_grams(old, size), _unique_grams(new, size)
    return [(place, of_new[gram]) for gram, place in of_old.items() if place >= 0 and of_new.get(gram, -1) >= 0]


def _unique_grams(tokens: Sequence[Hashable], size: int) -> dict[tuple[Hashable, ...], int]:
    """Where each n-gram stands; -1 for one that stands in several places."""
    places: dict[tuple[Hashable, ...], int] = {}
    for place, gram in enumerate(zip(*(tokens[step:] for step in range(size)), strict=False)):
        places[gram] = -1 if gram in places else place
    return places


def _grown(old: Sequence[Hashable], new: Sequence[Hashable], one: int, other: int) -> Run:
    start = 0
    while one - start > 0 and other - start > 0 and old[one - start - 1] == new[other - start - 1]:
        start += 1
    length, most = 0, min(len(old) - one, len(new) - other)
    while length < most and old[one + length] == new[other + length]:
        length += 1
    return Run(one - start, other - start, start + length)


def _without_overlaps(runs: list[Run], old_length: int, new_length: int) -> list[Run]:
    """The longest keep all their tokens; a shorter one keeps what is left of it in one piece."""
    free_old, free_new = bytearray(b"\1" * old_length), bytearray(b"\1" * new_length)
    kept = []
    for run in sorted(runs, key=lambda run: (-run.length, run.old)):
        part = _free_part(run, free_old, free_new)
        if part.length >= GRAM - 1:
            free_old[part.old : part.old + part.length] = bytes(part.length)
            free_new[part.new : part.new + part.length] = bytes(part.length)
            kept.append(part)
    return sorted(kept, key=lambda run: run.old)


def _free_part(run: Run, free_old: bytearray, free_new: bytearray) -> Run:
    """The ends of a run may be taken; its middle is where it is unique."""
    start, end = 0, run.length
    while start < end and not (free_old[run.old + start] and free_new[run.new + start]):
        start += 1
    while end > start and not (free_old[run.old + end - 1] and free_new[run.new + end - 1]):
        end -= 1
    for step in range(start, end):
        if not (free_old[run.old + step] and free_new[run.new + step]):
            end = step
            break
    return Run(run.old + start, run.new + start, end - start)
