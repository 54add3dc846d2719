"""The widgets of the start screen: the list of articles, and the line to type a filter or an address in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.base.path_input import PathInput

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.library.shelf import Shelf, ShelfEntry

Purpose = Literal["filter", "location"]

PLACEHOLDERS: Mapping[Purpose, str] = {
    "filter": "words, source:, published:2024-06.., has:note, is:unread",
    "location": "path or web address of an article; tab completes a path",
}


class ArticleList(OptionList, inherit_bindings=False):
    """The articles on their shelves; the screen has its keys."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[str, ShelfEntry] = {}
        """The entries in the list, by the ids of their rows."""

    def show(self, shelves: Sequence[Shelf]) -> None:
        """Write the list anew; the same article stays chosen."""
        chosen, before = self.highlighted_option.id if self.highlighted_option else None, self.highlighted
        self.entries = {entry.key: entry for shelf in shelves for entry in shelf.entries}
        self.clear_options()
        for place, shelf in enumerate(shelves):
            self.add_options(_rows(shelf, first=place == 0))
        if chosen in self.entries:
            self.highlighted = self.get_option_index(chosen or "")
        elif self.entries:
            self._choose_near(before)

    def _choose_near(self, before: int | None) -> None:
        """Choose what stands now where the cursor was, as near as there is anything; the first if it was nowhere."""
        rows = [index for index, option in enumerate(self.options) if not option.disabled]
        self.highlighted = next((row for row in rows if before is not None and row >= before), rows[-1])
        if before is None:
            self.action_first()
            self.scroll_home(animate=False)

    @property
    def chosen(self) -> ShelfEntry | None:
        """The entry of the row with the cursor."""
        option = self.highlighted_option
        return self.entries.get(option.id or "") if option is not None else None

    def turn_page(self, direction: int) -> None:
        """Go one page down or, for a negative direction, up."""
        turn = self.action_page_down if direction > 0 else self.action_page_up
        turn()  # type: ignore[no-untyped-call]


class TypedLine:
    """The line to type in, which is out of sight until something is asked for."""

    def __init__(self) -> None:
        self.field = PathInput(id="library-input")
        self.field.display = False
        self.purpose: Purpose = "filter"
        """What is typed there."""

    def ask(self, purpose: Purpose) -> None:
        """Have it typed; what was typed for another purpose is gone."""
        if self.purpose != purpose:
            self.field.value = ""
        self.purpose = purpose
        self.field.completes = purpose == "location"
        self.field.placeholder = PLACEHOLDERS[purpose]
        self.field.display = True
        self.field.focus()

    def put_away(self) -> None:
        """Take the line and what was typed away."""
        self.field.value = ""
        self.field.display = False

    @property
    def wanted(self) -> str:
        """What the list is to be shortened by."""
        return self.field.value if self.purpose == "filter" else ""


def _rows(shelf: Shelf, *, first: bool) -> list[Option]:
    """Make the rows of a shelf: its heading, then two lines for each article."""
    rows = [Option(shelf.heading(first=first), disabled=True)]
    return rows + [Option(entry.prompt(), id=entry.key) for entry in shelf.entries]
