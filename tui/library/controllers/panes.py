"""Where lists, articles and panels are, and which of them has the focus.

Where there is little room, lists and panels are drawers that lie over the articles while one is in them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from tui.library.regions import WIDE

if TYPE_CHECKING:
    from tui.library.context import LibraryContext


class Pane(Protocol):
    """What the keys that move ask of a part of the screen."""

    def step(self, rows: int) -> None:
        """Go so many rows down or up."""

    def turn(self, pages: int) -> None:
        """Go so many pages down or up."""

    def to_edge(self, *, end: bool) -> None:
        """Go to the first row or to the last one."""


class PaneController:
    """Moves the focus, and what has the focus."""

    def __init__(self, context: LibraryContext, articles: Pane) -> None:
        self._context = context
        self._articles = articles
        context.commands.register(
            {
                "library.down": lambda: self.pane.step(1),
                "library.up": lambda: self.pane.step(-1),
                "library.page_down": lambda: self.pane.turn(1),
                "library.page_up": lambda: self.pane.turn(-1),
                "library.top": lambda: self.pane.to_edge(end=False),
                "library.bottom": lambda: self.pane.to_edge(end=True),
                "library.articles": self.to_articles,
                "library.next_pane": partial(self.cycle, 1),
                "library.previous_pane": partial(self.cycle, -1),
            }
        )

    @property
    def pane(self) -> Pane:
        """The part that the keys that move mean now."""
        return self._context.lists if self._context.lists.has_focus else self._articles

    @property
    def narrow(self) -> bool:
        """Whether lists and panels lie over the articles."""
        return self._context.screen.has_class("-narrow")

    def resize(self, width: int) -> None:
        """Arrange the screen for its width."""
        self._context.screen.set_class(width < WIDE, "-narrow")
        self.arrange()

    def arrange(self) -> None:
        """Show the drawers that one is in, and beside the articles what has room."""
        inside = self._context.panels.has_focus_within
        self._context.lists.display = not self.narrow or self._context.lists.has_focus
        self._context.panels.display = not self.narrow or inside

    def to_articles(self) -> None:
        """Go to the articles."""
        self._context.articles.focus()

    def close_drawer(self) -> bool:
        """Go from lists or panels to the articles; False if one is there."""
        if self._context.articles.has_focus:
            return False
        self.to_articles()
        return True

    def cycle(self, direction: int) -> None:
        """Go round: lists, articles, panels."""
        stops = [self._context.lists, self._context.articles, *self._context.panels.query("*:can-focus")]
        focused = self._context.screen.focused
        at = stops.index(focused) if focused in stops else 1
        stop = stops[(at + direction) % len(stops)]
        stop.display = True
        if stop in self._context.panels.query("*"):
            self._context.panels.display = True
        stop.focus()
