"""Answers keys while Textual is still being imported: those that only move, on the frame that stands there already.

The first key that does anything else, and all that was typed behind it, is kept for the interface, in order.
"""

from __future__ import annotations

import os
import select
import sys
from typing import TYPE_CHECKING

from tui.base.commands import COMMANDS
from tui.base.keymap import resolve
from tui.reader.moves import LEAPS, STEPS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsreader.config import Config
    from tui.reader.reading import Reading
    from tui.start.first_frame import FirstFrame

_AT_ONCE = 4096
"""Bytes that are read at once."""

_SENT = {
    "space": (b" ",),
    "up": (b"\x1b[A", b"\x1bOA"),
    "down": (b"\x1b[B", b"\x1bOB"),
    "left": (b"\x1b[D", b"\x1bOD"),
    "right": (b"\x1b[C", b"\x1bOC"),
    "ctrl+left": (b"\x1b[1;5D",),
    "ctrl+right": (b"\x1b[1;5C",),
    "pageup": (b"\x1b[5~",),
    "pagedown": (b"\x1b[6~",),
    "home": (b"\x1b[H", b"\x1bOH", b"\x1b[1~"),
    "end": (b"\x1b[F", b"\x1bOF", b"\x1b[4~"),
}
"""What terminals send for the keys that have names; a character sends itself."""


class EarlyKeys:
    """What is typed from the first frame on until the interface reads the terminal."""

    def __init__(
        self,
        frame: FirstFrame,
        reading: Reading,
        config: Config,
        draw: Callable[[str], None],
        keep: Callable[[Reading], None],
    ) -> None:
        """Take the frame that is on the terminal, and the article in it.

        `draw` puts another one in its place. `keep` keeps the place: nothing else does until the interface is up.
        """
        self._frame = frame
        self._reading = reading
        self._draw = draw
        self._keep = keep
        self._moves = _moves(config.keys)
        self._terminal = sys.stdin.fileno()
        self._any = False
        self.left = b""
        """What was typed for the interface."""

    def answer(self) -> None:
        """Go where what was typed so far leads, and draw that."""
        if self.go() and (drawn := self._frame.with_names(self._reading)) is not None:
            self._draw(drawn)

    def go(self) -> bool:
        """Go where what was typed so far leads; whether it leads anywhere."""
        moves = self._typed()
        for command_id in moves:
            self._frame.move(self._reading, command_id)
        if moves:
            self._keep(self._reading)
        return bool(moves)

    def _typed(self) -> list[str]:
        """The commands whose keys were typed; nothing more once there was a key for the interface."""
        data = b"" if self.left else self._read()
        if data and not self._any:
            # Before the first frame the terminal had the shell's line discipline, which ends a line at enter.
            data, self._any = data.replace(b"\n", b"\r"), True
        found, left = _split(data, self._moves)
        self.left = self.left or left
        return found

    def _read(self) -> bytes:
        """What was typed in a terminal that is as it was; nothing if it has gone, which the interface will notice."""
        try:
            same = os.get_terminal_size(self._terminal) == self._frame.size
            ready = same and select.select([self._terminal], [], [], 0)[0]
            return os.read(self._terminal, _AT_ONCE) if ready else b""
        except OSError:
            return b""


def _moves(own: Mapping[str, tuple[str, ...]]) -> dict[bytes, str]:
    """The ids of the commands that only move, by what their keys send."""
    keymap = resolve(own)
    return {
        sent: command.id
        for command in COMMANDS
        if command.id in STEPS or command.id in LEAPS
        for key in keymap.working(command, "article")
        for sent in _SENT.get(key, (key.encode(),) if len(key) == 1 else ())
    }


def _split(data: bytes, moves: Mapping[bytes, str]) -> tuple[list[str], bytes]:
    """What `data` begins with, as far as it is known, and the rest."""
    found: list[str] = []
    while sent := next((each for each in moves if data.startswith(each)), b""):
        found.append(moves[sent])
        data = data[len(sent) :]
    return found, data
