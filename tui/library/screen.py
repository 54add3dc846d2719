"""The start screen: go on reading, open again what was read lately, or begin with a sample article."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.events import DescendantFocus
from textual.screen import Screen
from textual.widgets import OptionList

from newsreader.addresses import LEFT_OUT, without_password
from newsreader.aside import aside
from newsreader.query.fields import RECENT
from newsreader.query.parser import parse
from newsreader.sanitise import printable
from newsreader.sources import SourceError
from newsreader.store.errors import LibraryError
from tui.base.bars import HeaderLine, StatusLine
from tui.base.command_registry import CommandRegistry
from tui.base.commands import bindings
from tui.base.keymap import resolve, with_keys
from tui.library import library_status
from tui.library.article_list import ArticleList, TypedLine
from tui.library.shelf import ShelfEntry
from tui.library.shelves import Shelves
from tui.reader.lesson import due

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import Input

    from newsreader.article import Article
    from tui.base.path_input import PathInput
    from tui.reader.session import Session


class LibraryScreen(Screen[None]):
    """What `newsreader` without an article shows."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("library")]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.articles = ArticleList()
        self.line = TypedLine()
        self.status = StatusLine()
        self._shelves = Shelves(session.library)
        self._keymap = resolve(session.config.keys)
        self.commands = CommandRegistry()
        self.commands.register(
            {
                "library.open": self.open_chosen,
                "library.down": self.articles.action_cursor_down,
                "library.up": self.articles.action_cursor_up,
                "library.page_down": partial(self.articles.turn_page, 1),
                "library.page_up": partial(self.articles.turn_page, -1),
                "library.top": self.articles.action_first,
                "library.bottom": self.articles.action_last,
                "library.filter": partial(self.line.ask, "filter"),
                "library.open_location": partial(self.line.ask, "location"),
                "library.clear": self.clear,
                "library.take_off": self.take_off,
                "library.undo": partial(self._change, self._shelves.put_back),
                "library.quit": lambda: self.app.exit(),
            }
        )

    def compose(self) -> ComposeResult:
        """A title, the list, and a line to type in that shows itself when it is wanted."""
        yield HeaderLine()
        with Vertical(id="shelves"):
            yield self.articles
        yield self.line.field
        yield self.status

    def on_mount(self) -> None:
        """Show what was read lately at once, and the sample articles when their titles are known."""
        self.query_one(HeaderLine).headline = "newsreader"
        self.articles.focus()
        self.run_worker(self._load_samples(), group="samples")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys of a command through only where it can be carried out."""
        return self.commands.allows(action, parameters)

    def registries(self) -> Sequence[tuple[CommandRegistry, Callable[[], object]]]:
        """Who carries commands out: the screen."""
        return ((self.commands, lambda: None),)

    async def action_run(self, command_id: str) -> None:
        """Carry a command out."""
        await self.commands.run(command_id)

    # The list

    def on_screen_resume(self) -> None:
        """Show what was read lately, which may have changed."""
        self._change(self._shelves.look)

    def on_screen_suspend(self) -> None:
        """Offer no key while something else takes them."""
        self.status.hints = ()

    async def _load_samples(self) -> None:
        await asyncio.to_thread(self._shelves.read_samples)
        self._change(self._shelves.look)

    def take_off(self) -> None:
        """Take the chosen article off the list."""
        if self.articles.chosen is not None:
            self._change(partial(self._shelves.take_off, self.articles.chosen))

    def _change(self, change: Callable[[], str | None]) -> None:
        """Do something with the shelves, show them, and say what came of it."""
        try:
            said = change()
        except LibraryError as error:
            said = str(error)
        self._list()
        if said:
            self.status.say(printable(with_keys(said, self._keymap)))

    def _list(self) -> None:
        """Write the list anew."""
        wanted = parse(self.line.wanted, RECENT, typing=True)
        self.articles.show(self._shelves.arranged(wanted.condition))
        self.describe()

    @on(OptionList.OptionHighlighted)
    @on(DescendantFocus)
    def describe(self) -> None:
        """Say what the list or the line with the focus is on, and which keys work there."""
        if self.app.screen is self:
            status = library_status.of(self.articles, self.line, self._shelves)
            self.status.detail = with_keys(status.detail, self._keymap)
            self.status.hints = status.hints(self._keymap)

    def clear(self) -> None:
        """Put the line to type in away, and show everything."""
        self.line.put_away()
        self.articles.focus()
        self._list()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Shorten the list while typing."""
        if self.line.purpose == "filter":
            self._list()

    def on_path_input_candidates(self, message: PathInput.Candidates) -> None:
        """Show what the path may go on with."""
        self.status.say(message.words)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open what was typed, or go from the filter to the list."""
        if self.line.purpose == "location" and event.value.strip():
            self._open(ShelfEntry.of_location(event.value.strip()))
            if without_password(event.value) != event.value:
                self.notify(LEFT_OUT)
        else:
            self.articles.focus()

    # Opening

    def open_chosen(self) -> None:
        """Open the chosen article."""
        if self.articles.chosen is not None:
            self._open(self.articles.chosen)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the article that was clicked."""
        self.open_chosen()

    def _open(self, entry: ShelfEntry) -> None:
        self.status.say(f"Opening {entry.title}…")
        self.run_worker(self._load(entry), group="open", exclusive=True)

    async def _load(self, entry: ShelfEntry) -> None:
        try:
            articles = await asyncio.wrap_future(aside(partial(entry.load, self.session.library)))
        except (SourceError, LibraryError) as error:
            self.status.say(str(error))
            return
        self.status.be_silent()
        self.clear()
        first = entry in self._shelves.samples and not self._shelves.recent
        self._read(articles, due(self.session.library, first=first))

    def _read(self, articles: Sequence[Article], lesson: int | None) -> None:
        from tui.reader.screen import ReaderScreen

        names = [each.origin.name for each in articles]
        session = replace(self.session, locations=names, load=articles.__getitem__, lesson=lesson, unreadable={})
        self.app.push_screen(ReaderScreen(session))
