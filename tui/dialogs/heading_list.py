"""The list of an article's headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList

from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


class HeadingsScreen(ModalScreen[int | None]):
    """Returns the offset of the heading that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,t", "dismiss(None)", "Close"),
        Binding("j", "move(1)", "Down", show=False),
        Binding("k", "move(-1)", "Up", show=False),
    ]

    def __init__(self, headings: Sequence[tuple[str, int]], offset: int) -> None:
        """Take the headings with their offsets, in order, and the offset where the reader is (code points)."""
        super().__init__()
        self._headings = headings
        self._here = max((row for row, (_, start) in enumerate(headings) if start <= offset), default=0)

    def compose(self) -> ComposeResult:
        """List the headings, the one the reader is under first."""
        yield OptionList(*(Content(printable(heading)) for heading, _ in self._headings))

    def on_mount(self) -> None:
        """Start at the heading the reader is under."""
        self.query_one(OptionList).highlighted = self._here

    def action_move(self, rows: int) -> None:
        """Go up or down."""
        options = self.query_one(OptionList)
        options.action_cursor_down() if rows > 0 else options.action_cursor_up()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the heading."""
        self.dismiss(self._headings[event.option_index][1])
