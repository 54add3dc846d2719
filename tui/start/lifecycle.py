"""Ending, suspending and going on, however that comes about; whatever the screens have is kept first."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.app import SuspendNotSupported
from textual.worker import WorkerFailed

from tui.start import signals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import App

LOOK_EVERY = 1.0
"""Seconds between two looks at whether the terminal is still there."""


@runtime_checkable
class Keeps(Protocol):
    """A screen with something that is to be kept when the application ends."""

    def keep(self) -> None:
        """Keep it: the place in an article, the draft of a note."""


class Lifecycle:
    """Does what signals, keys and failures ask of the application as a whole."""

    def __init__(self, app: App[None], finish: Callable[[], object] = lambda: None) -> None:
        """Take the application, and what waits until all that was kept is where it belongs."""
        self._app = app
        self._finish = finish
        self.signals = signals.Signals(self)
        self.away = False
        """Whether the terminal is somebody else's for the moment."""
        self.failure: Exception | None = None
        """What nobody handled, and ended the application."""

    def begin(self, *, has_terminal: bool) -> None:
        """Take the terminal's signals on; if there is a terminal, see to it that it is still there."""
        self.signals.take_over()
        if has_terminal:
            self._app.set_interval(LOOK_EVERY, self._end_without_terminal)

    def keep(self) -> None:
        """Have every screen keep what it has, the draft of a note above the article's place."""
        for screen in reversed(self._app.screen_stack):
            if isinstance(screen, Keeps):
                screen.keep()

    def keep_now(self) -> None:
        """The same, and return when it is kept, since the process ends right behind it."""
        self.keep()
        self._finish()

    def end(self, code: int = 0) -> None:
        """Leave newsreader with an exit code; all that the screens have is kept."""
        self.keep()
        self._app.exit(return_code=code)

    def _end_without_terminal(self) -> None:
        """End when the terminal was closed without a word, of which the thread that reads keys takes no notice.

        At once: Textual would wait for ever for a thread to write what ends the full screen.
        """
        if not signals.has_terminal():
            self.keep_now()
            os._exit(signals.HUNG_UP)

    def fail(self, error: Exception) -> None:
        """Remember an error that nobody handled, and keep what can be kept."""
        if self.failure is None:
            cause = error.error if isinstance(error, WorkerFailed) else error
            self.failure = cause if isinstance(cause, Exception) else error
            with suppress(Exception):
                self.keep()

    # The terminal in the hands of others

    def stop(self) -> None:
        """Give the terminal back to the shell until it lets newsreader go on."""
        if not signals.can_stop():
            self._app.notify("There is no shell here to go back to.", markup=False)
            return
        with suppress(SuspendNotSupported), self._app.suspend():
            signals.stop()

    def go_on(self) -> None:
        """Set up the terminal anew after a stop that nobody announced; others may have used it meanwhile."""
        with suppress(SuspendNotSupported), self._app.suspend():
            pass

    @contextmanager
    def absence(self) -> Iterator[None]:
        """Leave the terminal to others for the length of the block."""
        self.away = True
        try:
            yield
        finally:
            self.away = False
