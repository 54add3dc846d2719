"""Searching the text, incrementally: the hits are the active matches while one types."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.article.search import SLICE, SearchError, search, search_expression
from tui.reader.matching import Matching

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from textual.worker import Worker

    from tui.article.matches import Matches
    from tui.dialogs.search_bar import SearchBar
    from tui.reader.jumps import Place
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


class Searching(Matching):
    """The search bar and what it does to the matches."""

    _before: _Before | None = None
    _patterns: tuple[str, ...] = ()
    """What was searched for, the latest last."""
    _regex = False
    """Whether the last one was a regular expression."""

    _seeking: Worker[None] | None = None
    """The search that goes on."""

    @property
    def searching(self) -> bool:
        """Whether the search bar is open."""
        return self._before is not None

    async def action_reader_search(self) -> None:
        """Open the search bar, or go back into it."""
        from tui.dialogs.search_bar import SearchBar

        reading = self.reading
        if reading is None:
            return
        if self.searching:
            self.query_one(SearchBar).focus()
            return
        self._before = _Before(reading, self.here(), reading.matches, reading.current, reading.entity_id)
        await self.mount(SearchBar(history=self._patterns, regex=self._regex), before=self.status)
        self.query_one(SearchBar).focus()
        self.refresh_status()

    def on_search_bar_changed(self, event: SearchBar.Changed) -> None:
        """Show the first hit behind where the search began, and all of them when they are counted."""
        event.stop()
        before = self._before
        if before is None:
            return
        self._stop()
        if not event.pattern:
            self._note_in_bar("")
            self._put_back(before)
        elif event.regex:
            self._seeking = self._work(self._find_expression(event.pattern, before))
        elif len(self.text) <= AT_ONCE:
            for found in search(self.text, event.pattern, before.place.cursor):
                self._take(found, before)
        else:
            self._seeking = self._work(self._find_words(event.pattern, before))

    def _work(self, search: Coroutine[None, None, None]) -> Worker[None]:
        return self.run_worker(search, group="search", exclusive=True)

    async def _find_words(self, words: str, before: _Before) -> None:
        """Search slice by slice; keys and frames have their turn between them."""
        for found in search(self.text, words, before.place.cursor):
            self._take(found, before)
            await asyncio.sleep(0)
        self._conclude(before)

    async def _find_expression(self, expression: str, before: _Before) -> None:
        self._note_in_bar("…")
        try:
            self._take(await search_expression(self.text, expression), before)
        except SearchError as error:
            self._note_in_bar(str(error))
            if not self.searching:
                self.say(str(error))
        self._conclude(before)

    def _take(self, found: Matches | None, before: _Before) -> None:
        if found is None or before.reading is not self.reading:
            return
        self._note_in_bar(f"{len(found) or 'nothing'} found" if found.counted else "…")
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

    def _note_in_bar(self, note: str) -> None:
        from tui.dialogs.search_bar import SearchBar

        for bar in self.query(SearchBar):
            bar.show_note(note)

    def _show_hits(self, found: Matches, origin: Place) -> None:
        """Make the hits the matches; the current one is that from which the search began, or the first of all."""
        index = found.after(origin.cursor - 1) if len(found) else None
        current = 0 if index is None and len(found) else index
        self.show_matches(found, current)
        if current is None:
            self.return_to(origin)
        else:
            self.view.go_to(found.starts[current], end=found.ends[current])

    def _add_hits(self, found: Matches) -> None:
        """Have more hits of the same search; the current one stays where the reader has stepped to by now."""
        reading = self.reading
        if reading is not None and reading.matches is not None:
            start = reading.matches.starts[reading.current] if reading.current is not None else None
            self.show_matches(found, found.at(start) if start is not None else None)

    async def on_search_bar_submitted(self, event: SearchBar.Submitted) -> None:
        """Keep the hits, also those that are still being looked for, and read on at the current one."""
        event.stop()
        before = self._before
        self._patterns = (*(each for each in self._patterns if each != event.pattern), event.pattern)
        self._regex = event.regex
        await self._close_bar()
        if before is not None and (self._seeking is None or self._seeking.is_finished):
            self._conclude(before)

    def _conclude(self, before: _Before) -> None:
        """When bar and search are done: go back if nothing was found, else note where one can come back to."""
        self._seeking = None
        if self.searching or before.reading is not self.reading:
            return
        matches = before.reading.matches
        if matches is not None and not len(matches):
            title = matches.title
            self._put_back(before)
            self.say(f"{title} is not in this article.")
        elif self.here() != before.place:
            before.reading.jumps.push(before.place)

    async def on_search_bar_cancelled(self, event: SearchBar.Cancelled) -> None:
        """Put everything back as it was before the search."""
        event.stop()
        before = self._before
        self._stop()
        await self._close_bar()
        if before is not None:
            self._put_back(before)

    def _put_back(self, before: _Before) -> None:
        if before.reading is not self.reading:
            return
        self.show_matches(before.matches, before.current, entity_id=before.entity_id)
        self.return_to(before.place)

    async def _close_bar(self) -> None:
        from tui.dialogs.search_bar import SearchBar

        self._before = None
        await self.query(SearchBar).remove()
        self.focus_article()
