"""A panel: a list under a heading, with a filter. What the entity panels and the notes have in common."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment

from tui.base.commands import bindings
from tui.panels.cells import cut_start, one_line, pad
from tui.panels.line_list import LineList
from tui.panels.listing import heading
from tui.panels.messages import PanelChanged, PanelLeft

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType


class ListPanel(LineList):
    """The common part of all panels: the heading, the filter and their keys."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"panel--heading", "panel--rule", "panel--filter"}
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("panel")]

    def __init__(self, key: str, sign: str, title: str, *, id: str, classes: str = "") -> None:  # noqa: A002
        """Make an empty panel that key `key` goes to; `sign` is the shape that stands for its category."""
        super().__init__(id=id, classes=classes)
        self.key = key
        self.sign = sign
        self.title = title
        self.wanted = ""
        """What the list is filtered by."""
        self.filtering = False
        """Whether typed characters go to the filter."""
        self.heading_shown = True
        """Whether the panel draws its own heading; the tabs do in the tabbed form."""

    # What a subclass says

    @property
    @abstractmethod
    def count(self) -> str:
        """What the heading shows at its right end: how many there are."""

    @property
    @abstractmethod
    def remarks(self) -> tuple[str, ...]:
        """What the heading says quietly, the longest form first: how far the reading is, or how the list is sorted."""

    @property
    def filter_help(self) -> str:
        """What the filter says while nothing is typed."""
        return ""

    @property
    @abstractmethod
    def need(self) -> int:
        """How many rows the panel would fill if it had as many as it likes, whatever the filter leaves."""

    @abstractmethod
    def fill(self) -> None:
        """Choose and sort the rows anew; `wanted` says what the filter leaves of them."""

    @abstractmethod
    def preview(self) -> None:
        """Do what `space` does with the row of the cursor."""

    # Room

    @property
    def filter_shown(self) -> bool:
        """Whether the filter has a row of its own."""
        return self.filtering or bool(self.wanted)

    @property
    def head_rows(self) -> int:
        """The heading and the filter, as far as they are shown."""
        return int(self.heading_shown) + int(self.filter_shown)

    def show_heading(self, shown: bool) -> None:
        """Draw the heading here, or leave it to the tabs."""
        if shown != self.heading_shown:
            self.heading_shown = shown
            super().rows_changed()

    def rows_changed(self) -> None:
        """Take note that there are other rows than before, and tell the sidebar."""
        super().rows_changed()
        self.post_message(PanelChanged())

    # Drawing

    def draw_head(self, line: int, width: int) -> list[Segment]:
        """The heading, or the filter below it."""
        return self._draw_heading(width) if self.heading_shown and line == 0 else self._draw_filter(width)

    def _draw_heading(self, width: int) -> list[Segment]:
        parts = heading((self.key, self.sign, self.title), self.count, self.remarks, width)
        return [Segment(text, self.get_component_rich_style(f"panel--{name}")) for text, name in parts]

    def _draw_filter(self, width: int) -> list[Segment]:
        style = self.get_component_rich_style("panel--filter")
        caret = "▏" if self.filtering else ""
        if not self.wanted:
            caret = f"{caret} {self.filter_help}".rstrip()
        return [Segment(pad(f"/{cut_start(self.wanted, width - 3)}{caret}", width), style)]

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave alone the commands that have no meaning in this panel."""
        if action.startswith("panel_") and not hasattr(self, f"action_{action}"):
            return False
        return super().check_action(action, parameters)

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
            self._filter_by(self.wanted + one_line(event.text))

    def on_blur(self) -> None:
        """Stop typing a filter when the focus goes; what was typed still holds."""
        if self.filtering:
            self.filtering = False
            self.rows_changed()

    def action_panel_choose(self) -> None:
        """Choose the row of the cursor; where the filter leaves none, stop typing."""
        if not self.row_count():
            self.on_blur()
        super().action_panel_choose()

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
        self.fill()
        self.rows_changed()
        self.move_to(0)
