"""The signals of the system while the interface is on the terminal: end, stop, go on.

Each becomes a call of the application in a turn of the event loop, never an exception in the middle of something
else, so that what was written is kept and Textual restores the terminal in its usual way.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Callable

GRACE = 5.0
"""Seconds after which an application that was told to end and did not is left to whoever had the signal before."""

HUNG_UP = 129
"""The exit code when the terminal has gone: 128 and the number of SIGHUP, which may not have come through."""

_ENDING = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")


class Obedient(Protocol):
    """An application that does what signals say."""

    away: bool
    """Whether the terminal is somebody else's for the moment."""

    def keep_now(self) -> None:
        """Keep everything before this returns."""

    def end(self, code: int = 0) -> None:
        """Keep everything and exit with a code."""

    def stop(self) -> None:
        """Stop until the shell lets it go on."""

    def go_on(self) -> None:
        """Set up the terminal anew after a stop that nobody announced."""


class Signals:
    """A context in which the application obeys signals; where the system lacks one, nothing takes its place."""

    def __init__(self, app: Obedient) -> None:
        self._app = app
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Self:
        for name in _ENDING:
            self._take(name, self._on_end)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def take_over(self) -> None:
        """Take SIGTSTP and SIGCONT from Textual's driver, which must have been made.

        The driver would start anew at every SIGCONT, also when it had not stopped: two threads would then read the
        keys, and the terminal would stay raw in the end.
        """
        self._take("SIGTSTP", lambda *_: _soon(self._app.stop))
        self._take("SIGCONT", self._on_continue)
        # Once the application has gone, nobody else is left to do anything about them.
        self._before |= {each: signal.SIG_DFL for each in self._before if each not in _numbers(_ENDING)}

    def _take(self, name: str, handler: Callable[[int, object], object]) -> None:
        for number in _numbers((name,)):
            before = signal.getsignal(number)
            if before is not signal.SIG_IGN:
                signal.signal(number, handler)
                self._before[number] = before

    def _on_end(self, number: int, _: object) -> None:
        """Have the application end. A second signal goes to the handler before, and so does this one if need be."""
        if self._app.away and number == signal.SIGINT:
            return  # ctrl+c, meant for the command that has the terminal
        signal.signal(number, self._before[number])
        if self._app.away:
            # The event loop waits for the terminal, which may never come back; nothing of ours is left on it.
            self._app.keep_now()
            signal.raise_signal(number)
        if not _soon(self._app.end, 128 + number):
            signal.raise_signal(number)
            return
        late = threading.Timer(GRACE, os.kill, (os.getpid(), number))
        late.daemon = True
        late.start()

    def _on_continue(self, *_: object) -> None:
        if not self._app.away:
            _soon(self._app.go_on)


def _numbers(names: tuple[str, ...]) -> list[int]:
    """The signals that this system has."""
    return [getattr(signal, name) for name in names if hasattr(signal, name)]


def _soon(act: Callable[..., object], *arguments: object) -> bool:
    """Have something done in the event loop; whether there is one."""
    try:
        asyncio.get_running_loop().call_soon_threadsafe(act, *arguments)
    except RuntimeError:
        return False
    return True


def has_terminal() -> bool:
    """Whether keys are read from a terminal; no longer, when its window was closed."""
    return sys.__stdin__ is not None and sys.__stdin__.isatty()


def can_stop() -> bool:
    """Whether this system has shells that stop a program and let it go on."""
    return sys.platform != "win32"


def stop() -> None:
    """Stop as a program does that knows nothing of signals, with all that the shell started together with it.

    Returns when the shell lets it go on in the foreground; at once where no shell is in charge, since nobody could
    wake the program, and where the system has no such thing.
    """
    if sys.platform != "win32":
        before = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.killpg(os.getpgrp(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, before)
        _wait_for_the_terminal()


def _wait_for_the_terminal() -> None:
    """Stay stopped in the background: the system stops whoever sets the terminal there, without a race.

    Textual stops itself a while after it has seen that the terminal is another's, when it may have come back.
    """
    if sys.platform != "win32":
        import termios

        with suppress(OSError, termios.error):
            keyboard = sys.__stdin__.fileno() if sys.__stdin__ else 0
            termios.tcsetattr(keyboard, termios.TCSANOW, termios.tcgetattr(keyboard))
