"""Saying when something was, an article or a date in it: one line, which is read while it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from newsreader.languages.english.dates.typed import NoDateError
from newsreader.languages.english.time_words import days_spelled, with_weekday
from tui.base.bars import HintLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from newsreader.entity import TimeValue


@dataclass(frozen=True, slots=True)
class Said:
    """What the reader says: a value on the calendar, or None for what the dialog was told that no date means."""

    time: TimeValue | None


@dataclass(frozen=True, slots=True)
class NoDate:
    """How no date is given: the words that are typed for it, and what they mean."""

    words: str
    meaning: str


class DateDialog(ModalScreen[Said | None]):
    """Asks for a date; returns what the reader says, or None when the reader would rather not."""

    AUTO_FOCUS = "#date-line"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel")]

    def __init__(
        self, title: str, value: str, examples: str, *, read: Callable[[str], TimeValue], no_date: NoDate
    ) -> None:
        """Start with `value` typed; `read` says what a line means, and raises `NoDateError` for what is no date."""
        super().__init__()
        self._title = title
        self._value = value
        self._examples = examples
        self._read_line = read
        self._no_date = no_date

    def compose(self) -> ComposeResult:
        """Put what the line means below it."""
        with Vertical(id="article-date", classes="dialog"):
            yield Static(self._title, classes="dialog--title", markup=False)
            yield Input(self._value, id="date-line", compact=True, placeholder=self._examples)
            yield Static(id="date-meaning", markup=False)
            other = f"or type “{self._no_date.words}”" if self._no_date.words else ""
            yield HintLine(("enter", "sets it"), ("escape", "gives up"), words=other)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what has been typed so far means."""
        event.stop()
        self._say(self._meaning(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return the date; if there is none, say why and go on."""
        event.stop()
        try:
            self.dismiss(self._read(event.value))
        except NoDateError as error:
            self._say(str(error))
            self.app.bell()

    def action_cancel(self) -> None:
        """Return nothing."""
        self.dismiss(None)

    def _read(self, line: str) -> Said:
        words = " ".join(line.split()).casefold()
        return Said(self._read_line(line) if words != self._no_date.words else None)

    def _meaning(self, line: str) -> str:
        try:
            time = self._read(line).time
        except NoDateError as error:
            return str(error)
        return meaning(time) if time else self._no_date.meaning

    def _say(self, sentence: str) -> None:
        self.query_one("#date-meaning", Static).update(sentence)


def meaning(time: TimeValue) -> str:
    """What a line was read as, and why where it does not say so itself."""
    return with_weekday(time) + (f" – {days_spelled(time.reason)}" if time.anchor == "dct" else "")
