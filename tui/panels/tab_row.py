"""What the line of tabs says and how it fits into its room. Nothing here draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.base.cell_text import cut
from tui.base.widths import cell_len

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.base.style_book import Line
    from tui.panels.face import PanelFace

BAR = "│"


@dataclass(frozen=True, slots=True)
class Tab:
    """What a tab may say."""

    key: str
    sign: str
    title: str
    count: str
    remarks: tuple[str, ...] = ()
    """What is said quietly of the chosen one, the longest form first."""

    @classmethod
    def of(cls, face: PanelFace) -> Tab:
        """The tab of a panel."""
        return cls(face.panel.key, face.panel.sign, face.panel.title, face.count, face.remarks)


def tab_line(faces: Sequence[PanelFace], chosen: int, width: int) -> Line:
    """The tabs of panels, as `line_of` has them."""
    return line_of([*map(Tab.of, faces)], chosen, width)


def labels(faces: Sequence[PanelFace], chosen: int, width: int) -> list[str]:
    """What the tabs of panels say, as `labels_of` has it."""
    return labels_of([*map(Tab.of, faces)], chosen, width)


def line_of(tabs: Sequence[Tab], chosen: int, width: int) -> Line:
    """The tabs in exactly `width` cells, and the chosen one's first remark that there is room for."""
    line: Line = []
    for at, label in enumerate(labels_of(tabs, chosen, width)):
        line += [(BAR, ("tabs--tab",))] * bool(line)
        line.append((label, ("tabs--chosen" if at == chosen else "tabs--tab",)))
    room = width - sum(cell_len(text) for text, _ in line)
    remark = next((f"{each} " for each in tabs[chosen].remarks if cell_len(each) + 2 <= room), "")
    blank = " " * max(0, room - cell_len(remark))
    return [*line, (f"{blank}{remark}", ("tabs--remark",)) if remark else (blank, ("tabs--tab",))]


def labels_of(tabs: Sequence[Tab], chosen: int, width: int) -> list[str]:
    """What each tab says so that all fit into `width` cells: titles, else shapes for all but the chosen one."""
    full = [f" {tab.key} {tab.title} {tab.count} " for tab in tabs]
    short = [f" {tab.key}{tab.sign}{tab.count} " for tab in tabs]
    tight = [f"{tab.key}{tab.sign}" for tab in tabs]
    for others, longest in ((full, full), (short, full), (short, short), (tight, full), (tight, short)):
        choice = [longest[at] if at == chosen else others[at] for at in range(len(tabs))]
        if sum(map(cell_len, choice)) + len(tabs) - 1 <= width:
            return choice
    return [cut(label, max(1, (width - len(tabs) + 1) // len(tabs))) for label in tight]
