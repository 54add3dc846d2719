"""Where a time expression stands: what a rule may look at to read it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from newsreader.languages.english.sentences import SENTENCES

if TYPE_CHECKING:
    from newsreader.entity import TimeValue


@dataclass(frozen=True, slots=True)
class Context:
    """Where an expression stands.

    `text` is the paragraph, `start` and `end` the expression in it in code points. `dct` is the article's date.
    `history` are the last values before it in the article that have a place on the calendar, latest last, and
    `spoken_year` is the year in which what the paragraph tells of here took place, if it said so in figures.
    """

    text: str
    start: int
    end: int
    dct: date | None
    history: tuple[TimeValue, ...] = ()
    spoken_year: int | None = None

    def before(self, length: int = 40) -> str:
        """The text that precedes the expression in its sentence, at most `length` code points."""
        start = max(0, self.start - length, sentence_start(self.text, self.start))
        return self.text[start : self.start]

    def after(self, length: int = 40) -> str:
        """The text that follows the expression, at most `length` code points, up to a stop before a capital."""
        end = min(len(self.text), self.end + length)
        stop = _STOP.search(self.text, self.end, end)
        return self.text[self.end : stop.start() if stop else end]

    @property
    def previous(self) -> TimeValue | None:
        """The last value before the expression that has a place on the calendar."""
        return self.history[-1] if self.history else None

    def last_of(self, unit: str) -> date | None:
        """The first day of the last value that is no longer than `unit`, else the article's own day."""
        limit = _ORDER.index(unit) if unit in _ORDER else 0
        for value in reversed(self.history):
            if value.start and value.granularity in _ORDER and _ORDER.index(value.granularity) <= limit:
                return date.fromisoformat(value.start[:10])
        return self.dct

    @property
    def spoken_day(self) -> date | None:
        """The day that the news tells of: the last one named within a month of the article, else the article's own."""
        day = self.last_of("day")
        near = day and self.dct and abs((day - self.dct).days) <= _A_MONTH
        return day if near or self.dct is None else self.dct

    @property
    def is_heading(self) -> bool:
        """Whether the paragraph is a headline or an item of a list, which does not end like a sentence."""
        return not self.text.rstrip("\"”’') \n").endswith((".", "!", "?", ":", "…"))

    @property
    def quoted(self) -> bool:
        """Whether the expression stands inside quotation marks that were opened before it in the paragraph."""
        before = self.text[: self.start]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1


_A_MONTH = 31
_ORDER = ("second", "minute", "hour", "part", "day", "weekend", "week", "month", "quarter", "half", "season", "year")
"""Granularities that can be told from one another, shortest first."""

_STOP = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘(\[]?[A-Z])")
"""What ends a sentence or an abbreviation; what is said behind it counts for too little to ask which."""


@lru_cache(maxsize=32)
def sentence_start(text: str, offset: int) -> int:
    """The offset at which the sentence that holds `offset` begins; of a very long one, somewhere in it."""
    return SENTENCES.at(text, offset, max(0, offset - _FAR), min(len(text), offset + _FAR))[0]


_FAR = 600
"""Code points around an expression in which what its sentence says of it is looked for."""
