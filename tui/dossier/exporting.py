"""Writing a dossier into a file: of all articles that the query leaves, however many are on the screen.

How far it is stands on the status line, and it can be stopped; then nothing is written.
"""

from __future__ import annotations

import asyncio
import time
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from newsreader.aside import aside
from newsreader.dossier.gather import StoppedError
from newsreader.index.errors import IndexFileError
from newsreader.store.errors import LibraryError
from tui.base.cell_text import cut_start, one_line
from tui.base.saving import SaveError, path_of, save, short

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from newsreader.dossier.gather import Wanted
    from newsreader.index.index import Index
    from newsreader.store.library import Library
    from tui.dialogs.dossier_dialog import DossierFile

EVERY = 0.25
"""Seconds after which it is said again how far it is."""


class DossierExport:
    """Asks and writes on behalf of a screen."""

    def __init__(
        self, screen: Screen[None], library: Library, opened: Callable[[], Index], say: Callable[[str], object]
    ) -> None:
        """`opened` opens the index, in whatever thread."""
        self._screen = screen
        self._library = library
        self._opened = opened
        self._say = say
        self._unwritten: DossierFile | None = None
        """What could not be written, to be asked again with it."""
        self._stopped: Event | None = None
        """What stops the one that is being written; None while none is."""

    def ask(self, wanted: Wanted) -> None:
        """Ask for the format and the file, and write it."""
        from tui.dialogs.dossier_dialog import DossierDialog

        def settle(file: DossierFile | None) -> None:
            self._unwritten = None
            if file is not None:
                self._begin(wanted, file)

        self._screen.app.push_screen(DossierDialog(one_line(wanted.thing.name), self._unwritten), settle)

    def stop(self) -> bool:
        """Write it no further; False if nothing is being written."""
        if self._stopped is None:
            return False
        self._stopped.set()
        return True

    def _begin(self, wanted: Wanted, file: DossierFile, *, overwrite: bool = False) -> None:
        self._say("Writing…")
        self._screen.run_worker(self._write(wanted, file, overwrite=overwrite), group="export", exclusive=True)

    async def _write(self, wanted: Wanted, file: DossierFile, *, overwrite: bool) -> None:
        self._unwritten = file
        self._stopped = stopped = Event()
        try:
            path = path_of(file.path)
            if path.exists() and not overwrite:
                raise FileExistsError
            asked = self._library, self._opened, wanted, file.format, partial(self._tell, stopped)
            data = await asyncio.wrap_future(aside(partial(_written, *asked)))
            await asyncio.to_thread(partial(save, {path: data}, overwrite=overwrite))
        except FileExistsError:
            self._ask_to_overwrite(wanted, file)
        except StoppedError:
            self._unwritten = None
            self._say("Stopped: nothing was written.")
        except (SaveError, LibraryError, IndexFileError) as error:
            self._say(str(error))
        else:
            self._unwritten = None
            self._say(f"Wrote {cut_start(short(path), self._screen.size.width - 10)}.")
        finally:
            if self._stopped is stopped:
                self._stopped = None

    def _tell(self, stopped: Event, sentence: str) -> None:
        """In the thread: say how far it is, unless it is to stop, which raises `StoppedError`."""
        if stopped.is_set():
            raise StoppedError
        if sentence:
            self._screen.call_later(self._say, sentence)

    def _ask_to_overwrite(self, wanted: Wanted, file: DossierFile) -> None:
        from tui.dialogs.question import Answer, Question

        def settle(answer: str | None) -> None:
            if answer == "overwrite":
                self._begin(wanted, file, overwrite=True)
            elif answer == "other":
                self.ask(wanted)
            else:
                self._say("Nothing was written.")

        answers = (Answer("other", "n", "Another name"), Answer("overwrite", "o", "Overwrite"))
        self._screen.app.push_screen(Question(f"{short(path_of(file.path))} exists already.", answers), settle)


def _written(
    library: Library, opened: Callable[[], Index], wanted: Wanted, form: str, tell: Callable[[str], object]
) -> bytes:
    """The dossier in a format. Raises `IndexFileError`, `LibraryError`, and what `tell` raises."""
    from newsreader.dossier.gather import gather
    from newsreader.exports import registry

    told = time.monotonic()

    def progress(done: int, of: int) -> None:
        nonlocal told
        due = time.monotonic() - told > EVERY
        told = time.monotonic() if due else told
        tell(f"Read {done:,} of {of:,} articles; escape stops." if due else "")

    with opened() as index:
        dossier = gather(library, index, wanted, progress)
    tell("")
    return registry.DOSSIER[form].write(dossier).encode("utf-8", "surrogatepass")
