"""Keeping one's place: noted at every step, written into the library when the reader is still or leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.query.fields import BEGUN
from newsreader.store.records import ReadingPlace
from tui.article.messages import PositionChanged

if TYPE_CHECKING:
    from textual.timer import Timer

    from newsreader.store.errors import LibraryError
    from tui.reader.controllers.findings import FindingsController
    from tui.reader.reader_context import ReaderContext

SAVE_AFTER = 2.0
"""Seconds of stillness after which the place is kept."""


class ReadingPlaceController:
    """Keeps the place in the article on the screen."""

    def __init__(self, context: ReaderContext, findings: FindingsController) -> None:
        self._context = context
        self._findings = findings
        self._timer: Timer | None = None
        self._said = ""
        """Why places are not kept, as it was said last."""
        context.listen({PositionChanged: self.position_changed})

    def position_changed(self, message: PositionChanged) -> None:
        """Note the place, have it kept soon, and have what is in sight analysed first."""
        reading = self._context.reading
        if reading is None:
            return
        self._note()
        if self._timer is None:
            self._timer = self._context.screen.set_timer(SAVE_AFTER, self.save)
        else:
            self._timer.reset()
        self._findings.look_at(reading, message.top, message.bottom)

    def save(self) -> None:
        """Keep the place, as it was last noted, in the library."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        reading, library = self._context.reading, self._context.session.library
        if reading is None or reading.notebook is None or library is None:
            return
        notebook, place = reading.notebook, ReadingPlace(reading.place.top, reading.place.cursor, reading.progress)
        self._context.keeping.do(lambda: library.save_place(notebook.record, place), failed=self._complain)

    def _complain(self, error: LibraryError) -> None:
        """Say once why places are not kept; that goes for every place."""
        sentence = str(error)
        if sentence != self._said and sentence not in (self._context.session.notice or ""):
            self._context.keeping.complain(error)
        self._said = sentence

    def keep(self) -> None:
        """Keep the place in the article, since it leaves the screen."""
        if self._context.reading is not None:
            self._note()
            self.save()

    def _note(self) -> None:
        """Note the place on the screen; before there is one and once it has gone, it is where it was noted last."""
        reading, view = self._context.reading, self._context.view
        if reading is not None and view.size and view.viewport.layout is not None:
            reading.place = self._context.here
            reading.progress = max(BEGUN, view.viewport.progress)
