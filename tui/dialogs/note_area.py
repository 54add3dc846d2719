"""The text field of a note: it offers the rest of a name behind `[[`, and `→` takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.widgets import TextArea

from tui.base.cell_text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence


class NoteArea(TextArea):
    """A text field that knows the names which links may lead to."""

    def __init__(self, text: str, *, names: Sequence[str] = (), **options: Any) -> None:
        """Edit `text`; of the `names`, the first that begins like what is typed is offered."""
        self._names = names
        super().__init__(text, **options)

    def update_suggestion(self) -> None:
        """Offer the rest of the first name that begins with what stands between `[[` and the cursor."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        self.suggestion = completion(line[:column], self._names) if column == len(line) else ""


def completion(before: str, names: Sequence[str]) -> str:
    """What is missing of a link at the end of `before`, with its brackets; empty where there is nothing to offer."""
    _, opened, typed = before.rpartition("[[")
    if not opened or not typed.strip() or "]" in typed:
        return ""
    found = (name for name in names if fold(name).startswith(fold(typed)) and len(name) >= len(typed))
    name = next(found, None)
    return f"{name[len(typed) :]}]]" if name is not None else ""
