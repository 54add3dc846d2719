"""The correction dialog: what an entity is or is not, each answer one key, and how far the answer holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import ItemGrid, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from newsreader.annotations.corrections.model import Scope
from newsreader.entity import Category
from tui.dialogs.question import Answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

CATEGORIES = (
    Answer(Category.PERSON, "p", "person"),
    Answer(Category.PLACE, "l", "place"),
    Answer(Category.ORGANISATION, "o", "organisation"),
    Answer(Category.DATE, "d", "date"),
)
NAME = Answer("name", "n", "name…")
REJECT = Answer("reject", "x", "not an entity")
MERGE = Answer("merge", "s", "same as…")
SPLIT = Answer("split", "u", "not the same")
BACK = Answer("back", "b", "as found")
EXTENT = Answer("extent", "e", "extent")

SCOPES = {
    Scope.MENTION: "this mention only",
    Scope.ARTICLE: "all of this article",
    Scope.EVERYWHERE: "everywhere",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What the reader says: the value of an answer (a category, or `name`, `reject` …), and how far it holds."""

    answer: str
    scope: Scope


class CorrectionDialog(ModalScreen[Wish | None]):
    """Asks what is to be corrected; returns the wish, or None when the reader would rather not."""

    AUTO_FOCUS = ""
    """No answer has the focus at first, so that a stray enter says nothing."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel", "Cancel"),
        Binding("space", "scope", "How far it holds", priority=True),
        Binding("left,up", "app.focus_previous", "Previous", show=False),
        Binding("right,down", "app.focus_next", "Next", show=False),
    ]

    def __init__(self, title: str, answers: Sequence[Answer], scopes: Sequence[Scope]) -> None:
        """Offer `answers` below `title`, and `scopes`, of which the whole article is the first choice."""
        super().__init__()
        self._title = title
        self._answers = answers
        self._scopes = scopes
        self.scope = Scope.ARTICLE
        """How far the answer is to hold."""

    def compose(self) -> ComposeResult:
        """Put the answers between the title and how far they hold."""
        with Vertical(id="correction", classes="dialog"):
            yield Static(self._title, classes="dialog--title", markup=False)
            with ItemGrid(min_column_width=17, classes="dialog--buttons"):
                for answer in self._answers:
                    yield Button(Content(f"{answer.key} {answer.label}"), id=f"answer-{answer.value}", compact=True)
            yield Static(id="correction-scope", markup=False)

    def on_mount(self) -> None:
        """Say how far it holds."""
        self._show_scope()

    def on_key(self, event: events.Key) -> None:
        """Give the answer whose letter it is."""
        for answer in self._answers:
            if event.key == answer.key:
                event.stop()
                self.dismiss(Wish(answer.value, self.scope))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Give the answer of that button."""
        event.stop()
        self.dismiss(Wish(str(event.button.id).removeprefix("answer-"), self.scope))

    def action_scope(self) -> None:
        """Let it hold as far as the next scope says."""
        self.scope = self._scopes[(self._scopes.index(self.scope) + 1) % len(self._scopes)]
        self._show_scope()

    def action_cancel(self) -> None:
        """Give no answer."""
        self.dismiss(None)

    def _show_scope(self) -> None:
        self.query_one("#correction-scope", Static).update(f"space: {SCOPES[self.scope]} · esc")
