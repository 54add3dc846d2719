"""The search bar: a line to type a search in, which is told to the screen at each key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType


class Pattern(NamedTuple):
    """What is searched for."""

    words: str = ""
    regex: bool = False
    """Whether it is a regular expression."""


class _Search(Message):
    """A search as it stands."""

    def __init__(self, pattern: str, regex: bool) -> None:
        super().__init__()
        self.pattern = pattern
        self.regex = regex


class _Switch(Static):
    """The sign at the end of the bar that shows and, clicked, switches whether the pattern is a regular expression."""

    def on_click(self, event: events.Click) -> None:
        """Switch."""
        event.stop()
        self.screen.query_one(SearchBar).action_toggle_regex()


class SearchBar(Widget):
    """A line for a search pattern. It finds nothing itself: the screen does, at each `Changed`.

    Keys: enter keeps the hits, escape (or backspace in an empty line) puts everything back, ↑ and ↓ step through
    earlier searches, ctrl+t, alt+r or f4 switches between words and regular expression. It begins with words, whatever
    was searched for before.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("ctrl+t,alt+r,f4", "toggle_regex", "Regular expression"),
        Binding("up", "older", "Earlier search", show=False),
        Binding("down", "newer", "Later search", show=False),
    ]

    class Changed(_Search):
        """The pattern or its kind changed; show its hits."""

    class Submitted(_Search):
        """Keep the hits of this pattern and close the bar; the pattern is never empty."""

    class Cancelled(Message):
        """Put everything back as it was and close the bar."""

    def __init__(self, *, history: Sequence[Pattern] = ()) -> None:
        """Make an empty bar; `history` are earlier patterns, the latest last."""
        super().__init__(id="search-bar")
        self.regex = False
        """Whether the pattern is a regular expression."""
        self._history = (*history, Pattern())
        self._place = len(self._history) - 1
        self._input = Input(id="search-pattern", compact=True, select_on_focus=False)
        self._note = Static(id="search-note", markup=False)
        self._switch = _Switch(id="search-regex", markup=False)

    def compose(self) -> ComposeResult:
        """Put the line between its sign and what is said about it."""
        yield Static("/", id="search-sign", markup=False)
        yield self._input
        yield self._note
        yield self._switch

    def on_mount(self) -> None:
        """Show the kind of pattern."""
        self._show_kind()

    @property
    def pattern(self) -> str:
        """What has been typed."""
        return self._input.value

    def focus(self, scroll_visible: bool = True) -> Self:
        """Give the line the focus."""
        self._input.focus(scroll_visible)
        return self

    def show_note(self, note: str) -> None:
        """Say something short beside the pattern: a count, or what is wrong with it."""
        self._note.update(note)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the screen."""
        event.stop()
        self.post_message(self.Changed(self.pattern, self.regex))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep the hits; an empty line takes the latest search again, and without one gives up."""
        event.stop()
        typed = Pattern(self.pattern, self.regex)
        pattern = typed if typed.words or len(self._history) == 1 else self._history[-2]
        if not pattern.words:
            self.action_cancel()
            return
        if pattern != typed:
            self.post_message(self.Changed(*pattern))
        self.post_message(self.Submitted(*pattern))

    def on_key(self, event: events.Key) -> None:
        """Give up when there is nothing left to delete."""
        if event.key == "backspace" and not self.pattern:
            event.stop()
            self.action_cancel()

    def action_cancel(self) -> None:
        """Give up the search."""
        self.post_message(self.Cancelled())

    def action_toggle_regex(self) -> None:
        """Switch between words and a regular expression."""
        self.regex = not self.regex
        self._show_kind()
        self.post_message(self.Changed(self.pattern, self.regex))

    def action_older(self) -> None:
        """Take the search before."""
        self._recall(self._place - 1)

    def action_newer(self) -> None:
        """Take the search after."""
        self._recall(self._place + 1)

    def _recall(self, place: int) -> None:
        if 0 <= place < len(self._history):
            self._place = place
            self._input.value, self.regex = self._history[place]
            self._show_kind()
            self._input.cursor_position = len(self.pattern)

    def _show_kind(self) -> None:
        self._switch.update(" regex " if self.regex else " words ")
        self._switch.set_class(self.regex, "-regex")
