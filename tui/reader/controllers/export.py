"""Writing the annotations of the article into a file."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from newsreader.exports.format import FormatError
from tui.base.captions import headline
from tui.base.saving import SaveError, path_of, save, short

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.exports.annotations.annotated_article import AnnotatedArticle
    from newsreader.exports.format import Written
    from tui.dialogs.export_dialog import Export
    from tui.reader.reader_context import ReaderContext

NOTICE_SECONDS = 12.0
"""How long it stays on the screen what a format left out."""


class ExportController:
    """Asks what to write and where to, and does so."""

    def __init__(self, context: ReaderContext) -> None:
        self._context = context
        self._unwritten: Export | None = None
        """What was asked for but could not be written, to be asked again with it."""
        context.commands.register({"reader.export": self.ask})

    def ask(self) -> None:
        """Ask what to write and where to, and do so."""
        reading = self._context.reading
        if reading is None:
            return
        from tui.dialogs.export_dialog import ExportDialog

        dialog = ExportDialog(headline(reading.dated), self._context.annotations, self._unwritten)
        self._context.ask(dialog, self._settle)

    def _settle(self, export: Export | None) -> None:
        """Write what was asked for; when the reader gives up, the next question starts afresh."""
        if export is None:
            self._unwritten = None
        else:
            self._export(export)

    def _export(self, export: Export, *, overwrite: bool = False) -> None:
        self._context.work(self._write(export, overwrite=overwrite), group="export")

    async def _write(self, export: Export, *, overwrite: bool) -> None:
        """Write the file in a thread, since some formats take their time to load, and say what was done."""
        document = self._document(export)
        if document is None:
            return
        self._unwritten = export
        try:
            path = path_of(export.path)
            written = await asyncio.to_thread(_write, export, document, path, overwrite=overwrite)
        except FileExistsError:
            self._ask_to_overwrite(export)
        except FormatError as error:
            self._context.say(f"{error}.")
        except SaveError as error:
            self._context.say(str(error))
        else:
            self._unwritten = None
            self._tell(document, written, path)

    def _document(self, export: Export) -> AnnotatedArticle | None:
        from newsreader.exports.annotations.annotated_article import AnnotatedArticle

        reading = self._context.reading
        if reading is None:
            return None
        found = reading.corrected if export.names and export.format.mentions else None
        return AnnotatedArticle(reading.dated, export.selection.of(self._context.annotations), found, export.provenance)

    def _tell(self, document: AnnotatedArticle, written: Written, path: Path) -> None:
        count = written.annotations
        also = f" and {len(document.spans)} names and dates" if document.corrected is not None else ""
        self._context.say(f"Wrote {count} annotation{'' if count == 1 else 's'}{also} to {short(path)}.")
        self._context.app.clear_notifications()
        left_out = [*written.left_out]
        if document.corrected is not None and not document.corrected.analysis.complete:
            left_out.append("The article is still being read: names and dates that come later are not in the file.")
        if left_out:
            self._context.app.notify("\n".join(left_out), severity="warning", timeout=NOTICE_SECONDS, markup=False)

    def _ask_to_overwrite(self, export: Export) -> None:
        from tui.dialogs.question import Answer, Question

        answers = (Answer("other", "n", "Another name"), Answer("overwrite", "o", "Overwrite"))

        def settle(answer: str | None) -> None:
            if answer == "overwrite":
                self._export(export, overwrite=True)
            elif answer == "other":
                self.ask()
            else:
                self._context.say("Nothing was written.")

        self._context.ask(Question(f"{short(path_of(export.path))} exists already.", answers), settle)


def _write(export: Export, document: AnnotatedArticle, path: Path, *, overwrite: bool) -> Written:
    written = export.format.write([document])
    files = {path: written.data}
    if written.text is not None:
        files[path.with_suffix(".txt")] = written.text.encode("utf-8", "surrogatepass")
    save(files, overwrite=overwrite)
    return written
