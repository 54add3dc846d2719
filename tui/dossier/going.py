"""Going on from an entry of a dossier: to its article, to the dossier of whom it names, or to the library."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.base.library_queries import ARTICLES
from tui.dossier import opening
from tui.reader.elsewhere import DossierWanted, LibraryWanted

if TYPE_CHECKING:
    from tui.dossier.screen import DossierContext


class GoingOn:
    """Opens what is chosen above the dossier, so that one comes back to it."""

    def __init__(self, context: DossierContext) -> None:
        self._context = context

    def choose(self) -> None:
        """Open the article of the entry with the cursor, or the dossier of whom it names."""
        context = self._context
        entry, overview = context.list.here, context.pages.overview
        if entry is None or overview is None:
            return
        if entry.own is not None:
            context.entering.change(entry.own)
        elif entry.subject is not None:
            context.screen.post_message(DossierWanted(entry.subject))
        elif entry.place is not None:
            asked = overview.thing, context.below.filtering.condition, entry.place
            context.queries.ask("open", partial(opening.load, context.library, *asked), self._open, urgency=ARTICLES)

    def list_articles(self) -> None:
        """Show its articles in the library."""
        overview = self._context.pages.overview
        if overview is not None:
            self._context.screen.post_message(LibraryWanted(opening.query_for(overview.thing)))

    def _open(self, ready: opening.Ready | str) -> None:
        from tui.reader.screen import ReaderScreen

        if isinstance(ready, str):
            self._context.say(ready)
        else:
            self._context.screen.app.push_screen(ReaderScreen(ready.session(self._context.session)))
