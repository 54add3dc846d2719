"""One line of tabs for the sidebar where there is no room to stack the panels."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.panels.tab_row import BAR, Tab, labels, tab_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events


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
        parts = tab_row(self._tabs, width)
        return Strip([Segment(text, self.get_component_rich_style(f"tabs--{name}")) for text, name in parts], width)

    def on_click(self, event: events.Click) -> None:
        """Choose the tab under the pointer."""
        start = 0
        for tab, label in zip(self._tabs, labels(self._tabs, self.size.width), strict=True):
            if start <= event.x < start + cell_len(label):
                event.stop()
                self.post_message(self.Chosen(tab.panel_id))
                return
            start += cell_len(label) + len(BAR)
