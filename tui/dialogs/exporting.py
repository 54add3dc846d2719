"""Writing annotations into a file: asks which, how and where to, does it in a thread, and says what was done."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from newsreader.exports.annotations.files import files_of
from newsreader.exports.format import FormatError
from newsreader.sanitise import printable
from newsreader.store.errors import LibraryError
from tui.base.cell_text import cut_start
from tui.base.saving import SaveError, path_of, save, short

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from textual.screen import Screen

    from newsreader.annotations.model import Annotation
    from newsreader.exports.annotations.annotated_article import AnnotatedArticle
    from newsreader.exports.format import Written
    from tui.dialogs.export_dialog import Export

    Documents = Callable[[], Sequence[AnnotatedArticle]]
    """Gathers what is to be written; called in a thread. Raises `LibraryError`."""

NOTICE_SECONDS = 12.0
"""How long it stays on the screen what a format left out."""


class Exporting:
    """Asks and writes on behalf of a screen."""

    def __init__(
        self,
        screen: Screen[None],
        say: Callable[[str], object],
        gather: Callable[[Export], Documents],
        remarks: Callable[[Export], Sequence[str]],
    ) -> None:
        """`gather` has what is to be written for a choice; `remarks` are sentences on what is not in the file then."""
        self._screen = screen
        self._say = say
        self._gather = gather
        self._remarks = remarks
        self._unwritten: Export | None = None
        """What was asked for but could not be written, to be asked again with it."""
        self._asked: tuple[str, Sequence[Annotation], int | None] = ("", (), None)

    def ask(self, title: str, annotations: Sequence[Annotation], articles: int | None = None) -> None:
        """Ask what of these annotations to write and where to, and do so; the file is named after `title`.

        `articles` is how many are written, if also those without any.
        """
        from tui.dialogs.export_dialog import ExportDialog

        self._asked = title, annotations, articles
        self._screen.app.push_screen(ExportDialog(title, annotations, self._unwritten, articles), self._settle)

    def _settle(self, export: Export | None) -> None:
        """Write what was asked for; when the reader gives up, the next question starts afresh."""
        if export is None:
            self._unwritten = None
        else:
            self._export(export)

    def _export(self, export: Export, *, overwrite: bool = False) -> None:
        self._screen.run_worker(self._write(export, overwrite=overwrite), group="export", exclusive=True)

    async def _write(self, export: Export, *, overwrite: bool) -> None:
        """Write the file in a thread, since some formats take their time to load, and say what was done."""
        self._unwritten = export
        try:
            path = path_of(export.path)
            documents = self._gather(export)
            written, names = await asyncio.to_thread(_written, export, documents, path, overwrite=overwrite)
        except FileExistsError:
            self._ask_to_overwrite(export)
        except FormatError as error:
            self._say(f"{error}.")
        except (SaveError, LibraryError) as error:
            self._say(str(error))
        else:
            self._unwritten = None
            self._tell(export, written, names, path)

    def _tell(self, export: Export, written: Written, names: int, path: Path) -> None:
        count = written.annotations
        also = f" and {names} names and dates" if names else ""
        # The name of the file stands first: where there is little room, the end goes.
        where = cut_start(short(path), self._screen.size.width - 10)
        self._say(f"Wrote {where}: {count} annotation{'' if count == 1 else 's'}{also}.")
        self._screen.app.clear_notifications()
        if left_out := [*written.left_out, *self._remarks(export)]:
            said = "\n".join(map(printable, left_out))
            self._screen.app.notify(said, severity="warning", timeout=NOTICE_SECONDS, markup=False)

    def _ask_to_overwrite(self, export: Export) -> None:
        from tui.dialogs.question import Answer, Question

        answers = (Answer("other", "n", "Another name"), Answer("overwrite", "o", "Overwrite"))

        def settle(answer: str | None) -> None:
            if answer == "overwrite":
                self._export(export, overwrite=True)
            elif answer == "other":
                self.ask(*self._asked)
            else:
                self._say("Nothing was written.")

        self._screen.app.push_screen(Question(f"{short(path_of(export.path))} exists already.", answers), settle)


def _written(export: Export, gather: Documents, path: Path, *, overwrite: bool) -> tuple[Written, int]:
    """Write the file, and count the names and dates in it."""
    documents = gather()
    try:
        written, files = files_of(export.format, documents, export.path)
    except OSError as error:
        raise SaveError(f"{short(path)} cannot be made: {error.strerror}.") from error
    save(files, overwrite=overwrite)
    return written, sum(len(each.spans) for each in documents if each.corrected is not None)
