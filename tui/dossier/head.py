"""What stands above the parts of a dossier: names, bars by week, and tabs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from newsreader.exports.dossier.wording import CONFIRMED
from tui.base.cell_text import one_line, pad
from tui.base.style_book import WidgetStyles, paint
from tui.base.widths import cell_len
from tui.dossier.bars import bar_line
from tui.panels.entity_rows import SIGNS
from tui.panels.tab_row import BAR, Tab, labels_of, line_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from newsreader.dossier.windows import Overview
    from newsreader.entity import Category
    from tui.base.style_book import Line

ROWS = 3
"""How high it is; nothing below moves, whatever is known."""


@dataclass(frozen=True, slots=True)
class Head:
    """All that it shows."""

    category: Category
    overview: Overview | None
    tabs: Sequence[Tab]
    chosen: int

    def draw(self, line: int, width: int) -> Line:
        """The line of that number, in exactly `width` cells."""
        if line == 0:
            return [(pad(f" {self._names}", width), (f"panel--{self.category.value}",))]
        if line == 1:
            known = self.overview
            return bar_line(known.weeks, (known.first, known.last), width) if known else bar_line((), ("", ""), width)
        return line_of(self.tabs, self.chosen, width)

    @property
    def _names(self) -> str:
        what = f"{SIGNS[self.category]} {self.category.value}"
        if self.overview is None:
            return what
        also = ", ".join(f"“{one_line(each)}”" for each in self.overview.forms)
        scripts = ", ".join(self.overview.scripts) if len(self.overview.scripts) > 1 else ""
        others = len(self.overview.namesakes)
        said = f"{others} other{'' if others == 1 else 's'} of the name" if others else ""
        watched = "watched" if self.overview.watched else ""
        only = f"only {CONFIRMED}" if self.overview.confirmed is not None else ""
        return " · ".join(filter(None, (what, only, watched, scripts, said, also and f"also {also}")))


class DossierHead(Widget):
    """Draws a head."""

    class PartChosen(Message):
        """A tab was clicked."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def __init__(self, head: Head) -> None:
        super().__init__(id="dossier-head")
        self.head = head
        self._styles = WidgetStyles(self)

    def show(self, head: Head) -> None:
        """Show another head."""
        self.head = head
        self.refresh()

    def notify_style_update(self) -> None:
        """Take the styles of the theme there is now."""
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """Draw line `y`."""
        return Strip(paint(self.head.draw(y, self.size.width), self._styles), self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Choose the tab under the pointer."""
        start = 0
        for at, label in enumerate(labels_of(self.head.tabs, self.head.chosen, self.size.width)):
            if event.y == ROWS - 1 and start <= event.x < start + cell_len(label):
                event.stop()
                self.post_message(self.PartChosen(at))
            start += cell_len(label) + len(BAR)
