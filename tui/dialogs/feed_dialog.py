"""Changing a feed: a line for each thing that is decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.base.bars import HintLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

REMOVE: Mapping[str, str] = {"remove": "yes"}
"""What is returned where the feed is to be followed no more."""


@dataclass(frozen=True, slots=True)
class FeedField:
    """One line."""

    name: str
    label: str
    value: str
    hint: str
    """What may be written, shown while nothing is."""


class FeedDialog(ModalScreen["Mapping[str, str] | None"]):
    """Asks for what is decided about a feed; returns what was changed, by name, or None if the reader gave up."""

    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("down", "app.focus_next", "Next", show=False),
        Binding("up", "app.focus_previous", "Previous", show=False),
        Binding("ctrl+d", "remove", "Follow no more", priority=True),
    ]

    def __init__(
        self, title: str, address: str, fields: Sequence[FeedField], trouble: Callable[[Mapping[str, str]], str]
    ) -> None:
        """Ask about the feed of that title and address; `trouble` says what is wrong with the lines, if anything."""
        super().__init__()
        self._title = title
        self._address = address
        self._fields = fields
        self._trouble = trouble

    def compose(self) -> ComposeResult:
        """Put the lines below each other."""
        with Vertical(id="feed", classes="dialog"):
            yield Static(self._title, classes="dialog--title", markup=False)
            yield Static(self._address, classes="dialog--hint", markup=False)
            for each in self._fields:
                with Horizontal(classes="feed--field"):
                    yield Static(each.label, classes="feed--label", markup=False)
                    yield Input(
                        each.value,
                        id=f"feed-{each.name.replace('_', '-')}",
                        compact=True,
                        select_on_focus=False,
                        placeholder=each.hint,
                    )
            yield HintLine(("enter", "saves"), ("ctrl+d", "follows it no more"), ("escape", "gives up"))

    def on_input_changed(self) -> None:
        """Take away what was wrong before."""
        self.query_one(HintLine).notice = ""

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return what was changed; if something is wrong with it, say so and go on."""
        event.stop()
        lines = zip(self._fields, self.query(Input), strict=True)
        given = {each.name: line.value.strip() for each, line in lines if line.value.strip() != each.value}
        if trouble := self._trouble(given):
            self.query_one(HintLine).notice = trouble
            self.app.bell()
            return
        self.dismiss(given)

    def action_remove(self) -> None:
        """Return that it is to be followed no more."""
        self.dismiss(REMOVE)

    def action_cancel(self) -> None:
        """Return nothing."""
        self.dismiss(None)
