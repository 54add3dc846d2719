"""A question with a few answers, each of them a key and a button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import ItemGrid, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: what is returned, the letter that gives it, and its label."""

    value: str
    key: str
    label: str


class Question(ModalScreen[str | None]):
    """Asks one sentence; returns the value of the answer, or None when the reader would rather not."""

    AUTO_FOCUS = "Button"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("left,up", "app.focus_previous", "Previous", show=False),
        Binding("right,down", "app.focus_next", "Next", show=False),
    ]

    def __init__(self, sentence: str, answers: Sequence[Answer]) -> None:
        super().__init__()
        self._sentence = sentence
        self._answers = answers

    def compose(self) -> ComposeResult:
        """Put the answers below the question."""
        with Vertical(id="question", classes="dialog"):
            yield Static(self._sentence, classes="dialog--title", markup=False)
            with ItemGrid(min_column_width=17, classes="dialog--buttons"):
                for answer in self._answers:
                    yield Button(Content(f"{answer.key} {answer.label}"), id=f"answer-{answer.value}", compact=True)

    def on_key(self, event: events.Key) -> None:
        """Give the answer whose letter it is."""
        for answer in self._answers:
            if event.key == answer.key:
                event.stop()
                self.dismiss(answer.value)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Give the answer of that button."""
        event.stop()
        self.dismiss(str(event.button.id).removeprefix("answer-"))

    def action_cancel(self) -> None:
        """Give no answer."""
        self.dismiss(None)
