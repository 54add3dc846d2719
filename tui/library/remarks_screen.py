"""The notes, highlights, bookmarks and corrections of all articles, to go to their passages."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.screen import Screen

from newsreader.sanitise import printable
from newsreader.store.errors import LibraryError
from tui.base.bar_lines import Hint
from tui.base.bars import HeaderLine, StatusLine
from tui.base.command_registry import CommandRegistry
from tui.base.commands import bindings
from tui.base.keymap import resolve
from tui.library.remark_export import RemarkExport
from tui.library.remark_listing import RemarkListing
from tui.panels.requests import AnnotationChosen, PanelLeft, PanelMoved
from tui.reader.hints import hints_for
from tui.reader.opened import remember

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from newsreader.store.library import Library
    from tui.panels.list_panel import ListPanel
    from tui.reader.opened import Opened
    from tui.reader.session import Session

OFFERED = ("panel.choose", "panel.filter", "remarks.export", "remarks.leave", "app.help")
TYPING = (Hint("enter", "to the list"), Hint("escape", "clear"))


class RemarksScreen(Screen[None]):
    """The list under a header; an article that is opened from it lies over it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("remarks")]

    def __init__(self, session: Session, library: Library) -> None:
        super().__init__()
        self._session = session
        self._library = library
        self._keymap = resolve(session.config.keys)
        self._opened: int | None = None
        """The number of the article that was opened from here last."""
        self.status = StatusLine()
        self.listing = RemarkListing(library, self.call_later, self.describe, self._say)
        self.commands = CommandRegistry()
        export = RemarkExport(self, self._say, library)
        self.commands.register(
            {"remarks.leave": self.dismiss, "remarks.export": lambda: export.ask(self.listing.query.condition)}
        )

    @property
    def panel(self) -> ListPanel:
        """The widget of the list."""
        return self.listing.panel

    def compose(self) -> ComposeResult:
        """The list between two lines."""
        yield HeaderLine()
        yield self.panel
        yield self.status

    def on_mount(self) -> None:
        """Begin to read."""
        self.query_one(HeaderLine).headline = "Library · Notes"
        self.panel.focus()
        self.watch(self.panel, "scroll_y", self.look)
        self.look()

    def on_unmount(self) -> None:
        """Read no further."""
        self.listing.stop()

    # Commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys of a command through only where it can be carried out."""
        return self.commands.allows(action, parameters)

    def registries(self) -> Sequence[tuple[CommandRegistry, Callable[[], object]]]:
        """Who carries commands out: the list and the screen."""
        return ((self.panel.commands, self.panel.focus), (self.commands, lambda: None))

    async def action_run(self, command_id: str) -> None:
        """Carry a command out."""
        await self.commands.run(command_id)

    # The list

    @on(PanelMoved)
    def look(self) -> None:
        """Read what is asked for, and say what the cursor is on."""
        self.listing.look()
        self.describe()

    def describe(self) -> None:
        """Say what is wrong with the query, or what the cursor is on, and which keys work."""
        if self.app.screen is self:
            here, typing = self.listing.here, self.panel.filtering
            self.status.detail = self.listing.mistake or (here.passage if here else "")
            self.status.hints = TYPING if typing else hints_for(OFFERED, self._keymap, "panel")

    def _say(self, sentence: str) -> None:
        self.status.say(printable(sentence))

    @on(PanelLeft)
    def leave(self) -> None:
        """Go back to the library."""
        self.dismiss()

    # Going to a passage

    @on(AnnotationChosen)
    def open(self, message: AnnotationChosen) -> None:
        """Open the article at the passage; from the filter, go to the list."""
        if self.panel.filtering:
            self.panel.type_filter(False)
            return
        article, _, passage = message.annotation_id.partition(":")
        self._opened = int(article)
        self.run_worker(self._open(int(article), passage), group="open", exclusive=True)

    async def _open(self, number: int, passage: str) -> None:
        from tui.reader.screen import ReaderScreen

        try:
            opened = await asyncio.to_thread(_load, self._library, number)
        except LibraryError as error:
            self._say(str(error))
            return
        article = opened.reading.article
        session = replace(self._session, locations=[article.origin.name], load=lambda _: article, unreadable={})
        self.app.push_screen(ReaderScreen(replace(session, first=opened, passage=passage)))

    def on_screen_suspend(self) -> None:
        """Offer no key while something else takes them."""
        self.status.hints = ()

    def on_screen_resume(self) -> None:
        """Look what became of what is written on the article that was read."""
        self.describe()
        if self._opened is not None:
            self.run_worker(self.listing.look_again(self._opened), group="again", exclusive=True)


def _load(library: Library, number: int) -> Opened:
    """The article as the library has it, opened. Raises `LibraryError`."""
    record = library.latest(number)
    if record is None:
        raise LibraryError("The library has no such article any more.")
    return remember(library, library.stored(record))
