"""Where a time expression stands: what a rule may look at to read it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from newsreader.languages.english.dates.lexicon import MONTH, YEAR
from newsreader.languages.english.sentences import SENTENCES
from newsreader.languages.english.words.calendar import month_number

if TYPE_CHECKING:
    from newsreader.entity import TimeValue


@dataclass(frozen=True)
class Whole:
    """What holds for all expressions of an article, which its paragraphs say together."""

    paragraphs: tuple[str, ...] = ()

    @cached_property
    def day_first(self) -> bool | None:
        """Whether the day stands first in numeric dates, as one says that can be read in one way; None if none does."""
        pairs = [(int(each[1]), int(each[2])) for text in self.paragraphs for each in NUMERIC.finditer(text)]
        first, second = any(day > _MONTHS for day, _ in pairs), any(day > _MONTHS for _, day in pairs)
        return None if first == second else first

    @cached_property
    def stated(self) -> dict[tuple[int, int], int]:
        """The year of each month and day that are once written with one, and never with another."""
        years: dict[tuple[int, int], set[int]] = {}
        for text in self.paragraphs:
            for each in _FULL_DATE.finditer(text):
                key = month_number(each["month"] or each["month2"]), int(each["day"] or each["day2"])
                years.setdefault(key, set()).add(int(each["year"] or each["year2"]))
        return {key: year for key, (year, *others) in years.items() if not others}


_MONTHS = 12
NUMERIC = re.compile(r"(?<![\d/.])(\d\d?)[/.](\d\d?)[/.](?:20\d\d|19\d\d|\d\d)(?![\d/])")
"""A date in figures, the year last."""

_FULL_DATE = re.compile(
    rf"\b(?:(?P<month>{MONTH})\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>{YEAR})|"
    rf"(?P<day2>\d\d?)(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month2>{MONTH}),?\s+(?P<year2>{YEAR}))\b"
)


@dataclass(frozen=True, slots=True)
class Context:
    """Where an expression stands.

    `text` is the paragraph, `start` and `end` the expression in it in code points. `dct` is the article's date.
    `history` are the last values before it in the article that have a place on the calendar, latest last, and
    `spoken_year` is the year in which what the paragraph tells of here took place, if it said so in figures. `section`
    is the day that the heading above the paragraph names, or that of the time of day there, as in a live blog.
    `reported` is the quarter that the article named first, whose figures it tells of. `here` is the last value in the
    same paragraph with a place on the calendar.
    """

    text: str
    start: int
    end: int
    dct: date | None
    history: tuple[TimeValue, ...] = ()
    spoken_year: int | None = None
    whole: Whole = Whole()
    section: date | None = None
    reported: TimeValue | None = None
    here: TimeValue | None = None

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
        limit = _ORDER.index(unit) if unit in _ORDER else len(_ORDER) if unit in _LONGER else 0
        for value in reversed(self.history):
            if value.start and value.granularity in _ORDER and _ORDER.index(value.granularity) <= limit:
                return date.fromisoformat(value.start[:10])
        return self.dct

    @property
    def spoken_day(self) -> date | None:
        """The day that the passage tells of: its heading's, the last one named near the article, its own."""
        return self.section or self._last_day(-_A_MONTH, 0) or self.dct

    @property
    def coming_day(self) -> date | None:
        """The same where the sentence looks ahead: the last one named that is still to come, if one is."""
        return self.section or self._last_day(0, _A_MONTH) or self.spoken_day

    def _last_day(self, first: int, last: int) -> date | None:
        """The last day named so many days from the article's; without the article's, the last day named."""
        if self.dct is None:
            return self.last_of("day")
        for value in reversed(self.history):
            if value.start and value.granularity in _WITHIN_A_DAY:
                day = date.fromisoformat(value.start[:10])
                if first <= (day - self.dct).days <= last:
                    return day
        return None

    @property
    def is_heading(self) -> bool:
        """Whether the paragraph is a headline or an item of a list, which does not end like a sentence."""
        return is_heading(self.text)

    @property
    def quoted(self) -> bool:
        """Whether the expression stands inside quotation marks that were opened before it in the paragraph."""
        before = self.text[: self.start]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def is_heading(paragraph: str) -> bool:
    """Whether a paragraph does not end like a sentence, or is but a time of day."""
    return not paragraph.rstrip("\"”’') \n").endswith((".", "!", "?", ":", "…")) or len(paragraph) < len(
        "12:59 a.m. EDT."
    )


_A_MONTH = 31
_WITHIN_A_DAY = ("second", "minute", "hour", "part", "day")
_ORDER = ("second", "minute", "hour", "part", "day", "weekend", "week", "month", "quarter", "half", "season", "year")
"""Granularities that can be told from one another, shortest first."""

_LONGER = ("decade", "century")

_STOP = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘(\[]?[A-Z])")
"""What ends a sentence or an abbreviation; what is said behind it counts for too little to ask which."""


@lru_cache(maxsize=32)
def sentence_start(text: str, offset: int) -> int:
    """The offset at which the sentence that holds `offset` begins; of a very long one, somewhere in it."""
    return SENTENCES.at(text, offset, max(0, offset - _FAR), min(len(text), offset + _FAR))[0]


_FAR = 600
"""Code points around an expression in which what its sentence says of it is looked for."""
