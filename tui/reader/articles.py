"""Which article is on the screen: opening, going from one to the next, keeping one's place, taking in what is found."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from newsreader.analysis.client import Analysed, AnalysisFailed
from newsreader.analysis.gently import breathing
from newsreader.aside import aside
from newsreader.sources import SourceError
from newsreader.store.errors import LibraryError
from newsreader.store.records import ReadingPlace
from tui.base.text import about, headline
from tui.reader import opening
from tui.reader.provenance import mention_signs, signs_of
from tui.reader.reading import Findings, Reading
from tui.reader.recognising import Recognising

if TYPE_CHECKING:
    from textual.timer import Timer

    from newsreader.analysis.client import AnalysisNotice, Event
    from newsreader.article import Article
    from tui.article.messages import PositionChanged

PROBLEM_SECONDS = 15
"""How long it stays on the screen that an article has no place in the library."""

SAVE_AFTER = 2.0
"""Seconds of stillness after which the place is kept."""


class Found(Message):
    """The analysis of an article has come on; sent from another thread, with what was found in order already."""

    def __init__(self, reading: Reading, event: Findings | AnalysisFailed | AnalysisNotice) -> None:
        super().__init__()
        self.reading = reading
        self.event = event

    def can_replace(self, message: Message) -> bool:
        """Only the newest findings count, not those that wait before them."""
        return (
            isinstance(message, Found)
            and message.reading is self.reading
            and isinstance(message.event, Findings)
            and isinstance(self.event, Findings)
        )


class Articles(Recognising):
    """The articles that were opened together."""

    _save_timer: Timer | None = None

    # Opening

    def open_article(self, index: int) -> None:
        """Put the article of that index on the screen, when it has been loaded."""
        if index in self.readings:
            self._show(self.readings[index])
        else:
            self.say("Opening…")
            self.run_worker(self._load(index), group="load", exclusive=True)

    async def _load(self, index: int) -> None:
        try:
            article = await asyncio.wrap_future(aside(partial(self.session.load, index)))
        except SourceError as error:
            self.say(str(error))
            return
        self.status.be_silent()
        self.readings[index] = self.remember(index, article)
        self._show(self.readings[index])

    def remember(self, index: int, article: Article) -> Reading:
        """Start to read an article: where one was and what one wrote, if the library knows it."""
        first = self.session.first if index == 0 else None
        opened = first or opening.remember(self.session.library, article, index)
        if opened.trouble:
            self.app.notify(opened.trouble, severity="warning", timeout=PROBLEM_SECONDS, markup=False)
        if opened.carried:
            self.call_after_refresh(self.tell_carried, opened.carried)
        if opened.newcomer:
            self.call_after_refresh(self.look_elsewhere, opened.reading)
        return opened.reading

    def _show(self, reading: Reading) -> None:
        """Put an article on the screen in place of the one that is there."""
        self.keep()
        self.reading = reading
        self.show_text(reading)
        self.settle()

    def show_text(self, reading: Reading) -> None:
        """Show the text of an article where the reader was in it."""
        place, layout, reading.layout = reading.place, reading.layout, None
        self.view.show(reading.article, offset=place.top, cursor=place.cursor, layout=layout)
        self.call_after_refresh(self._keep_cursor_in_sight, reading)

    def settle(self) -> None:
        """Bring everything around the text in line with the article, whose text is on the screen already."""
        reading = self.reading
        if reading is None:
            return
        self.header.headline, self.header.about = headline(reading.article), about(reading.article)
        self.sidebar.set_article(reading.article)
        self.show_annotations()
        self.show_findings(reading)
        self.show_matches(reading.matches, reading.current, entity_id=reading.entity_id)
        self._analyse(reading)

    def _keep_cursor_in_sight(self, reading: Reading) -> None:
        """Put the cursor where the page begins if the place it was at is not on a page of this size."""
        start, end = self.view.visible_range()
        if reading is self.reading and not start <= self.view.cursor < end:
            self.view.go_to(self.view.top_offset)

    def action_reader_next_article(self) -> None:
        """Go to the next article."""
        self._go(1)

    def action_reader_previous_article(self) -> None:
        """Go to the article before."""
        self._go(-1)

    def _go(self, direction: int) -> None:
        index = (self.reading.index if self.reading else 0) + direction
        if 0 <= index < len(self.session.locations):
            self.open_article(index)
        else:
            self.say("There is no further article in this direction.")

    # Findings

    def _analyse(self, reading: Reading) -> None:
        client = self.session.client
        if client is None or (reading.analysis is not None and reading.analysis.complete):
            return
        if reading.analysis is None and not reading.trouble:
            self.sidebar.set_status("reading…")
        reading.correct()
        client.open(reading.article, partial(self._listen, reading))
        client.look_at(*self.view.visible_range())

    def _listen(self, reading: Reading, event: Event) -> None:
        """Hand what was found to the screen, put in order; called in the client's thread, which no key waits for."""
        if isinstance(event, Analysed):
            findings = Findings.of(event.analysis, reading.said, reading.article, pace=breathing)
            self.post_message(Found(reading, findings))
        else:
            self.post_message(Found(reading, event))

    def on_found(self, message: Found) -> None:
        """Take in what was found; the text stays where it is."""
        reading, event = message.reading, message.event
        if isinstance(event, Findings):
            reading.understand(event)
        elif isinstance(event, AnalysisFailed):
            reading.trouble = event.sentence
            reading.correct()
        else:
            self.say(event.sentence)
            return
        if reading is self.reading:
            self.show_findings(reading)

    def show_findings(self, reading: Reading) -> None:
        """Show what has been found, as the person has it, in the text and in the panels."""
        if reading.corrected is not None:
            self.view.set_entities(reading.spots)
            self.sidebar.set_analysis(
                reading.corrected.analysis, signs_of(reading.corrected), mention_signs(reading.corrected)
            )
            self.sidebar.set_status("")
            if reading.entity_id is not None:
                self.show_matches(reading.matches, reading.current, entity_id=reading.entity_id)
        if reading.trouble:
            self.sidebar.set_status(reading.trouble)

    # The place

    def on_position_changed(self, event: PositionChanged) -> None:
        """Note the place, have it kept soon, and have what is in sight analysed first."""
        reading = self.reading
        if reading is None:
            return
        self._note_place(reading)
        if self._save_timer is None:
            self._save_timer = self.set_timer(SAVE_AFTER, self.save_place)
        else:
            self._save_timer.reset()
        if self.session.client is not None and not (reading.analysis and reading.analysis.complete):
            self.session.client.look_at(event.top, event.bottom)

    def show_position(self) -> None:
        """Show how far the article has been read."""
        raise NotImplementedError

    def save_place(self) -> None:
        """Keep the place in the library."""
        if self._save_timer is not None:
            self._save_timer.stop()
            self._save_timer = None
        reading, library = self.reading, self.session.library
        if reading is None or reading.notebook is None or library is None:
            return
        place = reading.place
        try:
            library.save_place(reading.notebook.record, ReadingPlace(place.top, place.cursor, reading.progress))
        except LibraryError as error:
            self.say(str(error))

    def keep(self) -> None:
        """Keep the place in the article, since it leaves the screen."""
        if self.reading is not None:
            self._note_place(self.reading)
            self.save_place()

    def _note_place(self, reading: Reading) -> None:
        reading.place, reading.progress = self.here(), self.view.progress
