"""Rules for weekdays and weeks, which the article's date places: last Friday, Monday of next week, Tuesday week."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsreader.languages.english.dates import lexicon, values
from newsreader.languages.english.dates.rule import Rule, explained, from_article, modified, rule, symbolic
from newsreader.languages.english.dates.tense import Direction, direction, looks_ahead
from newsreader.languages.english.words.calendar import month_number, weekday_number

if TYPE_CHECKING:
    from newsreader.entity import TimeValue
    from newsreader.languages.english.dates.context import Context

LAST, NEXT = ("last", "past", "previous"), ("next", "coming", "upcoming", "following")


def weekday_date(dct: date, weekday: int, which: str, side: Direction | None) -> date:
    """The day that a weekday means in an article of `dct`: the latest one, today counting, or the next one.

    `which` is the word before it (`last`, `this`, `next`) or empty, `side` what the clause says of where it lies.
    """
    back = (dct.isoweekday() - weekday) % 7
    if which in LAST:
        return dct - timedelta(days=back or 7)
    if which in NEXT:
        return dct + timedelta(days=-back % 7 or 7)
    coming = side is Direction.AHEAD or (side is Direction.REPORTED and back != 1) or (side is None and which == "this")
    if coming or (side is Direction.NEAR and back > _HALF_A_WEEK):
        return dct + timedelta(days=-back % 7)
    return dct - timedelta(days=back)


_HALF_A_WEEK = 3


def day_of_weekday(weekday: int, which: str, context: Context) -> date | None:
    """The day that a weekday means where it stands, below a heading with a day or not; None without dates."""
    if context.dct is None:
        return None
    on = None if which else _in_section(weekday, context) or _joined(weekday, context)
    return on or weekday_date(context.dct, weekday, which, direction(context))


_JOINED = re.compile(
    rf"\b{lexicon.WEEKDAY}(?:\s+(?:{lexicon.PART}))?,?(?:\s+(?:and|or|to|through|until|till)\s+(?:on\s+)?|\s*[-–]\s*)$",
    re.IGNORECASE,
)


def _joined(weekday: int, context: Context) -> date | None:
    """The first such day after the one to which it is joined: `Tuesday and Wednesday`, `Friday to Monday`."""
    here = context.here
    if not here or not here.start or here.granularity not in ("day", "part") or not _JOINED.search(context.before()):
        return None
    first = date.fromisoformat(here.start[:10])
    following = first + timedelta(days=(weekday - first.isoweekday()) % 7 or 7)
    return following if following - first <= _IN_ORDER or not _AND.search(context.before(5)) else None


_IN_ORDER = timedelta(days=4)
_AND = re.compile(r"\b(?:and|or) $")
"""Days that are only counted up may stand in any order: `on Sunday and Saturday`."""


def _in_section(weekday: int, context: Context) -> date | None:
    """The weekday from the day on that a heading names, where that is long before the article."""
    day = context.section
    if day is None or context.dct is None or context.dct - day < _LONG_AGO:
        return None
    return day + timedelta(days=(weekday - day.isoweekday()) % 7)


_LONG_AGO = timedelta(days=31)


_NAMED_DAY = re.compile(r"\b(?:Super|Black|Bloody|Giving|Fat|Shrove|Maundy|Holy|Throwback|Mail on|Ruby|Taco)\s+$")

_USUAL = re.compile(rf"\ban?\s+{lexicon.USUAL}\s+$")
_EVERY_WEEK = re.compile(
    r"\s+(?:trad(?:e|ing)|opening|closing|shopping|delivery|school|service)\s*(?:ban|hours|laws?|rules|restrictions|s\b)"
)
"""After a weekday, what comes back with it: `the Sunday trading laws`."""

_NAMED_AFTER = re.compile(
    r"\s+(?:Times|Telegraph|Mirror|Mail|Express|Herald|Post|Star|World|Night (?:Live|Football)|School)\b"
)


def _weekday(match: re.Match[str], context: Context) -> TimeValue | None:
    """A weekday with what may stand around it: `last Friday`, `early on Monday`, `Wednesday afternoon`."""
    if _NAMED_DAY.search(context.before(12)) or _NAMED_AFTER.match(context.text, context.end):
        return None
    weekday = weekday_number(match["weekday"])
    if not match["which"] and _USUAL.search(context.before(16)):
        return symbolic(f"XXXX-WXX-{weekday}", "day", reason="any such day")
    if not match["part"] and not match["which"] and _EVERY_WEEK.match(context.text, context.end):
        return symbolic(f"XXXX-WXX-{weekday}", "day", "SET", "it comes back every week")
    part = lexicon.PARTS[match["part"].lower()] if match["part"] else ""
    if context.dct is None:
        return symbolic(f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""), "day", "TIME" if part else "DATE")
    which = (match["which"] or "").lower().split()[-1:]
    on = day_of_weekday(weekday, which[0] if which else "", context) or context.dct
    side = "next" if on > context.dct else "latest"
    reason = f"the {side} {match['weekday'].capitalize()} seen from the article’s date, {context.dct}"
    value = values.part_of_day(on, part) if part else values.day(on)
    return modified(explained(value, "dct", reason, 0.8 if on > context.dct and not which else 0.95), match["mod"])


def _weekday_of_week(match: re.Match[str], context: Context) -> TimeValue | None:
    """`Monday of next week`, `two Sundays ago`."""
    groups = match.groupdict()
    weekday = weekday_number(match["weekday"].removesuffix("s"))
    if context.dct is None:
        return symbolic(f"XXXX-WXX-{weekday}", "day")
    if groups.get("week"):
        step = {"last": -1, "this": 0, "next": 1}[match["week"].lower()]
        on = values.shift(context.dct, 7 * step + weekday - context.dct.isoweekday(), "day")
    else:
        amount = lexicon.number_of(match["number"]) or 1
        on = values.shift(weekday_date(context.dct, weekday, "last", None), 1 - int(amount), "week")
    return from_article(values.day(on), context, 0.9) if on else None


def _weekdays(match: re.Match[str], context: Context) -> TimeValue | None:
    """`Mondays`, `every Sunday`: a set."""
    weekday = weekday_number(match["weekday"].removesuffix("s"))
    return symbolic(f"XXXX-WXX-{weekday}", "day", "SET", "it comes back every week")


def _from_day(match: re.Match[str], context: Context) -> TimeValue | None:
    """`a week from Friday`, `two months from yesterday`, `on Tuesday week`: so much later than that day."""
    if context.dct is None:
        return symbolic("XXXX-XX-XX", "day")
    groups = match.groupdict()
    if match["weekday"]:
        base = weekday_date(context.dct, weekday_number(match["weekday"]), "", Direction.AHEAD)
    else:
        base = context.dct + timedelta(days=lexicon.DAYS[match["word"].lower()])
    amount, unit = lexicon.number_of(groups.get("number") or "a"), (groups.get("unit") or "week").lower()
    on = values.shift(base, int(amount), unit) if amount is not None else None
    return from_article(values.day(on), context, 0.9) if on else None


def _nth_weekday(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the second Sunday in May`, and of each month: a set."""
    weekday = weekday_number(match["weekday"])
    if not match["month"]:
        return symbolic(f"XXXX-WXX-{weekday}", "day", "SET", "it comes back every month")
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else context.dct and context.dct.year
    if not year:
        return symbolic(f"XXXX-{month:02}-XX", "day")
    if not match["year"] and context.dct and month > context.dct.month and not looks_ahead(context):
        year -= 1
    nth = -1 if match["nth"].lower() in ("last", "final") else lexicon.ORDINALS[match["nth"].lower()]
    on = values.nth_weekday(year, month, weekday, nth)
    if on.month != month:
        return None
    return explained(values.day(on), "absolute" if match["year"] else "dct", f"the {match['nth'].lower()} one", 0.85)


def _numbered_weekday(match: re.Match[str], context: Context) -> TimeValue | None:
    """`Friday the 14th`: the nearest such day."""
    weekday, day = weekday_number(match["weekday"]), lexicon.ordinal_of(match["day"] or match["day2"])
    if context.dct is None:
        return symbolic(f"XXXX-XX-{day:02}", "day")
    months = [values.shift(context.dct.replace(day=1), step, "month") for step in range(-6, 7)]
    days = [found for first in months if first and (found := values.make_date(first.year, first.month, day))]
    fitting = [found for found in days if found.isoweekday() == weekday]
    if not fitting:
        return None
    reason = f"the one nearest to the article’s date, {context.dct}"
    return explained(values.day(values.nearest(fitting, context.dct)), "dct", reason, 0.85)


def _any_week(match: re.Match[str], context: Context) -> TimeValue | None:
    """`weekdays`, `weekends`: a set."""
    value = "XXXX-WXX-1/XXXX-WXX-5" if match["days"] else "XXXX-WXX-WE"
    return symbolic(value, "day", "SET", "they come back every week")


def _week_of_month(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the first week of May 2019`, `the last weekend of March`: the ISO week that lies most in those seven days."""
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else context.dct and context.dct.year
    if not year:
        return symbolic("XXXX-WXX", "week")
    if not match["year"] and context.dct and month > context.dct.month and not looks_ahead(context):
        year -= 1
    which = match["nth"].lower()
    anchor = "absolute" if match["year"] else "dct"
    if match["unit"].lower() == "weekend":
        saturday = values.nth_weekday(year, month, 6, -1 if which in ("last", "final") else lexicon.ORDINALS[which])
        return explained(values.weekend(saturday), anchor, f"the {which} weekend of that month", 0.8)
    first = date(year, month, 1)
    last = values.shift(first, 1, "month")
    if which in ("last", "final"):
        middle = (last or first) - timedelta(days=4)
    else:
        middle = first + timedelta(days=7 * lexicon.ORDINALS[which] - 4)
    return explained(values.week(middle), anchor, f"the {which} week of that month", 0.7)


_NUMBERED = r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)"

RULES: tuple[Rule, ...] = (
    rule(
        "weekday",
        "Police arrested him last Wednesday.",
        rf"(?:(?P<mod>early|late|earlier|later)(?: on)? )?(?:(?P<which>last|this|this past|this coming|"
        rf"next|past|coming|previous|the following) )?"
        rf"(?P<weekday>{lexicon.WEEKDAY})(?: ?(?P<part>{lexicon.PART}))?(?![-’'](?!s\b))",
        _weekday,
        needs="day",
    ),
    rule(
        "weekdays",
        "They meet every other Friday.",
        rf"(?:every|each)(?: (?:other|first|second|third|fourth|last))? (?P<weekday>{lexicon.WEEKDAY})"
        r"(?: of (?:the|each|every) month)?",
        _weekdays,
        needs="day",
    ),
    rule(
        "day of a week",
        "They meet on Monday of next week.",
        rf"(?P<weekday>{lexicon.WEEKDAY}) of (?P<week>last|this|next) week",
        _weekday_of_week,
        needs="week",
    ),
    rule(
        "weekdays ago",
        "Two Sundays ago it rained.",
        rf"(?P<number>{lexicon.NUMBER}) (?P<weekday>{lexicon.WEEKDAY})s? ago",
        _weekday_of_week,
        needs="ago",
    ),
    rule(
        "weekdays in the plural",
        "Shops stay shut on Sundays.",
        rf"(?P<weekday>{lexicon.WEEKDAY}s)",
        _weekdays,
        needs="days",
    ),
    rule(
        "weeks from a day",
        "They meet a week from Friday.",
        rf"(?P<number>{lexicon.NUMBER}|an?) (?P<unit>day|week|fortnight|month|year)s? from "
        rf"(?:(?P<weekday>{lexicon.WEEKDAY})|(?P<word>today|tomorrow|yesterday))(?! (?:to|through|until|till|on)\b)",
        _from_day,
        needs="from",
    ),
    rule(
        "weekday week",
        "They meet on Tuesday week.",
        rf"(?:(?<=\bon\s)|(?<=\buntil\s)|(?<=\bfor\s)|(?<=\bby\s))(?P<weekday>{lexicon.WEEKDAY}) week"
        r"(?=[.,;]|$| (?:and|at|in|for)\b)",
        _from_day,
        needs="week",
    ),
    rule(
        "nth weekday of a month",
        "It is held on the second Sunday in May.",
        rf"the (?P<nth>first|second|third|fourth|fifth|last|final) (?P<weekday>{lexicon.WEEKDAY}) (?:of|in) "
        rf"(?:(?P<month>{lexicon.MONTH})(?:,? (?:of )?(?P<year>{lexicon.YEAR}))?|(?:each|every) month)",
        _nth_weekday,
        needs="day",
    ),
    rule(
        "weekday with its number",
        "They met on Friday the 14th.",
        rf"(?P<weekday>{lexicon.WEEKDAY})(?:,? the (?P<day>{_NUMBERED})(?![- ]centur)|"
        rf",? (?P<day2>{_NUMBERED})(?=[.,;:)]|$| (?:and|at|in|for|to|from|with|after|when|as|on)\b))",
        _numbered_weekday,
        needs="day",
    ),
    rule(
        "weekdays and weekends",
        "The park is shut on weekends.",
        r"(?P<days>weekdays)|(?:(?<=\bon\s)|(?<=\bat\s))weekends",
        _any_week,
        needs="weekdays weekends",
    ),
    rule(
        "week of a month",
        "It was in the first week of May 2019.",
        rf"the (?P<nth>first|second|third|fourth|last|final) (?P<unit>week|weekend) of (?P<month>{lexicon.MONTH})"
        rf"(?:,? (?P<year>{lexicon.YEAR}))?",
        _week_of_month,
        needs="week",
    ),
)
