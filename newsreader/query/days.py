"""Days in a query: `2024-06`, `2024-06..2024-08`, `today`, and ages such as `2w` or `"3 months"`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_AGE = re.compile(r"(\d{1,4})\s*(d|w|m|y|days?|weeks?|months?|years?)")
_MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True)
class Days:
    """A span of days, both ends inclusive; an end that is None is open."""

    first: date | None
    last: date | None

    def meets(self, other: Days) -> bool:
        """Whether they have a day in common."""
        begins = self.first is None or other.last is None or self.first <= other.last
        return begins and (self.last is None or other.first is None or other.first <= self.last)

    @classmethod
    def of(cls, day: date | None) -> tuple[Days, ...]:
        """A day as the spans of something that has one or none."""
        return () if day is None else (cls(day, day),)


def days_in(text: str, today: date) -> Days | None:
    """The span that a text names, None if it names none: a day, a month, a year, or two of them with `..` between."""
    first, dots, last = text.strip().casefold().partition("..")
    if not dots:
        return _one(first, today)
    begin = _one(first, today) if first.strip() else Days(None, None)
    end = _one(last, today) if last.strip() else Days(None, None)
    if begin is None or end is None or not (first.strip() or last.strip()):
        return None
    return Days(begin.first, end.last)


def day_of_age(text: str, today: date) -> date | None:
    """The day that is so long ago, or the first day of what a text names; None if it is neither."""
    found = _AGE.fullmatch(text.strip().casefold())
    if found is None:
        named = days_in(text, today)
        return named.first if named is not None else None
    try:
        return _before(today, int(found[1]), found[2][0])
    except (ValueError, OverflowError):
        return date.min


def _before(today: date, count: int, unit: str) -> date:
    if unit in "dw":
        return today - timedelta(days=count * (7 if unit == "w" else 1))
    months = today.year * _MONTHS_IN_YEAR + today.month - 1 - count * (_MONTHS_IN_YEAR if unit == "y" else 1)
    year, month = months // _MONTHS_IN_YEAR, months % _MONTHS_IN_YEAR + 1
    return date(year, month, min(today.day, _days_in(year, month)))


def _days_in(year: int, month: int) -> int:
    """How many days a month has."""
    from calendar import monthrange

    return monthrange(year, month)[1]


def _one(text: str, today: date) -> Days | None:
    text = text.strip()
    if text in ("today", "yesterday"):
        day = today - timedelta(days=text == "yesterday")
        return Days(day, day)
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    year, month, day_of_month = (int(part) if part else None for part in found.groups())
    try:
        assert year is not None
        first = date(year, month or 1, day_of_month or 1)
        if day_of_month:
            return Days(first, first)
        last_month = month or _MONTHS_IN_YEAR
        return Days(first, date(year, last_month, _days_in(year, last_month)))
    except ValueError:
        return None
