"""Writing the annotations of the article into a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.base.captions import headline
from tui.dialogs.exporting import Exporting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.dialogs.export_dialog import Export
    from tui.dialogs.exporting import Documents
    from tui.reader.reader_context import ReaderContext


class ExportController:
    """Knows what there is to write of the article."""

    def __init__(self, context: ReaderContext) -> None:
        self._context = context
        self._exporting = Exporting(context.screen, context.say, self._gather, self._remarks)
        context.commands.register({"reader.export": self.ask})

    def ask(self) -> None:
        """Ask what to write and where to, and do so."""
        reading = self._context.reading
        if reading is not None:
            self._exporting.ask(headline(reading.dated), self._context.annotations)

    def _gather(self, export: Export) -> Documents:
        from newsreader.exports.annotations.annotated_article import AnnotatedArticle

        reading = self._context.reading
        if reading is None:
            return lambda: ()
        found = reading.corrected if export.names and export.format.mentions else None
        chosen = export.selection.of(self._context.annotations)
        document = AnnotatedArticle(reading.dated, chosen, found, export.provenance)
        return lambda: (document,)

    def _remarks(self, export: Export) -> Sequence[str]:
        reading = self._context.reading
        if reading is None or not reading.partial or not (export.names and export.format.mentions):
            return ()
        return ("The article is still being read: names and dates that come later are not in the file.",)
