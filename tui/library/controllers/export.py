"""Writing what is listed into files: the articles, what one wrote on them, and the names in them."""

from __future__ import annotations

import asyncio
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from newsreader.store.errors import LibraryError
from tui.base.library_queries import ARTICLES
from tui.dialogs.exporting import Exporting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsreader.annotations.model import Annotation
    from newsreader.exports.annotations.annotated_article import AnnotatedArticle
    from newsreader.index.index import Index
    from tui.dialogs.export_dialog import Export
    from tui.dialogs.exporting import Documents
    from tui.library.context import LibraryContext


class ExportController:
    """Gathers the articles that are listed."""

    def __init__(self, context: LibraryContext) -> None:
        self._context = context
        self._annotations: Mapping[int, Sequence[Annotation]] = {}
        """Of the articles to be written, by their numbers in the order of the list."""
        self._nameless = False
        """Whether names were wanted of an article in which they are not known."""
        self._exporting = Exporting(context.screen, context.say, self._gather, self._remarks)
        context.commands.register({"library.export": self.ask})

    def ask(self) -> None:
        """Ask what to write of what is listed and where to, and do so."""
        if self._context.listing.is_samples or not self._context.articles.run:
            self._context.say("Nothing is listed that could be exported.")
            return
        from newsreader.exports.annotations.of_library import MOST

        listed = self._context.listed

        def ids(index: Index) -> list[int]:
            return [*islice(index.search.ids(listed.once, listed.order), MOST + 1)]

        self._context.queries.ask("export", ids, self._listed, urgency=ARTICLES)

    def _listed(self, ids: list[int]) -> None:
        from newsreader.exports.annotations.of_library import MOST

        if len(ids) > MOST:
            self._context.say(f"More than {MOST:,} articles are listed: <library.filter> narrows the list.")
        else:
            self._context.work(self._ask(ids), "export")

    async def _ask(self, ids: list[int]) -> None:
        try:
            self._annotations = await asyncio.to_thread(self._find, ids)
        except LibraryError as error:
            self._context.say(str(error))
            return
        annotations = [each for some in self._annotations.values() for each in some]
        self._exporting.ask(self._context.listing.title, annotations, len(ids))

    def _find(self, ids: Sequence[int]) -> Mapping[int, Sequence[Annotation]]:
        from newsreader.exports.annotations.of_library import annotations_of

        return annotations_of(self._context.library, ids)

    def _gather(self, export: Export) -> Documents:
        return partial(self._documents, export, self._annotations)

    def _documents(self, export: Export, annotations: Mapping[int, Sequence[Annotation]]) -> Sequence[AnnotatedArticle]:
        """The articles with what is wanted of them; in a thread."""
        from newsreader.exports.annotations.of_library import Gathering

        known = self._context.session.known if export.names and export.format.mentions else None
        gathering = Gathering(self._context.library, known, export.provenance)
        documents = (gathering.article(number, export.selection.of(some)) for number, some in annotations.items())
        found = [each for each in documents if each is not None]
        self._nameless = gathering.nameless
        return found

    def _remarks(self, export: Export) -> Sequence[str]:
        from newsreader.exports.annotations.of_library import NAMELESS

        return (NAMELESS,) if self._nameless else ()
