"""Saying when the article was published, from which its relative dates are counted anew."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from tui.base.captions import day
from tui.panels.requests import ArticleDateRequested
from tui.reader.reader_context import NO_LIBRARY

if TYPE_CHECKING:
    from newsreader.annotations.notebook import Notebook
    from newsreader.article import Metadata
    from tui.dialogs.article_date import ArticleDate
    from tui.reader.controllers.annotations import AnnotationController
    from tui.reader.reader_context import ReaderContext


class PublicationDateController:
    """Asks for the date of the article."""

    def __init__(self, context: ReaderContext, annotations: AnnotationController) -> None:
        self._context = context
        self._annotations = annotations
        context.commands.register({"reader.date_article": self.ask})
        context.listen({ArticleDateRequested: lambda _: self.ask()})

    def ask(self) -> None:
        """Ask when the article was published."""
        reading = self._context.reading
        if reading is None or reading.notebook is None:
            self._context.say(NO_LIBRARY)
            return
        from tui.dialogs.article_date import ArticleDateDialog

        def settled(said: ArticleDate | None) -> None:
            if said is not None:
                self._annotations.change(partial(_date, said))

        dialog = ArticleDateDialog(reading.dated.metadata.published, stated(reading.article.metadata))
        self._context.ask(dialog, settled)


def stated(metadata: Metadata) -> str:
    """What the article says of its date, and where."""
    if metadata.published is None:
        return "The article itself does not say."
    source = f", from {printable(metadata.published_from)}" if metadata.published_from else ""
    return f"The article says {day(metadata.published)}{source}."


def _date(said: ArticleDate, notebook: Notebook) -> str:
    notebook.date_article(said.published)
    if said.published is None:
        return "The article has its own date again; U brings yours back."
    return f"The article is of {day(said.published)} now; U undoes it."
