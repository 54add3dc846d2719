"""Rules for what comes back: every two years, each summer, per month, daily."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.languages.english.dates import lexicon, values
from newsreader.languages.english.dates.rule import Rule, rule, symbolic
from newsreader.languages.english.words.calendar import month_number

if TYPE_CHECKING:
    from newsreader.entity import TimeValue
    from newsreader.languages.english.dates.context import Context


def _recurring(match: re.Match[str], context: Context) -> TimeValue | None:
    """`every day`, `each year`, `per month`, `every two years`."""
    number = lexicon.number_of(match["number"]) if match["number"] else 2 if match["other"] else 1
    return replace(values.duration(number, lexicon.unit_of(match["unit"])), type="SET", reason="it comes back")


def _every_season(match: re.Match[str], context: Context) -> TimeValue | None:
    """`each summer`, `every May`."""
    code = lexicon.SEASONS[match["season"].lower()] if match["season"] else f"{month_number(match['month']):02}"
    return symbolic(f"XXXX-{code}", "season" if match["season"] else "month", "SET", "it comes back every year")


def _each_season(match: re.Match[str], context: Context) -> TimeValue | None:
    """`each season`, which comes back once a year."""
    return symbolic("P1Y", "", "SET", "it comes back every year")


_ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "semiannual": "P6M",
    "semi-annual": "P6M",
    "semiannually": "P6M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "annual": "P1Y",
}


def _adverb(match: re.Match[str], context: Context) -> TimeValue | None:
    """`daily`, `annual`, but not the `Daily Mail`."""
    if re.match(
        r"\s+(?:Mail|Telegraph|Mirror|Express|Star|News|Beast|Show)\b", context.text[context.end : context.end + 12]
    ):
        return None
    return symbolic(_ADVERBS[match[0].lower()], "", "SET", "it comes back")


RULES: tuple[Rule, ...] = (
    rule(
        "recurring",
        "They meet every two years.",
        rf"(?:each|every)(?: (?P<other>other|second))?(?: (?P<number>{lexicon.NUMBER}))?(?: single)? "
        rf"(?P<unit>{lexicon.UNIT})",
        _recurring,
        needs="each every",
    ),
    rule(
        "every season",
        "They meet each summer.",
        rf"(?:each|every) (?:(?P<season>{lexicon.SEASON})|(?P<month>{lexicon.MONTH}))",
        _every_season,
        needs="each every",
    ),
    rule(
        "each season of sport",
        "They win each season.",
        r"(?:each|every) (?:season|term)(?! of\b)",
        _each_season,
        needs="each every",
    ),
    rule(
        "per unit",
        "They earn 200 dollars per month.",
        rf"(?P<other>)(?P<number>)per (?P<unit>{lexicon.UNIT_ONE})",
        _recurring,
        needs="per",
    ),
    rule("daily", "It appears daily.", "|".join(_ADVERBS), _adverb, needs="ly annual"),
)
