"""Textual's driver for our terminal: reads it with care, and takes over one on which the first frame stands already."""

from __future__ import annotations

import asyncio
import os
import selectors
import signal
import sys
from codecs import getincrementaldecoder
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.geometry import Size

from tui.start.terminal_input import TerminalInput

assert sys.platform != "win32", "Textual's own driver is for Windows"

if TYPE_CHECKING:
    from textual.app import App

    from tui.reader.session import EarlyKeys, LineDiscipline

_ALTERNATE_SCREEN = "\x1b[?1049h"
_AT_ONCE = 4096
"""Bytes that are read at once."""

_LOOK_EVERY = 0.1
"""Seconds between two looks at whether to stop."""


class TakeoverDriver(LinuxDriver):
    """Leaves the alternate screen as it is at the start, since asking for it again would clear it in some terminals."""

    def __init__(self, app: App[Any], before: LineDiscipline | None, early: EarlyKeys | None, **options: Any) -> None:
        """Take what there was before, if there was a first frame.

        That is the line discipline, which the terminal is to be left with, and what answered keys until now.
        """
        super().__init__(app, **options)
        self._before = before
        self._early = early

    def start_application_mode(self) -> None:
        """Start; after a suspension, as any driver."""
        if self._early is not None:
            self._early.answer()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._before is not None:
            self.attrs_before, self._before = self._before, None
        # Textual asks for the size inside the signal's handler. There a later signal may come in between, and of two
        # sizes the older would be told last and stay; the event loop asks when no signal can.
        asyncio.get_running_loop().add_signal_handler(signal.SIGWINCH, self._tell_size)
        self._tell_size()

    def _tell_size(self) -> None:
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self._app.post_message(Resize(size, size))

    def write(self, data: str) -> None:
        """Write all but the first request for the alternate screen."""
        if self._before is None or data != _ALTERNATE_SCREEN:
            super().write(data)

    def run_input_thread(self) -> None:
        """Read the terminal until the driver stops; its answers and what is cut never become keys."""
        decode = getincrementaldecoder("utf-8")("replace").decode
        terminal = TerminalInput()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            for message in terminal.messages(decode(self._typed_before(selector)), monotonic()):
                self.process_message(message)
            while not self.exit_event.is_set():
                ready = selector.select(min(terminal.waiting or _LOOK_EVERY, _LOOK_EVERY))
                data = os.read(self.fileno, _AT_ONCE) if ready else b""
                if ready and not data:  # the terminal has gone
                    self.exit_event.wait(_LOOK_EVERY)
                for message in terminal.messages(decode(data), monotonic()):
                    self.process_message(message)

    def _typed_before(self, selector: selectors.BaseSelector) -> bytes:
        """What was typed while nobody read the terminal, and what was kept for this driver."""
        early, self._early = self._early, None
        if early is not None and early.left:
            return early.left
        # Until the terminal was ours it had the shell's line discipline, which ends a line where enter was pressed.
        return os.read(self.fileno, _AT_ONCE).replace(b"\n", b"\r") if selector.select(0) else b""
