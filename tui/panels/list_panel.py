"""The widget of every panel: a list under a heading, with a filter. What it shows is the business of its face."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from tui.base.cell_text import one_line
from tui.base.commands import bindings
from tui.panels.face import Choices, Contents, filter_line, heading
from tui.panels.line_list import LineList, in_place
from tui.panels.list_rows import Target
from tui.panels.panel_commands import panel_commands
from tui.panels.requests import PanelChanged, PanelMoved

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

    from tui.base.style_book import Line
    from tui.panels.face import Panel, PanelFace


class ListPanel(LineList):
    """Shows the face that its declaration makes of the contents and of what the reader chose."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("panel")]

    def __init__(self, panel: Panel) -> None:
        """Make an empty panel."""
        self.panel = panel
        self.contents = Contents()
        self.choices = Choices(panel.orders[0])
        self.face: PanelFace = panel.face(panel, self.contents, self.choices)
        super().__init__(self.face.rows, panel_commands(self), id=panel.id, classes=f"-{panel.name}")
        self.filtering = False
        """Whether typed characters go to the filter."""
        self.heading_shown = True
        """Whether the panel draws its own heading; the tabs do in the tabbed form."""
        self.used = False
        """Whether the reader has been here, or the cursor has been put on the active entity."""

    # What it shows

    def begin(self, contents: Contents) -> None:
        """Start with another article; a filter for what is found in it goes, one for notes stays."""
        self.contents = contents
        if self.panel.found:
            self.filtering = False
            self.list_by(replace(self.choices, wanted="", expanded=frozenset()), follow=False)
        else:
            self.list_by(self.choices)
        self.used = False

    def show(self, contents: Contents) -> None:
        """Show what there is now of the same article.

        The cursor stays on its row's item and that row where it is on the screen, if the reader has been here.
        """
        before, self.contents = self.contents, contents
        if any(getattr(before, part) is not getattr(contents, part) for part in self.panel.shows):
            arriving = self.panel.found and any(
                getattr(before, part) is not getattr(contents, part) for part in ("analysis", "signs", "listed")
            )
            follow = not arriving or self.used or self.has_focus or self.scroll_offset.y > 0
            self.list_by(self.choices, follow=follow)
        elif before.status != contents.status:
            self.face = replace(self.face, status=contents.status)
            self.refresh()

    def mark(self, entity_id: str | None) -> None:
        """Mark the active entity; the cursor goes to it, unless the reader is in this panel.

        When none is active any more, it goes back to the top from the one that was.
        """
        before, self.contents = self.contents.active, replace(self.contents, active=entity_id)
        self.rows = self.rows.with_active(entity_id)
        self.face = replace(self.face, rows=self.rows)
        left, row = (
            self.rows.number(Target("entity", each)) if each is not None else None for each in (before, entity_id)
        )
        for each in (left, row):
            if each is not None:
                self.refresh_row(each)
        if row is not None and not self.has_focus:
            self.used = True
            self.move_to(row)
        elif entity_id is None and left is not None and not self.has_focus and self.cursor == left:
            self.used = False
            self.move_to(0)

    def list_by(self, choices: Choices, *, follow: bool = True) -> None:
        """List what the reader chose now; with `follow`, the cursor stays on its item, else it goes to the first."""
        self.choices = choices
        face = replace(self.panel.face(self.panel, self.contents, self.choices), speaks=self.face.speaks)
        with in_place(self) if follow else nullcontext():
            self.face = face
            self.show_rows(face.rows)
            self.post_message(PanelChanged())
        if not follow:
            self.move_to(0)
        self._tell()

    def show_as(self, *, speaks: bool, headed: bool) -> None:
        """Say how far the reading is, or leave that to another panel; draw the heading, or leave it to the tabs."""
        if speaks != self.face.speaks:
            self.face = replace(self.face, speaks=speaks)
            self.refresh()
        if headed != self.heading_shown:
            self.heading_shown = headed
            self.measure()

    @property
    def empty(self) -> str:
        """The words that stand in place of an empty list."""
        return self.face.empty

    @property
    def target(self) -> Target | None:
        """What the row of the cursor stands for."""
        return self.rows.target(self.cursor) if len(self.rows) else None

    def move_to(self, row: int) -> None:
        """Put the cursor on a row; from now on it stays with what that row shows."""
        self.used = self.used or self.has_focus
        super().move_to(row)

    def put_cursor(self, row: int) -> None:
        """Put the cursor on a row, and tell the screen where it is."""
        before = self.cursor
        super().put_cursor(row)
        if before != self.cursor:
            self._tell()

    def _tell(self) -> None:
        if self.has_focus:
            self.post_message(PanelMoved())

    # The heading and the filter

    @property
    def head_rows(self) -> int:
        """The heading and the filter, as far as they are shown."""
        return int(self.heading_shown) + int(self.filtering or bool(self.choices.wanted))

    def draw_head(self, line: int, width: int) -> Line:
        """The heading, or the filter below it."""
        if self.heading_shown and line == 0:
            return heading(self.face, width, focused=self.has_focus)
        return filter_line(self.panel, self.choices.wanted, width, typing=self.filtering)

    def filter_by(self, wanted: str, *, typing: bool = True) -> None:
        """Leave the rows that are wanted; go on typing or not."""
        self.filtering = typing
        self.list_by(replace(self.choices, wanted=wanted), follow=False)

    def type_filter(self, typing: bool) -> None:
        """Let typed characters go to the filter, or no longer; what was typed still holds."""
        if typing != self.filtering:
            self.filtering = typing
            self.measure()
            self.post_message(PanelChanged())
            self._tell()

    def on_key(self, event: events.Key) -> None:
        """While a filter is typed, take every key that writes; all others are commands."""
        wanted = _typed(self.choices.wanted, event) if self.filtering else None
        if wanted is not None:
            self.filter_by(wanted)
            event.stop()
            event.prevent_default()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """While a filter is typed, keep the footer from offering keys that would be typed."""
        return self.filtering and character is not None and character.isprintable()

    def on_paste(self, event: events.Paste) -> None:
        """Paste into the filter."""
        if self.filtering:
            event.stop()
            self.filter_by(self.choices.wanted + one_line(event.text))

    def on_blur(self) -> None:
        """Stop typing a filter when the focus goes."""
        self.type_filter(False)


def _typed(wanted: str, event: events.Key) -> str | None:
    """What the filter is after a key; None if the key does not write."""
    if event.is_printable and event.character is not None:
        return wanted + event.character
    return {"backspace": wanted[:-1], "ctrl+u": ""}.get(event.key)
