"""The terminal around the reader: is there one, whose keys are read, and how it is left behind."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from newsreader.cli.problems import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

STOPPING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT") if hasattr(signal, name))
"""The signals that tell the program to end; the exit code is then 128 and the signal's number, as shells have it."""

_KEYBOARD = "CONIN$" if sys.platform == "win32" else "/dev/tty"

_SCREEN = 2
"""Standard error, by its number: while the interface runs, `sys.stderr` is something else."""

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[?7l"
"""The alternate screen, no cursor, no line wrap."""

_LEAVE = (
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l"  # no mouse reports
    "\x1b[?2004l\x1b[?1004l\x1b[?7h\x1b[<u"  # no bracketed paste or focus reports; line wrap; the keyboard as before
    "\x1b[?1049l\x1b[?25h\x1b[0m"  # the main screen, a cursor, no colours
)
"""Undoes what a full-screen program asks of a terminal; harmless when there is nothing to undo."""


def require() -> None:
    """Raise `CommandError` unless the reader can be drawn here and keys can be read."""
    if os.environ.get("TERM") == "dumb":
        raise CommandError("This terminal (TERM=dumb) can only print lines; use “newsreader show” to print an article.")
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        raise CommandError("The reader needs a terminal; use “newsreader show” to print an article.")
    if not sys.stdin.isatty():
        os.close(_keyboard())


def take_keys() -> None:
    """Read keys from the terminal from now on, where standard input was an article or another file."""
    if sys.stdin.isatty():
        return
    keyboard = _keyboard()
    os.dup2(keyboard, sys.stdin.fileno())
    os.close(keyboard)


def _keyboard() -> int:
    """A file descriptor of the terminal. Raises `CommandError`."""
    try:
        return os.open(_KEYBOARD, os.O_RDWR)
    except OSError as error:
        raise CommandError(
            "There is no terminal to read keys from; use “newsreader show” to print an article."
        ) from error


@contextmanager
def given_back() -> Iterator[None]:
    """Leave the terminal as it was found, however the block ends: done, an error, SIGTERM, SIGHUP or SIGINT.

    A signal that the interface has not taken on ends the program on the spot, whatever it is stuck in: what the
    reader wrote is on the disk already, and the worker ends with its pipe.
    """
    before = _mode()

    def stop(number: int, _: FrameType | None) -> None:
        _restore(before)
        say_ended_by(number)
        os._exit(128 + number)

    for each in STOPPING:
        if signal.getsignal(each) is not signal.SIG_IGN:
            signal.signal(each, stop)
    try:
        yield
    except BaseException:
        _restore(before)
        raise


def say_ended_by(number: int) -> None:
    """Name the signal on standard error, where there still is one."""
    with suppress(OSError):
        os.write(_SCREEN, f"newsreader: Ended by {signal.Signals(number).name}.\n".encode())


def _mode() -> list[Any] | None:
    """The line discipline of the terminal, where there is such a thing; behind a page of a browser there is none."""
    if sys.platform != "win32" and sys.stdin.isatty():
        import termios

        return termios.tcgetattr(sys.stdin.fileno())
    return None


def _restore(mode: list[Any] | None) -> None:
    """Leave the full screen and set the line discipline; a terminal that has gone or is others' is left alone."""
    if sys.platform != "win32" and mode is not None:
        import termios

        with suppress(OSError, termios.error):
            if os.tcgetpgrp(sys.stdin.fileno()) == os.getpgrp():
                os.write(_SCREEN, _LEAVE.encode())
                termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, mode)


def draw(frame: str) -> list[Any] | None:
    """Put a frame on the alternate screen, and keep what is typed from now on for the interface, without an echo.

    Returns the line discipline that the terminal had, or None where there is no such thing and nothing was drawn.
    Signals of the keyboard still end the program, but do not stop it: nobody would clear the screen.
    """
    before = _mode()
    if sys.platform != "win32" and before is not None:
        import termios

        mode = [*before[:6], [*before[6]]]
        mode[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        mode[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
        mode[6][termios.VSUSP] = bytes([os.fpathconf(sys.stdin.fileno(), "PC_VDISABLE")])
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, mode)
        sys.stderr.write(_ENTER + frame)
        sys.stderr.flush()
    return before


def draw_again(frame: str) -> None:
    """Put another frame in place of one that was drawn."""
    sys.stderr.write(frame)
    sys.stderr.flush()
