"""Taking an article out of its story, so that it is listed by itself, and putting it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.aside import aside
from newsreader.index.errors import IndexFileError
from newsreader.store.errors import LibraryError
from tui.base.keeping import ON_SERVER
from tui.reader.controllers.story import NOBODY_ELSE
from tui.reader.reader_context import NO_LIBRARY

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.store.library import Library
    from tui.reader.controllers.annotations import AnnotationController
    from tui.reader.controllers.story import StoryController
    from tui.reader.controllers.tellings import TellingsController
    from tui.reader.reader_context import ReaderContext
    from tui.reader.reading import Reading
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
        is_told = reading.tellings is not None and len(reading.tellings.articles) > 1
        work = partial(_change, library, reading.number, is_told=is_told)
        self._context.keeping.do(work, partial(self._changed, library, reading, reading.number), meanwhile=ON_SERVER)

    def _changed(self, library: Library, reading: Reading, number: int, apart: bool | None) -> None:
        if apart is None:
            self._context.say(NOBODY_ELSE)
            return
        put_back = self._tellings.part(number) if apart else self._tellings.join(reading)
        self._annotations.did(reading, partial(self._undo, library, reading, (number, not apart), put_back))
        self._context.say(f"{PARTED if apart else BACK}; <reader.undo> undoes it.")
        self._follow()

    def _undo(
        self, library: Library, reading: Reading, before: tuple[int, bool], put_back: Callable[[], object]
    ) -> None:
        """Have it be as it was."""
        _, apart = before

        def undone(_: None) -> None:
            put_back()
            self._follow()
            self._context.say(f"Undone: {BACK if apart else PARTED}.")

        def refused(error: LibraryError) -> None:
            self._annotations.did(reading, partial(self._undo, library, reading, before, put_back))
            self._context.keeping.complain(error)

        self._context.keeping.do(partial(_set_apart, library, *before), undone, refused)

    def _follow(self) -> None:
        """Have the index know, and then find anew what only this article says."""
        done = aside(partial(_follow, self._context.session))
        done.add_done_callback(lambda _: self._context.screen.call_later(self._story.look_again))


def _change(library: Library, number: int, *, is_told: bool) -> bool | None:
    """Whether the article is by itself now; None if it is not and nobody else tells its story, as `is_told` says."""
    with library.reading() as unit:
        apart = not unit.states.of([number])[number].apart
    if apart and not is_told:
        return None
    _set_apart(library, number, apart)
    return apart


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
