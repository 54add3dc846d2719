"""What the line of tabs says and how it fits into its room. Nothing here draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.base.cell_text import cut
from tui.base.widths import cell_len

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.base.style_book import Line
    from tui.panels.face import PanelFace

BAR = "│"


def tab_line(faces: Sequence[PanelFace], chosen: int, width: int) -> Line:
    """The tabs in exactly `width` cells, and the chosen one's first remark that there is room for."""
    line: Line = []
    for at, label in enumerate(labels(faces, chosen, width)):
        line += [(BAR, ("tabs--tab",))] * bool(line)
        line.append((label, ("tabs--chosen" if at == chosen else "tabs--tab",)))
    room = width - sum(cell_len(text) for text, _ in line)
    remark = next((f"{each} " for each in faces[chosen].remarks if cell_len(each) + 2 <= room), "")
    blank = " " * max(0, room - cell_len(remark))
    return [*line, (f"{blank}{remark}", ("tabs--remark",)) if remark else (blank, ("tabs--tab",))]


def labels(faces: Sequence[PanelFace], chosen: int, width: int) -> list[str]:
    """What each tab says so that all fit into `width` cells: titles, else shapes for all but the chosen one."""
    full = [f" {face.panel.key} {face.panel.title} {face.count} " for face in faces]
    short = [f" {face.panel.key}{face.panel.sign}{face.count} " for face in faces]
    tight = [f"{face.panel.key}{face.panel.sign}" for face in faces]
    for others in (full, short, tight):
        for longest in (full, short):
            choice = [longest[at] if at == chosen else others[at] for at in range(len(faces))]
            if sum(map(cell_len, choice)) + len(faces) - 1 <= width:
                return choice
    return [cut(label, max(1, (width - len(faces) + 1) // len(faces))) for label in tight]
