"""A panel with a heading, a filter and a list of any length: what the entity panels and the notes have in common.

It draws on the line API, so that only the rows in sight cost anything. What a row is and what can be done with it is
the subclass's business; this class knows headings, the cursor, scrolling, filtering and the keys.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.commands import bindings
from tui.panels.cells import cut, cut_start, pad
from tui.panels.messages import PanelChanged, PanelLeft

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events
    from textual.binding import BindingType


class ListPanel(ScrollView, can_focus=True):
    """The common part of all panels.

    The last column of cells belongs to the scroll thumb; rows are drawn in the ones before it.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "panel--heading",
        "panel--rule",
        "panel--filter",
        "panel--row",
        "panel--cursor",
        "panel--active",
        "panel--count",
        "panel--quiet",
        "panel--mention",
        "panel--thumb",
    }
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("panel")]

    def __init__(self, key: str, sign: str, title: str, *, id: str, classes: str = "") -> None:  # noqa: A002
        """Make an empty panel that key `key` goes to; `sign` is the shape that stands for its category."""
        super().__init__(id=id, classes=f"panel {classes}")
        self.key = key
        self.sign = sign
        self.title = title
        self.wanted = ""
        """What the list is filtered by."""
        self.filtering = False
        """Whether typed characters go to the filter."""
        self.heading_shown = True
        """Whether the panel draws its own heading; the tabs do in the tabbed form."""
        self._cursor = 0

    # What a subclass says about its rows

    @property
    @abstractmethod
    def count(self) -> str:
        """What the heading shows at its right end: how many there are."""

    @property
    @abstractmethod
    def remark(self) -> str:
        """What the heading says quietly: how far the reading is, or how the list is sorted."""

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
    def filter_changed(self) -> None:
        """Choose the rows that `wanted` leaves; the cursor goes to the first."""

    def head_of(self, row: int) -> int:
        """The row on which the cursor stands when it is within what `row` shows."""
        return row

    def after(self, row: int) -> int:
        """The row to which the cursor goes down from `row`; it may lie beyond the last."""
        return row + 1

    def choose(self) -> None:
        """Do what `enter` and a click do with the row of the cursor."""

    def preview(self) -> None:
        """Do what `space` does with it."""

    # Room

    @property
    def head_rows(self) -> int:
        """Rows above the list: the heading and the filter, as far as they are shown."""
        return int(self.heading_shown) + int(self.filter_shown)

    @property
    def filter_shown(self) -> bool:
        """Whether the filter has a row of its own."""
        return self.filtering or bool(self.wanted)

    @property
    def need(self) -> int:
        """How many rows the panel would fill if it had as many as it likes."""
        return self.head_rows + max(1, self.row_count())

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
        self._cursor = self.head_of(max(0, min(row, self.row_count() - 1))) if self.row_count() else 0
        self._show_cursor()
        self.refresh()

    def scroll_list(self, row: int) -> None:
        """Make `row` the first in sight, as far as the list reaches."""
        last = max(0, self.row_count() - self.page)
        self.scroll_to(y=max(0, min(row, last)), animate=False, force=True, immediate=True)

    def show_heading(self, shown: bool) -> None:
        """Draw the heading here, or leave it to the tabs."""
        if shown != self.heading_shown:
            self.heading_shown = shown
            self._measure()

    def rows_changed(self) -> None:
        """Take note that there are other rows than before."""
        self._measure()
        self.post_message(PanelChanged())

    def _measure(self) -> None:
        self.virtual_size = Size(self.size.width, self.row_count() + self.head_rows)
        self.refresh()

    def _show_cursor(self) -> None:
        first, last = self._cursor, self.after(self._cursor) - 1
        if first < self.scroll_offset.y:
            self.scroll_list(first)
        elif last >= self.scroll_offset.y + self.page:
            self.scroll_list(min(first, last - self.page + 1))

    def on_resize(self) -> None:
        """Keep the cursor in sight when the room changes."""
        self._measure()
        self._show_cursor()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw line `y` of what is in sight."""
        width = self.size.width
        if y < self.head_rows:
            heading = self.heading_shown and y == 0
            segments = self._draw_heading(width) if heading else self._draw_filter(width)
            return Strip(segments, width)
        row = self.scroll_offset.y + y - self.head_rows
        return Strip([*self._draw_body(row, max(0, width - 1)), self._thumb(y - self.head_rows)], width)

    def look(self, *names: str) -> Style:
        """The style of a component, without what it inherits, to be laid over the style of its row."""
        return self.get_component_rich_style(*(f"panel--{name}" for name in names), partial=True)

    def row_look(self, row: int) -> Style:
        """The style of a whole row: the cursor's, or the ordinary one."""
        name = "panel--cursor" if self.row_count() and self.head_of(row) == self._cursor else "panel--row"
        return self.get_component_rich_style(name)

    def piece(self, row: int, name: str) -> Style:
        """The style of a part of a row; on the row that stands out for the cursor the part's colours give way."""
        part = self.look(name)
        stands_out = self.has_focus and self.head_of(row) == self._cursor
        return self.row_look(row) + (part.without_color if stands_out else part)

    def _draw_body(self, row: int, width: int) -> list[Segment]:
        if row < self.row_count():
            return self.draw_row(row, width)
        plain = self.get_component_rich_style("panel--row")
        quiet = f" {self.empty}" if row == 0 else ""
        return [Segment(pad(quiet, width), plain + self.look("quiet"))]

    def _draw_heading(self, width: int) -> list[Segment]:
        style = self.get_component_rich_style("panel--heading")
        rule = self.get_component_rich_style("panel--rule")
        name = cut(f"{self.key} {self.sign} {self.title} ", width - cell_len(self.count) - 1)
        count = cut(f" {self.count} ", width - cell_len(name))
        room = width - cell_len(name) - cell_len(count)
        remark = f" {self.remark} " if self.remark and cell_len(self.remark) + 4 <= room else ""
        dashes = "─" * (room - cell_len(remark) - (1 if remark else 0))
        return [
            Segment(name, style),
            Segment(dashes + remark + ("─" if remark else ""), rule),
            Segment(count, style),
        ]

    def _draw_filter(self, width: int) -> list[Segment]:
        style = self.get_component_rich_style("panel--filter")
        caret = "▏" if self.filtering else ""
        text = f"/{cut_start(self.wanted, width - 3)}{caret}"
        return [Segment(pad(text, width), style)]

    def _thumb(self, line: int) -> Segment:
        """One cell of the scroll thumb, which shows only while there is more than fits."""
        total, page = self.row_count(), self.page
        plain = self.get_component_rich_style("panel--row")
        if total <= page:
            return Segment(" ", plain)
        size = max(1, page * page // total)
        start = round((page - size) * self.scroll_offset.y / (total - page))
        return Segment("▐" if start <= line < start + size else " ", plain + self.look("thumb"))

    # Keys and mouse

    def on_key(self, event: events.Key) -> None:
        """While a filter is typed, take every key that writes; all others are commands."""
        if not self.filtering:
            return
        if event.is_printable and event.character is not None:
            self._filter_by(self.wanted + event.character)
        elif event.key == "backspace":
            self._filter_by(self.wanted[:-1])
        elif event.key == "ctrl+u":
            self._filter_by("")
        else:
            return
        event.stop()
        event.prevent_default()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """While a filter is typed, keep the footer from offering keys that would be typed."""
        return self.filtering and character is not None and character.isprintable()

    def on_paste(self, event: events.Paste) -> None:
        """Paste into the filter."""
        if self.filtering:
            event.stop()
            self._filter_by(self.wanted + " ".join(event.text.split()))

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        row = self.scroll_offset.y + event.y - self.head_rows
        if event.y < self.head_rows or row >= self.row_count():
            return
        event.stop()
        self.move_to(row)
        self.choose()

    def on_blur(self) -> None:
        """Stop typing a filter when the focus goes; what was typed still holds."""
        if self.filtering:
            self.filtering = False
            self.rows_changed()

    def action_panel_down(self) -> None:
        """Go to the next row."""
        self.move_to(self.after(self._cursor))

    def action_panel_up(self) -> None:
        """Go to the row before."""
        self.move_to(self._cursor - 1)

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

    def action_panel_preview(self) -> None:
        """Show what the row stands for and stay here."""
        if self.row_count():
            self.preview()

    def action_panel_filter(self) -> None:
        """Let typed characters shorten the list."""
        self.filtering = True
        self.rows_changed()

    def action_panel_leave(self) -> None:
        """Clear the filter, or leave when there is none."""
        if self.filter_shown:
            self.filtering = False
            self._filter_by("")
        else:
            self.post_message(PanelLeft())

    def _filter_by(self, wanted: str) -> None:
        self.wanted = wanted
        self.filter_changed()
        self.rows_changed()
