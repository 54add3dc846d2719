"""Where the article and the panels are, which of them has the focus, and how wide the text is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.config import NARROWEST, WIDEST
from tui.reader.areas import NARROW, TINY
from tui.reader.matching import Matching

if TYPE_CHECKING:
    from textual import events

    from tui.panels.messages import PanelLeft

STEP = 4
"""How many columns the text gets wider or narrower by at a time."""


class PanelLayout(Matching):
    """Showing and hiding the panels, and moving the focus."""

    _panels_shown: bool | None = None
    """Whether the reader asked for the panels; None leaves it to the width of the screen."""

    @property
    def tiny(self) -> bool:
        """Whether the panels lie over the article."""
        return self.has_class("-tiny")

    @property
    def panels_shown(self) -> bool:
        """Whether the panels are on the screen."""
        wanted = not self.tiny if self._panels_shown is None else self._panels_shown
        return wanted and not self.has_class("-zen")

    def on_resize(self, event: events.Resize) -> None:
        """Arrange the screen for its new width."""
        was_tiny = self.tiny
        self.take_form(self.size.width)
        if was_tiny != self.tiny:
            self._panels_shown = None
        self._arrange()

    def take_form(self, width: int, *, update: bool = True) -> None:
        """Have the parts stand as they do on so many columns; without `update` from when they are styled next."""
        self.set_class(width < TINY, "-tiny", update=update)
        self.set_class(TINY <= width < NARROW, "-narrow", update=update)

    def _arrange(self) -> None:
        shown = self.panels_shown
        if not shown and self.sidebar.has_focus_within:
            self.view.focus()
        self.sidebar.display = shown
        self.refresh_status()

    def show_panels(self, shown: bool | None) -> None:
        """Show or hide the panels; None leaves it to the width of the screen."""
        self._panels_shown = shown
        self._arrange()

    def focus_article(self) -> None:
        """Give the article the focus; panels that lie over it go away."""
        if self.tiny:
            self.show_panels(None)
        self.view.focus()

    def on_panel_left(self, event: PanelLeft) -> None:
        """Go back to the article."""
        event.stop()
        self.focus_article()

    def action_reader_toggle_panels(self) -> None:
        """Show or hide the panels."""
        shown = not self.panels_shown
        self.remove_class("-zen")
        self.show_panels(shown)
        if shown and self.tiny:
            self.sidebar.front.focus()

    def _focus_panel(self, key: str) -> None:
        self.remove_class("-zen")
        if not self.panels_shown:
            self.show_panels(True)
        self.sidebar.focus_panel(key)

    def action_reader_people(self) -> None:
        """Go to the people."""
        self._focus_panel("1")

    def action_reader_places(self) -> None:
        """Go to the places."""
        self._focus_panel("2")

    def action_reader_organisations(self) -> None:
        """Go to the organisations."""
        self._focus_panel("3")

    def action_reader_dates(self) -> None:
        """Go to the dates."""
        self._focus_panel("4")

    def action_reader_notes(self) -> None:
        """Go to the notes."""
        self._focus_panel("5")

    def action_reader_article(self) -> None:
        """Go back to the article."""
        self.focus_article()

    def action_reader_next_pane(self) -> None:
        """Go to the next panel, after the last to the article."""
        self._cycle(1)

    def action_reader_previous_pane(self) -> None:
        """Go to the panel before, before the first to the article."""
        self._cycle(-1)

    def _cycle(self, direction: int) -> None:
        """Go round: the article, then the panels in the order of their keys."""
        panels = self.sidebar.panels
        focused = next((at for at, panel in enumerate(panels, 1) if panel.has_focus), 0)
        place = (focused + direction) % (len(panels) + 1)
        if place == 0:
            self.focus_article()
        else:
            self._focus_panel(panels[place - 1].key)

    # Width and zen

    def action_reader_wider(self) -> None:
        """Make the lines longer."""
        self._measure(STEP)

    def action_reader_narrower(self) -> None:
        """Make the lines shorter."""
        self._measure(-STEP)

    def _measure(self, change: int) -> None:
        self.view.measure = max(NARROWEST, min(WIDEST, self.view.measure + change))
        self.say(f"Lines of up to {self.view.measure} columns.")

    def action_reader_zen(self) -> None:
        """Show nothing but the article, or everything again."""
        self.toggle_class("-zen")
        self._arrange()
