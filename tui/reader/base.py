"""What every part of the reader screen stands on: the widgets, the open article, and how to say something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from newsreader.sanitise import printable
from tui.base.bars import HeaderLine, StatusLine
from tui.panels.sidebar import Sidebar
from tui.reader.jumps import Place

if TYPE_CHECKING:
    from newsreader.annotations.notebook import Notebook
    from tui.article.view import ArticleView
    from tui.reader.reading import Reading
    from tui.session import Session


class ReaderBase(Screen[None]):
    """The widgets and the state that the parts of the reader screen share."""

    def __init__(self, session: Session, view: ArticleView) -> None:
        """Take the session and the widget that is to show its articles."""
        super().__init__()
        self.session = session
        self.readings: dict[int, Reading] = {}
        """The articles that have been on the screen, by index."""
        self.reading: Reading | None = None
        """The one that is on the screen now."""
        # Kept, not looked up: messages may still come when the widgets have left the screen.
        self.header = HeaderLine()
        self.view = view
        self.sidebar = Sidebar()
        self.status = StatusLine()

    @property
    def notebook(self) -> Notebook | None:
        """The annotations of the article on the screen; None without a library."""
        return self.reading.notebook if self.reading else None

    @property
    def text(self) -> str:
        """The text on the screen, which every offset points into."""
        return self.reading.article.text if self.reading else ""

    def say(self, sentence: str) -> None:
        """Tell the reader something in the status line."""
        self.status.say(printable(sentence))

    def here(self) -> Place:
        """Where the reader is in the article."""
        return Place(self.view.top_offset, self.view.cursor)

    def jump(self, offset: int, *, end: int | None = None) -> None:
        """Go to a place in the text so that one can come back from it."""
        if self.reading is not None:
            self.reading.jumps.push(self.here())
        self.view.go_to(offset, end=end)

    def return_to(self, place: Place) -> None:
        """Put the screen back as it was at `place`; a match that the cursor is on then is the current one again."""
        self.view.go_to(place.top, align="top")
        self.view.go_to(place.cursor)
        reading = self.reading
        if reading is not None and reading.matches is not None:
            reading.current = reading.matches.at(place.cursor)
            self.view.current = reading.current
        self.refresh_status()

    def show_findings(self, reading: Reading) -> None:
        """Show what has been found in the article on the screen, as the person has it."""
        raise NotImplementedError

    def refresh_status(self) -> None:
        """Show the active matches and the keys that help now."""
        raise NotImplementedError
