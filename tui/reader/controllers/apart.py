"""Taking an article out of its story, so that it is listed by itself, and putting it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.aside import aside
from newsreader.index.errors import IndexFileError
from newsreader.store.errors import LibraryError
from tui.reader.controllers.story import NOBODY_ELSE
from tui.reader.reader_context import NO_LIBRARY

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.store.library import Library
    from tui.reader.controllers.annotations import AnnotationController
    from tui.reader.controllers.story import StoryController
    from tui.reader.controllers.tellings import TellingsController
    from tui.reader.reader_context import ReaderContext
    from tui.reader.session import Session

PARTED = "It stands by itself from now on"
BACK = "It is listed with those that tell the same again"


class ApartController:
    """Says in the library that an article stands by itself."""

    def __init__(
        self,
        context: ReaderContext,
        annotations: AnnotationController,
        tellings: TellingsController,
        story: StoryController,
    ) -> None:
        self._context = context
        self._annotations = annotations
        self._tellings = tellings
        self._story = story
        context.commands.register({"reader.apart": self.change})

    def change(self) -> None:
        """Take the article out of its story, or put it back."""
        reading, library = self._context.reading, self._context.session.library
        if reading is None or reading.number is None or library is None:
            self._context.say(NO_LIBRARY)
            return
        try:
            apart = not _is_apart(library, reading.number)
            if apart and not (reading.tellings and len(reading.tellings.articles) > 1):
                self._context.say(NOBODY_ELSE)
                return
            _set_apart(library, reading.number, apart)
        except LibraryError as error:
            self._context.say(str(error))
            return
        put_back = self._tellings.part(reading.number) if apart else self._tellings.join(reading)
        self._annotations.did(reading, partial(self._undo, reading.number, not apart, put_back))
        self._context.say(f"{PARTED if apart else BACK}; <reader.undo> undoes it.")
        self._follow()

    def _undo(self, number: int, apart: bool, put_back: Callable[[], object]) -> str:
        """Have it be as it was. Raises `LibraryError`."""
        if self._context.session.library is not None:
            _set_apart(self._context.session.library, number, apart)
        put_back()
        self._follow()
        return f"Undone: {BACK if apart else PARTED}."

    def _follow(self) -> None:
        """Have the index know, and then find anew what only this article says."""
        done = aside(partial(_follow, self._context.session))
        done.add_done_callback(lambda _: self._context.screen.call_later(self._story.look_again))


def _is_apart(library: Library, number: int) -> bool:
    with library.reading() as unit:
        return unit.states.of([number])[number].apart


def _set_apart(library: Library, number: int, apart: bool) -> None:
    with library.writing() as unit:
        unit.states.set_apart([number], apart)


def _follow(session: Session) -> None:
    """Take what changed into the index; where that cannot be, whoever opens it next does."""
    try:
        if session.index is not None and session.library is not None:
            with session.index() as index:
                index.follow(session.library)
    except (IndexFileError, LibraryError):
        return
