"""Rules for the time of day: 5 p.m. local time, 2100 UTC, noon, shortly after midnight on Friday."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.languages.english.dates import lexicon, values
from newsreader.languages.english.dates.rule import Rule, explained, modified, rule, symbolic
from newsreader.languages.english.dates.rules.days import year_of_day
from newsreader.languages.english.dates.rules.weekdays import day_of_weekday
from newsreader.languages.english.dates.tense import looks_ahead
from newsreader.languages.english.words.calendar import month_number, weekday_number

if TYPE_CHECKING:
    from datetime import date

    from newsreader.entity import TimeValue
    from newsreader.languages.english.dates.context import Context

_WEEKDAY_BESIDE = rf"(?:(?P<beside>{lexicon.WEEKDAY_SHORT}),?\s+)?"
_NEAR_DAY = re.compile(
    rf"\b(?:{_WEEKDAY_BESIDE}(?:(?P<month>{lexicon.MONTH})\s+(?P<day>{lexicon.DAY_ORDINAL})(?!\d)"
    rf"(?:,?\s+(?P<year>{lexicon.YEAR}))?|"
    rf"(?:the\s+)?(?P<day2>{lexicon.DAY_ORDINAL})(?:\s+of)?\s+(?P<month2>{lexicon.MONTH})"
    rf"(?:,?\s+(?P<year2>{lexicon.YEAR}))?)|"
    rf"(?P<word>yesterday|today|tonight|tomorrow|last night)|(?P<weekday>{lexicon.WEEKDAY}))\b",
    re.IGNORECASE,
)


def _clock(match: re.Match[str], context: Context) -> TimeValue | None:
    """A time in figures with `a.m.`, a zone, or a colon."""
    hour, minute = int(lexicon.number_of(match["hour"]) or 0), int(match["minute"]) if match["minute"] else None
    half = (match["half"] or "").lower()
    if hour > 24 or (minute or 0) > 59 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return _at(match, context, hour, minute)


def _named(match: re.Match[str], context: Context) -> TimeValue | None:
    """Noon and midnight; midnight on its own is the end of the day that is spoken of."""
    hour = 24 if match["name"].lower() == "midnight" else 12
    return _at(match, context, hour, None)


def _hour_of_part(match: re.Match[str], context: Context) -> TimeValue | None:
    """`at 8 in the morning`, `around three in the afternoon`."""
    hour, minute = int(lexicon.number_of(match["hour"]) or 0), int(match["minute"]) if match["minute"] else None
    if not 1 <= hour <= 12:
        return None
    return _at(match, context, hour % 12 + (0 if match["part"].lower() == "morning" else 12), minute)


_MINUTES = {"half": 30, "a quarter": 15, "quarter": 15, "ten": 10, "twenty": 20, "five": 5}


def _spoken_hour(match: re.Match[str], context: Context) -> TimeValue | None:
    """`a quarter to seven`, `at seven on Saturday evening`: of both such hours the one of the part of the day."""
    minutes = _MINUTES[re.sub(r"\s+", " ", match["minutes"].lower())] if match["minutes"] else 0
    hour = int(lexicon.number_of(match["hour"]) or 0)
    if not 1 <= hour <= 12:
        return None
    half = _half_of_day(match, context)
    on = _day_of(context)
    if half is None or on is None:
        return None
    total = (hour % 12 + half) * 60 + (-minutes if match["side"].lower() == "to" else minutes)
    return explained(values.clock(on, total // 60 % 24, total % 60), "mention", f"on {on}, as the passage tells", 0.7)


def _half_of_day(match: re.Match[str], context: Context) -> int | None:
    """0 or 12, by the part of the day beside an hour, or by the last time of day that was named; None if none was."""
    beside = _PART_BESIDE.search(context.after(30)) or _PART_BEFORE.search(context.before(30))
    if beside:
        return 0 if beside["part"].lower() == "morning" else 12
    clock = next((each for each in reversed(context.history) if each.granularity in ("minute", "hour", "part")), None)
    if not match["minutes"] or not clock or not clock.start:
        return None
    return 0 if clock.start[11:13] < "12" else 12


_PART_BESIDE = re.compile(rf"^ (?:on {lexicon.WEEKDAY} |in the )(?P<part>{lexicon.PART})\b")
_PART_BEFORE = re.compile(rf"\b(?P<part>{lexicon.PART}) at $")


def _part_of_named_day(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the night of June 3`, `the early hours of Sunday`; early hours alone are those of the day that is spoken of."""
    code = lexicon.PARTS.get(match["part"].lower(), "MO")
    named = _NEAR_DAY.search(match["on"])
    if match.groupdict().get("last") and named:
        on = day_of_weekday(weekday_number(named["weekday"]), "last", context)
    else:
        on = _read_day(named, context) if named else context.spoken_day
    if on is None:
        return symbolic(f"XXXX-XX-XXT{code}", "part", "TIME")
    value = values.part_of_day(on, code)
    if "hours" in match["part"].lower():
        value = replace(value, start=f"{on}T00:00:00", end=f"{on}T06:00:00")
    return modified(explained(value, "dct", f"on {on}, the day that is spoken of", 0.8), match["mod"])


def _at(match: re.Match[str], context: Context, hour: int, minute: int | None) -> TimeValue | None:
    named = _NEAR_DAY.search(match["on"] or "")
    on = _read_day(named, context) if named else _day_of(context)
    if on is None:
        return symbolic(f"XXXX-XX-XXT{hour:02}:{minute or 0:02}", "minute", "TIME")
    value = explained(values.clock(on, hour, minute), "dct", f"on {on}, the day that is spoken of", 0.8)
    return value and replace(value, value=value.value + _zone(match[0], context))


_STATED_ZONE = re.compile(r"\b(?:UTC|GMT)(?:\s*(?P<sign>[+−–-])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?)?")
_IN_BRACKETS = re.compile(r"\([^()]*$")


def _zone(words: str, context: Context) -> str:
    """The zone as ISO 8601 has it, where the text counts from UTC and does not only convert the time beside it."""
    found = _STATED_ZONE.search(words)
    if not found or _IN_BRACKETS.search(context.before()):
        return ""
    if not found["hours"]:
        return "Z"
    return f"{'+' if found['sign'] == '+' else '-'}{int(found['hours']):02}:{found['minutes'] or '00'}"


def _day_of(context: Context) -> date | None:
    """The day a time of day belongs to: one named in the same sentence, nearest first, else the one named last."""
    before, after = context.before(160), context.after(60)
    left = list(_NEAR_DAY.finditer(before))
    right = _NEAR_DAY.search(after)
    if right and (right.start() < 12 or not left):
        return _read_day(right, context) or context.spoken_day
    if left:
        return _read_day(left[-1], context) or context.spoken_day
    return context.coming_day if looks_ahead(context) else context.spoken_day


def _read_day(found: re.Match[str], context: Context) -> date | None:
    if context.dct is None and not (found["year"] or found["year2"]):
        return None
    if found["word"]:
        days = lexicon.DAYS[re.sub(r"\s+", " ", found["word"].lower())]
        return values.shift(context.dct, days, "day") if context.dct else None
    if found["weekday"]:
        return day_of_weekday(weekday_number(found["weekday"]), "", context)
    return _read_month_day(found, context)


def _read_month_day(found: re.Match[str], context: Context) -> date | None:
    """The written date, which a weekday beside it only checks."""
    month = month_number(found["month"] or found["month2"])
    day = lexicon.ordinal_of(found["day"] or found["day2"])
    weekday = weekday_number(found["beside"]) if found["beside"] else None
    year = found["year"] or found["year2"] or (context.dct and year_of_day(context, month, day, weekday))
    return values.make_date(int(year), month, day) if year else None


_DATE = (
    rf"(?:{lexicon.MONTH} {lexicon.DAY_ORDINAL}(?!\d)(?:,? {lexicon.YEAR})?|"
    rf"(?:the )?{lexicon.DAY_ORDINAL}(?: of)? {lexicon.MONTH}(?:,? {lexicon.YEAR})?)"
)
_DAY = rf"(?:yesterday|today|tomorrow|{lexicon.WEEKDAY_SHORT},? {_DATE}|{lexicon.WEEKDAY})"
"""A day by its own name, a date behind it or not."""

_ON = (
    rf"(?:(?:,? (?=yesterday|today|tonight|tomorrow|{lexicon.WEEKDAY_SHORT})| )"
    rf"(?P<on>{_DAY}(?: (?:{lexicon.PART}))?|tonight|{_DATE}))?"
)
"""The day of a time; a date without its weekday stands behind a comma for itself."""

_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_AFTER_AT = (
    "(?:"
    + "|".join(
        rf"(?<=\b{word}\s)" for word in "at by to from until till between around about before after since and".split()
    )
    + ")"
)
_HALF = r"(?P<half>[ap](?:\.\s?m\b\.?|m\b))"

RULES: tuple[Rule, ...] = (
    rule(
        "clock with a.m.",
        "It began at 5:30 p.m. local time.",
        rf"(?:(?:around|about|roughly|approximately) )?(?P<hour>\d\d?)(?:[:.](?P<minute>[0-5]\d))? "
        rf"?{_HALF}(?:(?: ?,)? ?{lexicon.ZONE})?{_ON}",
        _clock,
    ),
    rule(
        "clock with a zone",
        "The talk began around 1615 GMT.",
        rf"(?<![:.])(?:(?:around|about) )?(?P<hour>[0-2]?\d)[:.]?(?P<minute>[0-5]\d)(?P<half>) ?{lexicon.ZONE}{_ON}",
        _clock,
    ),
    rule(
        "clock at the head of an entry",
        "13.35: The prime minister resigns.",
        r"(?:(?<=\n)|(?<![\s\S]))(?P<on>)(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d)(?P<half>)"
        r"(?= ?[-–—:](?!\d)| ?(?:\n|\Z)|(?<=:\d\d) (?-i:[A-Z]))",
        _clock,
        needs=": .",
    ),
    rule(
        "clock, day and zone",
        "It began at 2053 Wednesday night, UTC.",
        rf"(?P<hour>[0-2]\d):?(?P<minute>[0-5]\d)(?P<half>),? (?P<on>{_DAY}(?: (?:{lexicon.PART}))?),? {lexicon.ZONE}",
        _clock,
    ),
    rule(
        "clock with a colon",
        "It began at 14:30 on Friday.",
        rf"{_AFTER_AT}(?P<hour>[0-2]?\d):(?P<minute>[0-5]\d)(?P<half>)(?: {lexicon.ZONE})?(?![:\d]){_ON}",
        _clock,
        needs=":",
    ),
    rule(
        "day and clock",
        "It began yesterday, 5 p.m.",
        rf"(?P<on>{_DAY}|{_DATE}),? "
        rf"(?P<hour>\d\d?)(?:[:.](?P<minute>[0-5]\d))? ?{_HALF}(?:,? ?{lexicon.ZONE})?",
        _clock,
    ),
    rule(
        "hour in words",
        "It opened at 6 p.m. and was full by half past seven.",
        r"(?:about )?(?P<minutes>half|(?:a )?quarter|ten|twenty|five) (?P<side>past|to) "
        rf"(?P<hour>{_HOURS})(?! \w+s\b)",
        _spoken_hour,
        needs="half quarter ten twenty five",
    ),
    rule(
        "hour beside a part of the day",
        "It opened at seven on Saturday evening.",
        rf"(?:(?<=\bat\s)|(?<=\bafter\s)|(?<=\bbefore\s)|(?<=\bby\s)|(?<=\buntil\s))(?P<hour>\d\d?|{_HOURS})"
        rf"(?:(?= on {lexicon.WEEKDAY} (?:{lexicon.PART}))|(?=[.,;]| (?:it|he|she|they|the)\b))(?P<minutes>)(?P<side>)",
        _spoken_hour,
    ),
    rule(
        "noon",
        "It began at noon.",
        rf"(?P<name>noon|midnight|midday)(?! (?:sun|mass|blue)\b)(?: {lexicon.ZONE})?{_ON}",
        _named,
        needs="noon midnight midday",
    ),
    rule(
        "o'clock",
        "It began at three o’clock.",
        rf"(?P<hour>\d\d?|{_HOURS})(?P<minute>)(?P<half>) ?o[’']clock(?: {lexicon.ZONE})?{_ON}",
        _clock,
        needs="clock",
    ),
    rule(
        "hour in a part of the day",
        "It began at 8 in the morning.",
        rf"(?:(?<=\bat\s)|(?<=\baround\s)|(?<=\babout\s)|(?<=\bby\s)|(?<=\buntil\s))(?P<hour>\d\d?|{_HOURS})"
        rf"(?:[:.](?P<minute>[0-5]\d))?(?: o[’']clock)? in the (?P<part>morning|afternoon|evening){_ON}",
        _hour_of_part,
        needs="morning afternoon evening",
    ),
    rule(
        "part of a day that is named",
        "It began on the night of June 3.",
        rf"(?:the )?(?:(?P<mod>early|late) )?(?P<part>{lexicon.PART}|(?:early|small) (?:morning )?hours) of "
        rf"(?P<on>(?P<last>last )?{lexicon.WEEKDAY}|{lexicon.MONTH} {lexicon.DAY_ORDINAL}(?:,? {lexicon.YEAR})?|"
        rf"{lexicon.DAY_ORDINAL} {lexicon.MONTH}(?: {lexicon.YEAR})?)",
        _part_of_named_day,
        needs="morning afternoon evening night lunchtime midday hours",
    ),
    rule(
        "early hours",
        "It burned in the early hours.",
        r"the (?P<on>)(?P<mod>)(?P<part>(?:early|small) (?:morning )?hours)",
        _part_of_named_day,
        needs="hours",
    ),
)
