"""The lines that are typed in: the query, and the path or address of an article. Both are out of sight while empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import Binding
from textual.message import Message

from tui.base.path_input import PathInput
from tui.base.typed_line import TypedLine

if TYPE_CHECKING:
    from textual.binding import BindingType

Purpose = Literal["add", "open"]

PLACEHOLDERS: dict[Purpose, str] = {
    "add": "what to take in: a file, a folder, a web address, a feed; tab completes a path",
    "open": "path or web address of an article; tab completes a path",
}


class QueryLine(TypedLine):
    """The query, which stays in sight while it holds."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", "Complete", show=False)]

    class CompletionWanted(Message):
        """What stands before the cursor is to be completed."""

    def __init__(self) -> None:
        super().__init__("words, person:, on:2024-06, is:unread, tag: … tab completes", "library-query")

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
