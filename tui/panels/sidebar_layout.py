"""How panels share the sidebar, stacked or one of them under tabs, and all of it drawn line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.panels.face import panel_lines
from tui.panels.tab_row import tab_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.base.style_book import Line
    from tui.panels.face import PanelFace

STACKED_ROWS = 3
"""Rows a panel must have, its heading among them, for the panels to be stacked."""
BELOW = (60, 24)
"""A sidebar at least so wide and less high lies below the article, where tabs use its few rows better."""


def arrange(
    faces: Sequence[PanelFace], size: tuple[int, int], *, front: int = 0, settled: bool = True
) -> tuple[bool, list[int]]:
    """Share out columns and rows among panels, of which that with the index `front` is the one to have under tabs.

    Returns whether one panel is shown under tabs, and the rows of each, its heading among them; 0 for one that is not
    in sight. Until they are `settled` all panels whose rows are still being found get the same, so that nothing moves.
    """
    width, height = size
    if is_tabbed(width, height, len(faces)):
        return True, [height - 1 if at == front else 0 for at in range(len(faces))]
    shown = [at for at, face in enumerate(faces) if face.offered or at == front]
    needs = [faces[at].need if settled or not faces[at].panel.found else height for at in shown]
    rows = dict(zip(shown, share(height, needs), strict=True))
    return False, [max(1, rows[at]) if at in rows else 0 for at in range(len(faces))]


def is_tabbed(width: int, height: int, panels: int) -> bool:
    """Whether a sidebar of that size shows one of its panels under tabs."""
    return height < STACKED_ROWS * panels or (width >= BELOW[0] and height < BELOW[1])


def share(total: int, needs: Sequence[int]) -> list[int]:
    """Divide `total` rows among panels that need so many each.

    Nobody gets more than it needs while another lacks; those who lack get the same (as by filling vessels with
    water), the first a row more where it does not come out even. What nobody needs goes to the last.
    """
    rows = [0] * len(needs)
    left = total
    for done, place in enumerate(sorted(range(len(needs)), key=lambda place: (needs[place], -place))):
        waiting = len(needs) - done
        rows[place] = min(needs[place], left // waiting)
        left -= rows[place]
    if rows:
        rows[-1] += left
    return rows


def sidebar_lines(faces: Sequence[PanelFace], width: int, height: int) -> Iterator[Line]:
    """What stands in each line of a sidebar of that size before anybody has been there."""
    under_tabs, rows = arrange(faces, (width, height))
    if under_tabs and height:
        yield tab_line(faces, 0, width)
    for face, lines in zip(faces, rows, strict=True):
        yield from panel_lines(face, width, lines, head=not under_tabs)
