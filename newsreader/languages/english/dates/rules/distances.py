"""Rules for so much earlier or later: two years ago, an hour later, a month and a half before that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.languages.english.dates import lexicon, values
from newsreader.languages.english.dates.rule import Rule, explained, from_article, modified, rule, symbolic

if TYPE_CHECKING:
    from datetime import date

    from newsreader.entity import TimeValue
    from newsreader.languages.english.dates.context import Context

_PARTS = {"half": 0.5, "quarter": 0.25}
_SECONDS = {"hour": 3600, "minute": 60, "second": 1}

_FINER = {
    "century": (100, "year"),
    "decade": (10, "year"),
    "year": (12, "month"),
    "month": (30, "day"),
    "week": (7, "day"),
}
"""What a half of a unit is counted in."""

_THAN = re.compile(r"(?<!\s)\s+than\b")


def _distance(match: re.Match[str], context: Context) -> TimeValue | None:
    """`two years ago`, `a week from now`, `18 months earlier`, `a decade and a half ago`."""
    unit, amount = lexicon.unit_of(match["unit"]), _amount(match)
    direction = re.sub(r"\s+", " ", match["direction"].lower())
    back, told = direction in ("ago", "earlier"), direction in ("earlier", "later")
    if told and _THAN.match(context.text, context.end):
        return modified(values.duration(amount, unit), match["mod"])
    if unit in _SECONDS:
        return _by_the_clock(amount, unit, back, told, context)
    base = context.last_of(unit) if told and context.previous else context.dct
    if direction == "later" and context.previous is None:
        return symbolic("FUTURE_REF", unit, reason="from what it is counted is not said")
    if base is None or amount is None:
        reason = "how many is not said" if amount is None else "the article’s date is not known"
        return symbolic("PAST_REF" if back else "FUTURE_REF", unit, reason=reason)
    on, counted_in = _shifted(base, -amount if back else amount, unit, told=told and base is not context.dct)
    if on is None and back:
        return symbolic("PAST_REF", unit, reason="before the first year of the calendar")
    return modified(_counted(values.containing(on, counted_in), base, told, context), match["mod"]) if on else None


def _amount(match: re.Match[str]) -> float | None:
    """How many units, a half among them; None for a vague number."""
    words = match["number"].lower()
    if (part := _PARTS.get(words.split()[-1].rstrip("-"))) is not None:
        return part
    amount = lexicon.number_of(words)
    return amount + 0.5 if amount is not None and (match["half"] or match["half2"]) else amount


def _shifted(base: date, amount: float, unit: str, *, told: bool) -> tuple[date | None, str]:
    """The day at that distance, and the granularity it is known with: so many weeks ago is a day, as editors count.

    A decade from a year that was `told` before is a year.
    """
    if amount != int(amount) and unit in _FINER:
        times, finer = _FINER[unit]
        return values.shift(base, round(amount * times), finer), finer
    coarse = "day" if unit in ("week", "fortnight", "weekend") else unit
    return values.shift(base, int(amount), unit), "year" if told and unit == "decade" else coarse


def _counted(value: TimeValue, base: date, told: bool, context: Context) -> TimeValue | None:
    if told and context.previous:
        return explained(value, "mention", f"counted from {base}, which was named before", 0.7)
    return from_article(value, context, 0.5 if told else 0.9)


def _by_the_clock(amount: float | None, unit: str, back: bool, told: bool, context: Context) -> TimeValue | None:
    """A distance in hours or less, which only a clock time named before makes exact."""
    if not told:
        return symbolic("PAST_REF" if back else "FUTURE_REF", unit, reason="a moment near the article’s own")
    clock = _clock_before(context)
    if amount is None or clock is None or not clock.start:
        day = context.spoken_day.isoformat() if context.spoken_day else "XXXX-XX-XX"
        return symbolic(f"{day}TXX:XX", "", "TIME", "the time of day from which it is counted is not said")
    seconds = amount * _SECONDS[unit]
    at = values.moment(clock.start, -seconds if back else seconds)
    if at is None:
        return None
    value = values.clock(at.date(), at.hour, at.minute, at.second if unit == "second" else None)
    return explained(value, "mention", f"counted from {clock.value}, which was named before", 0.7)


def _clock_before(context: Context) -> TimeValue | None:
    """The last time of day that was named; what was named since may be its day, but no other one."""
    for place in range(len(context.history) - 1, -1, -1):
        value = context.history[place]
        if value.granularity in _SECONDS:
            return value
        following = context.history[place - 1] if place else None
        if not following or not following.start or not _holds(value, following.start):
            return None
    return None


def _holds(value: TimeValue, moment: str) -> bool:
    return bool(value.start and value.end and value.start <= moment < value.end)


_SO_MANY = rf"(?:an? )?(?:half|quarter)(?=[- ](?:an? )?century)|half|{lexicon.NUMBER}|{lexicon.VAGUE}|an?"
_NUMBER = (
    rf"(?P<number>{_SO_MANY})(?: ?[-–] ?{lexicon.NUMBER}| (?:or|to) {lexicon.NUMBER})?"
    r"(?: (?P<half>and a half))?(?:(?<=half) an?)?"
)
_UNITS = rf"{_NUMBER}(?: |-(?=century))(?P<unit>{lexicon.UNIT})(?: (?P<half2>and a half))?"

RULES: tuple[Rule, ...] = (
    rule(
        "ago",
        "It opened two years ago.",
        rf"(?:(?P<mod>more than|less than|over|almost|nearly|about|around|some|roughly|approximately|"
        rf"just|at least) )?{_UNITS} (?P<direction>ago|earlier|later|from now|hence)",
        _distance,
        needs="ago earlier later now hence",
    ),
)
