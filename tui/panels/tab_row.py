"""What the line of tabs says and how it fits into its room. Nothing here draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.panels.cells import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.panels.listing import Part

BAR = "│"


@dataclass(frozen=True, slots=True)
class Tab:
    """What the tab of one panel says."""

    panel_id: str
    key: str
    sign: str
    title: str
    count: str
    remarks: tuple[str, ...]
    chosen: bool


def tab_row(tabs: Sequence[Tab], width: int) -> list[Part]:
    """The tabs in exactly `width` cells, and the chosen one's first remark that there is room for."""
    parts: list[Part] = []
    for tab, label in zip(tabs, labels(tabs, width), strict=True):
        parts += [(BAR, "tab")] * bool(parts) + [(label, "chosen" if tab.chosen else "tab")]
    room = width - sum(cell_len(text) for text, _ in parts)
    remarks = (remark for tab in tabs if tab.chosen for remark in tab.remarks)
    remark = next((f"{each} " for each in remarks if cell_len(each) + 2 <= room), "")
    blank = " " * max(0, room - cell_len(remark))
    return [*parts, (f"{blank}{remark}", "remark") if remark else (blank, "tab")]


def labels(tabs: Sequence[Tab], width: int) -> list[str]:
    """What each tab says so that all fit into `width` cells: titles, else shapes for all but the chosen one."""
    full = [f" {tab.key} {tab.title} {tab.count} " for tab in tabs]
    short = [f" {tab.key}{tab.sign}{tab.count} " for tab in tabs]
    tight = [f"{tab.key}{tab.sign}" for tab in tabs]
    for others in (full, short, tight):
        for chosen in (full, short):
            choice = [chosen[at] if tab.chosen else others[at] for at, tab in enumerate(tabs)]
            if sum(map(cell_len, choice)) + len(tabs) - 1 <= width:
                return choice
    return [cut(label, max(1, (width - len(tabs) + 1) // len(tabs))) for label in tight]
