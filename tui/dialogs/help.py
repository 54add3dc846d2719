"""The keys of what has the focus: grouped, to be scrolled and filtered."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.base.bars import HintLine
from tui.base.command import CONTEXTS, Context
from tui.base.command_palette import Offers
from tui.base.commands import COMMANDS, commands_in
from tui.base.marks import MARKS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from rich.console import RenderableType
    from textual.app import ComposeResult
    from textual.screen import Screen

    from tui.base.command import Command
    from tui.base.keymap import KeyMap

KEYS_WIDTH = 14
"""How many cells the keys have before they go on in the next line."""
OWN_KEYS = (("j", ""), ("k", "scrolls"), ("/", "filters"), ("escape", "closes"))
MARKS_TITLE = "Marks beside names, dates and lists, and in the gutter"


class HelpScreen(ModalScreen[None]):
    """Lists the commands of some contexts with their keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "close", "Close"),
        Binding("slash", "filter", "Filter"),
        Binding("j,down", "scroll(1)", "Down", show=False),
        Binding("k,up", "scroll(-1)", "Up", show=False),
        Binding("space,pagedown", "page(1)", "Page down", show=False),
        Binding("b,pageup", "page(-1)", "Page up", show=False),
        Binding("g,home", "edge(-1)", "Top", show=False),
        Binding("G,end", "edge(1)", "End", show=False),
    ]

    def __init__(self, contexts: Sequence[Context], keymap: KeyMap, meaningless: Container[str] = ()) -> None:
        """Take the contexts, the one with the focus first, the keys in force, and what is left out of the contexts."""
        super().__init__()
        self._contexts = contexts
        self._meaningless = meaningless
        self._keymap = keymap

    @classmethod
    def for_screen(cls, screen: Screen[object], keymap: KeyMap) -> HelpScreen:
        """Make the help for what has the focus on `screen`."""
        ids = {active.binding.id for active in screen.active_bindings.values()}
        applying = {each.context for each in COMMANDS if each.id in ids}
        contexts = [context for context in CONTEXTS if context in applying]
        return cls(contexts, keymap, _meaningless(screen))

    def compose(self) -> ComposeResult:
        """A filter above the list; it shows itself when it is wanted."""
        yield Input(placeholder="filter", id="help-filter")
        with VerticalScroll(id="help-list"):
            yield Static(id="help-keys")
        yield HintLine(*OWN_KEYS, id="help-own")

    def on_mount(self) -> None:
        """Show everything."""
        self.query_one(Input).display = False
        self._list("")
        self.query_one(VerticalScroll).focus()

    def shown(self, wanted: str) -> Iterator[tuple[str, list[Command]]]:
        """Go through the headings and the commands below them that have `wanted` in their keys, title or help."""
        for context in self._contexts:
            meant = (each for each in commands_in(context) if each.id not in self._meaningless)
            found = [each for each in meant if self._matches(each, wanted.casefold())]
            for group, commands in groupby(found, key=lambda each: each.group):
                where = CONTEXTS[context]
                yield group if group == where else f"{group} · {where[0].lower()}{where[1:]}", list(commands)

    def _matches(self, command: Command, wanted: str) -> bool:
        return wanted in f"{self._keymap.label(command)} {command.title} {command.help}".casefold()

    def _list(self, wanted: str) -> None:
        parts: list[RenderableType] = []
        for heading, commands in self.shown(wanted):
            rows = [(self._keymap.label(each), each.help) for each in commands]
            parts += [Text(heading, style="bold underline"), _table(rows), ""]
        if marks := [each for each in MARKS if wanted.casefold() in " ".join(each).casefold()]:
            parts += [Text(MARKS_TITLE, style="bold underline"), _table(marks), ""]
        self.query_one("#help-keys", Static).update(Group(*parts[:-1]) if parts else Text("No command matches."))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Shorten the list."""
        self._list(event.value)

    def on_input_submitted(self) -> None:
        """Go from the filter to the list."""
        self.query_one(VerticalScroll).focus()

    def action_filter(self) -> None:
        """Type to shorten the list."""
        field = self.query_one(Input)
        field.display = True
        field.focus()

    def action_close(self) -> None:
        """Clear the filter; without one, close."""
        field = self.query_one(Input)
        if not field.display:
            self.dismiss()
            return
        field.value = ""
        self.query_one(VerticalScroll).focus()
        field.display = False

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        area = self.query_one(VerticalScroll)
        area.scroll_relative(y=pages * max(1, area.size.height - 1), animate=False)

    def action_edge(self, direction: int) -> None:
        """Go to the top or the end."""
        area = self.query_one(VerticalScroll)
        area.scroll_home(animate=False) if direction < 0 else area.scroll_end(animate=False)


def _meaningless(screen: Screen[object]) -> set[str]:
    """The commands that nobody on a screen carries out, where it says who does."""
    if not isinstance(screen, Offers):
        return set()
    carried_out = {each for registry, _ in screen.registries() for each in registry.ids}
    return {each.id for each in COMMANDS if each.context != "app"} - carried_out


def _table(rows: Iterable[tuple[str, str]]) -> Table:
    """Lay out keys or marks and what they say in two columns that are the same in all groups."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=KEYS_WIDTH)
    table.add_column(ratio=1)
    for sign, help_text in rows:
        table.add_row(Text(sign, style="bold"), Text(help_text))
    return table
