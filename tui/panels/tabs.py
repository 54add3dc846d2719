"""One line of tabs for the sidebar where there is no room to stack the panels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.panels.cells import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

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


class TabLine(Widget):
    """A line of tabs: each with its title and count if that fits, else with its shape; the chosen one longest."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"tabs--tab", "tabs--chosen", "tabs--remark"}

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, panel_id: str) -> None:
            super().__init__()
            self.panel_id = panel_id

    def __init__(self) -> None:
        super().__init__(id="tabs")
        self._tabs: Sequence[Tab] = ()

    def show(self, tabs: Sequence[Tab]) -> None:
        """Show these tabs."""
        self._tabs = tabs
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the tabs, and the chosen panel's remark where there is room."""
        width = self.size.width
        if y or not self._tabs:
            return Strip.blank(width)
        segments: list[Segment] = []
        bar = self.get_component_rich_style("tabs--tab")
        for tab, label in zip(self._tabs, labels(self._tabs, width), strict=True):
            style = self.get_component_rich_style("tabs--chosen") if tab.chosen else bar
            segments += [Segment(BAR, bar)] * bool(segments) + [Segment(label, style)]
        used = sum(cell_len(segment.text) for segment in segments)
        remarks = (remark for tab in self._tabs if tab.chosen for remark in tab.remarks)
        remark = next((each for each in remarks if used + cell_len(each) + 2 <= width), "")
        if remark:
            fill = " " * (width - used - cell_len(remark) - 1)
            segments.append(Segment(f"{fill}{remark} ", self.get_component_rich_style("tabs--remark")))
        return Strip(segments).adjust_cell_length(width, bar)

    def on_click(self, event: events.Click) -> None:
        """Choose the tab under the pointer."""
        start = 0
        for tab, label in zip(self._tabs, labels(self._tabs, self.size.width), strict=True):
            if start <= event.x < start + cell_len(label):
                event.stop()
                self.post_message(self.Chosen(tab.panel_id))
                return
            start += cell_len(label) + len(BAR)


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
