"""The column of lists: each with how many articles it has, groups under headings, the one that is shown marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from tui.library.listing_rows import ListingRows
from tui.panels.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.library.listings import Listing


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
