"""A line below a list to type a query in; it is out of sight while nothing is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

if TYPE_CHECKING:
    from textual.binding import BindingType


class TypedLine(Input):
    """The line. Its style is that of `library-line`."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", "Complete", show=False)]

    class CompletionWanted(Message):
        """What stands before the cursor is to be completed."""

    def __init__(self, placeholder: str, id: str, *, completes: bool = False) -> None:  # noqa: A002
        """Begin out of sight; the placeholder says what may be typed, `completes` whether tab asks for the rest."""
        super().__init__(
            placeholder=placeholder,
            id=id,
            classes="library-line",
            compact=True,
            select_on_focus=False,
        )
        self.display = False
        self._completes = completes

    def begin(self) -> None:
        """Have it typed."""
        self.display = True
        self.focus()

    def write(self, text: str) -> None:
        """Have this stand in it, as if it had been typed."""
        self.value, self.cursor_position = text, len(text)
        self.display = bool(text) or self.has_focus

    def clear_away(self) -> bool:
        """Take what is typed and the line away; False if there was nothing to take."""
        if not self.value and not self.has_focus:
            return False
        self.value = ""
        self.display = False
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave tab alone where nothing completes."""
        return self._completes if action == "complete" else super().check_action(action, parameters)

    def action_complete(self) -> None:
        """Ask for what may be meant."""
        self.post_message(self.CompletionWanted())

    def on_blur(self) -> None:
        """Go out of sight if nothing is typed."""
        self.display = bool(self.value)
