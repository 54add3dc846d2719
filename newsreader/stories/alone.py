"""What only one of several articles that tell the same says."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from newsreader.query.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONG = 4
"""Words with fewer letters stand in any sentence, and say nothing of what it tells; numbers count at any length."""
STEM = 6
"""So many letters of a word are compared: a rewritten sentence has other endings."""
TOLD = 0.5
"""A sentence is told elsewhere if one sentence there, or two that follow each other, have this share of its words."""
FEWEST = 3
"""Of a sentence with fewer words that count, nothing can be said."""


def alone(sentences: Iterable[str], others: Iterable[Sequence[str]]) -> list[int]:
    """The places of the sentences of one article that none of the `others`, each in its sentences, tells as well."""
    elsewhere = _standing([window for other in others for window in _windows([_stems(each) for each in other])])
    return [
        place
        for place, said in enumerate(map(_stems, sentences))
        if len(said) >= FEWEST and _most_told(said, elsewhere) < TOLD * len(said)
    ]


def _stems(sentence: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in words(sentence) if len(word) >= LONG or word.isdigit())


def _windows(sentences: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Each sentence together with the next."""
    return [one | other for one, other in zip(sentences, [*sentences[1:], frozenset()], strict=True)]


def _standing(windows: Iterable[frozenset[str]]) -> dict[str, list[int]]:
    """In which windows each stem stands, by their numbers."""
    found: dict[str, list[int]] = {}
    for number, window in enumerate(windows):
        for stem in window:
            found.setdefault(stem, []).append(number)
    return found


def _most_told(said: frozenset[str], standing: dict[str, list[int]]) -> int:
    """How many of the stems of a sentence stand in the window that has most of them."""
    shared = Counter(chain.from_iterable(standing.get(stem, ()) for stem in said))
    return max(shared.values(), default=0)
