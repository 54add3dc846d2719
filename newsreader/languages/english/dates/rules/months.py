"""Rules for months, with their year or without: late March 2019, last June, October."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from newsreader.languages.english.dates import lexicon, values
from newsreader.languages.english.dates.rule import MOD, STATED, UNKNOWN_DATE, Rule, explained, modified, rule, symbolic
from newsreader.languages.english.dates.rules.days import short_year, told_year, year_of_end
from newsreader.languages.english.dates.tense import Direction, direction
from newsreader.languages.english.words.calendar import month_number

if TYPE_CHECKING:
    from newsreader.entity import TimeValue
    from newsreader.languages.english.dates.context import Context


def _month_year(match: re.Match[str], context: Context) -> TimeValue | None:
    """`March 2019`, `late March of 2019`."""
    year = int(match["year"]) if match["year"] else short_year(match["short"], context)
    value = values.month(year, month_number(match["month"]))
    return modified(explained(value, "absolute", STATED), match["mod"])


def _month_of_this_year(match: re.Match[str], context: Context) -> TimeValue | None:
    """`March of this year`, `last June`, `this July`, `next May`."""
    month = month_number(match["month"])
    if context.dct is None:
        return symbolic(f"XXXX-{month:02}", "month")
    which = (match["which"] or "").lower()
    if "year" in match[0].lower():
        year = context.dct.year + {"last": -1, "next": 1}.get(which.split()[0], 0)
    elif which.startswith(("last", "past")):
        year = context.dct.year - (month >= context.dct.month)
    elif which.startswith(("next", "coming")):
        year = context.dct.year + (month <= context.dct.month)
    else:
        year = context.dct.year
    reason = f"counted from the article’s date, {context.dct}"
    return modified(explained(values.month(year, month), "dct", reason, 0.9), match["mod"])


_BARE_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|of|and|to|for|during|before|after|through|between|its|late|early|mid|"
    r"throughout|late-|early-|mid-|the|a|or|than|with|previous|until|around)\s+|[-–(/])$",
    re.IGNORECASE,
)

_USUAL = re.compile(rf"\ban?\s+{lexicon.USUAL}\s+$")
_AMBIGUOUS = ("may", "march", "august")
_DAY_AFTER = re.compile(rf"\s+{lexicon.DAY_ORDINAL}\b(?![,.]\d|%| (?:percent|per cent|million|people)\b)")
_AS_OF = re.compile(r"\bas of\s+$", re.IGNORECASE)


def _bare_month(match: re.Match[str], context: Context) -> TimeValue | None:
    """A month without a year: past, unless the sentence looks ahead."""
    word = match["month"].lower().rstrip(".")
    if (word in _AMBIGUOUS or len(word) < 4) and not match["mod"] and not _BARE_BEFORE.search(context.before(20)):
        return None
    if match["mod"] and _DAY_AFTER.match(context.text, context.end):
        return None
    if re.match(r"\s+[A-Z][a-z]+", context.text[context.end :]) and not _BARE_BEFORE.search(context.before(20)):
        return None
    month = month_number(match["month"])
    if context.dct is None or _USUAL.search(context.before(16)):
        return symbolic(f"XXXX-{month:02}", "month", reason=UNKNOWN_DATE if context.dct is None else "any such month")
    if closing_year := year_of_end(context, month):
        return modified(explained(values.month(closing_year, month), "absolute", STATED), match["mod"])
    if (told := told_year(context)) and not _AS_OF.search(context.before(8)):
        reason = f"in {told}, the year that is told of"
        return modified(explained(values.month(told, month), "mention", reason, 0.7), match["mod"])
    side = direction(context)
    if side not in (Direction.AHEAD, Direction.REPORTED) and (following := _following_year(context, month)):
        return modified(explained(values.month(following, month), "mention", "next in what is told", 0.6), match["mod"])
    year = _year_on_side(context.dct, month, side)
    ahead = (year, month) > (context.dct.year, context.dct.month)
    reason = f"the {'next' if ahead else 'latest'} one seen from the article’s date, {context.dct}"
    return modified(explained(values.month(year, month), "dct", reason, 0.85), match["mod"])


def _year_on_side(dct: date, month: int, side: Direction | None) -> int:
    """The year of the latest such month, of the next one, or of the nearest."""
    back = (dct.month - month) % 12
    if side in (Direction.AHEAD, Direction.REPORTED) or (side is Direction.NEAR and back > _HALF_A_YEAR):
        return dct.year + (month < dct.month)
    return dct.year - (month > dct.month)


_HALF_A_YEAR = 6


def _following_year(context: Context, month: int) -> int | None:
    """The year of a month that comes soon after one of a year long past, which the paragraph named last."""
    told = context.here
    if (
        not told
        or told.anchor not in ("absolute", "mention")
        or told.granularity not in ("day", "month")
        or not told.start
    ):
        return None
    since = date.fromisoformat(told.start[:10])
    if context.dct is None or since.year >= context.dct.year - 1:
        return None
    return since.year + (month < since.month) if (month - since.month) % 12 <= _HALF_A_YEAR else None


RULES: tuple[Rule, ...] = (
    rule(
        "month year",
        "It opened in late March 2019.",
        rf"{MOD}(?P<month>{lexicon.MONTH})(?:(?:,| of)? ?(?P<year>{lexicon.YEAR})| {lexicon.SHORT_YEAR})",
        _month_year,
        needs=lexicon.A_MONTH,
    ),
    rule(
        "month of a year",
        "It opened in March of last year.",
        rf"{MOD}(?:(?P<month>{lexicon.MONTH}) (?:of )?(?P<which>this year|last year|next year))",
        _month_of_this_year,
        needs="year",
    ),
    rule(
        "last month by name",
        "Sales fell last June.",
        rf"{MOD}(?P<which>last|this|next|this past|this coming) (?P<month>{lexicon.MONTH})",
        _month_of_this_year,
        needs=lexicon.A_MONTH,
    ),
    rule("month", "It opened in October.", rf"{MOD}(?P<month>{lexicon.MONTH})", _bare_month, needs=lexicon.A_MONTH),
)
