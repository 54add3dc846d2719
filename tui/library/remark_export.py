"""Writing the annotations of all articles that are listed into a file."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING

from newsreader.annotations.model import Annotation
from newsreader.annotations.remarks import remarks
from newsreader.query.annotations import of_remark
from newsreader.query.matching import holds
from newsreader.store.errors import LibraryError
from tui.dialogs.exporting import Exporting

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.screen import Screen

    from newsreader.exports.annotations.annotated_article import AnnotatedArticle
    from newsreader.query.conditions import Condition
    from newsreader.store.library import Library
    from tui.dialogs.export_dialog import Export
    from tui.dialogs.exporting import Documents

    Found = Mapping[int, Sequence[Annotation]]
    """Annotations by the number of their article."""

NOT_IN_IT = "Names and dates are not in the file: export an article by itself for those."


class RemarkExport:
    """Gathers what a query finds, article by article."""

    def __init__(self, screen: Screen[None], say: Callable[[str], object], library: Library) -> None:
        self._screen = screen
        self._say = say
        self._library = library
        self._found: Found = {}
        self._exporting = Exporting(screen, say, self._gather, _remarks)

    def ask(self, condition: Condition | None) -> None:
        """Ask what of the annotations that a query finds to write and where to, and do so."""
        self._screen.run_worker(self._ask(condition), group="export", exclusive=True)

    async def _ask(self, condition: Condition | None) -> None:
        try:
            self._found = await asyncio.to_thread(_find, self._library, condition)
        except LibraryError as error:
            self._say(str(error))
            return
        annotations = [each for some in self._found.values() for each in some]
        if annotations:
            self._exporting.ask("Notes", annotations)
        else:
            self._say("There is no annotation in the list.")

    def _gather(self, export: Export) -> Documents:
        found = self._found
        return lambda: _documents(self._library, found, export)


def _find(library: Library, condition: Condition | None) -> Found:
    """What a query finds; corrections are no annotations."""
    found: dict[int, list[Annotation]] = {}
    for each in remarks(library):
        if isinstance(each.said, Annotation) and holds(condition, of_remark(each), date.today()):
            found.setdefault(each.article, []).append(each.said)
    return found


def _documents(library: Library, found: Found, export: Export) -> Sequence[AnnotatedArticle]:
    from newsreader.exports.annotations.annotated_article import AnnotatedArticle

    documents = []
    for number, some in found.items():
        record, chosen = library.latest(number), export.selection.of(some)
        if record is not None and chosen:
            documents.append(AnnotatedArticle(library.stored(record), chosen))
    return documents


def _remarks(export: Export) -> Sequence[str]:
    return (NOT_IN_IT,) if export.names and export.format.mentions else ()
