"""Reads the day that a person types, in any form in which people write one, and says what is wrong with others."""

from __future__ import annotations

import re
from datetime import date, timedelta

from newsreader.languages.english.press.days import EARLIEST, LATEST, find_days
from newsreader.languages.english.words.calendar import MONTHS, WEEKDAYS

_NEAR = {"today": 0, "yesterday": 1}
_TWO_WAYS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_YEAR = re.compile(r"\d{4}")


class NoDayError(ValueError):
    """What was typed is no day; the message is one sentence for the person who typed it."""


def typed_day(text: str, today: date) -> date:
    """The day that `text` names: `2024-06-19`, `19 June 2024`, `june 19, 2024`, `Wed 19.6.2024`, `yesterday`.

    `today` is the day on which it was typed. Raises `NoDayError`.
    """
    words = " ".join(text.split())
    if words.lower() in _NEAR:
        return today - timedelta(days=_NEAR[words.lower()])
    days = {day.date for day in find_days(_spelled(words))}
    if len(days) == 1:
        return days.pop()
    raise NoDayError(_trouble(words, several=bool(days)))


def _spelled(words: str) -> str:
    """The words with capitals where the names of months and weekdays begin."""
    names = {*MONTHS, *WEEKDAYS}
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize() if match[0].lower() in names else match[0], words)


def _trouble(words: str, *, several: bool) -> str:
    """Why no day could be read."""
    if several:
        return "Type one day only, such as 19 June 2024."
    if (both := _TWO_WAYS.fullmatch(words)) and max(int(both[1]), int(both[2])) <= 12:
        return f"Day and month of {words} could be either; type it as 19 June {both[3]} or {both[3]}-06-19."
    year = _YEAR.search(words)
    if year is None:
        return "Type a day with its year, such as 19 June 2024 or 2024-06-19."
    if not EARLIEST <= int(year[0]) <= LATEST:
        return f"The year must lie between {EARLIEST} and {LATEST}."
    return "There is no such day; type it as 19 June 2024 or 2024-06-19."
