"""Choosing an entity of the article by typing a part of one of its names."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.base.bars import HintLine
from tui.base.cell_text import fold, one_line
from tui.panels.entity_order import Order, matching, ordered
from tui.panels.entity_rows import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from newsreader.entity import Entity

SHOWN = 100
"""So many entities are listed at most; typing brings up the others."""


class EntityPicker(ModalScreen[str | None]):
    """Asks for one of the entities; returns its id, or None when the reader would rather not."""

    AUTO_FOCUS = "#picker-line"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("down,ctrl+n", "move(1)", "Down", show=False),
        Binding("up,ctrl+p", "move(-1)", "Up", show=False, priority=True),
    ]

    def __init__(self, title: str, entities: Iterable[Entity]) -> None:
        """Ask for `title`; the entities with the most mentions stand first."""
        super().__init__()
        self._title = title
        self._entities = ordered(entities, Order.COUNT)
        self._found = self._entities

    def compose(self) -> ComposeResult:
        """Put the line above the list."""
        with Vertical(id="picker", classes="dialog"):
            yield Static(self._title, classes="dialog--title", markup=False)
            yield Input(id="picker-line", compact=True, placeholder="type a name")
            yield OptionList(id="picker-list", compact=True)
            yield HintLine(("down", ""), ("up", "moves"), ("enter", "takes it"), ("escape", "gives up"))

    def on_mount(self) -> None:
        """List all; the list is for looking at, the keys stay with the line."""
        self.query_one(OptionList).can_focus = False
        self._list()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Shorten the list to what has been typed."""
        event.stop()
        wanted = event.value.strip()
        self._found = sorted(matching(self._entities, wanted), key=lambda each: not _begins(each, wanted))
        self._list()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return the entity of the cursor, if there is any."""
        event.stop()
        row = self.query_one(OptionList).highlighted
        if row is not None:
            self.dismiss(self._found[row].id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the entity that was clicked."""
        event.stop()
        self.dismiss(self._found[event.option_index].id)

    def action_move(self, rows: int) -> None:
        """Go up or down in the list."""
        options = self.query_one(OptionList)
        options.action_cursor_down() if rows > 0 else options.action_cursor_up()

    def action_cancel(self) -> None:
        """Return nothing."""
        self.dismiss(None)

    def _list(self) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(Content(_label(entity))) for entity in self._found[:SHOWN])
        options.highlighted = 0 if self._found else None


def _begins(entity: Entity, wanted: str) -> bool:
    """Whether a word of the name begins with what was typed; such entities stand first."""
    return f" {fold(wanted)}" in f" {fold(entity.name)}"


def _label(entity: Entity) -> str:
    return f"{SIGNS[entity.category]} {one_line(entity.name)} {len(entity.mentions)}"
