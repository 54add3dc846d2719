"""Saying when an article was published: one line, which is read while it is typed."""

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
    """What the reader says: the day, or None to go by what the article says itself."""

    published: date | None


class ArticleDateDialog(ModalScreen[ArticleDate | None]):
    """Asks for the day; returns what the reader says, or None when the reader would rather not."""

    AUTO_FOCUS = "#date-line"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel")]

    def __init__(self, published: date | None, stated: str) -> None:
        """Start with `published`; `stated` tells what the article says of itself, which an empty line goes back to."""
        super().__init__()
        self._value = published.isoformat() if published else ""
        self._stated = stated

    def compose(self) -> ComposeResult:
        """Put what the line means below it."""
        with Vertical(id="article-date", classes="dialog"):
            yield Static("When was this article published?", classes="dialog--title", markup=False)
            yield Input(self._value, id="date-line", compact=True, placeholder="19 June 2024, 2024-06-19, yesterday")
            yield Static(id="date-meaning", markup=False)
            yield Static("enter sets it · esc gives up", classes="dialog--hint", markup=False)

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
        return ArticleDate(typed_day(line, date.today()) if line.strip() else None)

    def _meaning(self, line: str) -> str:
        try:
            published = self._read(line).published
        except NoDayError as error:
            return str(error)
        return f"{published:%A}, {day(published)}" if published else self._stated

    def _say(self, sentence: str) -> None:
        self.query_one("#date-meaning", Static).update(sentence)
