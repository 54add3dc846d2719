"""Where the article and the panels are, which of them has the focus, and how wide the text is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.config import NARROWEST, WIDEST
from tui.panels.requests import PanelLeft
from tui.reader.regions import NARROW, TINY

if TYPE_CHECKING:
    from tui.reader.controllers.status import StatusController
    from tui.reader.reader_context import ReaderContext

STEP = 4
"""How many columns the text gets wider or narrower by at a time."""


class PaneController:
    """Shows and hides the panels, and moves the focus."""

    def __init__(self, context: ReaderContext, status: StatusController) -> None:
        self._context = context
        self._status = status
        self._wanted: bool | None = None
        """Whether the reader asked for the panels; None leaves it to the width of the screen."""
        context.commands.register(
            {
                "reader.toggle_panels": self.toggle_panels,
                **{each.panel.command: partial(self.focus_panel, each.panel.key) for each in context.sidebar.panels},
                "reader.article": self.focus_article,
                "reader.next_pane": partial(self.cycle, 1),
                "reader.previous_pane": partial(self.cycle, -1),
                "reader.wider": partial(self.widen, STEP),
                "reader.narrower": partial(self.widen, -STEP),
                "reader.zen": self.toggle_zen,
            }
        )
        context.listen({PanelLeft: lambda _: self.focus_article()})

    @property
    def tiny(self) -> bool:
        """Whether the panels lie over the article."""
        return self._context.screen.has_class("-tiny")

    @property
    def zen(self) -> bool:
        """Whether there is nothing but the article."""
        return self._context.screen.has_class("-zen")

    @property
    def panels_shown(self) -> bool:
        """Whether the panels are on the screen."""
        wanted = not self.tiny if self._wanted is None else self._wanted
        return wanted and not self.zen

    # The size of the screen

    def resize(self, width: int) -> None:
        """Arrange the screen for its new width."""
        was_tiny = self.tiny
        self.take_form(width)
        if was_tiny != self.tiny:
            self._wanted = None
        self._arrange()

    def take_form(self, width: int, *, update: bool = True) -> None:
        """Have the parts stand as they do on so many columns; without `update` from when they are styled next."""
        self._context.screen.set_class(width < TINY, "-tiny", update=update)
        self._context.screen.set_class(TINY <= width < NARROW, "-narrow", update=update)

    def _arrange(self) -> None:
        shown = self.panels_shown
        if not shown and self._context.sidebar.has_focus_within:
            self._context.view.focus()
        self._context.sidebar.display = shown
        self._status.refresh()

    # Panels

    def show_panels(self, shown: bool | None) -> None:
        """Show or hide the panels; None leaves it to the width of the screen."""
        self._wanted = shown
        self._arrange()

    def toggle_panels(self) -> None:
        """Show or hide the panels."""
        shown = not self.panels_shown
        self._context.screen.remove_class("-zen")
        self.show_panels(shown)
        if shown and self.tiny:
            self._context.sidebar.front.focus()

    def focus_article(self) -> None:
        """Give the article the focus; panels that lie over it go away."""
        if self.tiny:
            self.show_panels(None)
        self._context.view.focus()

    def focus_panel(self, key: str) -> None:
        """Give the panel of that key the focus."""
        self._context.screen.remove_class("-zen")
        if not self.panels_shown:
            self.show_panels(True)
        self._context.sidebar.focus_panel(key)

    def cycle(self, direction: int) -> None:
        """Go round: the article, then the panels in the order of their keys."""
        panels = self._context.sidebar.panels
        focused = next((at for at, panel in enumerate(panels, 1) if panel.has_focus), 0)
        place = (focused + direction) % (len(panels) + 1)
        if place == 0:
            self.focus_article()
        else:
            self.focus_panel(panels[place - 1].panel.key)

    # Width and zen

    def widen(self, change: int) -> None:
        """Make the lines longer by so many columns, or shorter."""
        view = self._context.view
        view.measure = max(NARROWEST, min(WIDEST, view.measure + change))
        self._context.say(f"Lines of up to {view.measure} columns.")

    def toggle_zen(self) -> None:
        """Show nothing but the article, or everything again."""
        self._context.screen.toggle_class("-zen")
        self._arrange()
