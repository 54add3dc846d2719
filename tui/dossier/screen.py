"""One person, place or organisation over all articles of the library."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.screen import Screen

from newsreader.dossier.gather import Wanted
from newsreader.dossier.gathering import Part
from newsreader.index.index import Index
from tui.base.bars import HeaderLine
from tui.base.cell_text import one_line
from tui.base.command_registry import CommandRegistry
from tui.base.commands import bindings
from tui.base.keymap import resolve
from tui.base.library_queries import LibraryQueries
from tui.dossier import exporting
from tui.dossier.acting import Acting
from tui.dossier.company import Company
from tui.dossier.comparing import compare_with
from tui.dossier.entering import Entering
from tui.dossier.exporting import Exporting
from tui.dossier.going import GoingOn
from tui.dossier.head import DossierHead
from tui.dossier.pages import Pages
from tui.dossier.part_list import PartList
from tui.dossier.parts import PARTS
from tui.dossier.queried_list import QueriedList
from tui.dossier.reading import DossierReading
from tui.dossier.taking_in import take_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from newsreader.dossier.model import Subject
    from newsreader.dossier.windows import Overview
    from newsreader.store.library import Library
    from tui.base.command_registry import Handler
    from tui.dossier.reading import Shown
    from tui.reader.session import Session

OFFERED = (
    "panel.choose",
    "dossier.next_part",
    "panel.filter",
    "dossier.watch",
    "dossier.entry",
    "dossier.compare",
    "dossier.export",
    "dossier.library",
    "dossier.leave",
    "app.help",
)
BY_NAME = "Your article was not read for names yet: this is who is called so in others."


class DossierContext:
    """What there is of one dossier: what was read, the widgets, and what can be done with them."""

    def __init__(self, screen: Screen[None], session: Session, library: Library, subject: Subject) -> None:
        self.screen = screen
        self.session = session
        self.library = library
        self.header = HeaderLine()
        going = GoingOn(self)
        listed: dict[str, Handler] = {
            "panel.choose": going.choose,
            "panel.filter": lambda: self.below.type_query(),
            "panel.leave": lambda: self.below.leave(),
        }
        self.list = PartList(listed)
        self.pages = Pages(subject, self.list)
        self.company = Company(self, listed)
        self.exporting = Exporting(screen, self.open_index, self.say)
        self.below = QueriedList(
            self.list,
            self.company.picture,
            keymap=resolve(session.config.keys),
            offered=lambda: OFFERED,
            asked=self._asked_otherwise,
            moved=self.read_on,
            focus=self.company.focus,
            stop=self.exporting.stop,
        )
        self.queries = LibraryQueries(self.open_index, screen.call_later, changed=self.look_again, failed=self.say)
        self.reading = DossierReading(
            library,
            self.queries,
            subject,
            take_in=partial(take_in, session, library),
            told=self._tell,
            shown=self._show,
            failed=self.say,
        )
        self.header.headline = f"Library · {one_line(subject.name)}"
        acting = Acting(self)
        self.entering = Entering(self, acting)
        self.commands = CommandRegistry()
        self.commands.register(
            {each.command: partial(self.front, at) for at, each in enumerate(PARTS)}
            | acting.handlers
            | self.entering.handlers
            | self.company.handlers
            | {
                "dossier.next_part": lambda: self.front(self.pages.at + 1),
                "dossier.previous_part": lambda: self.front(self.pages.at - 1),
                "dossier.export": self._export,
                "dossier.compare": partial(compare_with, self),
                "dossier.confirmed": self.below.filtering.confirm,
                "dossier.library": going.list_articles,
                "dossier.leave": screen.dismiss,
            }
        )

    def open_index(self) -> Index:
        """Open the index, in whatever thread. Raises `IndexFileError`."""
        return self.session.index() if self.session.index is not None else Index.in_memory(self.library)

    def front(self, at: int) -> None:
        """Bring the part of that index to the front."""
        self.pages.front(at)
        self.reading.prefer(self.pages.part)
        self.company.look()

    # What is read

    def _tell(self, overview: Overview | None) -> None:
        self.pages.tell(overview)
        if overview is not None:
            self.header.headline = f"Library · {one_line(overview.thing.name)}"
            self.header.about = self.pages.about
            if overview.by_name:
                self.say(BY_NAME)
        self.below.describe()

    def _show(self, part: Part, shown: Shown) -> None:
        self.pages.show(part, shown)
        if part is Part.COMPANY:
            self.company.look()
        self.read_on()

    def read_on(self) -> None:
        """Read more mentions where little is left below."""
        if self.pages.part is Part.MENTIONS and self.pages.here.known and self.list.little_left:
            self.reading.read_on()

    def look_again(self) -> None:
        """Read anew what is shown, since the index has become another; what one looks at stays put."""
        asked = self.below.filtering
        self.reading.begin(asked.condition, self.pages.articles_of_mentions, confirmed=asked.confirmed)

    def _asked_otherwise(self) -> None:
        asked = self.below.filtering
        self.pages.filtered = asked.condition is not None or asked.confirmed
        self.reading.begin(asked.condition, confirmed=asked.confirmed)

    def _export(self) -> None:
        overview, asked = self.pages.overview, self.below.filtering
        if overview is None:
            self.say(self.pages.why_nothing)
            return
        wanted = Wanted(overview.thing, asked.condition, asked.line.value.strip(), bearer=overview.names[0])
        self.exporting.ask(exporting.dossier(self.library, replace(wanted, confirmed=asked.confirmed)))

    def say(self, sentence: str) -> None:
        """Show what happened."""
        self.below.say(sentence)


class DossierScreen(Screen[None]):
    """A head, one part of the dossier at a time below it, and a line for a query."""

    AUTO_FOCUS = "#dossier-list"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dossier")]

    def __init__(self, session: Session, library: Library, subject: Subject) -> None:
        super().__init__()
        self.context = DossierContext(self, session, library, subject)

    def compose(self) -> ComposeResult:
        """The head, the list, the line to type in, and the status."""
        yield self.context.header
        yield self.context.pages.head
        yield self.context.below
        yield self.context.below.status

    def on_mount(self) -> None:
        """Begin to read."""
        self.context.front(0)
        self.context.reading.begin(None)

    def on_unmount(self) -> None:
        """Read and write no further."""
        self.context.exporting.stop()
        self.context.queries.close()

    # Commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys of a command through only where it can be carried out."""
        return self.context.commands.allows(action, parameters)

    def registries(self) -> Sequence[tuple[CommandRegistry, Callable[[], object]]]:
        """Who carries commands out: the list and the screen."""
        context = self.context
        panels = (context.company.picture, context.list) if context.company.picture.display else (context.list,)
        return (*((each.commands, each.focus) for each in panels), (context.commands, lambda: None))

    async def action_run(self, command_id: str) -> None:
        """Carry a command out."""
        await self.context.commands.run(command_id)

    # Messages

    @on(DossierHead.PartChosen)
    def choose_part(self, message: DossierHead.PartChosen) -> None:
        """Bring a part to the front."""
        self.context.front(message.at)

    def on_screen_suspend(self) -> None:
        """Offer no key while something else takes them."""
        self.context.below.describe()

    def on_screen_resume(self) -> None:
        """Look what became of what is written on the articles that were read."""
        self.context.below.describe()
        self.context.reading.again(Part.NOTES)
