"""The lesson, in a strip above the status line: it goes on when what it asks for has been done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.widgets import Static

from tui.base.keymap import resolve
from tui.reader.lesson import END, STEPS, keep

if TYPE_CHECKING:
    from tui.base.command_registry import CommandRegistry
    from tui.reader.reader_context import ReaderContext


@runtime_checkable
class _HasCommands(Protocol):
    commands: CommandRegistry


class LessonController:
    """Shows what to do next, and notices when it has been done."""

    def __init__(self, context: ReaderContext) -> None:
        self._context = context
        self._keymap = resolve(context.session.config.keys)
        self._step: int | None = None
        """The step that is shown; None while there is no lesson."""
        self._strip = Static(id="lesson", markup=False)
        context.commands.register({"reader.lesson": self.begin_or_end})

    def begin(self, step: int = 0) -> None:
        """Show this step and those behind it."""
        self._step = step
        self._strip = Static(id="lesson", markup=False)
        self._context.screen.mount(self._strip, before=self._context.status)
        for registry in self._registries:
            registry.watch(self._notice)
        self._show()

    def begin_or_end(self) -> None:
        """Begin the lesson; end it if it is running."""
        if self._step is None:
            self.begin()
        else:
            self._end("The lesson is over; <reader.lesson> begins it anew.")

    def leave(self) -> None:
        """Listen no more, since the screen is closed."""
        for registry in self._registries:
            registry.unwatch(self._notice)

    @property
    def _registries(self) -> list[CommandRegistry]:
        """Who carries out what the steps ask for: the screen and the application."""
        app = self._context.app
        return [self._context.commands, *([app.commands] if isinstance(app, _HasCommands) else [])]

    def _notice(self, command_id: str) -> None:
        step = STEPS[self._step] if self._step is not None else None
        if self._step is None or step is None or command_id not in step.done_by or not step.done(self._context):
            return
        if self._step + 1 == len(STEPS):
            self._end("That was the lesson. Everything else is in the help and in the command palette.")
            return
        self._step += 1
        keep(self._context.session.library, self._step)
        self._show()

    def _show(self) -> None:
        if self._step is None:
            return
        words, end = (each.sentence(self._keymap) for each in (STEPS[self._step], END))
        self._strip.update(f"Lesson, {self._step + 1} of {len(STEPS)}: {words} {end}")

    def _end(self, sentence: str) -> None:
        self._step = None
        keep(self._context.session.library, None)
        self.leave()
        if self._context.screen.is_attached:
            self._strip.remove()
            self._context.say(sentence)
