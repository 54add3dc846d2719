"""Where the company of a thing stands around it in a picture: the same for a terminal and for a page.

Nothing here is left to chance: the same company stands in the same places.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.dossier.model import Companion, Link


MOST = 16
"""So many of the company are drawn at most, those of most paragraphs."""
LINES = 12
"""So many lines are drawn between these at most: more could not be told apart."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One of the company, on a circle of radius 1 around the thing, which is at 0, 0."""

    companion: Companion
    x: float
    """Below 0 on the left. Whatever is written of it has its room on the other side of the circle."""
    y: float
    """Below 0 above. No two of one side are on one height."""


def around(company: Sequence[Companion], links: Sequence[Link]) -> list[Placed]:
    """Their places, clockwise from the top, evenly spaced in height: who shares many paragraphs stands side by side."""
    ordered = _side_by_side(company, links)
    right = -(-len(ordered) // 2)
    sides = ((ordered[:right], 1), (ordered[right:], -1))
    return [
        Placed(companion, side * math.sqrt(1 - height * height), side * height)
        for companions, side in sides
        for companion, height in zip(companions, _heights(len(companions)), strict=True)
    ]


def between(placed: Sequence[Placed], links: Sequence[Link]) -> list[Link]:
    """The links between those that have a place, the most frequent first."""
    known = {each.companion.id for each in placed}
    return [each for each in links if each.one in known and each.other in known]


def _heights(count: int) -> list[float]:
    return [(2 * number + 1) / count - 1 for number in range(count)]


def _side_by_side(company: Sequence[Companion], links: Sequence[Link]) -> list[Companion]:
    """The first of the company, and behind each the one that shares most paragraphs with it, else the next."""
    shared = {frozenset((each.one, each.other)): each.paragraphs for each in links}
    left = [*company]
    ordered = left[:1]
    del left[:1]
    while left:
        here = ordered[-1].id
        best = max(left, key=lambda each: shared.get(frozenset((here, each.id)), 0))
        left.remove(best)
        ordered.append(best)
    return ordered
