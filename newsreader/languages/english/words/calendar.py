"""The months and the days of the week: how they are written and which they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MONTH_NAMES = tuple("january february march april may june july august september october november december".split())
"""The months in full, in order, lower case."""

WEEKDAY_NAMES = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
"""The days of the week in full, in order, lower case."""

SHORT_MONTHS = {name[:3]: number for number, name in enumerate(MONTH_NAMES, 1) if name != "may"} | {"sept": 9}
"""The short forms of the months and their numbers, lower case and without the dot."""

SHORT_WEEKDAYS = {name[:3]: number for number, name in enumerate(WEEKDAY_NAMES, 1)} | {
    "tues": 2,
    "weds": 3,
    "thur": 4,
    "thurs": 4,
}
"""The short forms of the days of the week and their ISO numbers (Monday is 1), lower case and without the dot."""

MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)} | SHORT_MONTHS
WEEKDAYS = {name: number for number, name in enumerate(WEEKDAY_NAMES, 1)} | SHORT_WEEKDAYS


def month_number(name: str) -> int:
    """The number of a month given in full or short, in any case, with or without a dot; `KeyError` for others."""
    return MONTHS[name.lower().rstrip(".")]


def weekday_number(name: str) -> int:
    """The ISO number (Monday is 1) of a day of the week, given as a month is to `month_number`."""
    return WEEKDAYS[name.lower().rstrip(".")]


def capitalised(names: Iterable[str]) -> str:
    """A pattern for one of `names` with a capital first, the longest first, without a group around it."""
    return "|".join(name.capitalize() for name in sorted(names, key=len, reverse=True))


def any_case(names: Iterable[str]) -> str:
    """A pattern for one of `names` as lines about an article write them: a capital first, the rest in any case.

    Grouped by first letter, which spares the engine most of its attempts; `a` keeps `ı` from being another `i`.
    """
    rests: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        rests.setdefault(name[0].upper(), []).append(name[1:])
    groups = (f"{initial}(?ai:{'|'.join(own)})" for initial, own in rests.items())
    return rf"(?:{'|'.join(groups)})\b\.?"
