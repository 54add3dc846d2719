"""Several names beside each other: the articles where all of them meet, and where each stands alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

from tui.base.bars import HeaderLine
from tui.base.cell_text import one_line
from tui.base.command_registry import CommandRegistry
from tui.base.commands import bindings
from tui.base.keymap import resolve
from tui.base.library_queries import ARTICLES, LibraryQueries
from tui.dossier import exporting, opening
from tui.dossier.asking import ask_for_thing
from tui.dossier.comparison_head import ComparisonHead
from tui.dossier.comparison_reading import ComparisonReading
from tui.dossier.exporting import Exporting
from tui.dossier.part_list import PartList
from tui.dossier.queried_list import QueriedList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from newsreader.index.appearing import Thing
    from newsreader.index.index import Index
    from newsreader.store.library import Library
    from tui.dossier.comparison_reading import Compared
    from tui.dossier.screen import DossierContext
    from tui.reader.session import Session

OFFERED = (
    "panel.choose",
    "comparison.next_part",
    "panel.filter",
    "comparison.add",
    "comparison.export",
    "comparison.leave",
    "app.help",
)
MOST = 4
"""Names beside each other."""


def compare_with(context: DossierContext) -> None:
    """Ask with whom the thing of a dossier is to be compared, and show that."""
    thing = context.pages.thing
    if thing is None:
        context.say(context.pages.why_nothing)
        return

    def show(other: Thing) -> None:
        context.screen.app.push_screen(
            ComparisonScreen(context.session, context.library, context.open_index, (thing, other))
        )

    ask_for_thing(
        context.screen,
        context.open_index,
        f"With whom is {one_line(thing.name)} to be compared?",
        fits=lambda other: other.id != thing.id,
        chosen=show,
        failed=context.say,
    )


class ComparisonContext:
    """What there is of one comparison: what was read, the widgets, and what can be done with them."""

    def __init__(
        self,
        screen: Screen[None],
        session: Session,
        library: Library,
        open_index: Callable[[], Index],
        things: Sequence[Thing],
    ) -> None:
        self.screen = screen
        self._session = session
        self._library = library
        self._open_index = open_index
        self.things = things
        self.at = 0
        """The part in front: 0 is where they meet, then each of them alone."""
        self.header = HeaderLine()
        self.header.headline = " and ".join(one_line(each.name) for each in things)
        self.head = ComparisonHead(things, self.front)
        self.list = PartList(
            {
                "panel.choose": self.choose,
                "panel.filter": lambda: self.below.type_query(),
                "panel.leave": lambda: self.below.leave(),
            }
        )
        self.exporting = Exporting(screen, open_index, self.say)
        self.below = QueriedList(
            self.list,
            keymap=resolve(session.config.keys),
            offered=lambda: OFFERED,
            asked=self.begin,
            moved=self.read_on,
            focus=self.list.focus,
            stop=self.exporting.stop,
        )
        self.queries = LibraryQueries(open_index, screen.call_later, changed=self.begin, failed=self.say)
        self.reading = ComparisonReading(library, self.queries, things, shown=self._show, failed=self.say)
        self.commands = CommandRegistry()
        self.commands.register(
            {
                "comparison.next_part": lambda: self.front(self.at + 1),
                "comparison.previous_part": lambda: self.front(self.at - 1),
                "comparison.add": self._add,
                "comparison.export": self._export,
                "comparison.leave": screen.dismiss,
            }
        )

    def begin(self) -> None:
        """Read all anew."""
        self.reading.begin(self.below.filtering.condition)

    def front(self, at: int) -> None:
        """Bring the part of that index to the front; behind the last comes the first."""
        self.at = at % (len(self.things) + 1)
        self.list.front(self.at)
        self._draw()

    def _show(self, part: int, compared: Compared) -> None:
        self.list.fill(part, compared.entries, adds=compared.adds)
        self._draw()
        self.read_on()

    def _draw(self) -> None:
        known = self.reading.counts
        self.list.nothing = "reading…" if known is None else "no article" if self.at else "they do not meet"
        self.head.show(known, self.at)
        self.list.refresh()

    def read_on(self) -> None:
        """Read more where little is left below."""
        if self.list.little_left:
            self.reading.read_on(self.at)

    # What can be done

    def choose(self) -> None:
        """Open the article of the entry with the cursor."""
        place = self.list.here.place if self.list.here is not None else None
        if place is not None:
            *others, thing = self._walked
            condition = self.below.filtering.condition
            for other in others:
                condition = opening.asked_for(other, condition)
            load = partial(opening.load, self._library, thing, condition, place)
            self.queries.ask("open", load, self._open, urgency=ARTICLES)

    @property
    def _walked(self) -> Sequence[Thing]:
        """Whose articles those of the part in front are; the mentions of the first are active in them."""
        return (self.things[self.at - 1],) if self.at else self.things

    def _open(self, ready: opening.Ready | str) -> None:
        from tui.reader.screen import ReaderScreen

        if isinstance(ready, str):
            self.say(ready)
        else:
            self.screen.app.push_screen(ReaderScreen(ready.session(self._session)))

    def _add(self) -> None:
        """Ask for one more, and compare all of them in the place of this."""
        if len(self.things) >= MOST:
            self.say(f"More than {MOST} names do not fit side by side: “newsreader compare” takes any number.")
            return
        known = {each.id for each in self.things}

        def show(other: Thing) -> None:
            more = ComparisonScreen(self._session, self._library, self._open_index, (*self.things, other))
            self.screen.app.push_screen(more)

        ask_for_thing(
            self.screen,
            self._open_index,
            "Which name as well?",
            fits=lambda other: other.id not in known,
            chosen=show,
            failed=self.say,
        )

    def _export(self) -> None:
        asked = self.below.filtering
        subjects = self.reading.subjects
        self.exporting.ask(exporting.comparison(self._library, subjects, asked.condition, asked.line.value.strip()))

    def say(self, sentence: str) -> None:
        """Show what happened."""
        self.below.say(sentence)


class ComparisonScreen(Screen[None]):
    """Tabs, one part of the comparison below them, and a line for a query."""

    AUTO_FOCUS = "#dossier-list"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("comparison")]

    def __init__(
        self, session: Session, library: Library, open_index: Callable[[], Index], things: Sequence[Thing]
    ) -> None:
        super().__init__()
        self.context = ComparisonContext(self, session, library, open_index, things)

    def compose(self) -> ComposeResult:
        """The tabs, the list, the line to type in, and the status."""
        yield self.context.header
        yield self.context.head
        yield self.context.below
        yield self.context.below.status

    def on_mount(self) -> None:
        """Begin to read."""
        self.context.front(0)
        self.context.begin()

    def on_unmount(self) -> None:
        """Read and write no further."""
        self.context.exporting.stop()
        self.context.queries.close()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys of a command through only where it can be carried out."""
        return self.context.commands.allows(action, parameters)

    def registries(self) -> Sequence[tuple[CommandRegistry, Callable[[], object]]]:
        """Who carries commands out: the list and the screen."""
        return ((self.context.list.commands, self.context.list.focus), (self.context.commands, lambda: None))

    async def action_run(self, command_id: str) -> None:
        """Carry a command out."""
        await self.context.commands.run(command_id)

    def on_screen_suspend(self) -> None:
        """Offer no key while something else takes them."""
        self.context.below.describe()

    def on_screen_resume(self) -> None:
        """Offer the keys again."""
        self.context.below.describe()
