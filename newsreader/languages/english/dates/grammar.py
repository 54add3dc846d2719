"""Finds the time expressions of an article and resolves them in reading order."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from newsreader.languages.english.dates.context import Context, Whole, is_heading, sentence_start
from newsreader.languages.english.dates.lexicon import A_MONTH, MONTH, UNIT, WEEKDAY
from newsreader.languages.english.dates.rules import RULES
from newsreader.languages.record import TimeMention

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newsreader.entity import TimeValue
    from newsreader.languages.english.dates.rule import Rule

_Match = tuple[int, "Rule", "re.Match[str]"]
"""The number of a rule, the rule, and a match of it."""


def find_times(
    text: str, spans: Iterable[tuple[int, int]], dct: date | None, rules: Sequence[Rule] = RULES
) -> list[TimeMention]:
    """The time expressions in the paragraphs of a text, in order and without overlap.

    `spans` are the paragraphs in code points; `dct` is the day on which the article was published. The same input
    gives the same output on any day and in any time zone.
    """
    matches = partial(_matches, rules)
    return _read_all(((start, text[start:end], matches) for start, end in spans), dct)


def read_again(
    text: str, places: Iterable[tuple[int, int, Sequence[int]]], dct: date | None, rules: Sequence[Rule] = RULES
) -> list[TimeMention]:
    """The time expressions that start where some are known to, read with another day of publication.

    `places` are paragraphs in code points and, in each, the offsets of the text at which an expression starts. This
    takes a tenth of the time of finding them.
    """
    return _read_all(
        (
            (start, text[start:end], partial(_matches_at, rules, [offset - start for offset in offsets]))
            for start, end, offsets in places
        ),
        dct,
    )


def without(*names: str) -> tuple[Rule, ...]:
    """The rules but those of these names, to see what they are worth. Raises `KeyError` for a name that none has."""
    if unknown := {*names} - {rule.name for rule in RULES}:
        raise KeyError(*sorted(unknown))
    return tuple(rule for rule in RULES if rule.name not in names)


def _read_all(
    paragraphs: Iterable[tuple[int, str, Callable[[str], Iterable[_Match]]]], dct: date | None
) -> list[TimeMention]:
    """Read the paragraphs, each with its offset and with what gives the matches of rules in it, one after the other."""
    given = [
        (start, text if text.isascii() else text.translate(_FOLDED), matches) for start, text, matches in paragraphs
    ]
    whole = Whole(tuple(text for _, text, _ in given))
    found: list[TimeMention] = []
    history: tuple[TimeValue, ...] = ()
    section: date | None = None
    reported: TimeValue | None = None
    for start, paragraph, matches in given:
        before = len(found)
        context = Context(paragraph, 0, 0, dct, history, _year_told_on(history, dct), whole, section, reported)
        for at, to, value in _in_paragraph(paragraph, matches, context):
            found.append(TimeMention(start + at, start + to, value))
            history = _remembered(value, history)
            reported = reported or (value if value.granularity == "quarter" else None)
        if start and is_heading(paragraph):
            section = _section([each.value for each in found[before:]], dct)
    return found


def _year_told_on(history: tuple[TimeValue, ...], dct: date | None) -> int | None:
    """The year in which a paragraph goes on telling: that of the last two values, if both were told in it.

    A year that was only named, or a date written out, says nothing of the next paragraph.
    """
    if dct is None or len(history) < _TWO:
        return None
    before, last = history[-_TWO:]
    told = all(value.anchor == "mention" and value.granularity in ("day", "month") for value in (before, last))
    told = told and last.value[:4] == before.value[:4]
    return int(last.value[:4]) if told and last.value[:4].isdigit() else None


_TWO = 2


def _section(values: Sequence[TimeValue], dct: date | None) -> date | None:
    """The day that a heading gives to what stands below it: one that is not the article's, or that of a time of day."""
    for value in values:
        if value.start and value.granularity in _CLOCK:
            return date.fromisoformat(value.start[:10])
        if value.start and value.granularity in ("day", "part") and value.start[:10] != str(dct):
            return date.fromisoformat(value.start[:10])
    return None


_CLOCK = ("hour", "minute", "second")

_FOLDED = str.maketrans("ſıİK", "siIK")
"""Letters that a pattern takes for their neighbours where case does not matter, and that no table of words has."""


def _in_paragraph(
    paragraph: str, matches: Callable[[str], Iterable[_Match]], context: Context
) -> Iterable[tuple[int, int, TimeValue]]:
    """Leftmost longest matches first; where a rule finds that its match is no time, the next best one is asked."""
    at = 0
    history = context.history
    told: tuple[int, int] | None = None
    going_on = context.spoken_year
    for start, end, rule, match in _candidates(matches(paragraph)):
        if start < at:
            continue
        year = _told_year(paragraph, start, told) or going_on
        value = _read(rule, match, replace(context, start=start, end=end, history=history, spoken_year=year))
        if value is None:
            continue
        at = end
        going_on = going_on if value.anchor == "mention" else None
        history = _remembered(value, history)
        context = replace(context, here=value if value.start else context.here)
        if value.granularity == "quarter" and context.reported is None:
            context = replace(context, reported=value)
        if value.anchor == "absolute" and value.value[:4].isdigit():
            told = int(value.value[:4]), start
        yield start, end, value


def _told_year(paragraph: str, at: int, told: tuple[int, int] | None) -> int | None:
    """The year that holds for what stands at `at`: one that its own sentence names, or that opened an earlier one."""
    if told is None:
        return None
    year, offset = told
    opened = 0 < offset - sentence_start(paragraph, offset) <= _OPENING
    return year if opened or sentence_start(paragraph, at) <= offset else None


_OPENING = 8
"""Code points that may stand before a year which opens its sentence: `Early in 1998`, but not `2018 candidate Roe`."""


def _read(rule: Rule, match: re.Match[str], context: Context) -> TimeValue | None:
    """The value of a match; one that lies before year 1 or after 9999 is none that a reader could use."""
    try:
        return rule.read(match, context)
    except OverflowError:
        return None


def _matches(rules: Sequence[Rule], paragraph: str) -> Iterator[_Match]:
    """Every match of every rule."""
    if not _TRIGGER.search(paragraph):
        return
    lower = searchable(paragraph)
    for order, rule in enumerate(rules):
        if not rule.needs or any(piece in lower for piece in rule.needs):
            for match in rule.pattern.finditer(paragraph):
                yield order, rule, match


def searchable(text: str) -> str:
    """What the pieces are looked for that rules need: the text in lower case, and the mark of months if it has one."""
    return text.lower() + A_MONTH if _A_MONTH_NAME.search(text) else text.lower()


_A_MONTH_NAME = re.compile(MONTH)


def _matches_at(rules: Sequence[Rule], places: Sequence[int], paragraph: str) -> Iterator[_Match]:
    """Every match of every rule that starts at one of the places."""
    for place in places:
        for order, rule in enumerate(rules):
            if match := rule.pattern.match(paragraph, place):
                yield order, rule, match


def _candidates(matches: Iterable[_Match]) -> list[tuple[int, int, Rule, re.Match[str]]]:
    """The matches by position and then by length, longest first."""
    found = [(match.start(), _trimmed_end(match), order, rule, match) for order, rule, match in matches]
    found.sort(key=lambda each: (each[0], -each[1], each[2]))
    return [(start, end, rule, match) for start, end, _, rule, match in found]


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
    r"future|fiscal|term|season|past|eighteen|nineteen|twenty|thousand|ago\b|overnight|morning|afternoon|evening|night|noon|mid(?:day|night)|"
    r"spring|summer|autumn|fall|winter|o[’']clock|"
    r"(?:hour|dai|night|week|month|quarter|year)ly|(?:semi-?)?annual|eve|christmas|easter|thanksgiving|hallow|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ties)",
    re.IGNORECASE,
)
"""Something that every expression has a part of; a paragraph without it is not looked at further."""
