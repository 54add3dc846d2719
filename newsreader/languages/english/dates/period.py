"""Rules for periods that have names: quarters, halves, fiscal years, holidays, and the days of memory."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsreader.languages.english.dates import lexicon, values
from newsreader.languages.english.dates.rule import MOD, Context, Rule, explained, modified, rule, symbolic
from newsreader.languages.english.dates.tense import looks_ahead
from newsreader.languages.english.words.calendar import month_number

if TYPE_CHECKING:
    from newsreader.entity import TimeValue

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4, "last": 4}


def _year_of(match: re.Match[str], context: Context) -> int | None:
    """The year that a period names, in figures or from the article's date."""
    if match["year"]:
        return int(match["year"])
    words = (match["which"] or "").lower()
    if context.dct is None or not words:
        return None
    return context.dct.year + (-1 if "last" in words or "previous" in words else 1 if "next" in words else 0)


def _numbered(match: re.Match[str], context: Context) -> tuple[int, bool] | None:
    """The number of the quarter or half, and whether the period is a quarter."""
    if match["q"]:
        return int(match["q"]), True
    return _NTH[match["nth"].lower()], match["kind"].lower() == "quarter"


def _quarter(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the third quarter of 2023`, `Q3`, `first half of this year`; without a year the latest that is over."""
    found = _numbered(match, context)
    if found is None or found[0] > (4 if found[1] else 2):
        return None
    number, is_quarter = found
    make, length, code = (values.quarter, 3, "Q") if is_quarter else (values.half, 6, "H")
    year = _year_of(match, context)
    if year is not None:
        anchor = "absolute" if match["year"] else "dct"
        return modified(
            explained(make(year, number), anchor, "a quarter or half of the calendar year", 0.9), match["mod"]
        )
    if not is_quarter:
        return None
    if context.dct is None:
        return symbolic(f"XXXX-{code}{number}", "quarter")
    ahead = looks_ahead(context)
    over = length * number < context.dct.month
    begun = length * (number - 1) < context.dct.month
    year = context.dct.year + (over if ahead else begun - 1)
    side = "next" if ahead else "latest"
    return explained(make(year, number), "dct", f"the {side} one seen from the article’s date, {context.dct}", 0.7)


def _running_quarter(match: re.Match[str], context: Context) -> TimeValue | None:
    """`last quarter`, `the current quarter`, `the latest quarter`, `the same quarter a year earlier`."""
    if context.dct is None:
        return symbolic("XXXX-QX", "quarter")
    words = match["which"].lower()
    step = 1 if "next" in words or "coming" in words else 0 if re.search("this|current", words) else -1
    on = values.shift(context.dct, step, "quarter")
    value = values.containing(on, "quarter") if on else None
    return explained(value, "dct", f"counted from the article’s date, {context.dct}", 0.7)


def _year_earlier(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the year-earlier quarter`, `the same period last year`: what was named last, a year before."""
    previous = context.previous
    base = date.fromisoformat(previous.start[:10]) if previous and previous.start else context.dct
    earlier = values.shift(base, -1, "year") if base else None
    if earlier is None or (previous is None and context.dct is None):
        return symbolic("XXXX", "")
    unit = (
        previous.granularity if previous and previous.granularity in ("day", "month", "quarter", "half") else "quarter"
    )
    named = re.search(r"month|quarter|day|week", match[0], re.IGNORECASE)
    value = values.containing(earlier, named[0].lower() if named else unit)
    return explained(value, "mention", f"a year before {previous.value if previous else base}", 0.6)


def _week_of_month(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the first week of May 2019`, `the last weekend of March`: the ISO week that lies most in those seven days."""
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else context.dct and context.dct.year
    if not year:
        return symbolic("XXXX-WXX", "week")
    if not match["year"] and context.dct and month > context.dct.month and not looks_ahead(context):
        year -= 1
    which = match["nth"].lower()
    anchor = "absolute" if match["year"] else "dct"
    if match["unit"].lower() == "weekend":
        saturday = values.nth_weekday(year, month, 6, -1 if which in ("last", "final") else _NTH[which])
        return explained(values.weekend(saturday), anchor, f"the {which} weekend of that month", 0.8)
    first = date(year, month, 1)
    last = values.shift(first, 1, "month")
    if which in ("last", "final"):
        middle = (last or first) - timedelta(days=4)
    else:
        middle = first + timedelta(days=7 * _NTH[which] - 4)
    return explained(values.week(middle), anchor, f"the {which} week of that month", 0.7)


def _thanksgiving(year: int) -> date:
    return values.nth_weekday(year, 11, 4, 4)


_Day = Callable[[int], date]
HOLIDAYS: dict[str, _Day] = {
    r"New Year[’']?s Day": lambda year: date(year, 1, 1),
    r"New Year[’']?s Eve": lambda year: date(year, 12, 31),
    r"Christmas Eve": lambda year: date(year, 12, 24),
    r"Christmas(?: Day)?": lambda year: date(year, 12, 25),
    r"Boxing Day": lambda year: date(year, 12, 26),
    r"Valentine[’']?s Day": lambda year: date(year, 2, 14),
    r"(?:Saint|St\.?) Patrick[’']?s Day": lambda year: date(year, 3, 17),
    r"April Fool[’']?s[’']? Day": lambda year: date(year, 4, 1),
    r"May Day": lambda year: date(year, 5, 1),
    r"(?:the )?Fourth of July|July Fourth": lambda year: date(year, 7, 4),
    r"Bastille Day": lambda year: date(year, 7, 14),
    r"Hall?owe[’']?en": lambda year: date(year, 10, 31),
    r"Veterans Day|Armistice Day": lambda year: date(year, 11, 11),
    r"Thanksgiving(?: Day)?": _thanksgiving,
    r"Black Friday": lambda year: _thanksgiving(year) + timedelta(days=1),
    r"Cyber Monday": lambda year: _thanksgiving(year) + timedelta(days=4),
    r"Labor Day": lambda year: values.nth_weekday(year, 9, 1, 1),
    r"Memorial Day": lambda year: values.nth_weekday(year, 5, 1, -1),
    r"Presidents[’']? Day": lambda year: values.nth_weekday(year, 2, 1, 3),
    r"Martin Luther King(?:,? Jr\.?)? Day|MLK Day": lambda year: values.nth_weekday(year, 1, 1, 3),
    r"Good Friday": lambda year: values.easter(year) - timedelta(days=2),
    r"Ash Wednesday": lambda year: values.easter(year) - timedelta(days=46),
    r"Palm Sunday": lambda year: values.easter(year) - timedelta(days=7),
    r"Easter Monday": lambda year: values.easter(year) + timedelta(days=1),
    r"Easter(?: Sunday)?": values.easter,
}
"""Days with a name and the day on which each falls in a year."""


_DAYS_OF = tuple(HOLIDAYS.values())
_HOLIDAY = "|".join(f"(?P<day{number}>{name})" for number, name in enumerate(HOLIDAYS))
"""All names in one expression, each with a group of its own: a text is gone through once."""


def _holiday(match: re.Match[str], context: Context) -> TimeValue | None:
    """The day of that name in the year that is said, else the one nearest to the article's date."""
    day_of = next(each for number, each in enumerate(_DAYS_OF) if match[f"day{number}"])
    if match["year"]:
        return explained(values.day(day_of(int(match["year"]))), "absolute", "the day of that name in that year")
    if context.dct is None:
        return symbolic("XXXX-XX-XX", "day")
    which = (match["which"] or "").lower()
    near = [day_of(context.dct.year + step) for step in (-1, 0, 1) if 1 <= context.dct.year + step <= 9999]
    if which == "last":
        near = [each for each in near if each < context.dct] or near
    if which == "next":
        near = [each for each in near if each > context.dct] or near
    on, reason = values.nearest(near, context.dct), f"the one nearest to the article’s date, {context.dct}"
    return explained(values.day(on), "dct", reason, 0.8)


_OF_YEAR = (
    rf"(?:,? (?:of |in )?(?:(?P<year>{lexicon.YEAR})|"
    r"(?P<which>this year|last year|next year|the previous year|the year)))?"
)
_PERIOD = (
    r"(?:(?P<nth>first|second|third|fourth|final|1st|2nd|3rd|4th)[-\s](?:calendar[-\s])?"
    r"(?P<kind>quarter|half)|(?-i:Q)(?P<q>[1-4]))"
)

RULES: tuple[Rule, ...] = (
    rule("quarter", rf"(?:the )?{MOD}(?:the )?{_PERIOD}{_OF_YEAR}", _quarter, needs="quarter half q1 q2 q3 q4"),
    rule(
        "running quarter",
        r"(?:the )?(?P<which>last|this|next|current|latest|most recent|previous|coming) quarter",
        _running_quarter,
        needs="quarter",
    ),
    rule(
        "a year earlier",
        r"the (?:year-earlier|year-ago|same|corresponding|prior-year) (?:quarter|period|month|three "
        r"months)(?: (?:of )?(?:the )?(?:last year|a year (?:ago|earlier|before)|the previous year|in "
        r"the previous year|of last year))?",
        _year_earlier,
        needs="year-earlier year-ago same corresponding prior-year",
    ),
    rule(
        "quarter of a year before it",
        rf"(?:the )?(?P<mod>)(?P<which>)(?P<year>{lexicon.YEAR}) (?P<nth>first|second|third|fourth)[-\s]"
        r"(?P<kind>quarter|half)(?P<q>)",
        _quarter,
        needs="quarter half",
    ),
    rule(
        "week of a month",
        rf"the (?P<nth>first|second|third|fourth|last|final) (?P<unit>week|weekend) of (?P<month>{lexicon.MONTH})"
        rf"(?:,? (?P<year>{lexicon.YEAR}))?",
        _week_of_month,
        needs="week",
    ),
    rule(
        "holiday",
        rf"(?:(?P<which>last|this|next) )?(?-i:{_HOLIDAY})(?:,? (?P<year>{lexicon.YEAR}))?",
        _holiday,
        needs="day eve christmas easter thanksgiving hal fourth",
    ),
)
