"""Reads calendar days that are written out in full, and refuses what could be read in two ways.

This is for what a page or a person states about an article, not for time expressions in prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from newsreader.languages.english.words.calendar import MONTHS, WEEKDAYS, any_case, month_number, weekday_number

EARLIEST, LATEST = 1600, 2199
"""Years of publication that are believed: the first newspapers on, and no catalogue numbers."""

MONTH, WEEKDAY = any_case(MONTHS), any_case(WEEKDAYS)
"""A month and a day of the week as they are written in lines about an article, which may be set in capitals."""

_NUMBER = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)(?:st|nd|rd|th)?"
_YEAR = r"(?:1[6-9]|2[01])\d\d(?!\d)"
DAY = rf"(?:{MONTH}\s{_NUMBER}(?:,?\s{_YEAR})?|{_NUMBER}\s(?:of\s)?{MONTH}(?:,?\s{_YEAR})?)"
"""A day with or without its year: `June 19`, `5 March 2024`. Without named groups."""

_FULL = re.compile(
    rf"(?:(?P<weekday>{WEEKDAY}),?\s+(?:the\s)?)?(?<!\w)(?:"
    rf"(?P<month>{MONTH})\s+(?P<day>{_NUMBER}),?\s+(?P<year>{_YEAR})"
    rf"|(?P<day2>{_NUMBER})[\s-](?:of\s)?(?P<month2>{MONTH}),?[\s-](?P<year2>{_YEAR})"
    rf"|(?P<year3>{_YEAR})(?P<mark>[-/.])(?P<month3>\d\d?)(?P=mark)(?P<day3>\d\d?)(?!\d|[-/.]\d)"
    rf"|(?P<first>\d\d?)(?P<mark2>[-/.])(?P<second>\d\d?)(?P=mark2)(?P<year4>{_YEAR})"
    r")(?!\w*\d)|(?P<stamp>\d{4}-\d\d-\d\d)(?=T\d)"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day and where it is written, in code points, end exclusive."""

    start: int
    end: int
    date: date


def find_day(text: str) -> Day | None:
    """Return the first full day written in `text`."""
    return next(iter(find_days(text)), None)


def find_days(text: str) -> list[Day]:
    """Return the full days written in `text`, in order.

    Left out are days that no calendar has, days of which the weekday does not agree, and numbers that could be day
    and month either way, such as `03/04/2020`.
    """
    days = []
    for match in _FULL.finditer(text):
        if (day := _day(match)) is not None:
            days.append(Day(match.start(), match.end(), day))
    return days


def parse_day(text: str) -> date | None:
    """Return the day that `text` states, as metadata do: `2024-06-19`, `2024-06-19T08:00:00Z`, `Wed, 19 Jun 2024 …`.

    None if it states none, more than one, or one that could be read in two ways.
    """
    days = {day.date for day in find_days(text[:200])}
    return days.pop() if len(days) == 1 else None


def make_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None if no calendar has it or its year is not believed."""
    if not EARLIEST <= year <= LATEST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day(match: re.Match[str]) -> date | None:
    day = make_day(*_numbers(match))
    if day and match["weekday"] and weekday_number(match["weekday"]) != day.isoweekday():
        return None
    return day


def _numbers(match: re.Match[str]) -> tuple[int, int, int]:
    """Return year, month and day of a match, zeros for what could be read in two ways."""
    if match["stamp"]:
        year, month, day = map(int, match["stamp"].split("-"))
        return year, month, day
    if match["first"]:
        return _numeric(int(match["year4"]), int(match["first"]), int(match["second"]))
    if match["year3"]:
        return int(match["year3"]), int(match["month3"]), int(match["day3"])
    number = re.sub(r"\D", "", match["day"] or match["day2"])
    return int(match["year"] or match["year2"]), month_number(match["month"] or match["month2"]), int(number)


def _numeric(year: int, first: int, second: int) -> tuple[int, int, int]:
    if first > 12 or first == second:
        return year, second, first
    return (year, first, second) if second > 12 else (0, 0, 0)
