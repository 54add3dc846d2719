"""Walking along the list that an article was opened from, and coming back to it."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from newsreader.analysis.events import Analysed
from newsreader.store.errors import LibraryError
from tui.base.library_queries import ARTICLES, LISTS
from tui.reader.ahead import Ahead, load
from tui.reader.opened import take_in

if TYPE_CHECKING:
    from newsreader.analysis.events import Event
    from newsreader.index.found import FoundArticle
    from tui.reader.controllers.articles import ArticleController
    from tui.reader.controllers.findings import FindingsController
    from tui.reader.controllers.sought import SoughtController
    from tui.reader.controllers.status import StatusController
    from tui.reader.controllers.tellings import TellingsController
    from tui.reader.list_walk import Called, Calls, Direction, ListWalk, Standing
    from tui.reader.reader_context import ReaderContext
    from tui.reader.reading import Reading

KEPT = 10
"""So many of the articles that one has come past are kept as they were left."""
AWAITED = "The names of this article are still being found; <reader.next_article> goes on without them."


@dataclass(frozen=True, slots=True)
class _Wish:
    """To be at the next article of the list, or the one before."""

    direction: Direction
    stepping: bool
    """Whether to be at the match there that comes next, and not where one was."""


class WalkController:
    """Goes from article to article, with those beside the one on the screen at hand."""

    def __init__(
        self,
        context: ReaderContext,
        walk: ListWalk,
        articles: ArticleController,
        tellings: TellingsController,
        sought: SoughtController,
        findings: FindingsController,
        status: StatusController,
    ) -> None:
        self._context = context
        self._walk = walk
        self._articles = articles
        self._tellings = tellings
        tellings.prepare, tellings.came = self._prepare_telling, self._advance
        self._sought = sought
        self._status = status
        findings.told.append(lambda _: self._analyse_ahead())
        self._ahead = Ahead(walk)
        self._readings: OrderedDict[int, Reading] = OrderedDict()
        """What was on the screen last of each row of the list, by the number of the row’s article."""
        self._present = walk.here.id
        """The number of the article on the screen."""
        self._wishes: deque[_Wish] = deque()
        context.commands.register(
            {"reader.next_article": partial(self.go, 1), "reader.previous_article": partial(self.go, -1)}
        )

    def prepare(self) -> None:
        """Have the first article, which is not shown yet, stand at what the list is about."""
        reading = self._context.reading
        if reading is None:
            return
        analysis = self._context.session.known(reading.article) if reading.analysis is None else None
        if analysis is not None:
            take_in(reading, analysis)
        self._sought.prepare(reading, 1, self._walk.called(self._walk.here.id), self._walk.start)

    def begin(self) -> None:
        """Go on from the first article, which is on the screen."""
        if self._context.reading is not None:
            self._arrive(self._context.reading, self._walk.here.id)
        article, question = self._walk.here, self._walk.standing()
        self._context.queries.ask("standing", question, partial(self._stand, article), urgency=LISTS)

    # Asked at the ends of an article

    def go_on(self, direction: int) -> bool:
        """Go on to the matches of the next article, if those that end here are what the list is about, or none are."""
        reading = self._context.reading
        if reading is None or (reading.matches and not self._sought.active_in(reading)):
            return False
        if self._sought.awaits(reading):
            self._context.say(AWAITED)
            return True
        self.go(1 if direction > 0 else -1, stepping=True)
        return True

    def go_back(self) -> bool:
        """Go back to the list."""
        self._articles.leave()
        return True

    # From article to article

    def go(self, direction: Direction, *, stepping: bool = False) -> None:
        """Go to the next article of the list or the one before, at once if it is at hand and else when it is."""
        self._wishes.append(_Wish(direction, stepping))
        self._advance()
        if self._wishes:
            self._context.say("Opening…")

    def _advance(self) -> None:
        """Go as far as is wished and at hand."""
        while self._wishes and self._fulfil(self._wishes[0]):
            self._wishes.popleft()

    def _fulfil(self, wish: _Wish) -> bool:
        """Show what is wished, or say that there is nothing; False if it is not at hand yet.

        Who goes by article goes through those that tell one story before the next row of the list; who goes from match
        to match goes by rows.
        """
        telling = None if wish.stepping else self._tellings.beside(wish.direction)
        return self._go_row(wish) if telling is None else self._go_telling(telling)

    def _go_telling(self, number: int) -> bool:
        reading = self._tellings.at_hand(number)
        if reading is None:
            return False
        self._show(reading, number)
        return True

    def _prepare_telling(self, reading: Reading) -> None:
        self._sought.prepare(reading, 1, self._walk.called(reading.number or 0))

    def _go_row(self, wish: _Wish) -> bool:
        if self._walk.ends(wish.direction):
            self._context.say(f"This is the {'last' if wish.direction > 0 else 'first'} article of the list.")
            return True
        found = self._walk.beside(wish.direction)
        if found is None:
            return False
        reading, is_new = self._readings.get(found.id), False
        if reading is None and (ready := self._ahead.take(found)) is not None:
            reading, is_new = self._articles.take(ready.open(self._context.session)), True
        if reading is None:
            return False
        number = found.id if is_new else reading.number or found.id
        if is_new or wish.stepping:
            self._sought.prepare(reading, wish.direction if wish.stepping else 1, self._walk.called(number))
        self._walk.step(wish.direction)
        self._show(reading, number)
        return True

    def _show(self, reading: Reading, number: int) -> None:
        self._context.status.be_silent()
        self._articles.show(reading)
        self._arrive(reading, number)

    def _arrive(self, reading: Reading, number: int) -> None:
        """Keep what was come past last, and look further on both sides."""
        self._present = number
        self._readings[self._walk.here.id] = reading
        self._readings.move_to_end(self._walk.here.id)
        while len(self._readings) > KEPT:
            self._readings.popitem(last=False)
        called = self._walk.called(number)
        self._sought.arrive(reading, called)
        if called is None:
            calling = self._walk.calling(self._sought.names, number)
            self._context.queries.ask("called", calling, self._call, urgency=ARTICLES)
        self._look(1)
        self._look(-1)

    # Behind the keys

    def _look(self, direction: Direction) -> None:
        """Have it found which article stands beside this one, and have that at hand."""
        walk, found = self._walk, self._walk.beside(direction)
        if found is not None and found.id not in self._readings and found not in self._ahead:
            self._context.work(self._load(found), group=f"load {direction}")
        elif found is None and not walk.ends(direction):
            further = partial(self._take_in, direction)
            self._context.queries.ask(
                f"walk {direction}", walk.further(direction, self._sought.names), further, urgency=ARTICLES
            )

    def _call(self, found: Called) -> None:
        self._walk.call(found)
        reading, called = self._context.reading, self._walk.called(self._present)
        if reading is not None and called is not None:
            self._sought.call(reading, called)

    def _take_in(self, direction: Direction, calls: Calls) -> None:
        self._walk.extend(direction, calls)
        self._look(direction)
        self._advance()

    async def _load(self, found: FoundArticle) -> None:
        try:
            ready = await asyncio.to_thread(load, found.id, self._context.session, found.title or found.location)
        except LibraryError as error:
            if self._wishes:
                self._wishes.clear()
                self._context.say(str(error))
            return
        self._ahead.put(found, ready)
        self._advance()
        self._analyse_ahead()

    def _analyse_ahead(self) -> None:
        """Have the next article analysed, too, once the one on the screen is."""
        reading, client, found = self._context.reading, self._context.session.client, self._walk.beside(1)
        whole = reading is not None and reading.analysis is not None and reading.analysis.complete
        ready = self._ahead.begin(found) if found is not None and client is not None and whole else None
        if found is not None and client is not None and ready is not None:
            client.open(ready.article, partial(self._hear, found))

    def _hear(self, found: FoundArticle, event: Event) -> None:
        """Keep what was found in the next article; called in the client's thread."""
        if isinstance(event, Analysed) and event.analysis.complete:
            self._context.screen.call_later(self._ahead.know, found, event.analysis)

    def _stand(self, article: FoundArticle, standing: Standing) -> None:
        """Say where an article stands, now that it is counted."""
        self._walk.stand(article, standing)
        self._status.refresh()
