"""The line for a path or an address, which is out of sight while nothing is to be typed."""

from __future__ import annotations

from typing import Literal

from tui.base.path_input import PathInput

Purpose = Literal["add", "open"]

PLACEHOLDERS: dict[Purpose, str] = {
    "add": "what to take in: a file, a folder, a web address, a feed; tab completes a path",
    "open": "path or web address of an article; tab completes a path",
}


class LocationLine:
    """The line for the path or address of what is to be added or read; it is there only while it is typed."""

    def __init__(self) -> None:
        self.field = PathInput(id="library-location", classes="library-line", compact=True, select_on_focus=False)
        self.field.display = False
        self.purpose: Purpose = "open"
        """What is to be done with it."""

    def ask(self, purpose: Purpose) -> None:
        """Have it typed; what was typed for another purpose is gone."""
        if self.purpose != purpose:
            self.field.value = ""
        self.purpose = purpose
        self.field.placeholder = PLACEHOLDERS[purpose]
        self.field.display = True
        self.field.focus()

    def put_away(self) -> None:
        """Take the line and what was typed away."""
        self.field.value = ""
        self.field.display = False
