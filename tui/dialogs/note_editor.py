"""The note editor: a few lines of text on a quotation, an entity or the article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static, TextArea

from newsreader.sanitise import sanitise
from tui.base.bars import HintLine
from tui.base.cell_text import fold
from tui.dialogs.question import Answer, Question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

DRAFT_DELAY = 0.5
"""Seconds from a change until a draft is handed over, whether typing goes on or not: what a crash may cost at most."""

KEYS = (("ctrl+s", ""), ("f2", "saves"), ("escape", "closes"))
COMPLETING = (("tab", "takes the name"),)
"""What is shown in place of that while the rest of a link is offered."""

_UNSAVED = (Answer("save", "s", "Save"), Answer("discard", "d", "Discard"), Answer("stay", "w", "Keep writing"))


class Drafts(Protocol):
    """Where what has been written so far is kept, each time in place of what was kept before."""

    def write_soon(self, text: str) -> None:
        """Keep it, and let the writing go on meanwhile."""

    def write(self, text: str) -> None:
        """Keep it before this returns, since the application ends."""


class NoteEditor(ModalScreen[str | None]):
    """Edits a note; returns its text (empty when it was emptied), or None when nothing is to change.

    The text is handed to `drafts` a moment after a change, so that a crash does not lose it. Once the editor has
    closed there is no further draft, and whoever opened it drops the one there is.
    """

    AUTO_FOCUS = "#note-text"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f2,ctrl+enter", "save", "Save", priority=True),
        Binding("escape", "close", "Close", priority=True),
    ]

    def __init__(
        self,
        subject: str,
        text: str = "",
        *,
        quote: str = "",
        drafts: Drafts | None = None,
        names: Sequence[str] = (),
    ) -> None:
        """Edit `text`; `subject` and `quote` say what the note is on.

        Of `names` the rest is offered behind `[[`.
        """
        super().__init__()
        self._subject = subject
        self._text = text
        self._quote = quote
        self._opened_with = text
        self._changed = False
        self._drafts = drafts
        self._timer: Timer | None = None
        self._area = NoteArea(
            self._opened_with,
            names=names,
            id="note-text",
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            compact=True,
        )

    def compose(self) -> ComposeResult:
        """Put the text between what it is on and the buttons."""
        with Vertical(id="note", classes="dialog"):
            yield Static(f"Note on {self._subject}", classes="dialog--title", markup=False)
            yield Static(self._quote, id="note-quote", markup=False)
            yield self._area
            with Horizontal(classes="dialog--buttons"):
                yield Button("Save", id="note-save", variant="primary", compact=True)
                yield Button("Cancel", id="note-cancel", compact=True)
                yield HintLine(*KEYS, id="note-hint")

    def go_on_with(self, draft: str) -> None:
        """Have this be the text in place of the one to begin with; what was written meanwhile goes behind it."""
        if self._has_changed():
            self._area.insert(f"{draft}\n\n", (0, 0))
        else:
            self._opened_with = draft
            self._area.text = draft
            self._area.move_cursor(self._area.document.end)

    def on_mount(self) -> None:
        """Start at the end of the text."""
        self.query_one("#note-quote").display = bool(self._quote)
        self._area.move_cursor(self._area.document.end)
        self.watch(self._area, "suggestion", self._show_keys)

    def _show_keys(self, suggestion: str) -> None:
        self.query_one(HintLine).show(*(COMPLETING if suggestion else KEYS))

    @property
    def text(self) -> str:
        """The note as it would be saved: without control characters and without blanks at its ends."""
        return sanitise(self._area.text).text.strip()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Hand over a draft in a moment, unless that is about to happen or this is but the text to begin with."""
        event.stop()
        if self._has_changed() and self._timer is None:
            self._timer = self.set_timer(DRAFT_DELAY, self._hand_over)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Save, or give up."""
        event.stop()
        if event.button.id == "note-save":
            self.action_save()
        else:
            self.action_close()

    def action_save(self) -> None:
        """Return the text."""
        self._close(self.text if self.text != self._text else None)

    def action_close(self) -> None:
        """Close without saving; ask first when something was written."""
        if self.text == self._text.strip():
            self._close(None)
        else:
            self.app.push_screen(Question("This note is not saved yet.", _UNSAVED), self._settle)

    def _settle(self, answer: str | None) -> None:
        if answer == "save":
            self.action_save()
        elif answer == "discard":
            self._close(None)

    def keep(self) -> None:
        """Keep the draft now, since the application ends."""
        if self._has_changed() and self._drafts is not None:
            self._drafts.write(self._area.text)

    def _has_changed(self) -> bool:
        """Whether anything was written since the editor opened, even if it was taken back."""
        self._changed = self._changed or self._area.text != self._opened_with
        return self._changed

    def _close(self, result: str | None) -> None:
        self._stop_timer()
        self.dismiss(result)

    def _hand_over(self) -> None:
        self._stop_timer()
        if self._drafts is not None:
            self._drafts.write_soon(self._area.text)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None


class NoteArea(TextArea):
    """A text field that knows the names which links may lead to."""

    def __init__(self, text: str, *, names: Sequence[str] = (), **options: Any) -> None:
        """Edit `text`; of the `names`, the first that begins like what is typed is offered."""
        self._names = names
        super().__init__(text, **options)

    async def _on_key(self, event: events.Key) -> None:
        """Take the rest of the name that is offered with tab, which otherwise leaves the field."""
        if event.key == "tab" and self.suggestion:
            event.stop()
            event.prevent_default()
            self.insert(self.suggestion)
        else:
            await super()._on_key(event)

    def update_suggestion(self) -> None:
        """Offer the rest of the first name that begins with what stands between `[[` and the cursor."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        self.suggestion = completion(line[:column], self._names) if column == len(line) else ""


def completion(before: str, names: Sequence[str]) -> str:
    """What is missing of a link at the end of `before`, with its brackets; empty where there is nothing to offer."""
    _, opened, typed = before.rpartition("[[")
    if not opened or not typed.strip() or "]" in typed:
        return ""
    found = (name for name in names if fold(name).startswith(fold(typed)) and len(name) >= len(typed))
    name = next(found, None)
    return f"{name[len(typed) :]}]]" if name is not None else ""
