"""Reads what was written on all articles in a thread, and hands it over piece by piece as far as a query finds it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from threading import Thread
from typing import TYPE_CHECKING

from newsreader.analysis.pacing import BREATH
from newsreader.annotations.remarks import remarks, remarks_on
from newsreader.query.annotations import of_remark
from newsreader.query.matching import holds
from newsreader.store.errors import LibraryError
from tui.panels.remark_face import ShownRemark

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.query.conditions import Condition
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

    def read(self, condition: Condition | None) -> None:
        """Read all that a query finds from the beginning, in place of what was being read."""
        self._run += 1
        Thread(target=self._read, args=(self._run, condition), name="newsreader-remarks", daemon=True).start()

    def stop(self) -> None:
        """Read no further."""
        self._run += 1

    def of_article(self, article: int, condition: Condition | None) -> list[ShownRemark]:
        """What a query finds on one article now; any thread may ask. Raises `LibraryError`."""
        record, today = self._library.latest(article), date.today()
        found = remarks_on(self._library, record, self._library.stored(record)) if record else ()
        return [ShownRemark.of(each) for each in found if holds(condition, of_remark(each), today)]

    def _read(self, run: int, condition: Condition | None) -> None:
        found: list[ShownRemark] = []
        begins, since, article = True, time.monotonic(), 0
        try:
            for each in remarks(self._library):
                if run != self._run:
                    return
                if each.article != article:
                    article = each.article
                    time.sleep(BREATH)  # for keys
                if holds(condition, of_remark(each), date.today()):
                    found.append(ShownRemark.of(each))
                if len(found) >= PIECE or (found and time.monotonic() - since > SECONDS):
                    self._hand_over(run, Piece(tuple(found), begins, ends=False))
                    found, begins, since = [], False, time.monotonic()
        except LibraryError as error:
            self._hand_over(run, Piece(tuple(found), begins, ends=True, trouble=str(error)))
            return
        self._hand_over(run, Piece(tuple(found), begins, ends=True))

    def _hand_over(self, run: int, piece: Piece) -> None:
        self._deliver(lambda: self._told(piece) if run == self._run else None)
