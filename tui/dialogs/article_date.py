"""Saying which day it is, of an article or of a date in it: one line, which is read while it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from newsreader.languages.english.press.typed_day import NoDayError, typed_day
from tui.base.captions import day

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


@dataclass(frozen=True, slots=True)
class ArticleDate:
    """What the reader says: the day, or None for what the dialog was told that no day means."""

    published: date | None


class ArticleDateDialog(ModalScreen[ArticleDate | None]):
    """Asks for the day; returns what the reader says, or None when the reader would rather not."""

    AUTO_FOCUS = "#date-line"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel")]

    def __init__(
        self, published: date | None, stated: str, *, title: str = "When was this article published?", nothing: str = ""
    ) -> None:
        """Start with `published`; `nothing` is what is typed to give no day, and `stated` what that means."""
        super().__init__()
        self._value = published.isoformat() if published else ""
        self._stated = stated
        self._title = title
        self._nothing = nothing

    def compose(self) -> ComposeResult:
        """Put what the line means below it."""
        with Vertical(id="article-date", classes="dialog"):
            yield Static(self._title, classes="dialog--title", markup=False)
            yield Input(self._value, id="date-line", compact=True, placeholder="19 June 2024, 2024-06-19, yesterday")
            yield Static(id="date-meaning", markup=False)
            other = f" · or type “{self._nothing}”" if self._nothing else ""
            yield Static(f"enter sets it · esc gives up{other}", classes="dialog--hint", markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what has been typed so far means."""
        event.stop()
        self._say(self._meaning(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return the day; if there is none, say why and go on."""
        event.stop()
        try:
            self.dismiss(self._read(event.value))
        except NoDayError as error:
            self._say(str(error))
            self.app.bell()

    def action_cancel(self) -> None:
        """Return nothing."""
        self.dismiss(None)

    def _read(self, line: str) -> ArticleDate:
        words = " ".join(line.split()).casefold()
        return ArticleDate(typed_day(line, date.today()) if words != self._nothing else None)

    def _meaning(self, line: str) -> str:
        try:
            published = self._read(line).published
        except NoDayError as error:
            return str(error)
        return f"{published:%A}, {day(published)}" if published else self._stated

    def _say(self, sentence: str) -> None:
        self.query_one("#date-meaning", Static).update(sentence)
