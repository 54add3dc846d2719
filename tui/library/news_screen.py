"""All that is new in the library since the last visit, as `newsreader whatsnew` prints it, to go on from there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

from newsreader.dossier.news import EVER, last_visit, news
from newsreader.dossier.news_words import head, sections
from newsreader.index.index import Index
from newsreader.sanitise import printable
from newsreader.store.errors import LibraryError
from tui.base.bars import HeaderLine, StatusLine
from tui.base.command_registry import CommandRegistry
from tui.base.commands import bindings
from tui.base.keymap import resolve
from tui.base.library_queries import ARTICLES, LibraryQueries
from tui.dossier.opening import Ready
from tui.dossier.part_list import PartList
from tui.library.news_entries import entries_of
from tui.reader.elsewhere import DossierWanted, LibraryWanted
from tui.reader.hints import hints_for
from tui.reader.opened import remember

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from newsreader.dossier.news import News
    from newsreader.store.library import Library
    from tui.reader.session import Session

OFFERED = ("panel.choose", "news.leave", "app.help")
MOST = 500
"""So many of each kind are listed."""
PART = "news"
LOOKING, NOTHING = "looking through the library…", "Nothing is new since the last visit."


class NewsScreen(Screen[None]):
    """One list between two lines; the dossier or the article of what is chosen lies over it."""

    AUTO_FOCUS = "#dossier-list"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("news")]

    def __init__(self, session: Session, library: Library) -> None:
        super().__init__()
        self._session = session
        self._library = library
        self._keymap = resolve(session.config.keys)
        self.header = HeaderLine()
        self.list = PartList({"panel.choose": self.choose, "panel.leave": self.dismiss})
        self.status = StatusLine()
        self.commands = CommandRegistry()
        self.commands.register({"news.leave": self.dismiss})
        self._queries = LibraryQueries(self._open_index, self.call_later, changed=self.look, failed=self._say)

    def compose(self) -> ComposeResult:
        """The list between two lines."""
        yield self.header
        yield self.list
        yield self.status

    def on_mount(self) -> None:
        """Begin to look."""
        self.header.headline = "Library · What is new"
        self.list.nothing = LOOKING
        self.list.front(PART)
        self.look()

    def on_unmount(self) -> None:
        """Look no further."""
        self._queries.close()

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

    # What is new

    def look(self) -> None:
        """Look what is new now; what one looks at stays put."""
        self._queries.ask("news", partial(_asked, self._library), self._show)

    def _show(self, found: News | str) -> None:
        if isinstance(found, str):
            self._say(found)
            return
        self.header.about = head(found).removesuffix(".")
        self.list.nothing = NOTHING
        self.list.fill(PART, [*entries_of(sections(found, MOST))])
        self.list.refresh()

    # Going on

    def choose(self) -> None:
        """Open the dossier of a name, the list of a search, or the fullest article of a story."""
        entry = self.list.here
        if entry is None:
            return
        if entry.subject is not None:
            self.post_message(DossierWanted(entry.subject))
        elif entry.place is not None:
            article = partial(_load, self._library, entry.place.article)
            self._queries.ask("open", lambda _: article(), self._open, urgency=ARTICLES)
        else:
            self.post_message(LibraryWanted(entry.query))

    def _open(self, ready: Ready | str) -> None:
        from tui.reader.screen import ReaderScreen

        if isinstance(ready, str):
            self._say(ready)
        else:
            self.app.push_screen(ReaderScreen(ready.session(self._session)))

    # The status line

    def _say(self, sentence: str) -> None:
        self.status.say(printable(sentence))

    def on_screen_suspend(self) -> None:
        """Offer no key while something else takes them."""
        self.status.hints = ()

    def on_screen_resume(self) -> None:
        """Look what became of names whose dossiers were open."""
        self.status.hints = hints_for(OFFERED, self._keymap, "panel")
        self.look()


def _asked(library: Library, index: Index) -> News | str:
    """What is new, or why that cannot be said."""
    try:
        return news(library, index, last_visit(library) or EVER)
    except LibraryError as error:
        return str(error)


def _load(library: Library, number: int) -> Ready | str:
    """The article of that number, or why it cannot be opened."""
    try:
        record = library.latest(number)
        if record is None:
            return "The library has no such article any more."
        return Ready(remember(library, library.stored(record)), None, None)
    except LibraryError as error:
        return str(error)
