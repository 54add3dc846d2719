"""A list of any length on the line API, with a cursor: what panels and cards draw their rows with.

Only the rows in sight cost anything. What a row shows and where the cursor can stand is the business of `Rows`; this
class knows the cursor, scrolling and the commands that move.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.base.command_registry import CommandRegistry
from tui.base.style_book import WidgetStyles, paint
from tui.panels.list_rows import Rows, list_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual import events

    from tui.base.command_registry import Handler
    from tui.base.style_book import Line


class LineList(ScrollView, can_focus=True):
    """Rows with a cursor. The last column of cells belongs to the scroll thumb; rows are drawn before it."""

    def __init__(self, rows: Rows, commands: Mapping[str, Handler], *, id: str, classes: str = "") -> None:  # noqa: A002
        """Show `rows`; `commands` are what can be done here besides moving, by their ids, or moves of another kind."""
        super().__init__(id=id, classes=f"panel {classes}")
        self.rows = rows
        self.commands = CommandRegistry()
        self.commands.register({**_moves(self), **commands})
        self._cursor = 0
        self._styles = WidgetStyles(self)

    # What a subclass may say

    @property
    def empty(self) -> str:
        """The words that stand in place of an empty list."""
        return ""

    @property
    def head_rows(self) -> int:
        """Rows above the list that do not scroll."""
        return 0

    def draw_head(self, line: int, width: int) -> Line:
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
        before, rows = self._cursor, self.rows
        self._cursor = rows.head_of(max(0, min(row, len(rows) - 1))) if len(rows) else 0
        if before != self._cursor:
            self.refresh_row(before)
            self.refresh_row(self._cursor)

    def refresh_row(self, row: int) -> None:
        """Draw the item of a row anew if it is in sight: all else of the panel stands as it is."""
        if row < len(self.rows):
            first, last = row - self.scroll_offset.y, self.rows.after(row) - self.scroll_offset.y
            shown = Region(0, max(0, first), self.size.width, max(0, min(last, self.page) - max(0, first)))
            if shown:
                self.refresh(shown.translate((0, self.head_rows)))

    def show_cursor(self) -> None:
        """Bring the cursor into sight, with as little scrolling as can be."""
        last = self.rows.after(self._cursor) - 1 if len(self.rows) else 0
        if self._cursor < self.scroll_offset.y:
            self.scroll_list(self._cursor)
        elif last >= self.scroll_offset.y + self.page:
            self.scroll_list(min(self._cursor, last - self.page + 1))

    def scroll_list(self, row: int) -> None:
        """Make `row` the first in sight, as far as the list reaches."""
        last = max(0, len(self.rows) - self.page)
        self.scroll_to(y=max(0, min(row, last)), animate=False, force=True, immediate=True)

    def show_rows(self, rows: Rows) -> None:
        """Show these rows in place of those before."""
        self.rows = rows
        self.measure()

    def measure(self) -> None:
        """Take note of how many rows there are."""
        self.virtual_size = Size(self.size.width, len(self.rows) + self.head_rows)
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in sight when the room changes."""
        self.measure()
        self.show_cursor()

    # Drawing

    def notify_style_update(self) -> None:
        """Take the styles of the theme there is now."""
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """Draw line `y` of what is in sight."""
        width, head = self.size.width, self.head_rows
        if y < head:
            return Strip(paint(self.draw_head(y, width), self._styles), width)
        cursor = self._cursor if self.has_focus else None
        line = list_line(
            self.rows, y - head, width, page=self.page, top=self.scroll_offset.y, cursor=cursor, empty=self.empty
        )
        return Strip(paint(line, self._styles), width)

    # Keys and mouse

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave alone the commands that have no meaning here."""
        return action != "run" or self.commands.available(str(*parameters))

    async def action_run(self, command_id: str) -> None:
        """Carry a command out."""
        await self.commands.run(command_id)

    async def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        row = self.scroll_offset.y + event.y - self.head_rows
        if event.y < self.head_rows or row >= len(self.rows):
            return
        event.stop()
        self.put_cursor(row)
        await self.commands.run("panel.choose")


def _step(shown: LineList, *, down: bool) -> None:
    """Go to the item below or above, if the list has any: rows answer for those that they have."""
    if shown.cursor < len(shown.rows):
        rows = shown.rows
        shown.move_to(rows.after(shown.cursor) if down else rows.before(shown.cursor))


def _moves(shown: LineList) -> dict[str, Handler]:
    return {
        "panel.down": partial(_step, shown, down=True),
        "panel.up": partial(_step, shown, down=False),
        "panel.page_down": lambda: shown.move_to(shown.cursor + shown.page),
        "panel.page_up": lambda: shown.move_to(shown.cursor - shown.page),
        "panel.top": lambda: shown.move_to(0),
        "panel.bottom": lambda: shown.move_to(len(shown.rows) - 1),
    }


@contextmanager
def in_place(shown: LineList) -> Iterator[None]:
    """Keep the cursor on its item, and what is in sight where it is, while the rows become others.

    What stays where it is is the cursor's row if it is in sight, else the first.
    """
    top, rows = shown.scroll_offset.y, shown.rows
    anchor = shown.cursor if top <= shown.cursor < top + shown.page else top
    keys = [rows.key(row) if row < len(rows) else None for row in (shown.cursor, anchor)]
    places, line = (shown.cursor, anchor), anchor - top
    yield
    last = max(0, len(shown.rows) - 1)
    found = [shown.rows.number(key) if key is not None else None for key in keys]
    cursor, anchor = (min(place, last) if row is None else row for place, row in zip(places, found, strict=True))
    shown.put_cursor(cursor)
    shown.scroll_list(anchor - line)
