"""Finds the year that a weekday and a day of the month in the text give away together.

19 June is a Wednesday only every five to eleven years. If the text also names a year, or a year and the time since,
that makes it one of those, the pair dates the article. The day the program runs plays no part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.languages.english.press.days import DAY, MONTH, WEEKDAY, make_day
from newsreader.languages.english.words.calendar import month_number, weekday_number
from newsreader.languages.record import Agreement

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_PAIR = re.compile(
    rf"(?<!\w)(?:(?P<weekday>{WEEKDAY}),?\s(?:the\s)?\(?(?P<day>{DAY})\)?|(?P<day2>{DAY}),?\s?\((?P<weekday2>{WEEKDAY})\))"
    r"(?!,?\s\d{4}\b)"
)
_YEAR = re.compile(r"(?<![\w$€£.,/-])(?:19|20)\d\d(?![\w%/]|[.,]\d|\s(?:people|dead|miles|km|metres|feet|tons)\b)")
_SPAN = re.compile(r"\b(?:in|for|after|nearly|almost)\s(\d{1,2})\syears\b|\b(\d{1,2})\syears\s(?:ago|later|since)\b")
_AHEAD = re.compile(
    r"\b(?:will|would|next|scheduled|due|expected|planned|set"
    r"|to\s(?:be|take|meet|begin|start|open|vote|hold|visit|return|end))\b[^.]*$|\b(?:by|until|through|before)\s$",
    re.IGNORECASE,
)

_LOOK_BACK = 60
"""Code points before a pair in which a word may say that the day lies ahead."""


@dataclass(frozen=True, slots=True)
class _Pair:
    weekday: int
    month: int
    day: int
    text: str
    ahead: bool

    def in_year(self, year: int) -> date | None:
        """Return the day in `year` if it falls on the weekday."""
        day = make_day(year, self.month, self.day)
        return day if day and day.isoweekday() == self.weekday else None


def find_agreement(text: str) -> Agreement | None:
    """Return the latest day in `text` of which the weekday agrees in exactly one year that the text gives.

    None if there is no such pair, if several years fit, or if other pairs in the text contradict.
    """
    pairs = [pair for match in _PAIR.finditer(text) if (pair := _pair(match, text))]
    if not pairs:
        return None
    years = [year for year in _years(text) if any(pair.in_year(year) for pair in pairs)]
    if len(years) != 1:
        return None
    days = [(pair.in_year(years[0]), pair) for pair in pairs]
    if any(day is None for day, _ in days):
        return None
    past = [Agreement(day, pair.text) for day, pair in days if day and not pair.ahead]
    return max(past, key=lambda agreement: agreement.date, default=None)


def _pair(match: re.Match[str], text: str) -> _Pair | None:
    written = match["day"] or match["day2"]
    month, day = re.search(MONTH, written), re.search(r"\d{1,2}", written)
    if month is None or day is None or re.search(r"\d{4}", written):
        return None
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    weekday = weekday_number(match["weekday"] or match["weekday2"])
    return _Pair(weekday, month_number(month[0]), int(day[0]), match[0], bool(_AHEAD.search(before)))


def _years(text: str) -> Iterable[int]:
    """Return the latest year the text names and the years it reaches by adding a span (`in 24 years`) to one."""
    named = {int(match[0]) for match in _YEAR.finditer(text)}
    if not named:
        return ()
    spans = {int(match[1] or match[2]) for match in _SPAN.finditer(text)}
    return sorted({max(named)} | {year + span for year in named for span in spans if year + span >= max(named)})
