"""The correction dialog: what an entity is or is not, each answer one key, and how far the answer holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from newsreader.annotations.corrections.model import Scope, Verdict
from newsreader.entity import Category
from tui.base.bars import HintLine
from tui.dialogs.question import Answer, AnswerButtons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import Button

CATEGORIES = (
    Answer(Category.PERSON, "p", "person"),
    Answer(Category.PLACE, "l", "place"),
    Answer(Category.ORGANISATION, "o", "organisation"),
    Answer(Category.DATE, "d", "date"),
)
NAME = Answer(Verdict.IS_NAMED, "n", "name…")
VALUE = Answer(Verdict.IS_DATED, "v", "value…")
REJECT = Answer(Verdict.NOT_AN_ENTITY, "x", "not an entity")
MERGE = Answer(Verdict.SAME_AS, "s", "same as…")
SPLIT = Answer(Verdict.NOT_SAME_AS, "u", "not the same")
BACK = Answer("back", "b", "as found")
EXTENT = Answer(Verdict.BOUNDARY, "e", "extent")

SCOPES = {
    Scope.MENTION: "for this mention only",
    Scope.ARTICLE: "for all of this article",
    Scope.EVERYWHERE: "everywhere",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What the reader says."""

    verdict: Verdict | None
    """None takes back what was said before."""
    category: Category | None
    """What it is, if the verdict is that it is something."""
    scope: Scope
    """How far it holds."""

    @classmethod
    def of(cls, value: str, scope: Scope) -> Reply:
        """The reply that the value of one of the answers above stands for."""
        if value == BACK.value:
            return cls(None, None, scope)
        if value in [each.value for each in CATEGORIES]:
            return cls(Verdict.IS_A, Category(value), scope)
        return cls(Verdict(value), None, scope)


class CorrectionDialog(ModalScreen[Reply | None]):
    """Asks what is to be corrected; returns the reply, or None when the reader would rather not."""

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
        self._buttons = AnswerButtons(answers)
        self._scopes = scopes
        self.scope = Scope.ARTICLE
        """How far the answer is to hold."""

    def compose(self) -> ComposeResult:
        """Put the answers between the title and how far they hold."""
        with Vertical(id="correction", classes="dialog"):
            yield Static(self._title, classes="dialog--title", markup=False)
            yield self._buttons
            yield HintLine(id="correction-scope")

    def on_mount(self) -> None:
        """Say how far it holds."""
        self._show_scope()

    def on_key(self, event: events.Key) -> None:
        """Give the answer whose letter it is."""
        value = self._buttons.by_key(event.key)
        if value is not None:
            event.stop()
            self.dismiss(Reply.of(value, self.scope))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Give the answer of that button."""
        event.stop()
        value = self._buttons.by_button(event.button)
        self.dismiss(Reply.of(value, self.scope) if value is not None else None)

    def action_scope(self) -> None:
        """Let it hold as far as the next scope says."""
        self.scope = self._scopes[(self._scopes.index(self.scope) + 1) % len(self._scopes)]
        self._show_scope()

    def action_cancel(self) -> None:
        """Give no answer."""
        self.dismiss(None)

    def _show_scope(self) -> None:
        self.query_one(HintLine).show(("space", SCOPES[self.scope]), ("escape", "gives up"))
