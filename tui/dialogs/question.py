"""A question with a few answers, each of them a key and a button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import ItemGrid, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: what is returned, the letter that gives it, and its label."""

    value: str
    key: str
    label: str


class AnswerButtons(ItemGrid):
    """Answers side by side, each given by its letter or its button."""

    def __init__(self, answers: Sequence[Answer]) -> None:
        super().__init__(min_column_width=17, classes="dialog--buttons")
        self._buttons = {
            each: Button(Content(f"{each.key} {each.label}"), id=f"answer-{each.value}", compact=True)
            for each in answers
        }

    def compose(self) -> ComposeResult:
        """Put a button for each."""
        yield from self._buttons.values()

    def by_key(self, key: str) -> str | None:
        """The value of the answer that a key gives, if any."""
        return next((each.value for each in self._buttons if each.key == key), None)

    def by_button(self, button: Button) -> str | None:
        """The value of the answer that a button gives, if any."""
        return next((each.value for each, known in self._buttons.items() if known is button), None)


class Question(ModalScreen[str | None]):
    """Asks one sentence; returns the value of the answer, or None when the reader would rather not."""

    AUTO_FOCUS = "Button"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("left,up", "app.focus_previous", "Previous", show=False),
        Binding("right,down", "app.focus_next", "Next", show=False),
    ]

    def __init__(self, sentence: str, answers: Sequence[Answer], *, texts: Mapping[str, str] | None = None) -> None:
        """Ask `sentence` about `texts`, by what they are called; they can be scrolled."""
        super().__init__()
        self._sentence = sentence
        self._texts = texts or {}
        self._buttons = AnswerButtons(answers)

    def compose(self) -> ComposeResult:
        """Put the answers below the question."""
        with Vertical(id="question", classes="dialog"):
            yield Static(self._sentence, classes="dialog--title", markup=False)
            for name, text in self._texts.items():
                yield Static(name, classes="question--name", markup=False)
                with VerticalScroll(classes="question--text"):
                    yield Static(text, markup=False)
            yield self._buttons

    def on_key(self, event: events.Key) -> None:
        """Give the answer whose letter it is."""
        value = self._buttons.by_key(event.key)
        if value is not None:
            event.stop()
            self.dismiss(value)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Give the answer of that button."""
        event.stop()
        self.dismiss(self._buttons.by_button(event.button))

    def action_cancel(self) -> None:
        """Give no answer."""
        self.dismiss(None)
