"""The library: lists at the left, the articles of one of them, and beside these what is in them."""

from __future__ import annotations

from inspect import isawaitable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal
from textual.events import DescendantBlur, DescendantFocus
from textual.message import Message
from textual.screen import Screen

from tui.base.commands import bindings
from tui.library.context import LibraryContext
from tui.library.controllers.all_controllers import LibraryControllers
from tui.library.listings import ALL
from tui.panels.list_panel import ListPanel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import Input

    from tui.base.command_registry import CommandRegistry
    from tui.base.path_input import PathInput
    from tui.library.asked import FirstList
    from tui.reader.session import Session


class LibraryScreen(Screen[None]):
    """What `newsreader` without an article shows: lays out the widgets, and hands keys and messages on."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("library")]
    AUTO_FOCUS = None

    def __init__(self, session: Session, listed: FirstList | None = None) -> None:
        """Begin with what is `listed`, if that has been asked for already."""
        super().__init__()
        self._listed = listed
        self.context = LibraryContext(self, session)
        self.controllers = LibraryControllers(self.context)

    def compose(self) -> ComposeResult:
        """The header, three columns, the lines to type in, and the status."""
        yield self.controllers.status.header
        with Horizontal(id="library-body"):
            yield self.context.lists
            yield self.context.articles
            yield self.context.panels
        yield self.context.line
        yield self.controllers.opening.line.field
        yield self.context.status

    def on_mount(self) -> None:
        """Begin with the articles of the first list that has any."""
        self.context.articles.moved = self.controllers.status.describe
        self.context.articles.focus()
        self.controllers.lists.begin(self._listed)

    def on_unmount(self) -> None:
        """Ask the index nothing more, nor any feed."""
        self.context.list_queries.close()
        self.controllers.feeds.stop()

    def find(self, query: str) -> None:
        """Show what a query finds among all articles."""
        self.controllers.lists.show(ALL)
        self.controllers.query.narrow(query)
        self.context.articles.focus()

    # Commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys of a command through only where it can be carried out."""
        return self.context.commands.allows(action, parameters)

    def registries(self) -> Sequence[tuple[CommandRegistry, Callable[[], object]]]:
        """Who carries commands out: the panel that has the focus, and the screen."""
        there = self.focused
        panel = ((there.commands, there.focus),) if isinstance(there, ListPanel) else ()
        return (*panel, (self.context.commands, lambda: None))

    async def action_run(self, command_id: str) -> None:
        """Carry a command out."""
        await self.context.commands.run(command_id)

    # Messages

    @on(Message)
    async def hand_on(self, message: Message) -> None:
        """Hand a message to the controller that listens for it."""
        listener = self.context.listeners.get(type(message))
        if listener is not None:
            message.stop()
            done = listener(message)
            if isawaitable(done):
                await done

    @on(DescendantFocus)
    @on(DescendantBlur)
    def describe(self) -> None:
        """Have drawers open and close with the focus, and say what it is on."""
        self.controllers.panes.arrange()
        self.controllers.status.describe()

    def on_input_changed(self, event: Input.Changed) -> None:
        """List what is found while it is typed."""
        self.controllers.query.changed(event)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to what was found, or take what was named."""
        if event.input is self.controllers.opening.line.field:
            self.controllers.opening.take_typed()
        else:
            self.controllers.query.submitted()

    def on_path_input_candidates(self, message: PathInput.Candidates) -> None:
        """Show what the path may go on with."""
        self.context.status.say(message.words)

    def on_resize(self, event: events.Resize) -> None:
        """Arrange the columns for the new width, and the status line."""
        self.controllers.panes.resize(self.size.width)
        self.controllers.status.describe()

    def on_screen_suspend(self) -> None:
        """Offer no key while something else takes them."""
        self.controllers.status.be_silent()

    def on_screen_resume(self) -> None:
        """Look what has changed while one was reading."""
        self.context.follow()
        self.controllers.whats_new.look()
        self.controllers.sample_names.go_on()
        self.controllers.status.describe()
