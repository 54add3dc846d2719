"""Has what a list is about be active in each of its articles: the name that was chosen there, or the words sought."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING

from tui.reader.jumps import place_to_see
from tui.reader.reading import matches_of
from tui.reader.sought import Sought

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.query.conditions import Condition, Field
    from tui.article.active_matches import Matches
    from tui.reader.controllers.findings import FindingsController
    from tui.reader.controllers.matches import MatchController
    from tui.reader.reader_context import ReaderContext
    from tui.reader.reading import Reading


class SoughtController:
    """Goes to the first match in an article that is come to from its list, or to the last one on the way back."""

    def __init__(
        self,
        context: ReaderContext,
        condition: Condition | None,
        matches: MatchController,
        findings: FindingsController,
    ) -> None:
        self._context = context
        self._sought = Sought.by(condition)
        self._matches = matches
        self._awaited: Reading | None = None
        """The article on the screen, while names in it may still turn out to be what is sought."""
        self._direction = 1
        self._start: int | None = None
        """Where in that article to begin, in code points, if not at its first match or its last."""
        self._called: Sequence[str] | None = None
        """What the article on the screen calls what is sought; None while that is not known."""
        self._cursor = 0
        """Where its reader was when it was shown."""
        findings.told.append(self._take_in)

    @property
    def names(self) -> Sequence[Field]:
        """The names that are sought."""
        return self._sought.names

    def prepare(self, reading: Reading, direction: int, called: Sequence[str] | None, start: int | None = None) -> None:
        """Have an article, before it is shown, stand at its first match or, on the way back, at the last.

        `called` is what it calls the names, if that is known; `start` is a place to stand at instead.
        """
        self._called, self._direction, self._start = called, direction, start
        found = self._in(reading)
        if found is not None:
            matches, reading.entity_id = found
            reading.matches, reading.current = matches, self._first(matches)
            reading.place = place_to_see(reading.article, matches.starts[reading.current])
        elif start is not None:
            reading.place = place_to_see(reading.article, start)

    def arrive(self, reading: Reading, called: Sequence[str] | None) -> None:
        """Wait for its names, once it is shown, if it has no match yet."""
        self._called = called
        self._cursor = reading.place.cursor
        whole = reading.trouble or (reading.analysis is not None and reading.analysis.complete)
        coming = self._called is None or (self._context.session.client is not None and not whole)
        self._awaited = reading if reading.matches is None and self._sought.fields and coming else None

    def call(self, reading: Reading, called: Sequence[str]) -> None:
        """Take in what the article on the screen calls what is sought."""
        self._called = called
        self._take_in(reading)

    def awaits(self, reading: Reading) -> bool:
        """Whether what the list is about may still be found in an article."""
        return reading is self._awaited and reading.matches is None

    def active_in(self, reading: Reading) -> bool:
        """Whether the matches of an article are what the list is about."""
        found = self._in(reading)
        if found is None or reading.matches is None:
            return False
        matches, entity_id = found
        return reading.entity_id == entity_id and matches.title == reading.matches.title

    def _in(self, reading: Reading) -> tuple[Matches, str | None] | None:
        """What the list is about in an article, with the entity if it is one, as far as that is known."""
        text = reading.article.text
        entity = self._sought.entity(reading.entities, text, date.today(), self._called or ())
        if entity is not None:
            return matches_of(entity), entity.id
        if self._sought.fields and (reading.analysis is None or reading.partial):
            return None
        words = self._sought.words(text)
        return (words, None) if words else None

    def _first(self, matches: Matches) -> int:
        """The match to stand at."""
        last = len(matches) - 1
        if self._start is not None:
            return min(bisect_left(matches.starts, self._start), last)
        return 0 if self._direction > 0 else last

    def _take_in(self, reading: Reading) -> None:
        """Go to the match if one is found now, unless the reader has gone elsewhere or follows something else."""
        found = self._in(reading) if reading is self._awaited else None
        if found is None or reading.matches is not None:
            coming = self._called is None or reading.analysis is None or reading.partial
            self._awaited = self._awaited if reading.matches is None and coming and not reading.trouble else None
            return
        self._awaited = None
        matches, entity_id = found
        moved = self._context.view.viewport.cursor != self._cursor
        current = None if moved else self._first(matches)
        self._matches.show(matches, current, entity_id=entity_id)
        if current is not None:
            self._context.view.viewport.go_to(matches.starts[current], end=matches.ends[current])
