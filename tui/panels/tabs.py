"""One line of tabs for the sidebar where there is no room to stack the panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.base.style_book import WidgetStyles, paint
from tui.base.widths import cell_len
from tui.panels.tab_row import BAR, labels, tab_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from tui.panels.face import Panel, PanelFace


class TabLine(Widget):
    """A line of tabs: each with its title and count if that fits, else with its shape; the chosen one longest."""

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, panel: Panel) -> None:
            super().__init__()
            self.panel = panel

    def __init__(self) -> None:
        super().__init__(id="tabs")
        self._faces: Sequence[PanelFace] = ()
        self._chosen = 0
        self._styles = WidgetStyles(self)

    def notify_style_update(self) -> None:
        """Take the styles of the theme there is now."""
        super().notify_style_update()
        self._styles.clear()

    def show(self, faces: Sequence[PanelFace], chosen: int) -> None:
        """Show the tabs of these panels, that of the index `chosen` in front."""
        self._faces, self._chosen = faces, chosen
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the tabs, and the chosen panel's remark where there is room."""
        width = self.size.width
        if y or not self._faces:
            return Strip.blank(width)
        return Strip(paint(tab_line(self._faces, self._chosen, width), self._styles), width)

    def on_click(self, event: events.Click) -> None:
        """Choose the tab under the pointer."""
        start = 0
        for face, label in zip(self._faces, labels(self._faces, self._chosen, self.size.width), strict=True):
            if start <= event.x < start + cell_len(label):
                event.stop()
                self.post_message(self.Chosen(face.panel))
                return
            start += cell_len(label) + len(BAR)
