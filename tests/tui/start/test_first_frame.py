"""What a terminal is sent before there is an interface."""

from __future__ import annotations

import pytest
from rich.color import ColorSystem

from tui.start.first_frame import depth


@pytest.mark.parametrize(
    ("environ", "system"),
    [
        ({"COLORTERM": "truecolor", "TERM": "xterm"}, ColorSystem.TRUECOLOR),
        ({"TERM": "xterm-256color"}, ColorSystem.EIGHT_BIT),
        ({"TERM": "xterm-kitty"}, ColorSystem.EIGHT_BIT),
        ({"TERM": "vt220"}, ColorSystem.STANDARD),
        ({}, ColorSystem.STANDARD),
    ],
)
def test_as_many_colours_as_the_terminal_says(environ: dict[str, str], system: ColorSystem) -> None:
    assert depth(environ) is system
