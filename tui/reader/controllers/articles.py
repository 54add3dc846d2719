"""Which article is on the screen: opening, going from one to the next, leaving."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from newsreader.aside import aside
from newsreader.sources import SourceError
from tui.base.captions import about, headline
from tui.reader.opened import remember

if TYPE_CHECKING:
    from newsreader.article import Article
    from tui.reader.controllers.annotations import AnnotationController
    from tui.reader.controllers.article_identity import ArticleIdentityController
    from tui.reader.controllers.findings import FindingsController
    from tui.reader.controllers.matches import MatchController
    from tui.reader.controllers.reading_place import ReadingPlaceController
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
        context.commands.register(
            {
                "reader.next_article": partial(self.go, 1),
                "reader.previous_article": partial(self.go, -1),
                "reader.leave": self.leave,
            }
        )

    # Opening

    def begin(self) -> None:
        """Start to read the first article, which `session.load` has at hand; nothing is shown yet."""
        self._context.reading = self._read(0, self._context.session.load(0))

    def open(self, index: int) -> None:
        """Put the article of that index on the screen, when it has been loaded."""
        if index in self._context.readings:
            self._show(self._context.readings[index])
        else:
            self._context.say("Opening…")
            self._context.work(self._load(index), group="load")

    async def _load(self, index: int) -> None:
        try:
            article = await asyncio.wrap_future(aside(partial(self._context.session.load, index)))
        except SourceError as error:
            self._context.say(str(error))
            return
        self._context.status.be_silent()
        self._show(self._read(index, article))

    def _read(self, index: int, article: Article) -> Reading:
        """Start to read an article: where one was and what one wrote, if the library knows it."""
        session, screen = self._context.session, self._context.screen
        first = session.first if index == 0 else None
        opened = first or remember(session.library, article, index)
        if opened.trouble:
            self._context.app.notify(opened.trouble, severity="warning", timeout=PROBLEM_SECONDS, markup=False)
        if opened.reanchored:
            screen.call_after_refresh(self._identity.tell_reanchored, opened.reanchored)
        if opened.newcomer:
            screen.call_after_refresh(self._identity.look_elsewhere, opened.reading)
        self._context.readings[index] = opened.reading
        return opened.reading

    # Showing

    def _show(self, reading: Reading) -> None:
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
        place, layout, reading.layout = reading.place, reading.layout, None
        self._context.view.show(reading.article, offset=place.top, cursor=place.cursor, layout=layout)
        self._context.screen.call_after_refresh(self._keep_cursor_in_sight, reading)

    def settle(self) -> None:
        """Bring everything around the text in line with the article, whose text is on the screen already."""
        reading, header = self._context.reading, self._context.header
        if reading is None:
            return
        header.headline, header.about = headline(reading.article), about(reading.article)
        self._context.sidebar.set_article(reading.article)
        self._annotations.show()
        self._findings.show(reading)
        self._matches.show(reading.matches, reading.current, entity_id=reading.entity_id)
        self._findings.look_for(reading)

    def _keep_cursor_in_sight(self, reading: Reading) -> None:
        """Put the cursor where the page begins if the place it was at is not on a page of this size."""
        view = self._context.view
        start, end = view.viewport.visible_range()
        if reading is self._context.reading and not start <= view.viewport.cursor < end:
            view.viewport.go_to(view.viewport.top_offset)

    # From one to the next

    def go(self, direction: int) -> None:
        """Go to the next article or, for a negative direction, the one before."""
        index = (self._context.reading.index if self._context.reading else 0) + direction
        if 0 <= index < len(self._context.session.locations):
            self.open(index)
        else:
            self._context.say("There is no further article in this direction.")

    def leave(self) -> None:
        """Go back to the start screen if there is one, else quit."""
        self._place.keep()
        if len(self._context.app.screen_stack) > 1:
            self._context.screen.dismiss()
        else:
            self._context.app.exit()
