"""The controllers of the library, each given those that it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.library.controllers.acts import ActsController
from tui.library.controllers.articles import ArticlesController
from tui.library.controllers.completion import CompletionController
from tui.library.controllers.export import ExportController
from tui.library.controllers.feeds import FeedsController
from tui.library.controllers.lists import ListsController
from tui.library.controllers.opening import OpeningController
from tui.library.controllers.panels import PanelsController
from tui.library.controllers.panes import PaneController
from tui.library.controllers.query import QueryController
from tui.library.controllers.sample_names import SampleNames
from tui.library.controllers.status import StatusController
from tui.library.controllers.whats_new import WhatsNewController

if TYPE_CHECKING:
    from tui.library.context import LibraryContext


class LibraryControllers:
    """All of them."""

    def __init__(self, context: LibraryContext) -> None:
        self._context = context
        self.articles = ArticlesController(context)
        self.lists = ListsController(context)
        self.query = QueryController(context, self.lists)
        self.sample_names = SampleNames(context)
        self.panels = PanelsController(context, self.query)
        self.completion = CompletionController(context)
        self.panes = PaneController(context, self.articles)
        self.opening = OpeningController(context, self.articles, self.lists)
        self.acts = ActsController(context, self.articles, self.lists)
        self.feeds = FeedsController(context)
        self.export = ExportController(context)
        self.whats_new = WhatsNewController(context, self.lists)
        self.status = StatusController(context, self.lists, self.query, self.opening, self.acts, self.feeds)
        context.commands.register({"library.clear": self.clear, "library.quit": lambda: context.screen.app.exit()})

    def clear(self) -> None:
        """Put away what is typed, else the query, else what lies over the articles."""
        if self.opening.line.field.display:
            self.opening.line.put_away()
            self._context.articles.focus()
        elif not self.query.clear():
            self.panes.close_drawer()
