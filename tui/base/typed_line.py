"""A line below a list to type a query in; it is out of sight while nothing is typed."""

from __future__ import annotations

from textual.widgets import Input


class TypedLine(Input):
    """The line. Its style is that of `library-line`."""

    def __init__(self, placeholder: str, id: str) -> None:  # noqa: A002
        """Begin out of sight; the placeholder says what may be typed."""
        super().__init__(
            placeholder=placeholder,
            id=id,
            classes="library-line",
            compact=True,
            select_on_focus=False,
        )
        self.display = False

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

    def on_blur(self) -> None:
        """Go out of sight if nothing is typed."""
        self.display = bool(self.value)
