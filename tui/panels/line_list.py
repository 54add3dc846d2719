"""A list of any length on the line API, with a cursor: what panels and cards draw their rows with.

Only the rows in sight cost anything. What a row shows and what can be done with it is the subclass's business; this
class knows the cursor, scrolling, the thumb and the keys that move. An item may take several rows; the cursor stands
on the first of them.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.panels.cells import pad, wrapped
from tui.panels.listing import thumb

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style
    from textual import events

    from tui.panels.listing import Part


class LineList(ScrollView, can_focus=True):
    """Rows with a cursor. The last column of cells belongs to the scroll thumb; rows are drawn before it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "panel--row",
        "panel--cursor",
        "panel--active",
        "panel--count",
        "panel--quiet",
        "panel--mention",
        "panel--thumb",
    }

    def __init__(self, *, id: str, classes: str = "") -> None:  # noqa: A002
        super().__init__(id=id, classes=f"panel {classes}")
        self._cursor = 0

    # What a subclass says about its rows

    @property
    @abstractmethod
    def empty(self) -> str:
        """The words that stand in place of an empty list."""

    @abstractmethod
    def row_count(self) -> int:
        """How many rows there are."""

    @abstractmethod
    def draw_row(self, row: int, width: int) -> list[Segment]:
        """The row of that number in exactly `width` cells."""

    @abstractmethod
    def choose(self) -> None:
        """Do what `enter` and a click do with the row of the cursor."""

    def head_of(self, row: int) -> int:
        """The row on which the cursor stands when it is within the item that `row` shows."""
        return row

    def after(self, row: int) -> int:
        """The first row of the item below that of `row`; it may lie beyond the last row."""
        return row + 1

    def before(self, row: int) -> int:
        """The first row of the item above that of `row`; it may be -1."""
        return row - 1

    @property
    def head_rows(self) -> int:
        """Rows above the list that do not scroll."""
        return 0

    def draw_head(self, line: int, width: int) -> list[Segment]:
        """One of the rows that do not scroll."""
        raise IndexError(line)

    # Cursor and scrolling

    @property
    def page(self) -> int:
        """How many rows of the list are in sight."""
        return max(1, self.size.height - self.head_rows)

    @property
    def cursor(self) -> int:
        """The row of the cursor; 0 in an empty list."""
        return self._cursor

    def move_to(self, row: int) -> None:
        """Put the cursor on a row, as near as there is one, and bring it into sight."""
        self.put_cursor(row)
        self.show_cursor()

    def put_cursor(self, row: int) -> None:
        """Put the cursor on a row, as near as there is one, and scroll nothing."""
        before = self._cursor
        self._cursor = self.head_of(max(0, min(row, self.row_count() - 1))) if self.row_count() else 0
        if before != self._cursor:
            self.refresh_row(before)
            self.refresh_row(self._cursor)

    def refresh_row(self, row: int) -> None:
        """Draw the item of a row anew if it is in sight: all else of the panel stands as it is."""
        if row < self.row_count():
            first, last = row - self.scroll_offset.y, self.after(row) - self.scroll_offset.y
            shown = Region(0, max(0, first), self.size.width, max(0, min(last, self.page) - max(0, first)))
            if shown:
                self.refresh(shown.translate((0, self.head_rows)))

    def show_cursor(self) -> None:
        """Bring the cursor into sight, with as little scrolling as can be."""
        first, last = self._cursor, self.after(self._cursor) - 1
        if first < self.scroll_offset.y:
            self.scroll_list(first)
        elif last >= self.scroll_offset.y + self.page:
            self.scroll_list(min(first, last - self.page + 1))

    def scroll_list(self, row: int) -> None:
        """Make `row` the first in sight, as far as the list reaches."""
        last = max(0, self.row_count() - self.page)
        self.scroll_to(y=max(0, min(row, last)), animate=False, force=True, immediate=True)

    def rows_changed(self) -> None:
        """Take note that there are other rows than before."""
        self.virtual_size = Size(self.size.width, self.row_count() + self.head_rows)
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in sight when the room changes."""
        LineList.rows_changed(self)
        self.show_cursor()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw line `y` of what is in sight."""
        width = self.size.width
        if y < self.head_rows:
            return Strip(self.draw_head(y, width), width)
        row = self.scroll_offset.y + y - self.head_rows
        return Strip([*self._draw_body(row, max(0, width - 1)), self._thumb(y - self.head_rows)], width)

    def row_look(self, row: int) -> Style:
        """The style of a whole row: the cursor's, or the ordinary one."""
        name = "panel--cursor" if self.row_count() and self.head_of(row) == self._cursor else "panel--row"
        return self.get_component_rich_style(name)

    def piece(self, row: int, name: str) -> Style:
        """The style of a part of a row; on the row that stands out for the cursor the part's colours give way."""
        part = self.get_component_rich_style(f"panel--{name}", partial=True)
        stands_out = self.has_focus and self.head_of(row) == self._cursor
        return self.row_look(row) + (part.without_color if stands_out else part)

    def paint(self, row: int, parts: Iterable[Part]) -> list[Segment]:
        """The parts of a row in their looks."""
        return [Segment(text, self.piece(row, name) if name else self.row_look(row)) for text, name in parts]

    def _draw_body(self, row: int, width: int) -> list[Segment]:
        if width < 1:
            return []
        if row < self.row_count():
            return self.draw_row(row, width)
        lines = wrapped(self.empty, max(2, width - 1)) if not self.row_count() else []
        words = f" {lines[row]}" if row < len(lines) else ""
        return [Segment(pad(words, width), self.get_component_rich_style("panel--quiet"))]

    def _thumb(self, line: int) -> Segment:
        """One cell of the scroll thumb, which shows only while there is more than fits."""
        sign = thumb(line, self.scroll_offset.y, self.page, self.row_count())
        return Segment(sign, self.get_component_rich_style("panel--thumb"))

    # Keys and mouse

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        row = self.scroll_offset.y + event.y - self.head_rows
        if event.y < self.head_rows or row >= self.row_count():
            return
        event.stop()
        self.put_cursor(row)
        self.choose()

    def action_panel_down(self) -> None:
        """Go to the next row."""
        self.move_to(self.after(self._cursor))

    def action_panel_up(self) -> None:
        """Go to the row before."""
        self.move_to(self.before(self._cursor))

    def action_panel_page_down(self) -> None:
        """Go one page down."""
        self.move_to(self._cursor + self.page)

    def action_panel_page_up(self) -> None:
        """Go one page up."""
        self.move_to(self._cursor - self.page)

    def action_panel_top(self) -> None:
        """Go to the first row."""
        self.move_to(0)

    def action_panel_bottom(self) -> None:
        """Go to the last row."""
        self.move_to(self.row_count() - 1)

    def action_panel_choose(self) -> None:
        """Choose the row of the cursor."""
        if self.row_count():
            self.choose()
