"""The list of the articles that were opened together, to go to any of them."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from tui.base.captions import about, headline, progress, published

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsreader.store.records import RecentArticle
    from tui.dialogs.open_articles import OpenArticle
    from tui.reader.controllers.articles import ArticleController
    from tui.reader.reader_context import ReaderContext
    from tui.reader.reading import Reading

KNOWN = 500
"""So many of the articles that were opened last are looked through for those that have not been opened now."""


class OpenArticlesController:
    """Says of each article of the session what is known of it, and goes to the one that is chosen."""

    def __init__(self, context: ReaderContext, articles: ArticleController) -> None:
        self._context = context
        self._articles = articles
        context.commands.register({"reader.open_articles": self.show})

    def show(self) -> None:
        """List them."""
        context, reading = self._context, self._context.reading
        if reading is None:
            return
        if len(context.session.locations) == 1:
            context.say("Only one article was opened; name several to go from one to the next.")
            return
        reading.progress = context.view.viewport.progress
        library = context.session.library
        if library is None:
            self._list(reading, ())
        else:
            context.keeping.do(
                partial(library.recent, KNOWN), partial(self._list, reading), lambda _: self._list(reading, ())
            )

    def _list(self, reading: Reading, recent: Iterable[RecentArticle]) -> None:
        from tui.dialogs.open_articles import OpenArticlesDialog

        known = {f"{each.location}#{each.part}" if each.part else each.location: each for each in recent}
        rows = [self._row(index, name, known) for index, name in enumerate(self._context.session.locations)]
        self._context.ask(OpenArticlesDialog(rows, reading.index), self._go)

    def _go(self, index: int | None) -> None:
        if index is not None:
            self._articles.go_to(index)

    def _row(self, index: int, name: str, known: Mapping[str, RecentArticle]) -> OpenArticle:
        from tui.dialogs.open_articles import OpenArticle

        reading = self._context.readings.get(index)
        if reading is not None:
            return OpenArticle(headline(reading.article), _known_of(reading))
        before = known.get(name if "://" in name else os.path.abspath(name))
        trouble = self._context.session.unreadable.get(name, "")
        if before is None:
            return OpenArticle(printable(name.rpartition("/")[2] or name), printable(name), trouble)
        parts = (before.source, published(before), progress(before.progress))
        return OpenArticle(before.title, " · ".join(filter(None, parts)), trouble)


def _known_of(reading: Reading) -> str:
    return " · ".join(filter(None, (about(reading.dated), progress(reading.progress))))
