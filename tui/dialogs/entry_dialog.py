"""Writing an entry of a timeline: a day in any form in which people write one, and what was then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from newsreader.languages.english.dates.typed import NoDateError
from newsreader.languages.english.time_words import days_spelled
from tui.base.bars import HintLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from newsreader.dossier.entering import Days

EXAMPLES = "19 June 2024, june 2024, may to june 2023, yesterday; with ? it is a guess"


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed."""

    days: Days
    text: str


class EntryDialog(ModalScreen[Typed | None]):
    """Asks for both; returns them, or None when the reader would rather not."""

    AUTO_FOCUS = "#date-line"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("down", "app.focus_next", "Down", show=False),
        Binding("up", "app.focus_previous", "Up", show=False),
    ]

    def __init__(self, title: str, read: Callable[[str], Days], when: str = "", text: str = "") -> None:
        """Start with `when` and `text` typed; `read` says what a line means, and raises `NoDateError` for no day."""
        super().__init__()
        self._title = title
        self._read = read
        self._when = Input(when, id="date-line", compact=True, placeholder=EXAMPLES, select_on_focus=False)
        self._text = Input(text, id="prompt-line", compact=True, placeholder="what was then", select_on_focus=False)

    def compose(self) -> ComposeResult:
        """Put what the day means between both."""
        with Vertical(id="timeline-entry", classes="dialog"):
            yield Static(self._title, classes="dialog--title", markup=False)
            yield self._when
            yield Static(id="date-meaning", markup=False)
            yield self._text
            yield HintLine(("enter", "goes on, then writes it"), ("escape", "gives up"))

    @on(Input.Changed)
    def look(self) -> None:
        """Say what has been typed of the day means so far."""
        try:
            days = self._read(self._when.value)
        except NoDateError as error:
            self._say(str(error) if self._when.value.strip() else "")
        else:
            span = days.first if days.first == days.last else f"{days.first} to {days.last}"
            self._say(f"{days_spelled(span)}{f' ? {days.doubt}' if days.doubt else ''}")

    @on(Input.Submitted)
    def take(self) -> None:
        """Return both; if one is missing, go there and say so."""
        try:
            days = self._read(self._when.value)
        except NoDateError as error:
            self._when.focus()
            self._say(str(error))
            self.app.bell()
            return
        text = self._text.value.strip()
        if text:
            self.dismiss(Typed(days, text))
        else:
            self._text.focus()

    def action_cancel(self) -> None:
        """Return nothing."""
        self.dismiss(None)

    def _say(self, sentence: str) -> None:
        self.query_one("#date-meaning", Static).update(sentence)
