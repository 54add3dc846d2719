"""The edits that could make alignment slow: long, repetitive, emptied and unlike texts, and many annotations."""

from __future__ import annotations

import random
from time import perf_counter
from typing import TYPE_CHECKING

from newsreader.alignment import Orphan, place, realign

if TYPE_CHECKING:
    from collections.abc import Iterator

Extreme = tuple[str, str, str, int]
"""What it is, the old text, the new one, and how many spans are placed."""


def extremes(texts: list[str], *, short: bool) -> Iterator[Extreme]:
    """Each case; a tenth of the length for a short run."""
    chance = random.Random(1)
    part = 10 if short else 1
    long = _filled(texts, 1_000_000 // part)
    usual = _filled(texts, 15_000)
    row = "He said that it was so, and that it would be so. "
    table = "".join(f"{number % 7} {number % 5} {number % 3}\n" for number in range(60_000 // part))
    random_words = " ".join(chance.choice("abcdefgh") * chance.randint(1, 3) for _ in range(100_000 // part))
    yield "15 kB, 500 annotations", usual, _edited(usual, chance), 500
    yield f"{len(long):,} characters, every hundredth word another", long, _edited(long, chance), 500
    yield f"{len(long):,} characters, the halves swapped", long, long[len(long) // 2 :] + long[: len(long) // 2], 100
    yield (
        f"one sentence {len(row * 4000) // len(row) // part:,} times, ten less",
        row * (4000 // part),
        row * (3990 // part),
        100,
    )
    yield f"a table of {60_000 // part:,} like rows, its first row gone", table, table[6:], 100
    yield (
        f"{100_000 // part:,} words of eight, one in a hundred another",
        random_words,
        _edited(random_words, chance),
        100,
    )
    yield "the new version is empty", long, "", 100
    yield "another article altogether", long, _filled(texts[::-1], 1_000_000 // part)[::-1], 100


def seconds_for(extreme: Extreme) -> tuple[float, int]:
    """How long it takes to align and place, and how many spans found no place."""
    _, old, new, count = extreme
    step = max(1, (len(old) - 20) // count)
    began = perf_counter()
    alignment = realign(old, new)
    found = [place(alignment, at, at + 20) for at in range(0, step * count, step)]
    return perf_counter() - began, sum(isinstance(each, Orphan) for each in found)


def _filled(texts: list[str], length: int) -> str:
    text = "\n\n".join(texts)
    return (f"{text}\n\n" * (length // len(text) + 1))[:length]


def _edited(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    for at in chance.sample(range(len(words)), len(words) // 100):
        words[at] = chance.choice(words)
    return " ".join(words)
