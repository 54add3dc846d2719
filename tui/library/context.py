"""What the controllers of the library share: the session, the widgets, what is listed, and a way to say things."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from newsreader.aside import aside
from newsreader.sanitise import printable
from newsreader.store.library import Library
from tui.base.bars import StatusLine
from tui.base.command_registry import CommandRegistry
from tui.base.keeping import Keeping
from tui.base.keymap import resolve, with_keys
from tui.base.library_queries import ARTICLES, LibraryQueries
from tui.base.typed_line import TypedLine
from tui.library.article_list import ArticleList
from tui.library.keeping_up import KeepingUp
from tui.library.list_column import ListColumn
from tui.library.list_queries import ListQueries
from tui.library.listings import UNREAD, ListedQuery
from tui.library.samples import Samples
from tui.panels.listed_face import LISTED_PANELS
from tui.panels.sidebar import Sidebar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from textual.message import Message
    from textual.screen import Screen

    from tui.library.listed_run import Run
    from tui.library.listings import Listing
    from tui.reader.session import Session

_Answer = TypeVar("_Answer")


class News(Enum):
    """What controllers tell each other."""

    SHOWN = auto()
    """Another list is shown."""
    LISTED = auto()
    """Something else is listed."""
    CHANGED = auto()
    """The library has changed, or what is known of the samples."""
    SAMPLES = auto()
    """Other samples are left."""
    SAID = auto()
    """There may be something else to say of what is listed."""


class LibraryContext:
    """One owner for what is listed; the controllers change it, and tell each other by what they registered here."""

    def __init__(self, screen: Screen[None], session: Session) -> None:
        self.screen = screen
        self.session = session
        self.library = session.library or Library.in_memory()
        self.keymap = resolve(session.config.keys)
        self.commands = CommandRegistry()
        self.lists = ListColumn()
        self.articles = ArticleList()
        self.panels = Sidebar(panels=LISTED_PANELS, id="library-panels")
        """Beside the articles: what is in them."""
        self.line = TypedLine(
            "words, person:, on:2024-06, is:unread, tag: … tab completes", "library-query", completes=True
        )
        self.status = StatusLine()
        self.keeping = Keeping(screen, self.library, self.say)
        """Has the library do something."""
        self.keeping_up = KeepingUp(session, self.library, lambda said: screen.call_later(partial(self.say, said)))
        self.queries = LibraryQueries(
            self.keeping_up.open_index, screen.call_later, changed=partial(self.tell, News.CHANGED), failed=self.say
        )
        self.samples = Samples(self.library, session.known)
        asking_samples = LibraryQueries(self.samples.open_index, screen.call_later, failed=self.say)
        self.list_queries = ListQueries(self.queries, asking_samples)
        self.searches: Mapping[str, str] = {}
        """The queries of saved searches, by their names."""
        self.listing = UNREAD
        """The list that is shown."""
        self.at_hand: Run | None = None
        """The beginning of the list, where nobody need be asked for it."""
        self.listed = ListedQuery()
        """What is listed of it, by what was typed and chosen besides."""
        self.listeners: dict[type[Message], Callable[[Any], object]] = {}
        """Who takes which messages of the widgets."""
        self._told: dict[News, list[Callable[[], object]]] = {each: [] for each in News}
        if session.config.rules and session.index is not None:
            self.when(News.CHANGED, self.follow)  # rules about names hold once these are known

    # What is listed

    def show(self, listing: Listing, run: Run | None = None) -> None:
        """Show another list, of which `run` may be at hand."""
        self.listing, self.at_hand = listing, run
        self.list_queries.asks_samples = listing.is_samples
        self.tell(News.SHOWN)

    def list_now(self, listed: ListedQuery) -> None:
        """Have this be what is listed."""
        self.listed = listed
        self.tell(News.LISTED)

    # Who is told what

    def when(self, news: News, told: Callable[[], object]) -> None:
        """Have somebody told of news, behind those who registered before."""
        self._told[news].append(told)

    def tell(self, news: News) -> None:
        """Tell those who want to know."""
        for told in self._told[news]:
            told()

    # The index of the library

    def follow(self, then: Callable[[], object] = lambda: None) -> None:
        """Take into the index what changed in the library; those who look at it are told once that is done.

        Just before that, `then` is called.
        """
        if self.session.index is not None:

            def followed() -> None:
                then()
                self.queries.look()

            done = aside(partial(self.keeping_up.follow_in, self.session.index))
            done.add_done_callback(lambda _: self.screen.call_later(followed))
        else:
            self.keeping_up.once_followed.append(then)
            question, told = self.keeping_up.follow, partial(self.tell, News.CHANGED)
            self.queries.ask("follow", question, lambda _: self.keeping_up.tell(told), urgency=ARTICLES)

    # The screen

    def say(self, sentence: str) -> None:
        """Show what happened, with the keys of the commands that it names."""
        self.status.say(printable(with_keys(sentence, self.keymap)))

    def ask(self, dialog: Screen[_Answer], then: Callable[[_Answer | None], None]) -> None:
        """Open a dialog, and hand its answer on; None is none."""
        self.screen.app.push_screen(dialog, then)

    def work(self, work: Coroutine[None, None, None], group: str, *, exclusive: bool = True) -> None:
        """Have something done while keys are taken; if `exclusive`, in place of what that group was doing."""
        self.screen.run_worker(work, group=group, exclusive=exclusive)
