"""What is new since the last visit: marks beside names, searches and stories, and the list of all of it.

It is asked for behind everything else, so that no list waits for it; marks come where there is room for them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.dossier.news import last_visit, numbers, watched_alone
from newsreader.store.errors import LibraryError
from tui.base.library_queries import NEWS
from tui.library.context import News
from tui.panels.listed import NewsMarks

if TYPE_CHECKING:
    from newsreader.dossier.news import Numbers
    from newsreader.index.index import Index
    from newsreader.store.library import Library
    from tui.library.context import LibraryContext
    from tui.library.controllers.lists import ListsController


class WhatsNewController:
    """Has the marks be those of the library as it is now."""

    def __init__(self, context: LibraryContext, lists: ListsController) -> None:
        self._context = context
        self._lists = lists
        context.commands.register({"library.news": self.show_all})
        self._found: Numbers | None = None
        context.when(News.CHANGED, self.look)
        context.when(News.SHOWN, self._mark)

    def look(self) -> None:
        """Ask what is new now; the marks stay as they are until that is known."""
        self._context.queries.ask("news", partial(_asked, self._context.library), self._take, urgency=NEWS)

    def show_all(self) -> None:
        """List all that is new."""
        from tui.library.news_screen import NewsScreen

        self._context.screen.app.push_screen(NewsScreen(self._context.session, self._context.library))

    def _take(self, found: Numbers | None) -> None:
        if found is not None:
            self._found = found
            self._lists.mark_risen(found.searches)
            self._mark()

    def _mark(self) -> None:
        """Mark what is new where names and articles have the numbers of the library; those of samples mean others."""
        found = None if self._context.listing.is_samples else self._found
        marks = NewsMarks(found.new, frozenset(found.risen), found.watched) if found else NewsMarks()
        self._context.panels.set_news(marks)
        self._context.articles.mark_grown({each.article: each.new for each in found.grown} if found else {})


def _asked(library: Library, index: Index) -> Numbers | None:
    """What is new since the last visit; at the first one nothing is but what is watched. None if it cannot be read."""
    try:
        since = last_visit(library)
        return watched_alone(library, index) if since is None else numbers(library, index, since)
    except LibraryError:
        return None
