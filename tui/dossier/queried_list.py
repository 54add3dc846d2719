"""A list with the line for its query below it, and what both have the status line say: dossiers and comparisons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.events import DescendantBlur, DescendantFocus
from textual.widgets import Input

from newsreader.sanitise import printable
from tui.base.bar_lines import Hint
from tui.base.bars import StatusLine
from tui.dossier.filtering import Filtering
from tui.dossier.part_list import PartList
from tui.reader.hints import hints_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.widget import Widget

    from tui.base.keymap import KeyMap

TYPING = (Hint("enter", "to the list"), Hint("escape", "clear"))


class QueriedList(Vertical):
    """Takes what is typed and done in it; the status line stands elsewhere on the screen."""

    def __init__(
        self,
        *shown: Widget,
        keymap: KeyMap,
        offered: Callable[[], Sequence[str]],
        asked: Callable[[], object],
        moved: Callable[[], object],
        focus: Callable[[], object],
        stop: Callable[[], bool],
    ) -> None:
        """`shown` are the lists, of which one is in sight at a time.

        `offered` says which commands the footer names; `asked` is told whenever something else is asked for, and
        `moved` whenever one looks at something else; `focus` goes to the list in sight; `stop` ends what is being
        written, and is False if nothing is.
        """
        filtering = Filtering(asked)
        super().__init__(*shown, filtering.line)
        self.filtering = filtering
        self.status = StatusLine()
        self._keymap = keymap
        self._offered = offered
        self._moved = moved
        self._focus_list = focus
        self._stop = stop

    # What can be done

    def type_query(self) -> None:
        """Have a query typed."""
        self.filtering.line.begin()

    def leave(self) -> None:
        """Stop what is being written, or put the query away; without either leave the screen."""
        if self._stop():
            return
        if self.filtering.clear():
            self._focus_list()
        else:
            self.screen.dismiss()

    # The status line

    def describe(self) -> None:
        """Say what is wrong with the query, and which keys work: none while something else takes them."""
        if self.app.screen is self.screen:
            self.status.detail = self.filtering.mistake
            typing = self.filtering.line.has_focus
            self.status.hints = TYPING if typing else hints_for(self._offered(), self._keymap, "panel")
        else:
            self.status.hints = ()

    def say(self, sentence: str) -> None:
        """Show what happened."""
        self.status.say(printable(sentence))

    # Messages

    @on(PartList.Moved)
    def moved(self) -> None:
        """Tell that one looks at something else."""
        self._moved()

    @on(DescendantFocus)
    @on(DescendantBlur)
    @on(Input.Changed)
    def look(self) -> None:
        """Look what is typed, and say which keys work."""
        if self.is_mounted:
            self.filtering.look()
            self.describe()

    @on(Input.Submitted)
    def to_the_list(self) -> None:
        """Go to what is found."""
        self._focus_list()

    def on_key(self, event: events.Key) -> None:
        """Put the query away by the key that leaves the list."""
        if event.key == "escape" and self.filtering.line.has_focus:
            event.stop()
            self.leave()
