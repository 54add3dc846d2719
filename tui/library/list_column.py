"""The column of lists: each with how many articles it has, groups under headings, the one that is shown marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from tui.base.cell_text import cut, one_line, pad
from tui.base.widths import cell_len
from tui.panels.line_list import LineList
from tui.panels.list_rows import Rows

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from tui.base.style_book import Line
    from tui.library.listings import Listing


class ListingRows(Rows):
    """A row for each list, and one for the heading of each group."""

    def __init__(
        self, listings: Sequence[Listing] = (), counts: Mapping[str, int] | None = None, chosen: str = ""
    ) -> None:
        """List these; `counts` says how many articles they have as far as that is known, by their keys.

        `chosen` is the key of the list that is shown.
        """
        self.listings = listings
        self.counts = counts or {}
        self.chosen = chosen
        self.rows: list[Listing | str] = []
        """Lists, and headings between them."""
        group = ""
        for each in listings:
            if each.group != group:
                group = each.group
                self.rows.append(group)
            self.rows.append(each)

    def __len__(self) -> int:
        return len(self.rows)

    def draw(self, row: int, width: int) -> Line:
        """A list with its count, or a heading."""
        shown = self.rows[row]
        if isinstance(shown, str):
            head = cut(f" ── {shown} ", width)
            return [(head + "─" * (width - cell_len(head)), ("panel--rule",))]
        count = f"{self.counts[shown.key]:,}" if shown.key in self.counts else ""
        here = shown.key == self.chosen
        words = f"{shown.title} · {shown.problem}" if shown.problem else shown.title
        title = pad(f"{'▌' if here else ' '}{one_line(words)}", width - cell_len(count) - 1)
        return [(title, ("panel--active",) if here else ("panel--row",)), (f"{count} ", ("panel--count",))]

    def listing(self, row: int) -> Listing | None:
        """The list in a row; None for a heading."""
        shown = self.rows[row] if row < len(self) else ""
        return None if isinstance(shown, str) else shown

    def key(self, row: int) -> Hashable:
        """The key of the list."""
        listing = self.listing(row)
        return listing.key if listing is not None else row

    def number(self, key: Hashable) -> int | None:
        """The row of the list of that key."""
        return next((row for row in range(len(self)) if self.key(row) == key), None)

    def head_of(self, row: int) -> int:
        """The cursor stands on no heading but goes below it."""
        return row + 1 if self.listing(row) is None and row + 1 < len(self) else row

    def before(self, row: int) -> int:
        """The list above, past a heading."""
        return row - 2 if row > 1 and self.listing(row - 1) is None else row - 1

    def stands_out(self, row: int, cursor: int) -> bool:
        """Only the row itself does."""
        return row == cursor


class ListColumn(LineList):
    """The lists with a cursor, which is on the list that is shown."""

    class Chosen(Message):
        """Another list is to be shown."""

        def __init__(self, listing: Listing, *, entered: bool) -> None:
            super().__init__()
            self.listing = listing
            self.entered = entered
            """Whether one goes on to its articles."""

    def __init__(self) -> None:
        super().__init__(ListingRows(), {"panel.choose": self.enter}, id="library-lists")

    @property
    def listings(self) -> Sequence[Listing]:
        """All lists, in their order."""
        return self._shown.listings

    @property
    def _shown(self) -> ListingRows:
        assert isinstance(self.rows, ListingRows)
        return self.rows

    def show_lists(self, rows: ListingRows) -> None:
        """Show these lists; the cursor is on the one that is shown."""
        self.show_rows(rows)
        row = rows.number(rows.chosen)
        if row is not None:
            self.move_to(row)

    # Moving, as in every part of the library

    def step(self, lists: int) -> None:
        """Go to another list, and show it."""
        for _ in range(abs(lists)):
            self.move_to(self.rows.after(self.cursor) if lists > 0 else self.rows.before(self.cursor))
        self._tell(entered=False)

    def turn(self, pages: int) -> None:
        """Go so many pages down or up."""
        self.go_to(self.cursor + pages * self.page)

    def to_edge(self, *, end: bool) -> None:
        """Go to the first list or to the last one."""
        self.go_to(len(self.rows) - 1 if end else 0)

    def go_to(self, at: int) -> None:
        """Go to the list in that row."""
        self.move_to(at)
        self._tell(entered=False)

    def enter(self) -> None:
        """Go to the articles of the list."""
        self._tell(entered=True)

    def _tell(self, *, entered: bool) -> None:
        listing = self._shown.listing(self.cursor)
        if listing is not None and (entered or listing.key != self._shown.chosen):
            self.post_message(self.Chosen(listing, entered=entered))
