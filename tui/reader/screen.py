"""The reader screen: it lays out the widgets, and hands keys and messages to the controllers."""

from __future__ import annotations

from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container
from textual.message import Message
from textual.screen import Screen

from tui.article.view import ArticleView
from tui.base.commands import bindings
from tui.reader.controllers import ReaderControllers
from tui.reader.reader_context import ReaderContext
from tui.reader.regions import Regions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.base.command_registry import CommandRegistry
    from tui.reader.session import Session

LOOK_EVERY = 3.0
"""Seconds between two looks at what other windows did to the annotations."""


class ReaderArticle(ArticleView, inherit_bindings=False):
    """The article with the keys that move a selection; without one they fall through to `ArticlePane`."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("selection")]
    on_move: Callable[[], None] | None = None
    """Called when another part of the text is in view; a message would come a frame later."""

    def tell_position(self) -> None:
        """Tell the screen, and whoever has to show it in the same frame as the text."""
        super().tell_position()
        if self.is_attached and self.on_move is not None:
            self.on_move()


class ArticlePane(Container):
    """Where the article stands, with the keys for reading it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("article")]


class ReaderScreen(Screen[None]):
    """One article with its panels. Closing it keeps the reader's place."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reader")]

    def __init__(self, session: Session) -> None:
        """Open the first of the session's articles, which `session.load` has at hand."""
        super().__init__()
        view = ReaderArticle()
        self.context = ReaderContext(self, session, view)
        self.controllers = ReaderControllers(self.context)
        view.on_move = self.controllers.status.show_position
        self.controllers.panes.take_form(self.app.size.width, update=False)
        self.context.sidebar.display = self.controllers.panes.panels_shown
        regions = Regions.fit(*self.app.size)
        self.context.sidebar.expect(regions.panels_width, regions.panels_height)
        self.controllers.articles.begin()
        if self.controllers.walk is not None:
            self.controllers.walk.prepare()
        self.controllers.passage.prepare()

    def compose(self) -> ComposeResult:
        """Lay out the screen with the text in it, so that the first frame is complete."""
        yield self.context.header
        with Container(id="body"):
            with ArticlePane():
                yield self.context.view
            yield self.context.sidebar
        yield self.context.status

    def on_mount(self) -> None:
        """Show the article where the reader was."""
        context, controllers = self.context, self.controllers
        context.view.measure = context.session.config.measure
        controllers.articles.show_text()
        controllers.articles.settle()
        if controllers.walk is not None:
            controllers.walk.begin()
        controllers.status.show()
        context.view.focus()
        self.bindings_updated_signal.subscribe(self, lambda _: controllers.status.refresh())
        self.app.app_suspend_signal.subscribe(self, lambda _: controllers.reading_place.save())
        if context.session.lesson is not None:
            controllers.lesson.begin(context.session.lesson)
        self.set_interval(LOOK_EVERY, controllers.annotations.look_for_news)

    def on_unmount(self) -> None:
        """Keep the place as it was last noted; the widgets have no size any more."""
        self.controllers.reading_place.save()
        self.controllers.lesson.leave()
        self.context.queries.close()

    def keep(self) -> None:
        """Keep the place in the article, since the application may end."""
        self.controllers.reading_place.keep()

    # Commands and messages

    def registries(self) -> Sequence[tuple[CommandRegistry, Callable[[], object]]]:
        """Who carries commands out: the screen, and the panel that has or had the focus last, in which it then is."""
        panel = self.context.sidebar.front
        here = (self.context.commands, lambda: None)
        there = (panel.commands, partial(self.controllers.panes.focus_panel, panel.panel.key))
        return (there, here) if panel.has_focus else (here, there)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys of a command through only where it can be carried out."""
        return self.context.commands.allows(action, parameters)

    async def action_run(self, command_id: str) -> None:
        """Carry a command out."""
        await self.context.commands.run(command_id)

    @on(Message)
    async def hand_on(self, message: Message) -> None:
        """Hand a message to the controller that listens for it."""
        listener = self.context.listeners.get(type(message))
        if listener is not None:
            message.stop()
            done = listener(message)
            if isawaitable(done):
                await done

    def on_key(self, event: events.Key) -> None:
        """Let a letter that is waited for be the answer, and no command."""
        if any(each.take(event) for each in self.controllers.waiting):
            event.stop()

    def on_click(self) -> None:
        """Take away the labels of which one was to be typed."""
        self.controllers.jump_labels.give_up()

    def on_resize(self, event: events.Resize) -> None:
        """Arrange the parts for the new width."""
        self.controllers.panes.resize(self.size.width)

    def on_screen_suspend(self) -> None:
        """Offer no key while a dialog takes them."""
        self.controllers.status.refresh()

    def on_screen_resume(self) -> None:
        """Offer keys again, and ask what had to wait until a dialog was closed."""
        self.controllers.status.refresh()
        self.controllers.article_identity.ask_what_waits()
