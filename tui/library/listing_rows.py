"""The rows of the column of lists: each with how many articles it has, groups under headings. No Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.base.cell_text import cut, one_line, pad
from tui.base.marks import RISEN
from tui.base.widths import cell_len
from tui.panels.list_rows import Rows

if TYPE_CHECKING:
    from collections.abc import Container, Hashable, Mapping, Sequence

    from tui.base.style_book import Line
    from tui.library.listings import Listing


class ListingRows(Rows):
    """A row for each list, and one for the heading of each group."""

    def __init__(
        self,
        listings: Sequence[Listing] = (),
        counts: Mapping[str, int] | None = None,
        chosen: str = "",
        risen: Container[str] = (),
    ) -> None:
        """List these; `counts` says how many articles they have as far as that is known, by their keys.

        `chosen` is the key of the list that is shown; those in `risen` find more than usual.
        """
        self._risen = risen
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
            head = cut(f" ── {shown} ", width) if shown else " " * width
            return [(head + "─" * (width - cell_len(head)), ("panel--rule",))]
        count = f"{self.counts[shown.key]:,}" if shown.key in self.counts else ""
        here = shown.key == self.chosen
        words = f"{shown.title} · {shown.problem}" if shown.problem else shown.title
        mark = f"{RISEN} " if shown.key in self._risen else ""
        room = width - cell_len(mark) - cell_len(count) - 1
        title = pad(cut(f"{'▌' if here else ' '}{one_line(words)}", room - 1), room)
        return [
            (title, ("panel--active",) if here else ("panel--row",)),
            *([(mark, ("panel--news",))] if mark else []),
            (f"{count} ", ("panel--count",)),
        ]

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
