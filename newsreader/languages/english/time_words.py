"""Values of time expressions as people write them: short for a panel, spelled out for a card or a page."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsreader.languages.english.words.calendar import MONTH_NAMES, WEEKDAY_NAMES

if TYPE_CHECKING:
    from newsreader.entity import TimeValue

_PARTS_OF_DAY = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
"""The parts of a day that TIMEX3 has letters for."""

_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_NTH = ("first", "second", "third", "fourth")
_REFERENCES = {"PRESENT_REF": "now", "PAST_REF": "in the past", "FUTURE_REF": "in the future"}
_UNITS = {"Y": "year", "Q": "quarter", "M": "month", "WE": "weekend", "W": "week", "D": "day"}
_CLOCK_UNITS = {"H": "hour", "M": "minute", "S": "second"}
_MODIFIERS = {
    "APPROX": "about",
    "START": "early in",
    "MID": "the middle of",
    "END": "late in",
    "MORE_THAN": "more than",
    "LESS_THAN": "less than",
    "EQUAL_OR_MORE": "at least",
    "EQUAL_OR_LESS": "at most",
}
"""What the TIMEX3 modifiers say before a value."""


def readable(time: TimeValue) -> str:
    """A value in few cells: `2024-06-19 14:00`, `2024-06-19–21`, `1990s`; off the calendar as `spelled`."""
    if not time.value[:1].isdecimal():
        return spelled(time)
    if time.granularity == "day" and time.start and time.end:
        return _days(date.fromisoformat(time.start), _last_day(time.end))
    return _era(time) or _in_figures(time.value)


def _in_figures(value: str) -> str:
    day, _, clock = value.partition("T")
    return f"{day} {_of_day(clock)}" if day[-1:].isdecimal() and clock else value.replace("/", "–")


def _of_day(clock: str) -> str:
    """A part of the day, or a time with the zone in which the text gives it: `14:00 UTC`."""
    time, zone = clock[:5], clock.removesuffix("Z")[5:]
    utc = "UTC" if clock.endswith("Z") else f"UTC{zone}" if zone[:1] in ("+", "-") else ""
    return f"{time} {utc}" if utc else _PARTS_OF_DAY.get(clock, clock)


def spelled(time: TimeValue) -> str:
    """The same for a page: `19 June 2024, 14:00`, `week of 17 June 2024`, `24 years`, `every month`, `about 1949`."""
    words = _placed(time) if time.start and time.end else _unplaced(time)
    return f"{_MODIFIERS[time.mod]} {words}" if time.mod in _MODIFIERS else words


def with_weekday(time: TimeValue) -> str:
    """The same, with the day of the week before what lies within one day: `Wednesday, 19 June 2024`."""
    words, start = spelled(time), (time.start or "")[:10]
    if not start or not words.startswith(day_spelled(date.fromisoformat(start))) or " – " in words:
        return words
    return f"{WEEKDAY_NAMES[date.fromisoformat(start).weekday()].capitalize()}, {words}"


def days_spelled(sentence: str) -> str:
    """The sentence with its days, which rules write in ISO 8601, as `19 June 2024`, or `19 June 2024, 14:00`."""
    return _ISO.sub(_spelled_out, sentence)


_ISO = re.compile(r"\b(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d)?)?\b(?!-)")


def _spelled_out(found: re.Match[str]) -> str:
    try:
        day = day_spelled(date.fromisoformat(found[1]))
    except ValueError:
        return found[0]
    return f"{day}, {found[2]}" if found[2] else day


# On the calendar


def _placed(time: TimeValue) -> str:
    first, last = date.fromisoformat((time.start or "")[:10]), _last_day((time.end or "")[:10])
    match time.granularity:
        case "day":
            return day_spelled(first) if first == last else f"{day_spelled(first)} – {day_spelled(last)}"
        case "week" | "weekend" if "/" not in time.value:
            return f"{time.granularity} of {day_spelled(first)}"
        case "month":
            return _month_year(first) if _month_year(first) == _month_year(last) else _months(first, last)
        case "quarter" | "half" if time.value[-1:] in ("1", "2", "3", "4") and "/" not in time.value:
            return f"{_NTH[int(time.value[-1]) - 1]} {time.granularity} of {time.value[:4]}"
    clock = time.value.partition("T")[2]
    return f"{day_spelled(first)}, {_of_day(clock)}" if clock else _era(time) or _in_figures(time.value)


def _era(time: TimeValue) -> str:
    """A decade, a century or a season; empty for others."""
    value = time.value
    if time.granularity == "decade" and value.isdecimal():
        return f"{value}0s"
    if time.granularity == "century" and value.isdecimal():
        return f"{_ordinal(int(value) + 1)} century"
    season = _SEASONS.get(value[5:], "") if time.granularity == "season" else ""
    return f"{season} {value[:4]}" if season and value[:4].isdecimal() else ""


def day_spelled(day: date) -> str:
    """`19 June 2024`."""
    return f"{day.day} {_month_year(day)}"


def _month_year(day: date) -> str:
    return f"{_month(day.month)} {day.year}"


def _months(first: date, last: date) -> str:
    return f"{_month(first.month) if first.year == last.year else _month_year(first)} – {_month_year(last)}"


def _month(number: int) -> str:
    return MONTH_NAMES[number - 1].capitalize()


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


# Off the calendar


def _unplaced(time: TimeValue) -> str:
    value = time.value
    if value[:1].isdecimal():
        return _era(time) or _in_figures(value)
    if value.startswith("P") and value not in _REFERENCES:
        return _length(value, every=time.type == "SET") or value
    named = _REFERENCES.get(value) or _fiscal(value) or _before_christ(value) or _without_year(value) or value
    return f"every {named}" if time.type == "SET" else named


def _length(value: str, *, every: bool) -> str:
    """`24 years`, `2 hours 15 minutes`, `years` for `PXY`; `every month`, `every 2 years`. Empty for what is none."""
    whole, _, clock = value[1:].partition("T")
    parts = [*_counted(whole, _UNITS), *_counted(clock, _CLOCK_UNITS)]
    if not every:
        return " ".join(parts)
    return f"every {' '.join(parts).removeprefix('1 ')}" if parts else ""


def _counted(figures: str, units: dict[str, str]) -> list[str]:
    pieces = re.findall(rf"([\d.]+|X)({'|'.join(units)})", figures)
    plural = [(number, units[code] + "s" * (number != "1")) for number, code in pieces]
    return [unit if number == "X" else f"{number} {unit}" for number, unit in plural]


def _fiscal(value: str) -> str:
    """`FY2024`, `FY2023-Q3`, `FYXXXX-Q3`."""
    match = re.fullmatch(r"FY(\w{4})(?:-([QH])([1-4]))?", value)
    if match is None:
        return ""
    part = f"{_NTH[int(match[3]) - 1]} {'quarter' if match[2] == 'Q' else 'half'} of " if match[3] else ""
    return f"{part}{'a fiscal year' if match[1] == 'XXXX' else f'fiscal year {match[1]}'}"


def _before_christ(value: str) -> str:
    """`BC0044` is a year, `BC01` a century."""
    if not re.fullmatch(r"BC(?:\d\d|\d{4})", value):
        return ""
    return f"{int(value[2:])} BC" if len(value) == 6 else f"{_ordinal(int(value[2:]) + 1)} century BC"


_UNKNOWN = {"": "a year", "WXX": "a week", "QX": "a quarter", "XX": "a month", "XX-XX": "a day", "WXX-WE": "weekend"}
"""What is left of a value behind its unknown year, where nothing of it is known."""


def _without_year(value: str) -> str:
    """`Wednesday` for `XXXX-WXX-3`, `19 June` for `XXXX-06-19`, `14:30` for `XXXX-XX-XXT14:30`, `a week`, ….

    Empty for what has a year, and what is nothing of all this.
    """
    if value == "XXXX-WXX-1/XXXX-WXX-5":
        return "weekday"
    day, _, clock = value.partition("T")
    when, known = _PARTS_OF_DAY.get(clock, clock if clock != "XX:XX" else "at some time"), day[5:]
    if not day.startswith("XXXX"):
        return ""
    if when:
        return when if known == "XX-XX" else f"{_of_a_year(known)}, {when}"
    return _UNKNOWN.get(known) or _of_a_year(known)


def _of_a_year(known: str) -> str:
    if match := re.fullmatch(r"WXX-([1-7])", known):
        return WEEKDAY_NAMES[int(match[1]) - 1].capitalize()
    if match := re.fullmatch(r"([QH])([1-4])", known):
        return f"{_NTH[int(match[2]) - 1]} {'quarter' if match[1] == 'Q' else 'half'} of a year"
    if match := re.fullmatch(r"(0[1-9]|1[0-2])(?:-(\d\d|XX))?", known):
        return f"{int(match[2])} {_month(int(match[1]))}" if (match[2] or "XX") != "XX" else _month(int(match[1]))
    match = re.fullmatch(r"XX-(\d\d)", known)
    return f"the {_ordinal(int(match[1]))}" if match else _SEASONS.get(known, "")
