"""Which article is on the screen: opening, going from one to the next, leaving."""

from __future__ import annotations

import asyncio
from functools import partial
from itertools import count, takewhile
from typing import TYPE_CHECKING

from newsreader.aside import aside
from newsreader.sources import SourceError
from tui.base.captions import headline
from tui.reader.opened import remember

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui.reader.controllers.annotations import AnnotationController
    from tui.reader.controllers.article_identity import ArticleIdentityController
    from tui.reader.controllers.findings import FindingsController
    from tui.reader.controllers.matches import MatchController
    from tui.reader.controllers.reading_place import ReadingPlaceController
    from tui.reader.opened import Opened
    from tui.reader.reader_context import ReaderContext
    from tui.reader.reading import Reading

PROBLEM_SECONDS = 15
"""How long it stays on the screen that an article has no place in the library."""


class ArticleController:
    """Puts one of the articles of the session on the screen."""

    def __init__(
        self,
        context: ReaderContext,
        matches: MatchController,
        findings: FindingsController,
        annotations: AnnotationController,
        identity: ArticleIdentityController,
        place: ReadingPlaceController,
    ) -> None:
        self._context = context
        self._matches = matches
        self._findings = findings
        self._annotations = annotations
        self._identity = identity
        self._place = place
        self.shown: list[Callable[[Reading], object]] = []
        """Told when an article is on the screen, or there again."""
        context.commands.register(
            {
                "reader.leave": self.leave,
            }
        )

    # Opening

    def begin(self) -> None:
        """Start to read the first article, which `session.load` has at hand; nothing is shown yet."""
        session = self._context.session
        opened = session.first or remember(session.library, session.load(0))
        self._context.plain = opened.plain
        self._context.reading = self.take(opened)

    def open(self, indices: Iterable[int]) -> None:
        """Put the first article of these that can be opened on the screen, and say why others cannot."""
        self._context.work(self._open(indices), group="load")

    async def _open(self, indices: Iterable[int]) -> None:
        session, skipped = self._context.session, list[str]()
        for index in indices:
            name = session.locations[index]
            try:
                reading = await self._reading(index)
            except SourceError as error:
                session.unreadable[name] = str(error)
                skipped.append(str(error))
                continue
            session.unreadable.pop(name, None)
            self._context.status.be_silent()
            self.show(reading)
            break
        if skipped:
            self._context.say(_skipped(skipped))

    async def _reading(self, index: int) -> Reading:
        """The article of that index, which is loaded if it has not been on the screen yet. Raises `SourceError`."""
        if index in self._context.readings:
            return self._context.readings[index]
        self._context.say("Opening…")
        before = len(self._context.session.locations)
        opened = await asyncio.wrap_future(aside(partial(self._opened, index)))
        self._make_room(index, len(self._context.session.locations) - before)
        return self.take(opened)

    def _make_room(self, index: int, more: int) -> None:
        """Have the articles behind that index stand further behind, since there turned out to be so many more."""
        for each in self._context.readings.values() if more else ():
            each.index += more if each.index > index else 0
        self._context.readings = {each.index: each for each in self._context.readings.values()}

    def _opened(self, index: int) -> Opened:
        """Start to read the article of that index, in a thread. Raises `SourceError`."""
        session = self._context.session
        return remember(session.library, session.load(index), index)

    def take(self, opened: Opened) -> Reading:
        """Take in an article that has been opened, and say what there is to say about that."""
        session, screen = self._context.session, self._context.screen
        news = [each for each in opened.troubles if each not in (session.notice or "")]
        if news:
            self._context.app.notify(" ".join(news), severity="warning", timeout=PROBLEM_SECONDS, markup=False)
        if opened.reanchored:
            screen.call_after_refresh(self._identity.tell_reanchored, opened.reanchored)
        if opened.newcomer:
            screen.call_after_refresh(self._identity.look_elsewhere, opened.reading)
        self._context.readings[opened.reading.index] = opened.reading
        return opened.reading

    # Showing

    def show(self, reading: Reading) -> None:
        """Put an article on the screen in place of the one that is there."""
        self._place.keep()
        self._context.reading = reading
        self.show_text()
        self.settle()

    def show_text(self) -> None:
        """Show the text of the article where the reader was in it."""
        reading = self._context.reading
        if reading is None:
            return
        place, before, reading.viewport = reading.place, reading.viewport, None
        self._context.view.show(reading.article, offset=place.top, cursor=place.cursor, before=before)

    def settle(self) -> None:
        """Bring everything around the text in line with the article, whose text is on the screen already."""
        reading, header = self._context.reading, self._context.header
        if reading is None:
            return
        header.headline = headline(reading.article)
        self._context.sidebar.set_article(reading.article)
        self._annotations.show()
        self._findings.show(reading)
        self._matches.show(reading.matches, reading.current, entity_id=reading.entity_id)
        self._findings.look_for(reading)
        for told in self.shown:
            told(reading)

    # From one to the next

    def go(self, direction: int) -> None:
        """Go to the next article that can be opened or, for a negative direction, the one before."""
        locations = self._context.session.locations
        index = (self._context.reading.index if self._context.reading else 0) + direction
        if index in self._context.readings:
            self.go_to(index)
        elif 0 <= index < len(locations):
            # A location that turns out to hold several articles makes the list longer on the way forward.
            self.open(takewhile(lambda each: 0 <= each < len(locations), count(index, direction)))
        else:
            self._context.say(f"This is the {'last' if direction > 0 else 'first'} article.")

    def go_to(self, index: int) -> None:
        """Go to the article of that index; one that cannot be opened says why, and the one on the screen stays."""
        if index in self._context.readings:
            self.show(self._context.readings[index])
        else:
            self.open((index,))

    def leave(self) -> None:
        """Go back to the library if one came from there, else quit."""
        self._place.keep()
        if len(self._context.app.screen_stack) > 1:
            self._context.screen.dismiss()
        else:
            self._context.app.exit()


def _skipped(sentences: list[str]) -> str:
    """Why articles were passed over, for the status line: the nearest one's sentence, and how many more there are."""
    more = len(sentences) - 1
    return sentences[0] if not more else f"{sentences[0]} ({more} more cannot be opened.)"
