"""How the panels share the height of the sidebar."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


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
