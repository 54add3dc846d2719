"""A terminal for the program under test: a pseudo-terminal whose screen `pyte` keeps, and a hand on its keys and mouse.

Nothing here waits for a fixed time: `wait_for` looks at the screen whenever the program has written something.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING, Self

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

BUFFER = 2048
"""Bytes from which on a read may have stopped in the middle of a letter, for the terminal held no more."""
REST = 0.3
"""Seconds without a word from the program after which it has come to rest."""
PATIENCE = 60.0
"""Seconds until a test gives up waiting; far beyond what the slowest machine needs."""

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "backspace": "\x7f",
    "ctrl+c": "\x03",
    "ctrl+o": "\x0f",
    "ctrl+r": "\x12",
    "ctrl+s": "\x13",
    "down": "\x1b[B",
    "up": "\x1b[A",
    "right": "\x1b[C",
    "left": "\x1b[D",
}
"""What a terminal sends for the keys that are not a character."""


def python() -> str:
    """The interpreter of the installation under test: `NEWSREADER_PYTHON`, by default the one that runs the tests."""
    return os.environ.get("NEWSREADER_PYTHON") or sys.executable


def _begin(terminal: int) -> None:
    """Make it the controlling terminal, and have no signal ignored because whoever runs the tests ignores it."""
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP):
        signal.signal(number, signal.SIG_DFL)
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)


class JoiningScreen(pyte.Screen):
    """pyte's screen, which drops what follows a zero-width joiner; here only the first of joined letters is shown."""

    def draw(self, data: str) -> None:
        """Draw a run of text."""
        super().draw(re.sub("\u200d.", "", data))

    @property
    def display(self) -> list[str]:
        """The lines of the screen; pyte's own fails at the second half of a sign whose first half was drawn over."""
        return ["".join(self.buffer[y][x].data for x in range(self.columns)) for y in range(self.lines)]


class PseudoTerminal:
    """A running program and its screen. Use it as a context manager, which ends the program."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        cwd: Path,
        columns: int = 120,
        lines: int = 40,
        piped: bytes | None = None,
        environ: Mapping[str, str] | None = None,
    ) -> None:
        """Start `command` in a terminal of its own; `piped` is its standard input in place of the keyboard."""
        self.screen = JoiningScreen(columns, lines)
        self.raw = bytearray()
        """Every byte the program has written."""
        self._stream = pyte.ByteStream(self.screen)
        self._master, slave = pty.openpty()
        self._resize(columns, lines)
        self.process = subprocess.Popen(
            command,
            stdin=slave if piped is None else subprocess.PIPE,
            stdout=slave,
            stderr=slave,
            cwd=cwd,
            env=_environment() | dict(environ or {}),
            start_new_session=True,
            preexec_fn=lambda: _begin(slave),
            pass_fds=(slave,),
        )
        os.close(slave)
        if piped is not None and self.process.stdin:
            self.process.stdin.write(piped)
            self.process.stdin.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        if self._master >= 0:
            os.close(self._master)

    def text(self) -> str:
        """The screen as lines of text."""
        return "\n".join(self.screen.display)

    def wait_for(self, wanted: str | Callable[[str], object]) -> str:
        """Return the screen's text as soon as it holds `wanted`, or `wanted` is true of it."""
        holds = (lambda text: wanted in text) if isinstance(wanted, str) else wanted
        deadline = time.monotonic() + PATIENCE
        while not holds(self.text()):
            if time.monotonic() > deadline or not self.pump(0.2):
                raise AssertionError(f"Never on the screen: {wanted!r}\n{self.text()}")
        return self.text()

    def wait_until_gone(self, unwanted: str) -> None:
        """Return when `unwanted` is not on the screen and the program has come to rest.

        A screen that is half drawn lacks words, too; and a key right behind escape would make another key of both.
        """
        deadline = time.monotonic() + PATIENCE
        while unwanted in self.text() or select.select([self._master], [], [], REST)[0]:
            if time.monotonic() > deadline or not self.pump(0.2):
                raise AssertionError(f"Never gone from the screen: {unwanted!r}\n{self.text()}")

    def until(self, happens: Callable[[], object]) -> None:
        """Return as soon as something outside the terminal has happened."""
        deadline = time.monotonic() + PATIENCE
        while not happens():
            if time.monotonic() > deadline:
                raise AssertionError(f"It never happens.\n{self.text()}")
            self.pump(0.02)

    def wait(self) -> int:
        """Return the exit code when the program has ended; negative for the signal that ended it."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            if time.monotonic() > deadline:
                raise AssertionError(f"The program does not end.\n{self.text()}")
            self.pump(0.05)
        # What it wrote last may come a moment after its end; a worker of its may have the terminal open still.
        while self.pump(REST) and select.select([self._master], [], [], REST)[0]:
            continue
        return self.process.wait()

    def press(self, *keys: str) -> None:
        """Press keys by name, such as `enter` or `n`."""
        for key in keys:
            self.send(KEYS.get(key, key))

    def send(self, text: str) -> None:
        """Type text, or send what a terminal sends."""
        os.write(self._master, text.encode())

    def click(self, text: str, *, row: int | None = None, within: int = 0) -> None:
        """Click the first place on the screen (or in one row) where `text` stands, `within` cells behind its start."""
        column, line = self.find(text, row=row)
        self.click_at(column + within, line)

    def click_at(self, column: int, line: int) -> None:
        """Press and release the left button on a cell, counted from 0."""
        place = f"{column + 1};{line + 1}"
        self.send(f"\x1b[<0;{place}M\x1b[<0;{place}m")

    def find(self, text: str, *, row: int | None = None) -> tuple[int, int]:
        """The cell, counted from 0, where `text` first stands."""
        for line, content in enumerate(self.screen.display):
            if text in content and row in (None, line):
                return content.index(text), line
        raise AssertionError(f"Not on the screen: {text!r}\n{self.text()}")

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size, as dragging its window does."""
        self._resize(columns, lines)
        self.screen.resize(lines, columns)

    def hang_up(self) -> None:
        """Close the terminal, as closing its window does."""
        os.close(self._master)
        self._master = -1

    def mode(self) -> list[object]:
        """The line discipline that the program has set."""
        return termios.tcgetattr(self._master)

    def _resize(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def pump(self, seconds: float) -> bool:
        """Take in what the program writes within some seconds; False once it has closed the terminal."""
        if not select.select([self._master], [], [], seconds)[0]:
            return True
        data = part = self._read()
        while len(part) >= BUFFER and select.select([self._master], [], [], 0.2)[0]:
            data += (part := self._read())
        self.raw += data
        self._stream.feed(data)
        return bool(data)

    def _read(self) -> bytes:
        """What has been written; nothing once the last program has left the terminal, of which Linux makes an error."""
        try:
            return os.read(self._master, 65536)
        except OSError:
            return b""


def _environment() -> dict[str, str]:
    """The environment of the program: that of the tests, in a terminal of 256 colours."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COLOR", "TEXTUAL", "LINES"))}
    return kept | {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONUTF8": "1"}
