"""Reads what was written on all articles in a thread, and hands it over piece by piece as far as a query finds it.

It reads no further than is asked for, and rests as long as it works, so that keys have their turn.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from threading import Condition, Thread
from typing import TYPE_CHECKING

from newsreader.annotations.remarks import remarks, remarks_on
from newsreader.query.annotations import of_remark
from newsreader.query.matching import holds
from newsreader.store.errors import LibraryError
from tui.panels.remark_face import ShownRemark

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.query import conditions
    from newsreader.store.library import Library

PIECE = 500
"""Remarks that are handed over at once, at most."""
SECONDS = 0.1
"""How long a piece is waited for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Remarks that stand behind those of the pieces before."""

    remarks: tuple[ShownRemark, ...]
    begins: bool
    """Whether this is the first piece."""
    ends: bool
    """Whether there are no more."""
    trouble: str = ""
    """Why there are no more, if something is wrong."""


class RemarkReader:
    """Reads one query after the other; of an outdated one nothing is handed over any more."""

    def __init__(
        self, library: Library, deliver: Callable[[Callable[[], object]], object], told: Callable[[Piece], object]
    ) -> None:
        """`deliver` runs what it is given in the thread of the interface; there, `told` is given each piece."""
        self._library = library
        self._deliver = deliver
        self._told = told
        self._run = 0
        self._wanted = 0
        """How many remarks are to be read of the query."""
        self._news = Condition()

    def read(self, condition: conditions.Condition | None) -> None:
        """Read the first ones that a query finds, in place of what was being read."""
        with self._news:
            self._run += 1
            self._wanted = PIECE
            self._news.notify_all()
        Thread(target=self._read, args=(self._run, condition), name="newsreader-remarks", daemon=True).start()

    def read_on(self, known: int) -> None:
        """Read on, if no more than the known ones were asked for."""
        with self._news:
            self._wanted = max(self._wanted, known + PIECE)
            self._news.notify_all()

    def stop(self) -> None:
        """Read no further."""
        with self._news:
            self._run += 1
            self._news.notify_all()

    def of_article(self, article: int, condition: conditions.Condition | None) -> list[ShownRemark]:
        """What a query finds on one article now; any thread may ask. Raises `LibraryError`."""
        record, today = self._library.latest(article), date.today()
        found = remarks_on(self._library, record, self._library.stored(record)) if record else ()
        return [ShownRemark.of(each) for each in found if holds(condition, of_remark(each), today)]

    def _read(self, run: int, condition: conditions.Condition | None) -> None:
        trouble, reading = "", _Reading(time.monotonic())
        try:
            for each in remarks(self._library):
                if run != self._run:
                    return
                if each.article != reading.article:
                    reading.begin(each.article)
                if holds(condition, of_remark(each), date.today()):
                    reading.found.append(ShownRemark.of(each))
                if reading.is_piece:
                    self._hand_over(run, reading.piece())
                    self._wait(run, reading.count)
        except LibraryError as error:
            trouble = str(error)
        self._hand_over(run, reading.piece(ends=True, trouble=trouble))

    def _wait(self, run: int, count: int) -> None:
        """Wait until more than so many are wanted."""
        with self._news:
            self._news.wait_for(lambda: self._wanted > count or run != self._run)

    def _hand_over(self, run: int, piece: Piece) -> None:
        self._deliver(lambda: self._told(piece) if run == self._run else None)


class _Reading:
    """What was found of a query and not handed over yet."""

    def __init__(self, now: float) -> None:
        self.found: list[ShownRemark] = []
        self.article = 0
        self.count = 0
        """How many have been handed over."""
        self._since = self._worked = now

    def begin(self, article: int) -> None:
        """Come to another article, after a rest as long as the one before took."""
        time.sleep(min(SECONDS, time.monotonic() - self._worked))
        self.article, self._worked = article, time.monotonic()

    @property
    def is_piece(self) -> bool:
        """Whether that is enough to be handed over."""
        return len(self.found) >= PIECE or (bool(self.found) and time.monotonic() - self._since > SECONDS)

    def piece(self, *, ends: bool = False, trouble: str = "") -> Piece:
        """Take what was found."""
        piece = Piece(tuple(self.found), not self.count, ends, trouble)
        self.count += len(self.found)
        self.found, self._since = [], time.monotonic()
        return piece
