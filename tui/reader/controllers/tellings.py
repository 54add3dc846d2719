"""Going from one article of a story to the others that tell it, each of them at hand before it is wanted."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING

from newsreader.store.errors import LibraryError
from tui.reader.ahead import load
from tui.reader.story import Tellings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.reader.ahead import Ready
    from tui.reader.controllers.articles import ArticleController
    from tui.reader.controllers.status import StatusController
    from tui.reader.list_walk import ListWalk
    from tui.reader.reader_context import ReaderContext
    from tui.reader.reading import Reading

KEPT = 10
"""So many articles of stories are kept as they were left."""


class TellingsController:
    """Knows which articles tell the story that is read, and shows the next of them or the one before.

    In a list the walk asks it first; where one article was opened by itself the keys are its own.
    """

    def __init__(self, context: ReaderContext, status: StatusController, articles: ArticleController) -> None:
        self._context = context
        self._status = status
        self._articles = articles
        self._readings: OrderedDict[int, Reading] = OrderedDict()
        """The articles that were on the screen last, by their numbers."""
        self._ready: dict[int, Ready] = {}
        """Those beside the one on the screen, by their numbers."""
        self._wanted: int | None = None
        """The article to be shown once it is at hand."""
        self._hoped: int | None = None
        """The direction in which to go once it is known who else tells it."""
        self.came: Callable[[], object] = self._show_wanted
        """Told when an article is at hand, or cannot be had."""
        self.prepare: Callable[[Reading], object] = lambda _: None
        """Told of an article that is new, before it is shown."""
        articles.shown.append(self._arrive)
        if context.session.walk is None:
            context.commands.register(
                {"reader.next_article": partial(self.go, 1), "reader.previous_article": partial(self.go, -1)}
            )

    # Which there are

    def beside(self, direction: int) -> int | None:
        """The number of the article that tells it next, or of the one before; None if there is none, or none known."""
        reading = self._context.reading
        if reading is None or reading.tellings is None or reading.number is None:
            return None
        return reading.tellings.beside(self._wanted or reading.number, direction)

    def learn(self, reading: Reading, others: Sequence[int]) -> None:
        """Take in which other articles tell the story of one, the fullest first."""
        if reading.tellings is None and reading.number is not None:
            reading.tellings = Tellings((reading.number, *others))
        if reading is self._context.reading:
            self._status.show_about()
            self._look()
            direction, self._hoped = self._hoped, None
            if direction is not None:
                self.go(direction)

    def part(self, number: int) -> Callable[[], None]:
        """Have an article be in no story with others; returns what puts it back."""
        before = [
            (each, each.tellings)
            for each in self._readings.values()
            if each.tellings is not None and number in each.tellings.articles
        ]
        for each, tellings in before:
            each.tellings = Tellings((number,)) if each.number == number else tellings.without(number)
            each.story = None
        self._status.show_about()

        def put_back() -> None:
            for each, tellings in before:
                each.tellings, each.story = tellings, None
            self._status.show_about()

        return put_back

    def join(self, reading: Reading) -> Callable[[], None]:
        """Have it found anew with which others an article belongs; returns what forgets that."""
        before = reading.tellings
        reading.tellings = reading.story = None

        def forget() -> None:
            reading.tellings, reading.story = before, None
            self._status.show_about()

        return forget

    def _arrive(self, reading: Reading) -> None:
        number = reading.number
        if number is None:
            return
        if reading.tellings is None and self._context.session.walk is not None:
            reading.tellings = _told_in(self._context.session.walk, number)
            self._status.show_about()
        self._readings[number] = reading
        self._readings.move_to_end(number)
        while len(self._readings) > KEPT:
            self._readings.popitem(last=False)
        self._look()

    # At hand

    def at_hand(self, number: int) -> Reading | None:
        """The article of that number to be shown; None, and it is looked for, if that takes longer than a key may."""
        if number in self._readings:
            return self._readings[number]
        before = self._context.reading
        ready = self._ready.pop(number, None)
        if ready is None or before is None:
            self._load(number)
            return None
        reading = self._articles.take(ready.open(self._context.session))
        reading.tellings = before.tellings
        self.prepare(reading)
        return reading

    def _look(self) -> None:
        """Have at hand what stands on both sides."""
        beside = [each for each in (self.beside(1), self.beside(-1)) if each is not None]
        self._ready = {number: each for number, each in self._ready.items() if number in beside}
        for each in beside:
            if each not in self._readings and each not in self._ready:
                self._load(each)

    def _load(self, number: int) -> None:
        self._context.work(self._loaded(number), f"telling {number}")

    async def _loaded(self, number: int) -> None:
        try:
            self._ready[number] = await asyncio.to_thread(load, number, self._context.session)
        except LibraryError as error:
            if number == self._wanted:
                self._wanted = None
                self._context.say(str(error))
            return
        self.came()

    # By key, where one article was opened by itself

    def go(self, direction: int) -> None:
        """Go to the next article that tells it or the one before, or to that of those that were opened together."""
        session, reading = self._context.session, self._context.reading
        if len(session.locations) > 1 or reading is None:
            self._articles.go(direction)
        elif reading.tellings is None and reading.number is not None and session.index is not None:
            self._hoped = direction
            self._context.say("Opening…")
        elif (number := self.beside(direction)) is None:
            self._articles.go(direction)
        else:
            self._wanted = number
            self._show_wanted()

    def _show_wanted(self) -> None:
        if self._wanted is None:
            return
        reading = self.at_hand(self._wanted)
        if reading is None:
            self._context.say("Opening…")
            return
        self._wanted = None
        self._context.status.be_silent()
        self._articles.show(reading)


def _told_in(walk: ListWalk, number: int) -> Tellings:
    """Who tells the story of the row of a list, the row itself first; of another article it is not known."""
    row = walk.here
    return Tellings((row.id, *(each.id for each in row.twins if each.id != row.id)) if number == row.id else (number,))
