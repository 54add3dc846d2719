"""A program in a pseudo-terminal of its own, and how long it takes from a key to the end of a frame."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from contextlib import suppress
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Self

CAN_SYNCHRONISE = b"\x1b[?2026$p"
"""A program asks whether the terminal knows where a frame begins and ends, which is answered."""
IT_CAN = b"\x1b[?2026;2$y"
COMMAND = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
"""How a program moves the cursor and colours what it writes."""
FRAME_END = b"\x1b[?2026l"
QUIET = 0.06
"""Seconds without output after which a key has had all of its effects: four frames of Textual."""
PATIENCE = 60.0


class EndedError(Exception):
    """The program ended, or showed nothing for too long."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What followed on a key: seconds to the end of the first and the last frame, and seconds of processor time."""

    first: float
    last: float
    processor: float


class Terminal:
    """Runs `command` at `columns` × `rows`; a context manager that ends it."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str], *, columns: int, rows: int) -> None:
        self._process, self._file = pty.fork()
        if self._process == 0:
            os.execvpe(command[0], command, environ)
        self._tail = b""
        self.resize(columns, rows)

    def __enter__(self) -> Self:
        """Give the terminal."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the program."""
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._file)

    def resize(self, columns: int, rows: int) -> None:
        """Give the program another size, which it is told by a signal."""
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    @property
    def resident(self) -> float:
        """Megabytes (10⁶ bytes) of memory that the process holds now, without its children."""
        with open(f"/proc/{self._process}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

    def wait_for(self, mark: bytes) -> float:
        """Seconds until the program has written `mark`."""
        began = perf_counter()
        seen = b""
        while mark not in seen:
            if perf_counter() - began > PATIENCE:
                raise EndedError(f"{mark!r} was not written")
            seen = seen[-len(mark) :] + self._read(PATIENCE)
        return perf_counter() - began

    def settle(self, quiet: float = 1.0) -> None:
        """Wait until nothing has been written for `quiet` seconds."""
        with suppress(EndedError):
            while True:
                self._read(quiet)

    def send(self, key: bytes) -> None:
        """Send a key that may change nothing on the screen."""
        os.write(self._file, key)

    def press(self, key: bytes) -> Answer:
        """Send a key and time its frames."""
        return self.time(lambda: os.write(self._file, key))

    def time(self, act: Callable[[], object]) -> Answer:
        """Do something to the program and time its frames. Raises `EndedError` if there is none."""
        used, began = self._processor(), perf_counter()
        act()
        ends = self._frame_ends(began)
        return Answer(ends[0], ends[-1], self._processor() - used)

    def press_until(self, key: bytes, mark: bytes) -> float:
        """Send a key; seconds until the program has written `mark`."""
        os.write(self._file, key)
        return self.wait_for(mark)

    def written_after(self, key: bytes, wanted: Mapping[str, re.Pattern[str]]) -> list[tuple[str, float, float]]:
        """Send a key; when each of these is first found in what is written then, without the commands among it.

        In the order in which they are found, each with the seconds since the key and those of processor time; it ends
        with the last of them. Raises `EndedError` if something is not written.
        """
        used, began = self._processor(), perf_counter()
        os.write(self._file, key)
        written, found = b"", dict[str, tuple[str, float, float]]()
        while len(found) < len(wanted):
            written += self._read(PATIENCE)
            text = COMMAND.sub("", written.decode("utf-8", "replace"))
            after = perf_counter() - began, self._processor() - used
            for name, pattern in wanted.items():
                if name not in found and pattern.search(text):
                    found[name] = (name, *after)
        return [*found.values()]

    def _frame_ends(self, began: float) -> list[float]:
        ends: list[float] = []
        self._tail = b""
        while True:
            try:
                read = self._read(QUIET if ends else PATIENCE)
            except EndedError:
                if ends:
                    return ends
                raise
            self._tail = self._tail[-len(FRAME_END) + 1 :] + read
            if FRAME_END in self._tail:
                ends.append(perf_counter() - began)

    def _read(self, patience: float) -> bytes:
        ready, _, _ = select.select([self._file], [], [], patience)
        if not ready:
            raise EndedError("nothing was written")
        try:
            read = os.read(self._file, 1 << 16)
        except OSError as error:
            raise EndedError("the program has ended") from error
        if CAN_SYNCHRONISE in read:
            os.write(self._file, IT_CAN)
        return read

    def _processor(self) -> float:
        """Seconds of processor time the process has used; the clock's number is made as the kernel's manual says."""
        return time.clock_gettime((~self._process << 3) | 2)
