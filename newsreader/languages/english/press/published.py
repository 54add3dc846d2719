"""Finds the publication date that an article states: in its address or in a line of its own.

Nothing here knows what day it is: a date is taken from what is written or not at all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.languages.english.press.bylines import is_byline
from newsreader.languages.english.press.days import WEEKDAY, Day, find_days, make_day
from newsreader.languages.english.words.calendar import MONTHS
from newsreader.languages.record import StatedDay

if TYPE_CHECKING:
    from datetime import date

_LONGEST = 160
_LONGEST_REST = 40

_URL_SLASHED = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?|[a-z]{3,9})[/-](\d\d?)(?=[/_.-]|$)", re.IGNORECASE)
_URL_SUFFIX = re.compile(r"[-/_]((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?=[/.?#]|$)")

_CUE = re.compile(
    r"\b(?:this\s(?:article|story|page|post|report)\s(?:was|is)\s)?(?:(?:first|originally|last)\s)*"
    r"(?P<cue>published|posted|updated|modified|revised|released|issued|created|filed|dated?)\b(?:\s?:|\s(?:on|at|by)\b)?",
    re.IGNORECASE,
)
_UPDATES = frozenset({"updated", "modified", "revised"})
_CLOCK = re.compile(
    r"(?:\bat\s)?\b\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?(?:\s?\(?[A-Z]{2,5}\b(?:[+-]\d+)?\)?)?"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?(?:\s?[A-Z]{2,4}\b)?|\b(?:UTC|GMT)(?:[+-]\d+)?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(WEEKDAY)
_SEGMENTS = re.compile(r"\s*[|·•]\s*|\s[–—-]\s")
_EMPTY = re.compile(r"[\s|·•,;:.()/–—-]*")


def day_in_url(url: str) -> date | None:
    """Return the day in the path of an address: `/2024/06/19/`, `/2024/jun/19/`, `…-2024-06-19/`, `/20240619`."""
    path = re.sub(r"^[a-z]+://[^/]*", "", url, flags=re.IGNORECASE).partition("?")[0]
    for match in (*_URL_SLASHED.finditer(path), *_URL_SUFFIX.finditer(path)):
        month = MONTHS.get(match[2].lower()) if match[2].isalpha() else int(match[2])
        if month and (day := make_day(int(match[1]), month, int(match[3]))):
            return day
    return None


def stated_day(line: str) -> StatedDay | None:
    """Return the day that `line` states about the article, or None if it is prose or has no full day.

    Such a line is a date and little else: `Friday, January 4, 2019`, `Published June 19, 2024 at 10:30 am`,
    `By Jane Doe | 19 June 2024`. Beside the day of an update the other one counts; several are a period.
    """
    if len(line) > _LONGEST or not any(character.isdigit() for character in line):
        return None
    days = find_days(line)
    if not days or not _is_about_the_article(line, days):
        return None
    stated = [StatedDay(day.date, _is_update(line[: day.start])) for day in days]
    if len({day.date for day in stated if not day.updated}) > 1:
        return None
    return min(stated, key=lambda day: day.updated)


def _is_about_the_article(line: str, days: list[Day]) -> bool:
    rest = _without_dates(line, days)
    if _EMPTY.fullmatch(rest) or is_byline(line):
        return True
    cue = _CUE.match(line)
    if cue and len(rest) <= _LONGEST_REST and not (cue["cue"].lower() in {"date", "dated"} and ":" not in cue[0]):
        return True
    segments = [segment for segment in _SEGMENTS.split(line) if segment]
    return len(segments) > 1 and len(rest) <= _LONGEST_REST * 2 and any(_is_only_a_day(part) for part in segments)


def _is_only_a_day(segment: str) -> bool:
    days = find_days(segment)
    return bool(days) and _EMPTY.fullmatch(_without_dates(segment, days)) is not None


def _without_dates(line: str, days: list[Day]) -> str:
    """Return what is left of `line` without days, weekdays, clock times and the words that say what they are."""
    for day in reversed(days):
        line = f"{line[: day.start]} {line[day.end :]}"
    for pattern in (_CLOCK, _WEEKDAY, _CUE):
        line = pattern.sub(" ", line)
    return " ".join(line.split())


def _is_update(before: str) -> bool:
    """Whether the last word before the day that says what it is speaks of a change."""
    cues = [match["cue"].lower() for match in _CUE.finditer(before)]
    return bool(cues) and cues[-1] in _UPDATES
