"""Offers places for a span whose text is gone, for a person to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.alignment.model import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.alignment.model import Alignment

MOST = 5
CONTEXT = 8
"""How many tokens on each side are compared."""


def candidates(alignment: Alignment, tokens: range, cluster: list[int]) -> tuple[Candidate, ...]:
    """At most five places, the best first: what is left of the span, what replaced it, and the same words elsewhere."""
    found: dict[tuple[int, int], float] = {}
    if not tokens:
        return ()
    for (first, last), score in [*_left(alignment, tokens, cluster), *_again(alignment, tokens)]:
        found[first, last] = max(score, found.get((first, last), 0.0))
    best = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MOST]
    new = alignment.new_tokens
    return tuple(Candidate(new.starts[first], new.ends[last], round(score, 3)) for (first, last), score in best)


def _left(alignment: Alignment, tokens: range, cluster: list[int]) -> Iterator[tuple[tuple[int, int], float]]:
    if cluster:
        extent = alignment.matches[cluster[0]], alignment.matches[cluster[-1]]
        yield extent, 0.3 + 0.5 * len(cluster) / len(tokens)
    before, after = tokens.start - 1, tokens.stop
    first = alignment.matches[before] + 1 if before >= 0 else 0
    last = (alignment.matches[after] if after < len(alignment.matches) else len(alignment.origins)) - 1
    known = (before < 0 or first > 0) and 0 <= last - first < 3 * len(tokens) + 5
    if known and all(origin < 0 for origin in alignment.origins[first : last + 1]):
        yield (first, last), 0.6


def _again(alignment: Alignment, tokens: range) -> Iterator[tuple[tuple[int, int], float]]:
    """Where the same words stand, the better the more of the words around are the same."""
    wanted = alignment.old_tokens.keys[tokens.start : tokens.stop]
    keys = alignment.new_tokens.keys
    around = _around(alignment.old_tokens.keys, tokens)
    for at in alignment.places.get(wanted[0], ()):
        if keys[at : at + len(wanted)] == wanted:
            other = _around(keys, range(at, at + len(wanted)))
            yield (at, at + len(wanted) - 1), 0.2 + 0.7 * len(around & other) / max(1, len(around))


def _around(keys: list[str], tokens: range) -> set[str]:
    return {*keys[max(0, tokens.start - CONTEXT) : tokens.start], *keys[tokens.stop : tokens.stop + CONTEXT]}
