"""Moving through the article: lines, pages, paragraphs and headings, and the jumps one can come back from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.article import ParagraphKind
from tui.article.messages import GutterClicked
from tui.reader.jumps import Place
from tui.reader.moves import LEAPS, STEPS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.article import Paragraph
    from tui.reader.controllers.status import StatusController
    from tui.reader.moves import Move
    from tui.reader.reader_context import ReaderContext


class NavigationController:
    """Everything that changes which part of the article is on the screen."""

    def __init__(self, context: ReaderContext, status: StatusController) -> None:
        self._context = context
        self._status = status
        self.before_all: Callable[[], bool] = lambda: False
        """Goes back where no jump is left to come back from; False if there is nowhere to go."""
        context.commands.register(
            {
                **{id_: partial(self._go, move) for id_, move in STEPS.items()},
                **{id_: partial(self._leap, move) for id_, move in LEAPS.items()},
                "reader.back": self.go_back,
                "reader.forward": self.go_forward,
                "reader.headings": self.list_headings,
            }
        )
        context.listen({GutterClicked: self.gutter_clicked})

    def _go(self, move: Move) -> None:
        """Move the place, and with it the end of the selection if there is one."""
        move(self._context.view.moving)
        self._context.view.selecting.follow()

    # Jumps

    def jump(self, offset: int, *, end: int | None = None, align_top: bool = False) -> None:
        """Go to a place in the text so that one can come back from it."""
        self.leave_here()
        if align_top:
            self._context.view.viewport.go_to(offset, align="top")
        else:
            self._context.view.viewport.go_to(offset, end=end)

    def leave_here(self) -> None:
        """Remember this place as one to come back to."""
        if self._context.reading is not None:
            self._context.reading.jumps.push(self._context.here)

    def return_to(self, place: Place) -> None:
        """Put the screen back as it was at `place`; a match that the cursor is on then is the current one again."""
        view, reading = self._context.view, self._context.reading
        view.viewport.go_to(place.top, align="top")
        view.viewport.go_to(place.cursor)
        if reading is not None and reading.matches is not None:
            reading.current = reading.matches.at(place.cursor)
            view.text_layers.set_current(reading.current)
        self._status.refresh()

    def _leap(self, move: Move) -> None:
        self.leave_here()
        self._go(move)

    def go_back(self) -> None:
        """Go back to where the last jump began."""
        reading = self._context.reading
        place = reading.jumps.back(self._context.here) if reading else None
        if place is not None:
            self.return_to(place)
        elif not self.before_all():
            self._context.say("There is nowhere to go back to.")

    def go_forward(self) -> None:
        """Go forward to where the reader went back from."""
        reading = self._context.reading
        place = reading.jumps.forward(self._context.here) if reading else None
        if place is None:
            self._context.say("There is nowhere to go forward to.")
        else:
            self.return_to(place)

    def gutter_clicked(self, message: GutterClicked) -> None:
        """Note where the reader came from; the view has gone there itself."""
        reading = self._context.reading
        if reading is None:
            return
        reading.jumps.push(Place(message.top, message.origin))
        if reading.matches is not None:
            reading.current = reading.matches.at(message.offset)
            self._context.view.text_layers.set_current(reading.current)
        self._status.refresh()

    # Headings

    def list_headings(self) -> None:
        """List the title and the headings, to go to one."""
        if self._context.reading is None:
            return
        article = self._context.reading.article
        wanted = (ParagraphKind.TITLE, ParagraphKind.HEADING)
        found = [paragraph for paragraph in article.paragraphs if paragraph.kind in wanted]
        if not any(paragraph.kind is ParagraphKind.HEADING for paragraph in found):
            self._context.say("This article has no headings.")
            return
        from tui.dialogs.choice import Choice

        cursor = self._context.view.viewport.cursor
        here = max((row for row, each in enumerate(found) if each.start <= cursor), default=0)
        rows = [article.text[each.start : each.end] for each in found]
        hints = (("enter", "goes there"), ("escape", "closes"))
        self._context.ask(Choice("Headings", rows, hints=hints, here=here), lambda row: self._go_to_heading(found, row))

    def _go_to_heading(self, found: Sequence[Paragraph], row: int | None) -> None:
        if row is not None:
            self.jump(found[row].start, align_top=True)
