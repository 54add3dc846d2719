"""Rules for quarters and halves of the calendar year: the third quarter of 2023, Q3, the year-earlier period."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from newsreader.languages.english.dates import lexicon, values
from newsreader.languages.english.dates.rule import MOD, Rule, explained, modified, rule, symbolic
from newsreader.languages.english.dates.tense import looks_ahead

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


_OF_YEAR = (
    rf"(?:,? (?:of |in )?(?:(?P<year>{lexicon.YEAR})|"
    r"(?P<which>this year|last year|next year|the previous year|the year)))?"
)

_PERIOD = (
    r"(?:(?P<nth>first|second|third|fourth|final|1st|2nd|3rd|4th)[-\s](?:calendar[-\s])?"
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


RULES: tuple[Rule, ...] = (
    rule(
        "quarter",
        "It grew in the third quarter of 2023.",
        rf"(?:the )?{MOD}(?:the )?{_PERIOD}{_OF_YEAR}",
        _quarter,
        needs="quarter half q1 q2 q3 q4",
    ),
    rule(
        "short quarter",
        "It grew in 3Q24.",
        r"(?-i:(?P<kind>[QH])(?P<number>[1-4])|(?P<number2>[1-4])(?P<kind2>[QH])) ?[’']?(?P<year>(?:19|20)\d\d|\d\d)",
        _short,
        needs="q1 q2 q3 q4 h1 h2 1q 2q 3q 4q 1h 2h",
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
        r"the (?:year-earlier|year-ago|same|corresponding|prior-year) (?:quarter|period|month|three "
        r"months)(?: (?:of )?(?:the )?(?:last year|a year (?:ago|earlier|before)|the previous year|in "
        r"the previous year|of last year))?",
        _year_earlier,
        needs="year-earlier year-ago same corresponding prior-year",
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
