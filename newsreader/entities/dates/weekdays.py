"""Rules for weekdays, which the article's date places: last Friday, Monday of next week, a week from Tuesday."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsreader.entities.dates import lexicon, values
from newsreader.entities.dates.rule import Context, Rule, explained, from_article, modified, rule, symbolic
from newsreader.entities.dates.tense import looks_ahead

if TYPE_CHECKING:
    from newsreader.entities.model import TimeValue

LAST, NEXT = ("last", "past", "previous"), ("next", "coming", "upcoming", "following")


def weekday_date(dct: date, weekday: int, which: str, *, ahead: bool) -> date:
    """The day that a weekday means in an article of `dct`: the latest one, today counting, or the next one.

    `which` is the word before it (`last`, `this`, `next`) or empty.
    """
    back = (dct.isoweekday() - weekday) % 7
    if which in LAST:
        return dct - timedelta(days=back or 7)
    if which in NEXT or ahead:
        return dct + timedelta(days=-back % 7 if ahead and which not in NEXT else (-back % 7) or 7)
    return dct - timedelta(days=back)


_NAMED_DAY = re.compile(r"\b(?:Super|Black|Bloody|Giving|Fat|Shrove|Maundy|Holy|Throwback|Mail on|Ruby|Taco)\s+$")
_NAMED_AFTER = re.compile(
    r"\s+(?:Times|Telegraph|Mirror|Mail|Express|Herald|Post|Star|World|Night (?:Live|Football)|School)\b"
)


def _weekday(match: re.Match[str], context: Context) -> TimeValue | None:
    """A weekday with what may stand around it: `last Friday`, `early on Monday`, `Wednesday afternoon`."""
    if _NAMED_DAY.search(context.before(12)) or _NAMED_AFTER.match(context.text, context.end):
        return None
    weekday = lexicon.weekday_number(match["weekday"])
    part = lexicon.PARTS[match["part"].lower()] if match["part"] else ""
    if context.dct is None:
        return symbolic(f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""), "day", "TIME" if part else "DATE")
    which = (match["which"] or "").lower().split()[-1:]
    ahead = looks_ahead(context)
    on = weekday_date(context.dct, weekday, which[0] if which else "", ahead=ahead)
    side = "next" if on > context.dct else "latest"
    reason = f"the {side} {match['weekday'].capitalize()} seen from the article’s date, {context.dct}"
    value = values.part_of_day(on, part) if part else values.day(on)
    return modified(explained(value, "dct", reason, 0.8 if ahead and not which else 0.95), match["mod"])


def _weekday_of_week(match: re.Match[str], context: Context) -> TimeValue | None:
    """`Monday of next week`, `two Sundays ago`."""
    groups = match.groupdict()
    weekday = lexicon.weekday_number(match["weekday"].removesuffix("s"))
    if context.dct is None:
        return symbolic(f"XXXX-WXX-{weekday}", "day")
    if groups.get("week"):
        step = {"last": -1, "this": 0, "next": 1}[match["week"].lower()]
        on = values.shift(context.dct, 7 * step + weekday - context.dct.isoweekday(), "day")
    else:
        amount = lexicon.number_of(match["number"]) or 1
        on = values.shift(weekday_date(context.dct, weekday, "last", ahead=False), 1 - int(amount), "week")
    return from_article(values.day(on), context, 0.9) if on else None


def _weekdays(match: re.Match[str], context: Context) -> TimeValue | None:
    """`Mondays`, `every Sunday`: a set."""
    weekday = lexicon.weekday_number(match["weekday"].removesuffix("s"))
    return symbolic(f"XXXX-WXX-{weekday}", "day", "SET", "it comes back every week")


RULES: tuple[Rule, ...] = (
    rule(
        "weekday",
        rf"(?:(?P<mod>early|late|earlier|later)(?: on)? )?(?:(?P<which>last|this|this past|this coming|"
        rf"next|past|coming|previous|the following) )?"
        rf"(?P<weekday>{lexicon.WEEKDAY})(?: ?(?P<part>{lexicon.PART}))?(?![-’'](?!s\b))",
        _weekday,
    ),
    rule(
        "weekdays",
        rf"(?:every|each)(?: (?:other|first|second|third|fourth|last))? (?P<weekday>{lexicon.WEEKDAY})"
        r"(?: of (?:the|each|every) month)?",
        _weekdays,
    ),
    rule("day of a week", rf"(?P<weekday>{lexicon.WEEKDAY}) of (?P<week>last|this|next) week", _weekday_of_week),
    rule("weekdays ago", rf"(?P<number>{lexicon.NUMBER}) (?P<weekday>{lexicon.WEEKDAY})s? ago", _weekday_of_week),
    rule("weekdays in the plural", rf"(?P<weekday>(?:{lexicon.WEEKDAY_FULL})s)", _weekdays),
)
