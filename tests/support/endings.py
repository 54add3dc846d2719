"""What a terminal must be like when a full-screen program has left it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pseudo_terminal import PseudoTerminal

MODES = {
    1049: "the alternate screen",
    1000: "mouse clicks",
    1002: "mouse drags",
    1003: "mouse movement",
    1006: "mouse coordinates",
    2004: "bracketed paste",
    1004: "focus reports",
}
"""DEC private modes that a full-screen program turns on."""


def assert_given_back(terminal: PseudoTerminal, before: list[object] | None = None) -> None:
    """No mode is on any more, the cursor is shown, and the line discipline is that of `before`, if given."""
    raw = bytes(terminal.raw)
    for mode, name in MODES.items():
        assert raw.rfind(b"\x1b[?%dl" % mode) >= raw.rfind(b"\x1b[?%dh" % mode), f"{name} is still on"
    assert raw.rfind(b"\x1b[?25h") >= raw.rfind(b"\x1b[?25l"), "the cursor is hidden"
    assert raw.rfind(b"\x1b[?7h") >= raw.rfind(b"\x1b[?7l"), "lines do not wrap"
    assert len(re.findall(rb"\x1b\[>\d+u", raw)) <= raw.count(b"\x1b[<u"), "the keyboard protocol is still on"
    if before is not None:
        assert terminal.mode() == before
