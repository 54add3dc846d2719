"""The list of the articles that are open together: typing shortens it, choosing one goes there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.base.bars import HintLine
from tui.base.cell_text import fold, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

KEYS = (("down", ""), ("up", "moves"), ("enter", "goes there"), ("escape", "closes"))


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """One of them."""

    title: str
    known: str = ""
    """Where it is from, of which day, and how much of it has been read."""
    trouble: str = ""
    """Why it could not be opened when that was last tried."""

    def matches(self, wanted: str) -> bool:
        """Whether every word of `wanted` is in what the row shows, whatever the case and accents."""
        shown = fold(f"{self.title} {self.known} {self.trouble}")
        return all(word in shown for word in fold(wanted).split())

    def row(self, number: int, digits: int, *, here: bool) -> Content:
        """Two lines: the number and the title, and what there is to say of it."""
        below = f"cannot be opened: {self.trouble}" if self.trouble else self.known
        mark, indent = ("▌" if here else " "), " " * (digits + 3)
        title = (one_line(self.title), "bold" if here else "")
        return Content.assemble(f"{mark}{number:{digits}}  ", title, "\n", (f"{indent}{one_line(below)}", "dim"))


class OpenArticlesDialog(ModalScreen[int | None]):
    """Returns the index of the article to go to, or None."""

    AUTO_FOCUS = "#picker-line"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close"),
        Binding("down,ctrl+n", "move(1)", "Down", show=False),
        Binding("up,ctrl+p", "move(-1)", "Up", show=False, priority=True),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
    ]

    def __init__(self, articles: Sequence[OpenArticle], here: int, title: str = "") -> None:
        """List the articles in their order; the cursor is at `here`, the index of the one that is being read."""
        super().__init__()
        self._title = title or f"{len(articles)} open articles"
        self._articles = articles
        self._here = here
        self._found = list(range(len(articles)))
        self._list = OptionList(id="picker-list", compact=True)

    def compose(self) -> ComposeResult:
        """Put the line to type in above the list."""
        with Vertical(id="picker", classes="dialog"):
            yield Static(self._title, classes="dialog--title", markup=False)
            yield Input(id="picker-line", compact=True, placeholder="type words of a title or a source")
            yield self._list
            yield HintLine(*KEYS)

    def on_mount(self) -> None:
        """Start at the article that is being read; the list is for looking at, the keys stay with the line."""
        self._list.can_focus = False
        self._show()
        self._list.highlighted = self._here

    def on_input_changed(self, event: Input.Changed) -> None:
        """Shorten the list to what has been typed."""
        event.stop()
        self._found = [at for at, each in enumerate(self._articles) if each.matches(event.value)]
        self._show()
        self._list.highlighted = 0 if self._found else None

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return the article of the cursor, if there is any."""
        event.stop()
        if self._list.highlighted is not None:
            self.dismiss(self._found[self._list.highlighted])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the article that was clicked."""
        event.stop()
        self.dismiss(self._found[event.option_index])

    def action_move(self, rows: int) -> None:
        """Go up or down in the list."""
        self._list.action_cursor_down() if rows > 0 else self._list.action_cursor_up()

    def action_page(self, pages: int) -> None:
        """Go a page up or down."""
        turn = self._list.action_page_down if pages > 0 else self._list.action_page_up
        turn()  # type: ignore[no-untyped-call]

    def _show(self) -> None:
        digits = len(str(len(self._articles)))
        rows = [Option(self._articles[at].row(at + 1, digits, here=at == self._here)) for at in self._found]
        self._list.set_options(rows or [Option("nothing matches", disabled=True)])
