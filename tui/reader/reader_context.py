"""What the controllers of the reader share: what is open, where the reader is in it, and how to say or ask something.

It decides nothing; each thing that can be done has a controller of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from newsreader.index.errors import IndexFileError
from newsreader.sanitise import printable
from tui.base.bars import HeaderLine, StatusLine
from tui.base.command_registry import CommandRegistry
from tui.base.keeping import Keeping
from tui.base.keymap import resolve, with_keys
from tui.base.library_queries import LibraryQueries
from tui.panels.sidebar import Sidebar
from tui.reader.jumps import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from textual.app import App
    from textual.message import Message
    from textual.screen import Screen
    from textual.worker import Worker

    from newsreader.annotations.model import Annotation
    from newsreader.annotations.notebook import Notebook
    from newsreader.entity import Category, Entity
    from newsreader.index.index import Index
    from tui.article.view import ArticleView
    from tui.reader.reading import Reading
    from tui.reader.session import Session

    Answer = TypeVar("Answer")

NO_LIBRARY = "Nothing can be kept: there is no library."


class ReaderContext:
    """The state and the widgets of one reader screen."""

    def __init__(self, screen: Screen[None], session: Session, view: ArticleView) -> None:
        """Take the screen, the session and the widget that is to show its articles."""
        self.screen = screen
        self.session = session
        self.readings: dict[int, Reading] = {}
        """The articles that have been on the screen, by index."""
        self.reading: Reading | None = None
        """The one that is on the screen now."""
        self.plain: frozenset[Category] = frozenset()
        """The categories whose names do not stand out in the text."""
        self.keeping = Keeping(screen, session.library, self.say)
        """Has the library do something."""
        self.searching = False
        """Whether the search bar is open."""
        # Kept, not looked up: messages may still come when the widgets have left the screen.
        self.header = HeaderLine()
        self.view = view
        self.sidebar = Sidebar()
        self.status = StatusLine()
        self.commands = CommandRegistry()
        """Who carries out which command."""
        self.queries = LibraryQueries(self._open_index, screen.call_later, failed=self.say)
        """Answers what is asked of the index of the library."""
        self.listeners: dict[type[Message], Callable[[Any], object]] = {}
        """Who takes which message of the widgets."""

    def _open_index(self) -> Index:
        """Open the index of the library, in the thread that asks it. Raises `IndexFileError`."""
        if self.session.index is None:
            raise IndexFileError(NO_LIBRARY)
        return self.session.index()

    # What is open

    @property
    def notebook(self) -> Notebook | None:
        """The annotations of the article on the screen; None without a library."""
        return self.reading.notebook if self.reading else None

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """What is on the article, placed or not."""
        notebook = self.notebook
        return (*notebook.annotations, *notebook.orphans) if notebook else ()

    def annotation(self, annotation_id: str) -> Annotation | None:
        """Find an annotation by its id, placed or not."""
        return next((each for each in self.annotations if each.id == annotation_id), None)

    def entity(self, entity_id: str | None) -> Entity | None:
        """Find an entity of the article by its id."""
        return self.reading.entity(entity_id) if self.reading and entity_id else None

    @property
    def text(self) -> str:
        """The text on the screen, which every offset points into."""
        return self.reading.article.text if self.reading else ""

    # Where

    @property
    def here(self) -> Place:
        """Where the reader is in the article."""
        return Place(self.view.viewport.top_offset, self.view.viewport.cursor)

    @property
    def annotation_here(self) -> Annotation | None:
        """The annotation at the cursor."""
        return self.notebook.annotation_at(self.view.viewport.cursor) if self.notebook else None

    @property
    def selecting(self) -> bool:
        """Whether something is selected."""
        return self.view.selecting.span is not None

    # What controllers need of the screen

    @property
    def app(self) -> App[object]:
        """The application."""
        return self.screen.app

    def say(self, sentence: str) -> None:
        """Tell the reader something in the status line; ids of commands as `with_keys` takes them."""
        self.status.say(printable(self.with_keys(sentence)))

    def with_keys(self, sentence: str) -> str:
        """A sentence with the keys in force in place of ids of commands, such as `<reader.undo>`."""
        return with_keys(sentence, resolve(self.session.config.keys))

    def ask(self, dialog: Screen[Answer], then: Callable[[Answer | None], None]) -> None:
        """Open a dialog, and hand its answer on; None is none."""
        self.app.push_screen(dialog, then)

    def work(self, work: Coroutine[None, None, None], group: str, *, exclusive: bool = True) -> Worker[None]:
        """Have something done while keys are taken; if `exclusive`, in place of what that group was doing."""
        return self.screen.run_worker(work, group=group, exclusive=exclusive)

    def listen(self, listeners: Mapping[type[Message], Callable[[Any], object]]) -> None:
        """Have each type of message handed to one who takes it. Raises ValueError if another one does."""
        for message, listener in listeners.items():
            if self.listeners.setdefault(message, listener) != listener:
                raise ValueError(f"{message.__name__} is taken already")
