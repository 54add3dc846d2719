"""The lines that are typed in: the query, and the path or address of an article. Both are out of sight while empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from tui.base.path_input import PathInput

if TYPE_CHECKING:
    from textual.binding import BindingType

Purpose = Literal["add", "open"]

PLACEHOLDERS: dict[Purpose, str] = {
    "add": "what to take in: a file, a folder, a web address, a feed; tab completes a path",
    "open": "path or web address of an article; tab completes a path",
}


class QueryLine(Input):
    """The query, which stays in sight while it holds."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", "Complete", show=False)]

    class CompletionWanted(Message):
        """What stands before the cursor is to be completed."""

    def __init__(self) -> None:
        super().__init__(
            placeholder="words, person:, on:2024-06, is:unread, tag: … tab completes",
            id="library-query",
            classes="library-line",
            compact=True,
            select_on_focus=False,
        )
        self.display = False

    def begin(self) -> None:
        """Have it typed."""
        self.display = True
        self.focus()

    def on_blur(self) -> None:
        """Go out of sight if nothing is typed."""
        self.display = bool(self.value)

    def write(self, text: str) -> None:
        """Have this be the query, as if it had been typed."""
        self.value, self.cursor_position = text, len(text)
        self.display = bool(text) or self.has_focus

    def action_complete(self) -> None:
        """Ask for what may be meant."""
        self.post_message(self.CompletionWanted())


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
