"""One person, place or organisation over all articles of the library."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.events import DescendantBlur, DescendantFocus
from textual.screen import Screen
from textual.widgets import Input

from newsreader.dossier.gathering import Part
from newsreader.index.index import Index
from newsreader.query.fields import ARTICLES as FIELDS
from newsreader.query.parser import parse
from newsreader.sanitise import printable, sanitise
from tui.base.bar_lines import Hint
from tui.base.bars import HeaderLine, StatusLine
from tui.base.captions import day
from tui.base.cell_text import one_line
from tui.base.command_registry import CommandRegistry
from tui.base.commands import bindings
from tui.base.keymap import resolve
from tui.base.library_queries import ARTICLES, LibraryQueries
from tui.dossier import opening
from tui.dossier.head import DossierHead
from tui.dossier.pages import Pages
from tui.dossier.part_list import PartList
from tui.dossier.parts import PARTS
from tui.dossier.reading import DossierReading
from tui.reader.elsewhere import LibraryWanted
from tui.reader.hints import hints_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from newsreader.dossier.model import Subject
    from newsreader.dossier.windows import Overview
    from newsreader.query.conditions import Condition, Query
    from newsreader.store.library import Library
    from tui.dossier.reading import Shown
    from tui.reader.session import Session

OFFERED = ("panel.choose", "dossier.next_part", "panel.filter", "dossier.library", "dossier.leave", "app.help")
TYPING = (Hint("enter", "to the list"), Hint("escape", "clear"))
PAGES = 3
"""Screenfuls from the end of what was read at which it is read on."""


class FilterLine(Input):
    """The query that leaves articles out; out of sight while it is empty."""

    def __init__(self) -> None:
        super().__init__(
            placeholder="only articles with: words, person:, newer:2w, source: …",
            id="dossier-query",
            classes="library-line",
            compact=True,
            select_on_focus=False,
        )
        self.display = False

    def begin(self) -> None:
        """Have it typed."""
        self.display = True
        self.focus()

    def on_blur(self) -> None:
        """Go out of sight if nothing is typed."""
        self.display = bool(self.value)


class DossierScreen(Screen[None]):
    """A head, one part of the dossier at a time below it, and a line for a query."""

    AUTO_FOCUS = "#dossier-list"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dossier")]

    def __init__(self, session: Session, library: Library, subject: Subject) -> None:
        super().__init__()
        self._session = session
        self._library = library
        self._subject = subject
        self._condition: Condition | None = None
        """What leaves articles out of what is shown."""
        self._keymap = resolve(session.config.keys)
        self.list = PartList(
            {"panel.choose": self._choose, "panel.filter": self._filter, "panel.leave": self._clear_or_leave}
        )
        self.pages = Pages(subject, self.list)
        self.line = FilterLine()
        self.status = StatusLine()
        self.queries = LibraryQueries(self._open_index, self.call_later, changed=self._look_again, failed=self._say)
        self.reading = DossierReading(
            library, self.queries, subject, told=self._tell, shown=self._show, failed=self._say
        )
        self.commands = CommandRegistry()
        self.commands.register(
            {each.command: partial(self.pages.front, at) for at, each in enumerate(PARTS)}
            | {
                "dossier.next_part": lambda: self.pages.front(self.pages.at + 1),
                "dossier.previous_part": lambda: self.pages.front(self.pages.at - 1),
                "dossier.library": self._list_articles,
                "dossier.leave": lambda: self.dismiss(),
            }
        )

    def compose(self) -> ComposeResult:
        """The head, the list, the line to type in, and the status."""
        yield HeaderLine()
        yield self.pages.head
        yield self.list
        yield self.line
        yield self.status

    def on_mount(self) -> None:
        """Begin to read."""
        self.query_one(HeaderLine).headline = f"Library · {one_line(self._subject.name)}"
        self.pages.front(0)
        self.watch(self.list, "scroll_y", self._read_on)
        self.reading.begin(None)
        self.describe()

    def on_unmount(self) -> None:
        """Read no further."""
        self.queries.close()

    def _open_index(self) -> Index:
        return self._session.index() if self._session.index is not None else Index.in_memory(self._library)

    # Commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys of a command through only where it can be carried out."""
        return self.commands.allows(action, parameters)

    def registries(self) -> Sequence[tuple[CommandRegistry, Callable[[], object]]]:
        """Who carries commands out: the list and the screen."""
        return ((self.list.commands, self.list.focus), (self.commands, lambda: None))

    async def action_run(self, command_id: str) -> None:
        """Carry a command out."""
        await self.commands.run(command_id)

    # What is read

    def _tell(self, overview: Overview | None) -> None:
        self.pages.tell(overview)
        if overview is not None:
            header = self.query_one(HeaderLine)
            header.headline = f"Library · {one_line(overview.thing.name)}"
            ends = (date.fromisoformat(each) for each in (overview.first, overview.last) if each)
            days = " – ".join(dict.fromkeys(map(day, ends)))
            header.about = f"{days} · {len(overview.documents):,} articles"
        self.describe()

    def _show(self, part: Part, shown: Shown) -> None:
        self.pages.show(part, shown)
        self._read_on()

    def _read_on(self) -> None:
        """Read more mentions where little is left below."""
        shown = self.list
        below = len(shown.rows) - max(shown.cursor, shown.scroll_offset.y)
        if self.pages.at == 0 and self.pages.here.known and below <= PAGES * shown.page:
            self.reading.read_on()

    def _look_again(self) -> None:
        """Read anew what is shown, since the index has become another; what one looks at stays put."""
        self.reading.begin(self._condition, self.pages.articles_of_mentions)

    @on(PartList.Moved)
    def moved(self) -> None:
        """Read on, and say what there is to do now."""
        self._read_on()
        self.describe()

    @on(DossierHead.PartChosen)
    def choose_part(self, message: DossierHead.PartChosen) -> None:
        """Bring a part to the front."""
        self.pages.front(message.at)

    # The query

    @property
    def asked(self) -> Query:
        """What leaves articles out."""
        return parse(sanitise(self.line.value).text, FIELDS, typing=self.line.has_focus)

    def _filter(self) -> None:
        self.line.begin()
        self.describe()

    def on_input_changed(self) -> None:
        """Show only what is found, while it is typed."""
        condition = self.asked.condition
        if self.is_mounted and condition != self._condition:
            self._condition = condition
            self.pages.filtered = condition is not None
            self.reading.begin(condition)
        self.describe()

    def on_input_submitted(self) -> None:
        """Go to the list."""
        self.list.focus()

    def on_key(self, event: events.Key) -> None:
        """Clear the query by the key that leaves the list."""
        if event.key == "escape" and self.line.has_focus:
            event.stop()
            self._clear_or_leave()

    def _clear_or_leave(self) -> None:
        if self.line.value or self.line.has_focus:
            self.line.value = ""
            self.line.display = False
            self.list.focus()
        else:
            self.dismiss()

    # The lines around

    def describe(self) -> None:
        """Say what is wrong with the query, and which keys work."""
        if self.app.screen is self:
            self.status.detail = next((each.sentence for each in self.asked.mistakes), "")
            typing = self.line.has_focus
            self.status.hints = TYPING if typing else hints_for(OFFERED, self._keymap, "panel")

    def _say(self, sentence: str) -> None:
        self.status.say(printable(sentence))

    @on(DescendantFocus)
    @on(DescendantBlur)
    def describe_focus(self) -> None:
        """Say which keys work where the focus is now."""
        self.describe()

    # Going elsewhere

    def _choose(self) -> None:
        """Open the article of the entry, or the dossier of whom it names."""
        entry, overview = self.list.here, self.pages.overview
        if entry is None or overview is None:
            return
        if entry.subject is not None:
            self.app.push_screen(DossierScreen(self._session, self._library, entry.subject))
        elif entry.place is not None:
            question = partial(opening.load, self._library, overview.thing, self._condition, entry.place)
            self.queries.ask("open", question, self._open, urgency=ARTICLES)

    def _open(self, ready: opening.Ready | str) -> None:
        from tui.reader.screen import ReaderScreen

        if isinstance(ready, str):
            self._say(ready)
        else:
            self.app.push_screen(ReaderScreen(ready.session(self._session)))

    def _list_articles(self) -> None:
        """Show its articles in the library."""
        if self.pages.overview is not None:
            self.post_message(LibraryWanted(opening.query_for(self.pages.overview.thing)))

    def on_screen_suspend(self) -> None:
        """Offer no key while something else takes them."""
        self.status.hints = ()

    def on_screen_resume(self) -> None:
        """Look what became of what is written on the articles that were read."""
        self.describe()
        self.reading.again(Part.NOTES)
