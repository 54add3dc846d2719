"""Rules for lengths of time and for what comes back: three weeks, a two-year deal, daily, every Monday."""

from __future__ import annotations

import re
from dataclasses import replace

from newsreader.entity import TimeValue
from newsreader.languages.english.dates import lexicon, values
from newsreader.languages.english.dates.rule import Context, Rule, modified, rule, symbolic
from newsreader.languages.english.words.calendar import month_number

_AGE_AFTER = re.compile(r"[-\s](?:old\b|of age\b)|\s+(?:[a-z]+\s+)?(?:his|her|their) (?:senior|junior)", re.IGNORECASE)
_RELATED_AFTER = re.compile(r"\s+(?:after|before|since|on from)\b")
_SENTENCES = re.compile(r"\baged? (?:of )?$|\bage of $", re.IGNORECASE)
_LASTING_BEFORE = re.compile(
    r"\b(?:for|in|over|within|after|during|lasted|lasting|lasts|took|takes|take|taking|spent|spend|spending|of|"
    r"through|wait(?:ed)?|throughout|about|the|many|these|by|just|only|mere|following|past)\s+$",
    re.IGNORECASE,
)


def _is_age(match: re.Match[str], context: Context) -> bool:
    return bool(_AGE_AFTER.match(context.text, context.end) or _SENTENCES.search(context.before(12)))


def _length(match: re.Match[str], context: Context) -> TimeValue | None:
    """A number of units: `three weeks`, `more than six minutes`, `the last four years`, `two and a half years`."""
    if _is_age(match, context):
        return None
    unit = lexicon.unit_of(match["unit"])
    if unit in ("second", "quarter") and match["number"].lower() in ("a", "an", "one"):
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
    if not match["mod"] and re.search(
        r"(?:\d|\b(?:times|once|twice|million|billion|percent|dollars|hundred|thousand)|%)\s+(?:\w+\s+)?$", before
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
        return modified(values.duration(1, unit), match["mod"])
    return None


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
    """`for decades`, `in years`."""
    made = _IN_THE_MAKING.match(context.text, context.end)
    if _is_age(match, context) or not (made or _LASTING_BEFORE.search(context.before(14))):
        return None
    return values.duration(None, lexicon.unit_of(match["unit"]))


def _vague(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the early weeks`: a length that is not said."""
    return values.duration(None, lexicon.unit_of(match["unit"]))


def _compound(match: re.Match[str], context: Context) -> TimeValue | None:
    """`1 hour 59 minutes 40.2 seconds`, and a race won in `2:14:04`."""
    parts = [(match[name], code) for name, code in (("h", "H"), ("m", "M"), ("s", "S")) if match[name]]
    text = "".join(f"{float(amount):g}{code}" for amount, code in parts)
    return TimeValue("DURATION", f"PT{text}", granularity="second" if match["s"] else "minute")


def _recurring(match: re.Match[str], context: Context) -> TimeValue | None:
    """`every day`, `each year`, `per month`, `every two years`."""
    number = lexicon.number_of(match["number"]) if match["number"] else 2 if match["other"] else 1
    return replace(values.duration(number, lexicon.unit_of(match["unit"])), type="SET", reason="it comes back")


def _every_season(match: re.Match[str], context: Context) -> TimeValue | None:
    """`each summer`, `every May`."""
    code = lexicon.SEASONS[match["season"].lower()] if match["season"] else f"{month_number(match['month']):02}"
    return symbolic(f"XXXX-{code}", "season" if match["season"] else "month", "SET", "it comes back every year")


_ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annually": "P1Y",
    "annual": "P1Y",
}


def _adverb(match: re.Match[str], context: Context) -> TimeValue | None:
    if re.match(
        r"\s+(?:Mail|Telegraph|Mirror|Express|Star|News|Beast|Show)\b", context.text[context.end : context.end + 12]
    ):
        return None
    return symbolic(_ADVERBS[match[0].lower()], "", "SET", "it comes back")


_MOD = (
    r"(?:(?P<mod>more than|less than|fewer than|no more than|at least|at most|up to|over|under|nearly|"
    r"almost|about|around|some|roughly|approximately|just over|just under|well over) )?"
)
_SPAN = (
    r"(?:(?:the|his|her|its|their) )?(?:last|past|next|first|coming|previous|preceding|following|final) |"
    r"(?:these|those) "
)
_KIND = (
    r"(?:consecutive |straight |full |long |whole |successive |trading |working |business |calendar |"
    r"further |additional |more )?"
)

RULES: tuple[Rule, ...] = (
    rule(
        "length",
        rf"(?:{_SPAN}|{_MOD})(?P<number>{lexicon.NUMBER}|{lexicon.VAGUE})(?: and a half)?(?:(?: or | "
        rf"to | and | ?[-–] ?){lexicon.NUMBER})? "
        rf"{_KIND}(?P<unit>{lexicon.UNIT})(?: and a half)?",
        _length,
    ),
    rule("a unit", rf"{_MOD}(?:an?) (?P<unit>{lexicon.UNIT_ONE})(?: and a (?P<half>half))?", _a_unit),
    rule(
        "the past decade",
        r"the (?:(?:last|past|next|coming) (?P<unit>decade|century|fortnight)|"
        r"past (?P<short>hour|day|week|month|year))",
        lambda match, context: values.duration(1, lexicon.unit_of(match["unit"] or match["short"])),
        needs="past last next coming",
    ),
    rule(
        "half",
        rf"{_MOD}(?:a )?half(?:-| )?(?:an?|of an?)?(?:-| )?(?P<unit>hour|year|day|decade|century|minute)",
        _half,
        needs="half",
    ),
    rule(
        "hyphenated",
        rf"(?:(?P<number>{lexicon.NUMBER}|single)|multi|several)-(?P<unit>{lexicon.UNIT_ONE})(?:-long)?",
        _hyphenated,
        needs="-",
    ),
    rule("long", rf"(?P<unit>{lexicon.UNIT})[-\s]?long", _long, needs="long"),
    rule(
        "the early weeks",
        r"the (?:early|first|last|final|past|next|coming|previous) (?P<unit>minutes|hours|days|weeks|"
        r"months|years|decades)",
        _vague,
    ),
    rule(
        "bare plural",
        r"(?P<unit>seconds|minutes|hours|days|weeks|months|years|decades|centuries)(?! (?:ago|earlier|"
        r"later|before|after))",
        _bare_plural,
    ),
    rule(
        "hours, minutes, seconds",
        r"(?:(?P<h>\d+) ?(?:hours?|hrs?|h)(?:,| and)? ?)?(?P<m>\d+) ?(?:minutes?|mins?|m)(?:,| and)? "
        r"(?P<s>\d+(?:\.\d+)?) ?(?:seconds?|secs?|s)",
        _compound,
    ),
    rule("hours and minutes", r"(?P<h>\d+) (?:hours?|hrs?)(?:,| and)? (?P<m>\d+) (?:minutes?|mins?)(?P<s>)", _compound),
    rule("race time", r"(?<![\d:])(?P<h>\d):(?P<m>[0-5]\d):(?P<s>[0-5]\d(?:\.\d+)?)(?![:\d])", _compound, needs=":"),
    rule(
        "recurring",
        rf"(?:each|every)(?: (?P<other>other|second))?(?: (?P<number>{lexicon.NUMBER}))?(?: single)? "
        rf"(?P<unit>{lexicon.UNIT})",
        _recurring,
        needs="each every",
    ),
    rule(
        "every season",
        rf"(?:each|every) (?:(?P<season>{lexicon.SEASON})|(?P<month>{lexicon.MONTH}))",
        _every_season,
        needs="each every",
    ),
    rule("per unit", rf"(?P<other>)(?P<number>)per (?P<unit>{lexicon.UNIT_ONE})", _recurring, needs="per"),
    rule("daily", "|".join(_ADVERBS), _adverb, needs="ly annual"),
)
