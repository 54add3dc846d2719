"""How alike two texts are, to tell an edited article from another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.alignment.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHINGLE = 3


def same_article(old: str, new: str) -> float:
    """How much of the shorter text is in the longer one, 0 to 1, blind to white space, case and the style of quotes.

    Two versions of an article usually have more than 0.5, two articles on the same matter less than 0.1.
    """
    return likeness_of_tokens(tokenise(old).keys, tokenise(new).keys)


def likeness_of_tokens(old: Sequence[str], new: Sequence[str]) -> float:
    """The share of the distinct token triples of the smaller text that the other has, too (containment)."""
    one, other = _shingles(old), _shingles(new)
    least = min(len(one), len(other))
    return len(one & other) / least if least else float(list(old) == list(new))


def _shingles(keys: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(*(keys[step:] for step in range(_SHINGLE)), strict=False))
