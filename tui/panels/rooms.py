"""How the panels share the sidebar: stacked, or one of them under tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


STACKED_ROWS = 3
"""Rows a panel must have, its heading among them, for the panels to be stacked."""
BELOW = (60, 24)
"""A sidebar at least so wide and less high lies below the article, where tabs use its few rows better."""


def tabbed(width: int, height: int, panels: int) -> bool:
    """Whether a sidebar of that size shows one of its panels under tabs."""
    return height < STACKED_ROWS * panels or (width >= BELOW[0] and height < BELOW[1])


def share(total: int, needs: Sequence[int]) -> list[int]:
    """Divide `total` rows among panels that need so many each.

    Nobody gets more than it needs while another lacks; those who lack get the same (as by filling vessels with
    water), the first a row more where it does not come out even. What nobody needs goes to the last.
    """
    rooms = [0] * len(needs)
    left = total
    for done, place in enumerate(sorted(range(len(needs)), key=lambda place: (needs[place], -place))):
        waiting = len(needs) - done
        rooms[place] = min(needs[place], left // waiting)
        left -= rooms[place]
    if rooms:
        rooms[-1] += left
    return rooms
