"""Writing a dossier or a comparison into a file: of all articles that the query leaves, however many are on the screen.

How far it is stands on the status line, and it can be stopped; then nothing is written.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from newsreader.aside import aside
from newsreader.dossier.gather import StoppedError
from newsreader.dossier.windows import GoneError, existing
from newsreader.index.errors import IndexFileError
from newsreader.store.errors import LibraryError
from tui.base.cell_text import cut_start, one_line
from tui.base.saving import SaveError, path_of, save, short

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.screen import Screen

    from newsreader.dossier.gather import Wanted
    from newsreader.dossier.model import Subject
    from newsreader.index.index import Index
    from newsreader.query.conditions import Condition
    from newsreader.store.library import Library
    from tui.dialogs.file_dialog import AnyFormats, WantedFile

    Progress = Callable[[int, int], object]
    """Told how many articles have been read, and of how many; what it raises ends the work."""

EVERY = 0.25
"""Seconds after which it is said again how far it is."""


@dataclass(frozen=True, slots=True)
class Task:
    """What can be written into a file."""

    what: str
    """What the dialog calls it."""
    stem: str
    """Of what a name for the file is made."""
    formats: AnyFormats
    write: Callable[[Index, str, Progress], str]
    """In a thread: all of it in the format of that name. May raise `GoneError`, `IndexFileError`, `LibraryError`."""


def dossier(library: Library, wanted: Wanted) -> Task:
    """Writing a dossier."""
    from newsreader.exports import registry

    def write(index: Index, form: str, progress: Progress) -> str:
        from newsreader.dossier.gather import gather

        return registry.DOSSIER[form].write(gather(library, index, wanted, progress))

    name = one_line(wanted.thing.name)
    return Task(f"the dossier of {name}", name, registry.DOSSIER, write)


def comparison(library: Library, subjects: Sequence[Subject], condition: Condition | None, query: str) -> Task:
    """Writing where things meet, and where each is alone; `query` is what the condition was written as."""
    from newsreader.exports import registry

    def write(index: Index, form: str, progress: Progress) -> str:
        from newsreader.dossier.comparing import compare

        things = [existing(index, each) for each in subjects]
        return registry.COMPARISON[form].write(compare(library, index, things, condition, query, progress))

    names = " and ".join(one_line(each.name) for each in subjects)
    return Task(f"where {names} meet", names, registry.COMPARISON, write)


class Exporting:
    """Asks and writes on behalf of a screen."""

    def __init__(self, screen: Screen[None], opened: Callable[[], Index], say: Callable[[str], object]) -> None:
        """`opened` opens the index, in whatever thread."""
        self._screen = screen
        self._opened = opened
        self._say = say
        self._unwritten: WantedFile | None = None
        """What could not be written, to be asked again with it."""
        self._stopped: Event | None = None
        """What stops the one that is being written; None while none is."""

    def ask(self, task: Task) -> None:
        """Ask for the format and the file, and write it."""
        from tui.dialogs.file_dialog import FileDialog

        def settle(file: WantedFile | None) -> None:
            self._unwritten = None
            if file is not None:
                self._begin(task, file)

        self._screen.app.push_screen(FileDialog(task.what, task.stem, task.formats, self._unwritten), settle)

    def stop(self) -> bool:
        """Write it no further; False if nothing is being written."""
        if self._stopped is None:
            return False
        self._stopped.set()
        return True

    def _begin(self, task: Task, file: WantedFile, *, overwrite: bool = False) -> None:
        self._say("Writing…")
        self._screen.run_worker(self._write(task, file, overwrite=overwrite), group="export", exclusive=True)

    async def _write(self, task: Task, file: WantedFile, *, overwrite: bool) -> None:
        self._unwritten = file
        self._stopped = stopped = Event()
        try:
            path = path_of(file.path)
            if path.exists() and not overwrite:
                raise FileExistsError
            asked = self._opened, task, file.format, partial(self._tell, stopped)
            data = await asyncio.wrap_future(aside(partial(_written, *asked)))
            await asyncio.to_thread(partial(save, {path: data}, overwrite=overwrite))
        except FileExistsError:
            self._ask_to_overwrite(task, file)
        except StoppedError:
            self._unwritten = None
            self._say("Stopped: nothing was written.")
        except (SaveError, LibraryError, IndexFileError, GoneError) as error:
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

    def _ask_to_overwrite(self, task: Task, file: WantedFile) -> None:
        from tui.dialogs.question import Answer, Question

        def settle(answer: str | None) -> None:
            if answer == "overwrite":
                self._begin(task, file, overwrite=True)
            elif answer == "other":
                self.ask(task)
            else:
                self._say("Nothing was written.")

        answers = (Answer("other", "n", "Another name"), Answer("overwrite", "o", "Overwrite"))
        self._screen.app.push_screen(Question(f"{short(path_of(file.path))} exists already.", answers), settle)


def _written(opened: Callable[[], Index], task: Task, form: str, tell: Callable[[str], object]) -> bytes:
    """All of it in a format. Raises what `task.write` and `tell` raise."""
    told = time.monotonic()

    def progress(done: int, of: int) -> None:
        nonlocal told
        due = time.monotonic() - told > EVERY
        told = time.monotonic() if due else told
        tell(f"Read {done:,} of {of:,} articles; escape stops." if due else "")

    with opened() as index:
        text = task.write(index, form, progress)
    tell("")
    return text.encode("utf-8", "surrogatepass")
