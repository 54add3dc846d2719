"""A short list of which one is chosen: headings, the links of a note, the places of an orphan, the corrections."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from newsreader.sanitise import printable
from tui.base.bars import HintLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Row = str | Content
    Changed = Callable[[str, Sequence[Row]], object]
    """Takes what was done, in words, and which rows there are now."""
    Act = Callable[[int, Changed], object]
    """Does something with the row of that index, and then says so."""

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType


class Choice(ModalScreen[int | None]):
    """Returns the index of the row that was chosen, or None."""

    AUTO_FOCUS = "#choice-list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Close"),
        Binding("j", "move(1)", "Down", show=False),
        Binding("k", "move(-1)", "Up", show=False),
        Binding("g", "end(-1)", "First", show=False),
        Binding("G", "end(1)", "Last", show=False),
    ]

    def __init__(
        self,
        title: str,
        rows: Sequence[Row],
        *,
        hints: Sequence[tuple[str, str]] = (("j", ""), ("k", "move"), ("enter", "chooses"), ("escape", "gives up")),
        words: str = "",
        here: int = 0,
        on_row: Callable[[int], None] | None = None,
        keys: Mapping[str, Act] | None = None,
    ) -> None:
        """Ask for `title` among `rows`; below them stand the `hints`, each a key and what it does, and `words`.

        The cursor starts on the row of index `here`.

        `on_row` is told the index of each row that the cursor comes to; the list then stands low, so that what is
        shown of the row is in sight. `keys` does other things with the row of the cursor than to choose it; the list
        stays as long as there are rows.
        """
        super().__init__(classes="-low" if on_row is not None else None)
        self._title = title
        self._rows = rows
        self._hints = HintLine(*hints, words=words)
        self._here = here
        self._on_row = on_row
        self._keys = keys or {}

    def compose(self) -> ComposeResult:
        """Put the list between its title and the keys."""
        with Vertical(id="choice", classes="dialog"):
            yield Static(printable(self._title), classes="dialog--title", markup=False)
            yield OptionList(*map(_line, self._rows), id="choice-list", compact=True)
            yield Static("", id="choice-said", markup=False)
            yield self._hints

    def on_mount(self) -> None:
        """Put the cursor where it starts."""
        self.query_one(OptionList).highlighted = self._here

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell which row the cursor is on."""
        event.stop()
        if self._on_row is not None:
            self._on_row(event.option_index)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the row."""
        event.stop()
        self.dismiss(event.option_index)

    def on_key(self, event: events.Key) -> None:
        """Do what this key does with the row, and show what comes of it."""
        options = self.query_one(OptionList)
        row = options.highlighted
        if event.key not in self._keys or row is None:
            return
        event.stop()
        self._keys[event.key](row, partial(self._change, row))

    def _change(self, row: int, said: str, rows: Sequence[Row]) -> None:
        """Show what became of the rows, with the cursor on that one; nothing is left to choose without any."""
        if not self.is_current:
            return
        if not rows:
            self.dismiss(None)
            return
        options = self.query_one(OptionList)
        options.set_options(map(_line, rows))
        options.highlighted = min(row, len(rows) - 1)
        line = self.query_one("#choice-said", Static)
        line.update(said)
        line.add_class("-said")

    def action_move(self, rows: int) -> None:
        """Go up or down."""
        options = self.query_one(OptionList)
        options.action_cursor_down() if rows > 0 else options.action_cursor_up()

    def action_end(self, which: int) -> None:
        """Go to the last or the first row."""
        options = self.query_one(OptionList)
        options.action_last() if which > 0 else options.action_first()


def _line(row: Row) -> Content:
    return row if isinstance(row, Content) else Content(printable(row))
