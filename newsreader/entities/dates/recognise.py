"""Finds the time expressions of an article and resolves them in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.entities.dates import absolute, clock, duration, period, ranges, relative
from newsreader.entities.dates.lexicon import MONTH, UNIT, WEEKDAY
from newsreader.entities.dates.rule import Context, Rule, sentence_start

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from newsreader.entities.model import TimeValue

RULES: tuple[Rule, ...] = (
    *absolute.RULES,
    *ranges.RULES,
    *relative.RULES,
    *period.RULES,
    *clock.RULES,
    *duration.RULES,
)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression: code points in the article's text, end exclusive, and what it means."""

    start: int
    end: int
    value: TimeValue


def find_times(text: str, spans: Iterable[tuple[int, int]], dct: date | None) -> list[TimeMention]:
    """The time expressions in the paragraphs of a text, in order and without overlap.

    `spans` are the paragraphs in code points; `dct` is the day on which the article was published. The same input
    gives the same output on any day and in any time zone.
    """
    found: list[TimeMention] = []
    history: tuple[TimeValue, ...] = ()
    for start, end in spans:
        for at, to, value in _in_paragraph(text[start:end], dct, history):
            found.append(TimeMention(start + at, start + to, value))
            history = _remembered(value, history)
    return found


def _in_paragraph(
    paragraph: str, dct: date | None, history: tuple[TimeValue, ...]
) -> Iterable[tuple[int, int, TimeValue]]:
    """Leftmost longest matches first; where a rule finds that its match is no time, the next best one is asked."""
    at = 0
    told: tuple[int, int] | None = None
    for start, end, rule, match in _candidates(paragraph):
        if start < at:
            continue
        value = _read(rule, match, Context(paragraph, start, end, dct, history, _told_year(paragraph, start, told)))
        if value is None:
            continue
        at = end
        history = _remembered(value, history)
        if value.anchor == "absolute" and value.value[:4].isdigit():
            told = int(value.value[:4]), start
        yield start, end, value


def _told_year(paragraph: str, at: int, told: tuple[int, int] | None) -> int | None:
    """The year that holds for what stands at `at`: one that its own sentence names, or that opened an earlier one."""
    if told is None:
        return None
    year, offset = told
    opened = offset - sentence_start(paragraph, offset) <= _OPENING
    return year if opened or sentence_start(paragraph, at) <= offset else None


_OPENING = 8
"""Code points that may stand before a year which opens its sentence: `Early in 1998`."""


def _read(rule: Rule, match: re.Match[str], context: Context) -> TimeValue | None:
    """The value of a match; one that lies before year 1 or after 9999 is none that a reader could use."""
    try:
        return rule.read(match, context)
    except OverflowError:
        return None


def _candidates(paragraph: str) -> list[tuple[int, int, Rule, re.Match[str]]]:
    """Every match of every rule, by position and then by length, longest first."""
    if not _TRIGGER.search(paragraph):
        return []
    matches = [
        (match.start(), _trimmed_end(match), order, rule, match)
        for order, rule in enumerate(RULES)
        for match in rule.pattern.finditer(paragraph)
    ]
    matches.sort(key=lambda each: (each[0], -each[1], each[2]))
    return [(start, end, rule, match) for start, end, _, rule, match in matches]


def _trimmed_end(match: re.Match[str]) -> int:
    """The end without blanks, and without the bracket that closes after a date but opened before it."""
    text = match[0].rstrip()
    if text.endswith(")") and "(" not in text:
        text = text[:-1]
    return match.start() + len(text)


def _remembered(value: TimeValue, history: tuple[TimeValue, ...]) -> tuple[TimeValue, ...]:
    """What a later `the same day` looks back at: the last few values with a place on the calendar."""
    return (*history[-7:], value) if value.start else history


_TRIGGER = re.compile(
    rf"\d|{MONTH}|{WEEKDAY}|\b(?:{UNIT}|to(?:day|night|morrow)|yesterday|now|current|present|nowadays|recent|lately|"
    r"future|term|past|morning|afternoon|evening|night|noon|mid(?:day|night)|spring|summer|autumn|fall|winter|"
    r"(?:hour|dai|night|week|month|quarter|year)ly|annual|eve|christmas|easter|thanksgiving|hallow|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ties)",
    re.IGNORECASE,
)
"""Something that every expression has a part of; a paragraph without it is not looked at further."""
