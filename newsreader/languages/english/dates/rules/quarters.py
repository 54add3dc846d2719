"""Rules for quarters and halves of the calendar year: the third quarter of 2023, Q3, the year-earlier period."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from newsreader.languages.english.dates import lexicon, values
from newsreader.languages.english.dates.rule import MOD, Rule, explained, modified, rule, symbolic
from newsreader.languages.english.dates.tense import looks_ahead
from newsreader.languages.english.words.calendar import month_number

if TYPE_CHECKING:
    from newsreader.entity import TimeValue
    from newsreader.languages.english.dates.context import Context

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
    if match["nth"] and match["nth"].lower() == "last" and not match["year"]:
        return None
    number, is_quarter = found
    make, length, code = (values.quarter, 3, "Q") if is_quarter else (values.half, 6, "H")
    year = _year_of(match, context)
    if year is not None:
        anchor = "absolute" if match["year"] else "dct"
        return modified(
            explained(make(year, number), anchor, "a quarter or half of the calendar year", 0.9), match["mod"]
        )
    if not is_quarter and not context.reported and not _FIGURES.search(f"{context.before(80)}{context.after(80)}"):
        return None
    if context.dct is None:
        return symbolic(f"XXXX-{code}{number}", "quarter")
    if is_quarter and (fiscal := _fiscal(number, context)):
        return fiscal
    ahead = looks_ahead(context)
    over = length * number < context.dct.month
    begun = length * (number - 1) < context.dct.month if is_quarter else over
    year = context.dct.year + (over if ahead else begun - 1)
    side = "next" if ahead else "latest"
    return explained(make(year, number), "dct", f"the {side} one seen from the article’s date, {context.dct}", 0.7)


_FIGURES = re.compile(
    r"\b(?:profits?|sales|revenues?|earnings|income|loss(?:es)?|growth|econom\w+|GDP|output|orders|results|exports|"
    r"imports|deliveries|shipments|inflation|spending|forecasts?)\b",
    re.IGNORECASE,
)
"""Beside a half that is one of a year, and not of a match."""


def _fiscal(number: int, context: Context) -> TimeValue | None:
    """The quarter of a fiscal year in an article whose figures are of such a one: the latest, or the next one."""
    reported = _REPORTED.match(context.reported.value) if context.reported else None
    if not reported:
        return None
    year, running = int(reported[1]), int(reported[2])
    year += (number < running) if looks_ahead(context) else -(number > running)
    return symbolic(f"FY{year}-Q{number}", "quarter", reason="in the fiscal years that the article tells of")


_REPORTED = re.compile(r"FY(\d{4})-Q([1-4])")


def _before_reported(context: Context) -> TimeValue | None:
    """The quarter a year before that whose figures the article tells of."""
    if context.reported is None:
        return None
    if fiscal := _REPORTED.match(context.reported.value):
        return symbolic(f"FY{int(fiscal[1]) - 1}-Q{fiscal[2]}", "quarter", reason="a year before the quarter reported")
    if context.reported.start is None:
        return None
    earlier = values.shift(date.fromisoformat(context.reported.start), -1, "year")
    value = values.containing(earlier, "quarter") if earlier else None
    return explained(value, "mention", f"a year before {context.reported.value}", 0.7)


def _quarter_before(context: Context) -> TimeValue | None:
    """The quarter before a fiscal one whose figures the article tells of."""
    if not (reported := context.reported and _REPORTED.match(context.reported.value)):
        return None
    year, number = int(reported[1]), int(reported[2])
    value = f"FY{year}-Q{number - 1}" if number > 1 else f"FY{year - 1}-Q4"
    return symbolic(value, "quarter", reason="the one before the quarter reported")


def _left_out(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the third` behind a quarter in the same sentence, where the word itself is left out."""
    if not _QUARTER_BEFORE.search(context.before(160)) or context.dct is None:
        return None
    number = _NTH[match["nth"].lower()]
    if fiscal := _fiscal(number, context):
        return fiscal
    named = context.last_of("quarter") or context.dct
    return explained(values.quarter(named.year, number), "mention", "a quarter, as the one named before", 0.7)


_QUARTER_BEFORE = re.compile(r"\b(?:first|second|third)[- ]quarter\b[^.;]*\b(?:in|from|to|for|and)\s+$", re.IGNORECASE)


def _month_told(context: Context) -> date | None:
    """The month that the paragraph named last, where it is one of the months before the article."""
    here = context.here
    if here is None or here.granularity != "month" or here.start is None or context.dct is None:
        return None
    month = date.fromisoformat(here.start)
    return month if (context.dct - month).days < _HALF_A_YEAR else None


_HALF_A_YEAR = 183


def _year_before(match: re.Match[str], context: Context) -> TimeValue | None:
    """`a year ago`, `a year earlier` beside figures of a quarter: that quarter of the year before; else that year."""
    opening = not context.before(3) and _MONEY.search(context.after(80))
    if not opening and (not _COMPARED.search(context.before(100)) or not _MONEY.search(context.before(200))):
        return None
    if context.reported is None and (month := _month_told(context)):
        earlier = values.shift(month, -1, "year")
        value = values.containing(earlier, "month") if earlier else None
        return explained(value, "mention", f"a year before {month:%Y-%m}", 0.7)
    return _before_reported(context)


_COMPARED = re.compile(
    r"(?:\b(?:than|from|against|versus|compared (?:with|to)|with|up|down|to|in)\b|[\d,)])[^;]{0,60}$", re.IGNORECASE
)
_MONEY = re.compile(
    r"[$€£¥%]|\b(?:cents|percent|per cent|million|billion|profits?|loss|earned|earnings|income|sales|revenue|rose|fell|"
    r"grew|dropped|declined)\b"
)


def _the_quarter(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the quarter`: that whose figures are told, the one that a day closes behind it, or the latest that is over."""
    if context.dct is None:
        return symbolic("XXXX-QX", "quarter")
    if closing := _CLOSED.match(context.text, context.end):
        month = month_number(closing["month"])
        year = int(closing["year"] or 0) or context.dct.year - (month > context.dct.month)
        return explained(values.quarter(year, (month + 2) // 3), "mention", "the quarter that ends there", 0.8)
    if context.reported:
        return replace(
            context.reported, anchor="mention", reason="the quarter that the article tells of", confidence=0.7
        )
    over = values.shift(context.dct, -1, "quarter")
    return explained(values.containing(over, "quarter"), "dct", "the latest that is over", 0.5) if over else None


_CLOSED = re.compile(
    rf"(?<!\s)\s+(?:that |which )?(?:end(?:ed|ing|s)|to)(?: on| in)? (?P<month>{lexicon.MONTH})"
    rf"(?: {lexicon.DAY_ORDINAL}\b)?(?:,? (?P<year>{lexicon.YEAR}))?"
)


def _running_quarter(match: re.Match[str], context: Context) -> TimeValue | None:
    """`last quarter`, `the current quarter`, `the latest quarter`, `the same quarter a year earlier`."""
    if context.dct is None:
        return symbolic("XXXX-QX", "quarter")
    words = match["which"].lower()
    if "previous" in words and (value := _quarter_before(context)):
        return value
    step = 1 if "next" in words or "coming" in words else 0 if re.search("this|current", words) else -1
    on = values.shift(context.dct, step, "quarter")
    value = values.containing(on, "quarter") if on else None
    return explained(value, "dct", f"counted from the article’s date, {context.dct}", 0.7)


_BACK = re.compile(r"year|last|ago|earlier|before|previous", re.IGNORECASE)
"""What sends `the same period` to another year."""


def _year_earlier(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the year-earlier quarter`, `the same period last year`: what was named last, a year before."""
    named = re.search(r"month|quarter|day|week|period", match[0], re.IGNORECASE)
    if (named is None or named[0].lower() in ("quarter", "period")) and (value := _before_reported(context)):
        return value
    previous = context.previous
    if previous and named and named[0].lower() == "period" and not _BACK.search(match[0]):
        return explained(previous, "mention", f"{previous.value}, which was named before", 0.6)
    if named and named[0].lower() == "month":
        base = context.last_of("month")
    else:
        base = date.fromisoformat(previous.start[:10]) if previous and previous.start else context.dct
    earlier = values.shift(base, -1, "year") if base else None
    if earlier is None or (previous is None and context.dct is None):
        return symbolic("XXXX", "")
    unit = (
        previous.granularity if previous and previous.granularity in ("day", "month", "quarter", "half") else "quarter"
    )
    unit = named[0].lower() if named and named[0].lower() != "period" else unit
    value = values.containing(earlier, unit)
    return explained(value, "mention", f"a year before {previous.value if previous else base}", 0.6)


_OF_YEAR = (
    rf"(?:,? (?:of |in )?(?:(?P<year>{lexicon.YEAR})|"
    r"(?P<which>this year|last year|next year|the previous year|the year)))?"
)

_PERIOD = (
    r"(?:(?P<nth>first|second|third|fourth|final|last|1st|2nd|3rd|4th)[-\s](?:calendar[-\s])?"
    r"(?P<kind>quarter|half)|(?-i:Q)(?P<q>[1-4]))"
)


def _short(match: re.Match[str], context: Context) -> TimeValue | None:
    """`3Q24`, `1H 2024`, `H2 2024`, `Q3’24`."""
    kind, number = (match["kind"] or match["kind2"]), int(match["number"] or match["number2"])
    if kind == "H" and number > len(("first", "second")):
        return None
    year = int(match["year"]) if len(match["year"]) > len("24") else 2000 + int(match["year"])
    make = values.quarter if kind == "Q" else values.half
    return explained(make(year, number), "absolute", "a quarter or half of the calendar year", 0.9)


_PERIODS = "quarter|period|month|three months"

RULES: tuple[Rule, ...] = (
    rule(
        "quarter",
        "It grew in the third quarter of 2023.",
        rf"(?:the )?{MOD}(?:the )?{_PERIOD}{_OF_YEAR}",
        _quarter,
        needs="quarter half q1 q2 q3 q4",
    ),
    rule(
        "quarter of last year",
        "It grew from last year’s third quarter.",
        r"(?P<mod>)(?P<year>)(?P<which>(?:last|this|next) year)[’']s "
        r"(?P<nth>first|second|third|fourth|final)[-\s](?P<kind>quarter|half)(?P<q>)",
        _quarter,
        needs="quarter half",
    ),
    rule(
        "short quarter",
        "It grew in 3Q24.",
        r"(?-i:(?P<kind>[QH])(?P<number>[1-4])(?=[ ’'])|(?P<number2>[1-4])(?P<kind2>[QH])) ?[’']?"
        r"(?P<year>(?:19|20)\d\d|\d\d)",
        _short,
        needs="q1 q2 q3 q4 h1 h2 1q 2q 3q 4q 1h 2h",
    ),
    rule(
        "quarter that is left out",
        "It fell in the second quarter and rose in the third.",
        r"the (?P<nth>second|third|fourth)(?=[.,;]| and\b| to\b|$)",
        _left_out,
        needs="second third fourth",
    ),
    rule(
        "running quarter",
        "It grew in the latest quarter.",
        r"(?:the )?(?P<which>last|this|next|current|latest|most recent|previous|coming) quarter",
        _running_quarter,
        needs="quarter",
    ),
    rule(
        "a year earlier",
        "It grew from the same period last year.",
        rf"(?:(?:the |an? )?(?:year-earlier|year-ago|prior-year)(?: (?:{_PERIODS}))?|"
        rf"the (?:same|corresponding) (?:{_PERIODS}))"
        r"(?: (?:of )?(?:the )?(?:last year|a year (?:ago|earlier|before)|the previous year|in the previous year|"
        r"of last year))?",
        _year_earlier,
        needs="year-earlier year-ago same corresponding prior-year",
    ),
    rule(
        "a year ago beside figures",
        "Profit rose to $3 million in the first quarter of 2024 from $2 million a year ago.",
        r"(?:a year (?:ago|earlier|before)|the year earlier)(?! (?:that|the|he|she|it|they)\b)",
        _year_before,
        needs="year",
    ),
    rule(
        "the quarter",
        "Sales rose in the second quarter of 2023. For the quarter, the firm lost $2 million.",
        r"(?:(?<=\bin\s)|(?<=\bfor\s)|(?<=\bof\s)|(?<=\bduring\s)|(?=the quarter (?:that |which )?end))"
        r"the quarter(?! (?:of|when|after|before)\b|[-–])",
        _the_quarter,
        needs="quarter",
    ),
    rule(
        "quarter of a year before it",
        "It grew in the 2019 third quarter.",
        rf"(?:the )?(?P<mod>)(?P<which>)(?P<year>{lexicon.YEAR}) (?P<nth>first|second|third|fourth)[-\s]"
        r"(?P<kind>quarter|half)(?P<q>)",
        _quarter,
        needs="quarter half",
    ),
)
