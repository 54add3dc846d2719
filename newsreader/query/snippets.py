"""The piece of a text that shows what a query found there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.query.places import first_place, places

if TYPE_CHECKING:
    from newsreader.query.conditions import Condition

AROUND = 70
"""Code points of a snippet on either side of the first word that was found."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an article's text with the words that were sought."""

    text: str
    start: int
    """Where it begins in the article's text, in code points."""
    marks: tuple[tuple[int, int], ...]
    """Where the words stand in the article's text, end exclusive."""


def snippet(condition: Condition | None, text: str) -> Snippet | None:
    """The surroundings of the first word that was sought; None if the query has no words, or only the title has."""
    first = first_place(condition, text)
    if first is None:
        return None
    start = _at_blank(text, max(0, first[0] - AROUND), 1)
    end = _at_blank(text, min(len(text), first[1] + AROUND), -1)
    # A word may end with what stands behind the piece, and what is before it has none of them.
    near = text[first[0] : end + AROUND]
    marks = ((first[0] + at, first[0] + to) for at, to in places(condition, near))
    return Snippet(" ".join(text[start:end].split("\n")), start, tuple(each for each in marks if each[1] <= end))


def _at_blank(text: str, at: int, step: int) -> int:
    """The next place by a blank, within reach."""
    for moved in range(at, at + step * AROUND // 3, step):
        if not 0 < moved < len(text) or text[moved - (step > 0)].isspace():
            return moved
    return at
