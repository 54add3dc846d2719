"""Rules for lengths of time: three weeks, a two-year deal, for decades, 1 hour 59 minutes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.entity import TimeValue
from newsreader.languages.english.dates import lexicon, values
from newsreader.languages.english.dates.rule import Rule, modified, rule
from newsreader.languages.english.words.titles import RANKS, TRADES

if TYPE_CHECKING:
    from newsreader.languages.english.dates.context import Context

_AGE_AFTER = re.compile(
    r"[-\s](?:old\b|of age\b|(?:baby|infant|toddler|daughter|son|girl|boy|child)\b)|"
    r"(?<!\s)\s+(?:[a-z]+\s+)?(?:his|her|their) (?:senior|junior)",
    re.IGNORECASE,
)

_RELATED_AFTER = re.compile(r"(?<!\s)\s+(?:after|before|since|on from)\b")
_BESIDE_AFTER = re.compile(r"(?<!\s)\s+(?:(?:after|before)\b|(?:later|earlier)\s+than\b)")
_AGED = re.compile(
    rf"\b(?:aged? (?:of )?|age of |(?:man|woman|boy|girl|child|{'|'.join(sorted(RANKS | TRADES))}) of )$", re.IGNORECASE
)
"""Before an age: `aged 12 years`, `a general of 70 years`."""

_SPEED = re.compile(r"\b(?:miles|kilomet(?:re|er)s|km|met(?:re|er)s|feet|knots)\s+$")
"""Before `an hour` what makes it a speed."""

_LASTING_BEFORE = re.compile(
    r"\b(?:for|in|over|within|after|during|lasted|lasting|lasts?|took|takes|take|taking|spent|spend|spending|of|"
    r"through|wait(?:ed)?|throughout|about|the|many|these|by|just|only|mere|following|past)\s+$",
    re.IGNORECASE,
)


def _is_age(match: re.Match[str], context: Context) -> bool:
    return bool(_AGE_AFTER.match(context.text, context.end) or _AGED.search(context.before(30)))


def _length(match: re.Match[str], context: Context) -> TimeValue | None:
    """A number of units: `three weeks`, `more than six minutes`, `the last four years`, `two and a half years`."""
    if _is_age(match, context):
        return None
    unit = lexicon.unit_of(match["unit"])
    if unit in ("second", "quarter") and match["number"].lower() in ("a", "an", "one"):
        return None
    if match[0].lower() == "one day" and not (
        _LASTING_BEFORE.search(context.before(30)) or _RELATED_AFTER.match(context.text, context.end)
    ):
        return None
    amount = lexicon.number_of(match["number"])
    if amount is not None and "half" in match[0].lower():
        amount += 0.5
    return modified(values.duration(amount, unit), match["mod"])


def _a_unit(match: re.Match[str], context: Context) -> TimeValue | None:
    """`a year` is how often after a number (`15 a year`), else how long."""
    if _is_age(match, context):
        return None
    unit = lexicon.unit_of(match["unit"])
    before = context.before(30)
    if _SPEED.search(before) or (unit == "second" and not _ENDS.match(context.text, context.end)):
        return None
    if not match["mod"] and re.search(
        r"(?:\d|\b(?:days|hours|nights|times|once|twice|million|billion|percent|dollars|hundred|thousand)|%)\s+(?:\w+\s+)?$",
        before,
        re.IGNORECASE,
    ):
        return replace(values.duration(1, unit), type="SET")
    if unit == "quarter" or (unit == "second" and not match["mod"]):
        return None
    if (
        _RELATED_AFTER.match(context.text, context.end)
        or match["mod"]
        or re.search(
            r"\b(?:for|in|within|after|over|than|lasted|lasting|lasts?|took|takes|take|of|every|nearly|once|spent|about)\s+$",
            before,
            re.I,
        )
    ):
        return modified(values.duration(1.5 if match["half"] else 1, unit), match["mod"])
    return values.duration(1.5, unit) if match["half"] else None


_ENDS = re.compile(
    r"[.,;:)]|$|\s+(?:after|before|later|earlier|faster|slower|behind|ahead|off|to|in|into|from|left|and|or|too|than|at)\b"
)
"""What shows that `a second` is a time and not the next of something: `under a second name`."""


def _past_unit(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the past decade`, `the decade since`: a length that ends, or begins, with the article."""
    unit = lexicon.unit_of(match["unit"] or match["short"] or match["since"])
    return values.duration(1.5 if match["half"] else 1, unit)


def _one_unit(match: re.Match[str], context: Context) -> TimeValue | None:
    """`for the first week` of something: so long."""
    return values.duration(1, lexicon.unit_of(match["unit"]))


def _half(match: re.Match[str], context: Context) -> TimeValue | None:
    """`half an hour`, `half a century`."""
    unit = lexicon.unit_of(match["unit"])
    smaller = {
        "hour": (30, "minute"),
        "year": (6, "month"),
        "day": (12, "hour"),
        "decade": (5, "year"),
        "century": (50, "year"),
        "minute": (30, "second"),
    }
    return modified(values.duration(*smaller[unit]), match["mod"]) if unit in smaller else None


def _hyphenated(match: re.Match[str], context: Context) -> TimeValue | None:
    """`a two-year deal`, `a decades-long dispute`, `40-minute`."""
    if _is_age(match, context):
        return None
    unit = lexicon.unit_of(match["unit"])
    return values.duration(lexicon.number_of(match["number"]) if match["number"] else None, unit)


def _long(match: re.Match[str], context: Context) -> TimeValue | None:
    """`year-long`, `decades-long`."""
    plural = match["unit"].lower().endswith("s")
    return values.duration(None if plural else 1, lexicon.unit_of(match["unit"]))


_IN_THE_MAKING = re.compile(r"\s+in the making\b", re.IGNORECASE)


def _bare_plural(match: re.Match[str], context: Context) -> TimeValue | None:
    """`for decades`, `in years`, `minutes before midnight`."""
    made = _IN_THE_MAKING.match(context.text, context.end) or _BESIDE_AFTER.match(context.text, context.end)
    if _is_age(match, context) or not (made or _LASTING_BEFORE.search(context.before(14))):
        return None
    return values.duration(None, lexicon.unit_of(match["unit"]))


def _vague(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the early weeks`: a length that is not said."""
    return values.duration(None, lexicon.unit_of(match["unit"]))


def _compound(match: re.Match[str], context: Context) -> TimeValue | None:
    """`five years, seven months and 22 days`, `1 hour 59 minutes 40.2 seconds`: one length, its units in order."""
    if _is_age(match, context):
        return None
    parts = [(lexicon.number_of(each[1]), lexicon.unit_of(each[2])) for each in _PART.finditer(match[0])]
    units = [unit for _, unit in parts]
    if [unit for unit in _DESCENDING if unit in units] != units or None in (amount for amount, _ in parts):
        return None
    days = "".join(f"{amount:g}{values.UNIT_CODES[unit]}" for amount, unit in parts if unit in values.UNIT_CODES)
    hours = "".join(f"{amount:g}{values.CLOCK_CODES[unit]}" for amount, unit in parts if unit in values.CLOCK_CODES)
    return TimeValue("DURATION", f"P{days}" + (f"T{hours}" if hours else ""), granularity=units[-1])


_DESCENDING = ("year", "month", "week", "day", "hour", "minute", "second")
_PART = re.compile(rf"({lexicon.NUMBER})\s+({lexicon.UNIT})\b", re.IGNORECASE)


def _race(match: re.Match[str], context: Context) -> TimeValue | None:
    """A race won in `2:14:04`."""
    parts = [(match[name], code) for name, code in (("h", "H"), ("m", "M"), ("s", "S"))]
    text = "".join(f"{float(amount):g}{code}" for amount, code in parts)
    return TimeValue("DURATION", f"PT{text}", granularity="second")


_MOD = (
    r"(?:(?P<mod>more than|less than|fewer than|no more than|at least|at most|up to|over|under|nearly|"
    r"almost|about|around|some|roughly|approximately|just over|just under|well over) )?"
)

_NO_VERB = "".join(rf"(?<!\b{word}\s)" for word in "will to would can could may might must should not usually".split())
_SPAN = (
    rf"{_NO_VERB}(?:(?:the|his|her|its|their) )?(?:last|past|next|first|coming|previous|preceding|final) |"
    r"(?:the|his|her|its|their) following |"
    r"(?:these|those) "
)

_KIND = (
    r"(?:consecutive |straight |full |long |whole |successive |trading |working |business |calendar |"
    r"further |additional |more )?"
)

RULES: tuple[Rule, ...] = (
    rule(
        "length",
        "They talked for three weeks.",
        rf"(?:{_SPAN}|{_MOD})(?P<number>{lexicon.NUMBER}|{lexicon.VAGUE})(?: and a half)?(?:(?: or | "
        rf"to | and | ?[-–] ?){lexicon.NUMBER})? "
        rf"{_KIND}(?P<unit>{lexicon.UNIT})(?: and a half)?",
        _length,
        needs="ears year onth eek day our inute econd uarter ecade entur fortnight sec min hr",
    ),
    rule(
        "a unit", "It lasted a year.", rf"{_MOD}(?:an?) (?P<unit>{lexicon.UNIT_ONE})(?: and a (?P<half>half))?", _a_unit
    ),
    rule(
        "the past decade",
        "Prices doubled in the past year.",
        r"the (?:(?:last|past|next|coming) (?P<unit>decade|century|fortnight)|"
        r"past (?P<short>hour|day|week|month|year)(?: and a (?P<half>half))?|"
        r"(?P<since>hour|day|week|month|year|decade|century)(?= since\b))",
        _past_unit,
        needs="past last next coming since",
    ),
    rule(
        "the first week",
        "It is free for the first week.",
        r"(?:(?<=\bfor\s)|(?<=\bin\s)|(?<=\bwithin\s)|(?<=\bduring\s)|(?<=\bover\s))"
        r"the (?:first|final) (?P<unit>hour|day|week|month|year|decade)(?! (?:of|in) (?:[A-Z]|\d))",
        _one_unit,
        needs="first final",
    ),
    rule(
        "half",
        "They waited half an hour.",
        rf"{_MOD}(?:a )?half(?:-| )?(?:an?|of an?)?(?:-| )?(?P<unit>hour|year|day|decade|century|minute)",
        _half,
        needs="half",
    ),
    rule(
        "hyphenated",
        "He signed a two-year deal.",
        rf"(?:(?P<number>{lexicon.NUMBER}|single)|multi|several)-(?P<unit>{lexicon.UNIT_ONE})(?:-long)?",
        _hyphenated,
        needs="-",
    ),
    rule("long", "It ended a decades-long dispute.", rf"(?P<unit>{lexicon.UNIT})[-\s]?long", _long, needs="long"),
    rule(
        "the early weeks",
        "In the early weeks it was quiet.",
        r"the (?:early|first|last|final|past|next|coming|previous) (?P<unit>minutes|hours|days|weeks|"
        r"months|years|decades)",
        _vague,
        needs="ears year onth eek day our inute econd uarter ecade entur fortnight",
    ),
    rule(
        "bare plural",
        "It stood empty for decades.",
        r"(?P<unit>seconds|minutes|hours|days|weeks|months|years|decades|centuries)"
        r"(?! (?:ago|(?:earlier|later)(?! than)))",
        _bare_plural,
        needs="ears year onth eek day our inute econd uarter ecade entur fortnight",
    ),
    rule(
        "hours, minutes, seconds",
        "She ran it in 1 hour 59 minutes 40.2 seconds.",
        rf"{lexicon.NUMBER} {lexicon.UNIT}(?:(?:,|,? and)? {lexicon.NUMBER} {lexicon.UNIT}){{1,3}}",
        _compound,
        needs="ears onth eek day our inute econd sec min hr",
    ),
    rule(
        "race time",
        "She won in 2:14:04.",
        r"(?<![\d:])(?P<h>\d):(?P<m>[0-5]\d):(?P<s>[0-5]\d(?:\.\d+)?)(?![:\d])",
        _race,
        needs=":",
    ),
)
