"""The tabs above a comparison: where all meet, and where each of them stands alone, with the number of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip
from textual.widget import Widget

from tui.base.cell_text import cut, one_line
from tui.base.style_book import WidgetStyles, paint
from tui.base.widths import cell_len
from tui.panels.entity_rows import SIGNS
from tui.panels.tab_row import BAR, Tab, labels_of, line_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events

    from newsreader.index.appearing import Thing

LONGEST = 24
"""Cells of a name in its tab, at most."""


class ComparisonHead(Widget):
    """Draws the tabs, each of which can be clicked."""

    def __init__(self, things: Sequence[Thing], front: Callable[[int], object]) -> None:
        super().__init__(id="comparison-head")
        self._things = things
        self._front = front
        self._counts: Sequence[int] | None = None
        self._chosen = 0
        self._styles = WidgetStyles(self)

    @property
    def tabs(self) -> list[Tab]:
        """What the tabs say."""
        counts = [f"{each:,}" for each in self._counts] if self._counts is not None else ["–"] * (len(self._things) + 1)
        alone = (
            Tab(SIGNS[each.category], "", f"only {cut(one_line(each.name), LONGEST)}", count)
            for each, count in zip(self._things, counts[1:], strict=True)
        )
        return [Tab("&", "", "Together", counts[0]), *alone]

    def show(self, counts: Sequence[int] | None, chosen: int) -> None:
        """Show how many articles each part is of, None as long as that is not known, and which is in front."""
        self._counts, self._chosen = counts, chosen
        self.refresh()

    def notify_style_update(self) -> None:
        """Take the styles of the theme there is now."""
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        return Strip(paint(line_of(self.tabs, self._chosen, self.size.width), self._styles), self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Bring the part to the front whose tab is under the pointer."""
        start = 0
        for at, label in enumerate(labels_of(self.tabs, self._chosen, self.size.width)):
            if start <= event.x < start + cell_len(label):
                event.stop()
                self._front(at)
            start += cell_len(label) + len(BAR)
