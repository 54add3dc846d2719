"""Searching the text, incrementally: the hits are the active matches while one types."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.article.text_search import SLICE, SearchError, search, search_expression

if TYPE_CHECKING:
    from textual.worker import Worker

    from tui.article.active_matches import Matches
    from tui.dialogs.search_bar import Pattern, SearchBar
    from tui.reader.controllers.matches import MatchController
    from tui.reader.controllers.navigation import NavigationController
    from tui.reader.controllers.panes import PaneController
    from tui.reader.controllers.status import StatusController
    from tui.reader.jumps import Place
    from tui.reader.reader_context import ReaderContext
    from tui.reader.reading import Reading

AT_ONCE = SLICE
"""Code points of a text that is searched for words before the next key is looked at."""


@dataclass(frozen=True, slots=True)
class _Before:
    """What was on the screen before the search, to be put back if it is given up."""

    reading: Reading
    place: Place
    matches: Matches | None
    current: int | None
    entity_id: str | None


class SearchController:
    """Opens the search bar, and makes what is found the active matches."""

    def __init__(
        self,
        context: ReaderContext,
        status: StatusController,
        navigation: NavigationController,
        matches: MatchController,
        panes: PaneController,
    ) -> None:
        self._context = context
        self._status = status
        self._navigation = navigation
        self._matches = matches
        self._panes = panes
        self._before: _Before | None = None
        self._patterns: tuple[Pattern, ...] = ()
        """What was searched for, the latest last."""
        self._seeking: Worker[None] | None = None
        """The search that goes on."""
        context.commands.register({"reader.search": self.open})

    # The bar

    async def open(self) -> None:
        """Open the search bar, or go back into it."""
        from tui.dialogs.search_bar import SearchBar

        context, reading = self._context, self._context.reading
        if reading is None:
            return
        if context.searching:
            context.screen.query_one(SearchBar).focus()
            return
        context.listen({SearchBar.Changed: self.seek, SearchBar.Submitted: self.keep, SearchBar.Cancelled: self.cancel})
        self._before = _Before(reading, context.here, reading.matches, reading.current, reading.entity_id)
        context.searching = True
        bar = SearchBar(history=self._patterns)
        await context.screen.mount(bar, before=context.status)
        bar.focus()
        self._matches.clear()

    def seek(self, message: SearchBar.Changed) -> None:
        """Show the first hit behind where the search began, and all of them when they are counted."""
        before = self._before
        if before is None:
            return
        self._stop()
        if not message.pattern:
            self._note_in_bar("")
            self._put_back(before)
            self._matches.clear()
        elif message.regex:
            self._seeking = self._context.work(self._find_expression(message.pattern, before), group="search")
        elif len(self._context.text) <= AT_ONCE:
            for found in search(self._context.text, message.pattern, before.place.cursor):
                self._take(found, before)
        else:
            self._seeking = self._context.work(self._find_words(message.pattern, before), group="search")

    async def keep(self, message: SearchBar.Submitted) -> None:
        """Keep the hits, also those that are still being looked for, and read on at the current one."""
        from tui.dialogs.search_bar import Pattern

        before, pattern = self._before, Pattern(message.pattern, message.regex)
        self._patterns = (*(each for each in self._patterns if each != pattern), pattern)
        await self._close_bar()
        if before is not None and (self._seeking is None or self._seeking.is_finished):
            self._conclude(before)

    async def cancel(self, _: SearchBar.Cancelled) -> None:
        """Put everything back as it was before the search."""
        before = self._before
        self._stop()
        await self._close_bar()
        if before is not None:
            self._put_back(before)

    async def _close_bar(self) -> None:
        from tui.dialogs.search_bar import SearchBar

        self._before, self._context.searching = None, False
        await self._context.screen.query(SearchBar).remove()
        self._panes.focus_article()

    def _note_in_bar(self, note: str) -> None:
        from tui.dialogs.search_bar import SearchBar

        for bar in self._context.screen.query(SearchBar):
            bar.show_note(note)

    # The search

    async def _find_words(self, words: str, before: _Before) -> None:
        """Search slice by slice; keys and frames have their turn between them."""
        for found in search(self._context.text, words, before.place.cursor):
            self._take(found, before)
            await asyncio.sleep(0)
        self._conclude(before)

    async def _find_expression(self, expression: str, before: _Before) -> None:
        self._note_in_bar("searching…")
        try:
            self._take(await search_expression(self._context.text, expression), before)
        except SearchError as error:
            self._note_in_bar(str(error))
            if not self._context.searching:
                self._context.say(str(error))
        self._conclude(before)

    def _take(self, found: Matches | None, before: _Before) -> None:
        if found is None or before.reading is not self._context.reading:
            return
        self._note_in_bar(f"{len(found) or 'nothing'} found" if found.counted else "counting…")
        matches = before.reading.matches
        if matches is None or matches.counted or matches.title != found.title:
            self._show_hits(found, before.place)
        else:
            self._add_hits(found)

    def _stop(self) -> None:
        """Search no further."""
        if self._seeking is not None:
            self._seeking.cancel()
            self._seeking = None

    def _show_hits(self, found: Matches, origin: Place) -> None:
        """Make the hits the matches; the current one is that from which the search began, or the first of all."""
        index = found.after(origin.cursor - 1) if len(found) else None
        current = 0 if index is None and len(found) else index
        self._matches.show(found, current)
        if current is None:
            self._navigation.return_to(origin)
        else:
            self._context.view.viewport.go_to(found.starts[current], end=found.ends[current])

    def _add_hits(self, found: Matches) -> None:
        """Have more hits of the same search; the current one stays where the reader has stepped to by now."""
        reading = self._context.reading
        if reading is not None and reading.matches is not None:
            start = reading.matches.starts[reading.current] if reading.current is not None else None
            self._matches.show(found, found.at(start) if start is not None else None)

    def _conclude(self, before: _Before) -> None:
        """When bar and search are done: go back if nothing was found, else note where one can come back to."""
        self._seeking = None
        if self._context.searching or before.reading is not self._context.reading:
            return
        matches = before.reading.matches
        if matches is not None and not len(matches):
            title = matches.title
            self._put_back(before)
            self._context.say(f"{title} is not in this article.")
        elif self._context.here != before.place:
            before.reading.jumps.push(before.place)

    def _put_back(self, before: _Before) -> None:
        if before.reading is not self._context.reading:
            return
        self._matches.show(before.matches, before.current, entity_id=before.entity_id)
        self._navigation.return_to(before.place)
