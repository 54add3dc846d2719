"""The start screen: go on reading, open again what was read lately, or begin with a sample article."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from newsreader.annotations.given_dates import with_given_dates
from newsreader.aside import aside
from newsreader.sources import SourceError
from newsreader.store.errors import LibraryError
from tui.base.bars import HeaderLine, StatusLine
from tui.base.commands import bindings
from tui.base.keymap import resolve
from tui.library.shelf import Entry, Shelf, recent_entries, sample_entries, shelves
from tui.reader.hints import hints_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from newsreader.article import Article
    from tui.session import Session

OFFERED = ("library.open", "library.open_location", "library.filter", "library.quit", "app.help")
WELCOME = "Nothing read yet. Choose a sample article, or press o to open a file or a web address."


class ArticleList(OptionList, inherit_bindings=False):
    """The list of articles; the screen has its keys."""

    def turn_page(self, direction: int) -> None:
        """Go one page down or, for a negative direction, up."""
        turn = self.action_page_down if direction > 0 else self.action_page_up
        turn()  # type: ignore[no-untyped-call]


class LibraryScreen(Screen[None]):
    """What `newsreader` without an article shows."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("library")]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.entries: dict[str, Entry] = {}
        """The entries in the list, by the ids of their rows."""
        self._recent: Sequence[Entry] = ()
        self._samples: Sequence[Entry] = ()
        self._asks_for: Literal["filter", "location"] = "filter"
        self._keymap = resolve(session.config.keys)

    def compose(self) -> ComposeResult:
        """A title, the list, and a line to type in that shows itself when it is wanted."""
        yield HeaderLine()
        with Vertical(id="shelves"):
            yield ArticleList()
        yield Input(id="library-input")
        yield StatusLine()

    def on_mount(self) -> None:
        """Show what was read lately at once, and the sample articles when their titles are known."""
        self.query_one(HeaderLine).headline = "newsreader"
        self.query_one(Input).display = False
        self.query_one(StatusLine).hints = hints_for(OFFERED, self._keymap)
        self.query_one(ArticleList).focus()
        self.run_worker(self._load_samples(), group="samples")

    def on_screen_resume(self) -> None:
        """Show what was read lately, which may have changed."""
        library = self.session.library
        try:
            recent = with_given_dates(library, library.recent(50)) if library is not None else ()
            self._recent = recent_entries(recent)
        except LibraryError as error:
            self.say(str(error))
        self._list()

    async def _load_samples(self) -> None:
        self._samples = await asyncio.to_thread(sample_entries)
        self._list()

    def say(self, sentence: str) -> None:
        """Tell the reader something in the status line."""
        self.query_one(StatusLine).say(sentence)

    # The list

    def _list(self) -> None:
        """Write the list anew; the same article stays chosen."""
        field, articles = self.query_one(Input), self.query_one(ArticleList)
        wanted = field.value if self._asks_for == "filter" else ""
        chosen = articles.highlighted_option.id if articles.highlighted_option else None
        shown = shelves(self._recent, self._samples, wanted)
        self.entries = {entry.key: entry for shelf in shown for entry in shelf.entries}
        articles.clear_options()
        for place, shelf in enumerate(shown):
            articles.add_options(_rows(shelf, first=place == 0))
        self._choose(chosen)
        self.query_one(StatusLine).detail = WELCOME if not self._recent and self._samples and not wanted else ""

    def _choose(self, key: str | None) -> None:
        articles = self.query_one(ArticleList)
        if key in self.entries:
            articles.highlighted = articles.get_option_index(key or "")
        elif self.entries:
            articles.action_first()
            articles.scroll_home(animate=False)

    # Keys

    def action_library_down(self) -> None:
        """Go to the next article."""
        self.query_one(ArticleList).action_cursor_down()

    def action_library_up(self) -> None:
        """Go to the article before."""
        self.query_one(ArticleList).action_cursor_up()

    def action_library_page_down(self) -> None:
        """Go one page down."""
        self.query_one(ArticleList).turn_page(1)

    def action_library_page_up(self) -> None:
        """Go one page up."""
        self.query_one(ArticleList).turn_page(-1)

    def action_library_top(self) -> None:
        """Go to the first article."""
        self.query_one(ArticleList).action_first()

    def action_library_bottom(self) -> None:
        """Go to the last article."""
        self.query_one(ArticleList).action_last()

    def action_library_quit(self) -> None:
        """Leave newsreader."""
        self.app.exit()

    def action_library_filter(self) -> None:
        """Type to shorten the list."""
        self._ask("filter", "filter by title, source or date")

    def action_library_open_location(self) -> None:
        """Type the path or address of an article."""
        self._ask("location", "path or web address of an article")

    def action_library_clear(self) -> None:
        """Put the line to type in away, and show everything."""
        field = self.query_one(Input)
        field.value = ""
        field.display = False
        self.query_one(ArticleList).focus()
        self._list()

    def _ask(self, what: Literal["filter", "location"], placeholder: str) -> None:
        field = self.query_one(Input)
        if self._asks_for != what:
            field.value = ""
        self._asks_for = what
        field.placeholder = placeholder
        field.display = True
        field.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Shorten the list while typing."""
        if self._asks_for == "filter":
            self._list()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open what was typed, or go from the filter to the list."""
        if self._asks_for == "location" and event.value.strip():
            self._open(Entry.of_location(event.value.strip()))
        else:
            self.query_one(ArticleList).focus()

    # Opening

    def action_library_open(self) -> None:
        """Open the chosen article."""
        option = self.query_one(ArticleList).highlighted_option
        if option is not None and option.id in self.entries:
            self._open(self.entries[option.id])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the article that was clicked."""
        if event.option_id in self.entries:
            self._open(self.entries[event.option_id])

    def _open(self, entry: Entry) -> None:
        self.say(f"Opening {entry.title}…")
        self.run_worker(self._load(entry), group="open", exclusive=True)

    async def _load(self, entry: Entry) -> None:
        try:
            articles = await asyncio.wrap_future(aside(partial(entry.load, self.session.library)))
        except (SourceError, LibraryError) as error:
            self.say(str(error))
            return
        self.query_one(StatusLine).be_silent()
        self.action_library_clear()
        self._read(articles)

    def _read(self, articles: Sequence[Article]) -> None:
        from tui.reader.screen import ReaderScreen

        names = [each.origin.name for each in articles]
        session = replace(self.session, locations=names, load=articles.__getitem__)
        self.app.push_screen(ReaderScreen(session))


def _rows(shelf: Shelf, *, first: bool) -> list[Option]:
    """Make the rows of a shelf: its heading, then two lines for each article."""
    rows = [Option(shelf.heading(first=first), disabled=True)]
    return rows + [Option(entry.prompt(), id=entry.key) for entry in shelf.entries]
