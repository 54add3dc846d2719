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


_IN_TITLE = re.compile(r"\s+[A-Z][a-z]")
_OF_TITLE = re.compile(r"\b[A-Z][a-z][\w’']*\s+$")
_HEAD_OF_PAGE = re.compile(r"\bTHE\s+$")
"""Around the word in the title of a paper: `The Daily Star`, `China Daily`, `THE WEEKLY COURIER`."""

_PAPER_AFTER = re.compile(r"\s+(?:newspaper|paper|magazine|tabloid|broadsheet|gazette)\b", re.IGNORECASE)
_NAME_AFTER = re.compile(
    rf"\s+(?!{lexicon.WEEKDAY}|{lexicon.MONTH})(?:[A-Z][\w’'-]+\s?){{1,4}}"
    r"(?:[,.;:)]|$|\b(?:said|says|reported|reports|wrote|quoted|cited|published|that|which|in|on|and|is|was|has|had)\b)"
)
"""The name of a paper and what shows that it ends there: `the daily Granma reported`."""

_NOUN_BEFORE = re.compile(
    r"\b(?:an?|local|national|regional|leading|independent|state-run|state-owned|opposition|popular|major|influential|"
    r"business|financial|economic|sports|conservative|liberal|best-selling|top-selling|pro-government|"
    r"[\w-]+-(?:language|based|wing|left|right|circulation)|(?-i:[A-Z])[a-z]+(?:an|ese|ish|tch|nch))\s+$",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(r"[,.;:)]|$|[’']s\b|\s+(?:said|says|reported|wrote|quoted|cited|which|that|has|had|was|is)\b")
"""What stands around a paper that is called so: `a local daily,`, `the left-wing weekly said`."""


def _is_paper(match: re.Match[str], context: Context) -> bool:
    """Whether a paper is meant: `a local daily`, `the daily Granma`, `a weekly magazine`, `THE WEEKLY COURIER`."""
    text, end, before = context.text, context.end, context.before(30)
    if match[0].isupper():
        return bool(_HEAD_OF_PAGE.search(before))
    if match[0][0].isupper():
        return bool(_IN_TITLE.match(text, end) or _OF_TITLE.search(before))
    if _PAPER_AFTER.match(text, end):
        return True
    often = match[0] in ("daily", "weekly", "monthly", "quarterly")
    return often and bool(
        _NAME_AFTER.match(text, end) or (_NOUN_BEFORE.search(before) and _NOUN_AFTER.match(text, end))
    )


def _adverb(match: re.Match[str], context: Context) -> TimeValue | None:
    """`daily`, `annual`, but not a paper that is called so."""
    if _is_paper(match, context):
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
