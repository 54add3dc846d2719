"""Rules for stretches that are named by both their ends: June 19–21, between 3 and 5 May, 2012–13."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.languages.english.dates import lexicon, values
from newsreader.languages.english.dates.rule import STATED, Rule, rule
from newsreader.languages.english.dates.rules.days import OF_YEAR, day_reading
from newsreader.languages.english.words.calendar import month_number

if TYPE_CHECKING:
    import re

    from newsreader.entity import TimeValue
    from newsreader.languages.english.dates.context import Context


def _day_range(match: re.Match[str], context: Context) -> TimeValue | None:
    """`June 19-21, 2024`, `from 19 to 21 June`: the value of the first day, the interval of all."""
    first = day_reading(match, context)
    year = first.value[:4] if first else ""
    if first is None or not year.isdigit():
        return first
    last = values.make_date(int(year), month_number(match["month"]), lexicon.ordinal_of(match["last"]))
    if not last or not first.start or last.isoformat() < first.start:
        return first
    return replace(first, end=values.day(last).end)


def _year_range(match: re.Match[str], context: Context) -> TimeValue | None:
    """`2012-13` and `1948–1951` as one expression."""
    first, last = int(match["year"]), match["last"]
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if not first < second <= first + 150:
        return None
    return replace(
        values.year(first),
        value=f"{first:04}/{second:04}",
        end=values.year(second).end,
        anchor="absolute",
        reason=STATED,
    )


_LAST = rf"(?P<last>{lexicon.DAY_ORDINAL})"
_YEAR = rf"(?:,? (?P<year>{lexicon.YEAR})|{OF_YEAR})?"
_FROM = r"(?:(?<=\bfrom\s)|(?<=\bbetween\s))(?:the )?(?P<weekday>)"
_TO = r" (?:and|to|until|till|through) (?:the )?"

RULES: tuple[Rule, ...] = (
    rule(
        "days of a month",
        "They met on June 19–21, 2024.",
        rf"(?P<weekday>)(?P<month>{lexicon.MONTH}) (?P<day>{lexicon.DAY})\s*[-–]\s*{_LAST}{_YEAR}",
        _day_range,
        needs=lexicon.A_MONTH,
    ),
    rule(
        "days before their month",
        "They met on 19-21 June 2024.",
        rf"(?P<weekday>)(?P<day>{lexicon.DAY_ORDINAL})\s*[-–]\s*{_LAST}(?: of)? (?P<month>{lexicon.MONTH}){_YEAR}",
        _day_range,
        needs=lexicon.A_MONTH,
    ),
    rule(
        "from day to day",
        "The fair ran from 3 to 5 May 2019.",
        rf"{_FROM}(?P<day>{lexicon.DAY_ORDINAL}){_TO}{_LAST}(?: of)? (?P<month>{lexicon.MONTH}){_YEAR}",
        _day_range,
        needs=lexicon.A_MONTH,
    ),
    rule(
        "from day to day of a month",
        "The fair ran from May 3 until the 5th.",
        rf"{_FROM}(?P<month>{lexicon.MONTH}) (?P<day>{lexicon.DAY_ORDINAL}){_TO}{_LAST}(?! ?{lexicon.MONTH}){_YEAR}",
        _day_range,
        needs=lexicon.A_MONTH,
    ),
    rule(
        "day to day of a month",
        "Shops close May 3 to 5, 2019.",
        rf"(?P<weekday>)(?P<month>{lexicon.MONTH}) (?P<day>{lexicon.DAY_ORDINAL}) (?:to|through) {_LAST}"
        rf"(?! ?(?:{lexicon.MONTH}|[a-z]+s\b|%)){_YEAR}",
        _day_range,
        needs=lexicon.A_MONTH,
    ),
    rule(
        "years",
        "The war of 1948-1951 was long.",
        rf"(?P<year>{lexicon.YEAR})[-–/](?P<last>\d{{4}}|\d\d)(?![-/\d])",
        _year_range,
    ),
)
