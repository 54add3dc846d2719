"""The list of one part of a dossier at a time; where one was in the others is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from tui.base.commands import bindings
from tui.dossier.entries import EntryRows
from tui.panels.line_list import LineList, in_place

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from textual.binding import BindingType

    from tui.base.command_registry import Handler
    from tui.dossier.entries import Entry

PAGES = 3
"""Screenfuls from its end at which little is left of a part."""
_COMMANDS = ("down", "up", "page_down", "page_up", "top", "bottom", "choose", "filter", "leave")


class PartList(LineList):
    """Shows the entries of the part that is in front."""

    BINDINGS: ClassVar[list[BindingType]] = [
        each for each in bindings("panel") if str(each.id).removeprefix("panel.") in _COMMANDS
    ]

    class Moved(Message):
        """The cursor is on another entry, or others are in sight."""

        def can_replace(self, message: Message) -> bool:
            """One of them says as much as several."""
            return isinstance(message, PartList.Moved)

    def __init__(self, commands: dict[str, Handler]) -> None:
        """Show nothing yet; `commands` are what can be done here besides moving."""
        self._part: Hashable = None
        self._parts: dict[Hashable, EntryRows] = {}
        self._places: dict[Hashable, tuple[int, int]] = {}
        """Row of the cursor and first row in sight of the parts that are not in front."""
        self._sought: Hashable = None
        """What names the entry that the cursor is to go to as soon as it is there; None for none."""
        self.nothing = ""
        """The words in place of an empty list."""
        super().__init__(EntryRows((), 80), commands, id="dossier-list")

    @property
    def empty(self) -> str:
        """The words that stand in place of an empty list."""
        return self.nothing

    def say_nothing(self, words: str) -> None:
        """Have these words stand in place of an empty list."""
        if words != self.nothing:
            self.nothing = words
            self.refresh()

    @property
    def here(self) -> Entry | None:
        """The entry with the cursor."""
        return self._rows.of(self.cursor) if len(self._rows) else None

    @property
    def little_left(self) -> bool:
        """Whether little is left below what one looks at."""
        return len(self.rows) - max(self.cursor, self.scroll_offset.y) <= PAGES * self.page

    @property
    def _rows(self) -> EntryRows:
        return self._parts.get(self._part, EntryRows((), self.room))

    @property
    def room(self) -> int:
        """Cells of a row."""
        return max(1, self.size.width - 1)

    def front(self, part: Hashable) -> None:
        """Bring a part to the front, where one was in it."""
        self._places[self._part] = self.cursor, int(self.scroll_offset.y)
        self._part = part
        if part in self._parts:
            self._parts[part] = self._parts[part].at_width(self.room)
        self.show_rows(self._rows)
        cursor, top = self._places.get(part, (0, 0))
        self.put_cursor(cursor)
        self.scroll_list(top)
        self.post_message(self.Moved())

    def fill(self, part: Hashable, entries: Sequence[Entry], *, adds: bool = False) -> None:
        """Have a part show these entries, behind those it has or in their place; what one looks at stays put."""
        if adds and part in self._parts:
            self._parts[part].extend(entries)
            if part == self._part:
                self.measure()
        elif part == self._part:
            with in_place(self):
                self._parts[part] = EntryRows(entries, self.room)
                self.show_rows(self._rows)
        else:
            self._parts[part] = EntryRows(entries, self.room)
        if part == self._part:
            self._find_sought()
            self.post_message(self.Moved())

    def seek(self, key: Hashable) -> None:
        """Have the cursor go to the entry of that name of the part in front, once it is there."""
        self._sought = key

    def _find_sought(self) -> None:
        row = self._rows.number(self._sought)
        if self._sought is not None and row is not None:
            self._sought = None
            self.move_to(row)

    def put_cursor(self, row: int) -> None:
        """Put the cursor on a row, and tell the screen."""
        before = self.cursor
        super().put_cursor(row)
        if before != self.cursor:
            self.post_message(self.Moved())

    def show_cursor(self) -> None:
        """Bring the cursor into sight, with what stands above its entry if that is just out of sight."""
        super().show_cursor()
        above = self.cursor - 1
        if self.scroll_offset.y == self.cursor and above >= 0 and self._rows.stands_above(above):
            self.scroll_list(above)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell the screen that others are in sight."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Wrap to the new width; the cursor stays on its entry."""
        if self._part in self._parts and self._parts[self._part].width != self.room:
            with in_place(self):
                self._parts[self._part] = self._parts[self._part].at_width(self.room)
                self.rows = self._rows
                self.measure()
        super().on_resize()
