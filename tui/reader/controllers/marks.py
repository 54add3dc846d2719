"""Marks: places in the article under letters, which the library keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tui.base.keeping import ON_SERVER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
        self._awaited = "go"
        self._with_marks(self._list)

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

    def _list(self, marks: Mapping[str, int]) -> None:
        if self._awaited == "go":
            self._context.say(f"Go to a mark: {' '.join(sorted(marks)) or 'none set yet'}, or ' for the last jump.")

    def _with_marks(self, then: Callable[[Mapping[str, int]], object]) -> None:
        """Do something with the marks of the article."""
        library, notebook = self._context.session.library, self._context.notebook
        if library is None or notebook is None:
            then({})
        else:
            self._context.keeping.do(lambda: library.marks(notebook.record), then)

    def _set(self, letter: str) -> None:
        library, notebook = self._context.session.library, self._context.notebook
        if library is None or notebook is None:
            self._context.say("Marks cannot be kept without a library.")
            return
        offset, said = self._context.view.viewport.cursor, f"Mark {letter} is set."
        work = lambda: library.set_mark(notebook.record, letter, offset)  # noqa: E731
        self._context.keeping.do(work, lambda _: self._context.say(said), meanwhile=ON_SERVER)

    def _go_to(self, letter: str) -> None:
        def go(marks: Mapping[str, int]) -> None:
            if letter in marks:
                self._navigation.jump(marks[letter])
            else:
                self._context.say(f"There is no mark {letter}.")

        self._with_marks(go)

    def _go_before_jump(self) -> None:
        place = self._context.reading.jumps.before if self._context.reading else None
        if place is None:
            self._context.say("You have not jumped anywhere yet.")
        else:
            self._navigation.leave_here()
            self._navigation.return_to(place)
