"""Who appears with whom: a list of pairs, or of those that one entity appears with; choosing one jumps there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.base.bars import HintLine
from tui.base.cell_text import cut, one_line, pad
from tui.base.commands import bindings
from tui.base.widths import cell_len
from tui.panels.entity_order import matching
from tui.panels.entity_rows import SIGNS
from tui.panels.line_list import LineList
from tui.panels.list_rows import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.geometry import Size

    from newsreader.entities.cooccurrence import Pair
    from newsreader.entity import Entity
    from tui.base.style_book import Line

FRAME = 6
"""Rows of the screen that are not for the list: border, title, filter, hint and some air."""

KEYS = (("enter", "goes where they meet, n on"), ("/", "filters"), ("escape", "closes"))

_COMMANDS = ("down", "up", "page_down", "page_up", "top", "bottom", "choose")


class PairRows(Rows):
    """A row for each pair: both names, or only the other's, and in how many paragraphs they meet."""

    def __init__(self, pairs: Sequence[Pair], entities: Mapping[str, Entity], *, of_one: bool) -> None:
        self.pairs = pairs
        self._entities = entities
        self._of_one = of_one

    def __len__(self) -> int:
        return len(self.pairs)

    def matching(self, wanted: str) -> PairRows:
        """The pairs in which one of those whose names are shown is called that, whatever the case and accents."""
        called = {each.id for each in matching(self._entities.values(), wanted)}
        left = [pair for pair in self.pairs if any(each in called for each in self._names_of(pair))]
        return PairRows(left, self._entities, of_one=self._of_one)

    def draw(self, row: int, width: int) -> Line:
        """The names on the left, the count on the right."""
        pair = self.pairs[row]
        figure = f" {len(pair.paragraphs)}"
        room = max(0, width - cell_len(figure))
        names = [self._named(each) for each in self._names_of(pair)]
        each = (room - 4) // 2 if len(names) > 1 else room
        words = " – ".join(cut(name, max(each, room - 4 - cell_len(names[-1]))) for name in names)
        return [(pad(f" {words}", room), ()), (figure, ("panel--count",))]

    def _names_of(self, pair: Pair) -> tuple[str, ...]:
        """Those of the pair whose names are shown."""
        return (pair.other,) if self._of_one else (pair.one, pair.other)

    def _named(self, entity_id: str) -> str:
        entity = self._entities[entity_id]
        return f"{SIGNS[entity.category]} {one_line(entity.name)}"


class PairList(LineList):
    """The list of the pairs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        each for each in bindings("panel") if str(each.id).removeprefix("panel.") in _COMMANDS
    ]

    class Chosen(Message):
        """A pair was chosen."""

        def __init__(self, pair: Pair) -> None:
            super().__init__()
            self.pair = pair

    def __init__(self, rows: PairRows) -> None:
        super().__init__(rows, {"panel.choose": self._choose}, id="pair-list")
        self._all = self._shown = rows

    @property
    def empty(self) -> str:
        """The words for a text in which nobody meets anybody."""
        return "nobody of that name" if len(self._all) else "nobody in the same paragraph"

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are pairs, whatever the filter leaves, and no more than fit beside the frame."""
        return max(1, min(len(self._all), self.screen.size.height - FRAME))

    def filter_by(self, wanted: str) -> None:
        """Leave the pairs that `PairRows.matching` leaves."""
        self._shown = self._all.matching(wanted)
        self.show_rows(self._shown)
        self.move_to(0)

    def _choose(self) -> None:
        """Return the pair of the cursor."""
        if len(self._shown):
            self.post_message(self.Chosen(self._shown.pairs[self.cursor]))


class CompanyDialog(ModalScreen["Pair | None"]):
    """Shows who appears with whom; returns the pair that was chosen, or None when it was only read."""

    AUTO_FOCUS = "#pair-list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close"),
        Binding("slash", "filter", "Filter", show=False),
    ]

    def __init__(self, pairs: Sequence[Pair], entities: Mapping[str, Entity], entity: Entity | None = None) -> None:
        """Show `pairs`, all of which begin with `entity` if it is given; `entities` are those of the pairs by id."""
        super().__init__()
        title = f"{one_line(entity.name)} appears with" if entity else "Who appears with whom"
        self._title = f"{title}, by paragraphs"
        self._list = PairList(PairRows(pairs, entities, of_one=entity is not None))

    def compose(self) -> ComposeResult:
        """Put the list below its title."""
        with Vertical(id="company", classes="dialog"):
            yield Static(self._title, classes="dialog--title", markup=False)
            yield Input(id="company-filter", compact=True, placeholder="type a name")
            yield self._list
            yield HintLine(*KEYS)

    def on_mount(self) -> None:
        """Show the line of the filter only when it is wanted."""
        self.query_one(Input).display = False

    def action_filter(self) -> None:
        """Have a name typed."""
        line = self.query_one(Input)
        line.display = True
        line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Shorten the list to what has been typed."""
        event.stop()
        self._list.filter_by(event.value.strip())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on in the list as it is now."""
        event.stop()
        self._list.focus()

    def on_pair_list_chosen(self, event: PairList.Chosen) -> None:
        """Return the pair."""
        event.stop()
        self.dismiss(event.pair)

    def action_close(self) -> None:
        """Take the filter away; without one return nothing."""
        line = self.query_one(Input)
        if not line.display:
            self.dismiss(None)
            return
        line.value, line.display = "", False
        self._list.focus()
