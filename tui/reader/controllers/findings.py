"""What is found in the article: having it looked for, taking it in, and showing it as the person has it."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from newsreader.analysis.client import Analysed, AnalysisFailed
from newsreader.analysis.pacing import paced
from tui.reader.provenance import mention_signs, signs_of
from tui.reader.reading import Findings, Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.analysis.client import AnalysisNotice, Event
    from tui.article.mention_index import Pace
    from tui.reader.controllers.matches import MatchController
    from tui.reader.reader_context import ReaderContext


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


class FindingsController:
    """Keeps the names and dates on the screen in line with the analysis and with the person's corrections."""

    def __init__(self, context: ReaderContext, matches: MatchController) -> None:
        self._context = context
        self._matches = matches
        self.told: list[Callable[[Reading], object]] = []
        """Told when something was found in the article on the screen, and is shown."""
        context.listen({Found: self.take_in})

    # From the analysis

    def look_for(self, reading: Reading) -> None:
        """Have an article analysed, unless all of it has been."""
        client = self._context.session.client
        if client is None or (reading.analysis is not None and reading.analysis.complete):
            return
        if reading.analysis is None and not reading.trouble:
            self._context.sidebar.set_status("reading…")
        reading.correct()
        client.open(reading.article, partial(self.hear, reading))
        client.look_at(*self._context.view.viewport.visible_range())

    def look_at(self, reading: Reading, start: int, end: int) -> None:
        """Have the code points from `start` to `end` analysed next, since they are in sight."""
        client = self._context.session.client
        if client is not None and not (reading.analysis and reading.analysis.complete):
            client.look_at(start, end)

    def hear(self, reading: Reading, event: Event) -> None:
        """Hand what was found to the screen, put in order; called in the client's thread, which no key waits for."""
        if isinstance(event, Analysed):
            findings = Findings.of(event.analysis, reading.overlay, reading.article, pace=paced)
            self._context.screen.post_message(Found(reading, findings))
        else:
            self._context.screen.post_message(Found(reading, event))

    def take_in(self, message: Found) -> None:
        """Take in what was found; the text stays where it is."""
        reading, event = message.reading, message.event
        if isinstance(event, Findings):
            reading.understand(event)
        elif isinstance(event, AnalysisFailed):
            reading.trouble = event.sentence
            reading.correct()
        else:
            self._context.say(event.sentence)
            return
        if reading is self._context.reading:
            self.show(reading)
            for told in self.told:
                told(reading)

    def show(self, reading: Reading) -> None:
        """Show what has been found, as the person has it, in the text, in the panels and below them."""
        sidebar = self._context.sidebar
        if reading.corrected is not None:
            self._context.view.text_layers.set_entities(reading.mentions, self._context.plain)
            sidebar.set_analysis(
                reading.corrected.analysis, signs_of(reading.corrected), mention_signs(reading.corrected)
            )
            sidebar.set_status("")
            if reading.entity_id is not None or reading.matches is None:
                self._matches.show(reading.matches, reading.current, entity_id=reading.entity_id)
        if reading.trouble:
            sidebar.set_status(reading.trouble)

    # From the person

    def correct(self, reading: Reading) -> None:
        """Lay what the person says now over the findings, and show that if it changes them.

        A thread counts the dates of a long article from another day, so that no key waits for it.
        """
        work = reading.to_count()
        if work is not None:
            self._context.work(self._count(reading, work), group="dates")
        elif reading.correct():
            self.show(reading)

    async def _count(self, reading: Reading, work: Callable[[Pace], Findings]) -> None:
        findings = await asyncio.to_thread(work, paced)
        if findings.machine is not reading.analysis or findings.overlay != reading.overlay:
            self.correct(reading)
            return
        reading.accept(findings)
        if reading is self._context.reading:
            self.show(reading)
