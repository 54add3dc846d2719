"""Calendar values as people write them: short for a panel, spelled out for a page."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsreader.languages.english.words.calendar import MONTH_NAMES

if TYPE_CHECKING:
    from newsreader.entity import TimeValue

_PARTS_OF_DAY = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
"""The parts of a day that TIMEX3 has letters for."""

_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


def readable(time: TimeValue) -> str:
    """A TIMEX3 value in few cells: `2024-06-19 14:00`, `2024-06-19–21`, `1990s`, `summer 1990`; else as it is."""
    value = time.value
    if time.granularity == "day" and time.start and time.end:
        return _days(date.fromisoformat(time.start), _last_day(time.end))
    if time.granularity == "decade" and value.isdecimal():
        return f"{value}0s"
    if time.granularity == "century" and value.isdecimal():
        return f"{_ordinal(int(value) + 1)} century"
    if time.granularity == "season" and value[:4].isdecimal():
        return f"{_SEASONS[value[5:7]]} {value[:4]}"
    day, _, clock = value.partition("T")
    return f"{day} {_PARTS_OF_DAY.get(clock, clock)}" if day[-1:].isdecimal() and clock else value.replace("/", "–")


def spelled(time: TimeValue) -> str:
    """The same for a page: `19 June 2024, 14:00`, `June 2024`, `week of 17 June 2024`; else as `readable` has it."""
    if time.start is None or time.end is None:
        return readable(time)
    first, last = date.fromisoformat(time.start[:10]), _last_day(time.end[:10])
    if time.granularity == "week":
        return f"week of {_day(first)}"
    if time.granularity == "month":
        return f"{_month(first)} {first.year}"
    if time.granularity == "day":
        return _day(first) if first == last else f"{_day(first)} – {_day(last)}"
    clock = time.value.partition("T")[2]
    return f"{_day(first)}, {_PARTS_OF_DAY.get(clock, clock)}" if clock else readable(time)


def _day(day: date) -> str:
    return f"{day.day} {_month(day)} {day.year}"


def _month(day: date) -> str:
    return MONTH_NAMES[day.month - 1].capitalize()


def _last_day(end: str) -> date:
    return date.fromisoformat(end) - timedelta(days=1)


def _days(first: date, last: date) -> str:
    """One day, or all from the first to the last."""
    if first == last:
        return first.isoformat()
    return f"{first}–{last.day:02}" if (first.year, first.month) == (last.year, last.month) else f"{first}–{last}"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
