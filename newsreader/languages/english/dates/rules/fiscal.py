"""Rules for fiscal years and their parts, which have no interval here: each house begins its year where it likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.languages.english.dates import lexicon
from newsreader.languages.english.dates.rule import MOD, Rule, modified, rule, symbolic
from newsreader.languages.english.dates.rules.weekdays import LAST, NEXT

if TYPE_CHECKING:
    import re

    from newsreader.entity import TimeValue
    from newsreader.languages.english.dates.context import Context

_REASON = "fiscal years begin at different dates"
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}


def _year(match: re.Match[str], context: Context) -> TimeValue | None:
    """`fiscal 2025`, `FY24`, `the 2023-24 financial year`."""
    return modified(symbolic(f"FY{_figures(match)}", "year", reason=_REASON), match["mod"])


def _part(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the third quarter of fiscal 2023`, `fiscal third quarter`."""
    is_quarter = match["kind"].lower() == "quarter"
    number = _NTH[match["nth"].lower()]
    if not is_quarter:
        number = min(number, 2)
    value = f"FY{_figures(match)}-{'Q' if is_quarter else 'H'}{number}"
    return symbolic(value, "quarter" if is_quarter else "half", reason=_REASON)


def _figures(match: re.Match[str]) -> str:
    """The year by which the fiscal year is known: the later one of `2023-24`."""
    year = match["till"] or match["year"] or "XXXX"
    return year if len(year) == 4 else f"20{year}"


def _running_year(match: re.Match[str], context: Context) -> TimeValue | None:
    """`this fiscal year`, `the next financial year`, `fiscal year-end`; alone the one in which the article is told."""
    if context.dct is None:
        return symbolic("FYXXXX", "year")
    which = (match["which"] or "").lower().split()[-1:]
    step = -1 if which and which[0] in LAST else 1 if which and which[0] in NEXT else 0
    return modified(symbolic(f"FY{context.dct.year + step}", "year", reason=_REASON), match["mod"])


_FISCAL = r"(?:fiscal|financial)"
_YEAR = rf"(?P<year>{lexicon.YEAR})(?:[-/–](?P<till>20\d\d|\d\d))?"
_PART = r"(?P<nth>first|second|third|fourth|final|last)[-\s](?P<kind>quarter|half)"

RULES: tuple[Rule, ...] = (
    rule(
        "fiscal year",
        "It grew in fiscal 2025.",
        rf"(?:the )?{MOD}{_FISCAL}(?: year)? {_YEAR}",
        _year,
        needs="fiscal financial",
    ),
    rule(
        "year that is fiscal",
        "It grew in the 2023-24 financial year.",
        rf"(?:the )?{MOD}{_YEAR} {_FISCAL} year",
        _year,
        needs="fiscal financial",
    ),
    rule(
        "FY",
        "It grew in FY24.",
        rf"{MOD}(?-i:FY) ?[’']?(?P<year>20\d\d|\d\d)(?:[-/–](?P<till>20\d\d|\d\d))?",
        _year,
        needs="fy",
    ),
    rule(
        "running fiscal year",
        "It will grow this fiscal year.",
        rf"{MOD}(?:(?P<which>(?:the )?(?:current|last|next|previous|past|coming|following)|this|its|the)(?: full)? )"
        rf"{_FISCAL} year(?![-’' ]end\b)(?! (?:19|20)\d\d)",
        _running_year,
        needs="fiscal financial",
    ),
    rule(
        "part of a fiscal year",
        "It grew in the third quarter of fiscal 2023.",
        rf"(?:the )?{_PART} of (?:(?:its|the|their) )?(?:{_FISCAL}(?: year)?|(?-i:FY))(?: {_YEAR})?",
        _part,
        needs="fiscal financial fy",
    ),
    rule(
        "fiscal part",
        "It grew in the fiscal third quarter.",
        rf"(?:the )?{_FISCAL}[-\s]{_PART}(?:(?: of)?,? {_YEAR})?",
        _part,
        needs="fiscal financial",
    ),
    rule(
        "part that is fiscal",
        "It grew in its third fiscal quarter of 2023.",
        rf"(?:the )?(?P<nth>first|second|third|fourth|final)[-\s]{_FISCAL}[-\s](?P<kind>quarter|half)"
        rf"(?:(?: of)?,? {_YEAR})?",
        _part,
        needs="fiscal financial",
    ),
    rule(
        "part after its fiscal year",
        "It grew in fiscal 2023’s last half.",
        rf"(?:the )?{_FISCAL} {_YEAR}(?:[’']s)? {_PART}",
        _part,
        needs="fiscal financial",
    ),
)
