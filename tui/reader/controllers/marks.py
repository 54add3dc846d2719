"""Marks: places in the article under letters, which the library keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from newsreader.store.errors import LibraryError

if TYPE_CHECKING:
    from textual import events

    from tui.reader.controllers.navigation import NavigationController
    from tui.reader.reader_context import ReaderContext

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")


class MarkController:
    """Sets marks and goes to them."""

    def __init__(self, context: ReaderContext, navigation: NavigationController) -> None:
        self._context = context
        self._navigation = navigation
        self._awaited: Literal["set", "go"] | None = None
        """What the next letter is for, after `m` or `'`."""
        context.commands.register({"article.set_mark": self.ask_to_set, "article.go_to_mark": self.ask_to_go})

    def ask_to_set(self) -> None:
        """Wait for the letter of the mark."""
        self._await("set", "Mark this place: a letter from a to z.")

    def ask_to_go(self) -> None:
        """Wait for the letter of the mark to go to."""
        self._await("go", f"Go to a mark: {' '.join(sorted(self._marks())) or 'none set yet'}, or ' for the last jump.")

    def take(self, event: events.Key) -> bool:
        """Take the letter after `m` or `'`; any other key calls it off. Whether a letter was waited for."""
        awaited, self._awaited = self._awaited, None
        if awaited is None:
            return False
        self._context.status.be_silent()
        if event.character in LETTERS:
            self._set(event.character) if awaited == "set" else self._go_to(event.character)
        elif awaited == "go" and event.character == "'":
            self._go_before_jump()
        return True

    def _await(self, what: Literal["set", "go"], sentence: str) -> None:
        self._awaited = what
        self._context.say(sentence)

    def _marks(self) -> dict[str, int]:
        library, notebook = self._context.session.library, self._context.notebook
        if library is None or notebook is None:
            return {}
        try:
            return library.marks(notebook.record)
        except LibraryError as error:
            self._context.say(str(error))
            return {}

    def _set(self, letter: str) -> None:
        library, notebook = self._context.session.library, self._context.notebook
        if library is None or notebook is None:
            self._context.say("Marks cannot be kept without a library.")
            return
        try:
            library.set_mark(notebook.record, letter, self._context.view.viewport.cursor)
        except LibraryError as error:
            self._context.say(str(error))
        else:
            self._context.say(f"Mark {letter} is set.")

    def _go_to(self, letter: str) -> None:
        offset = self._marks().get(letter)
        if offset is None:
            self._context.say(f"There is no mark {letter}.")
        else:
            self._navigation.jump(offset)

    def _go_before_jump(self) -> None:
        place = self._context.reading.jumps.before if self._context.reading else None
        if place is None:
            self._context.say("You have not jumped anywhere yet.")
        else:
            self._navigation.leave_here()
            self._navigation.return_to(place)
