"""Rules for days with a name, holidays and others: Christmas Eve 2019, last Thanksgiving, Easter Monday."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsreader.languages.english.dates import lexicon, values
from newsreader.languages.english.dates.rule import Rule, explained, rule, symbolic
from newsreader.languages.english.dates.rules.days import told_year

if TYPE_CHECKING:
    from newsreader.entity import TimeValue
    from newsreader.languages.english.dates.context import Context


def _thanksgiving(year: int) -> date:
    return values.nth_weekday(year, 11, 4, 4)


_Day = Callable[[int], date]


HOLIDAYS: dict[str, _Day] = {
    r"New Year[’']?s Day": lambda year: date(year, 1, 1),
    r"New Year[’']?s Eve": lambda year: date(year, 12, 31),
    r"New Year[’']s(?! \w)": lambda year: date(year, 1, 1),
    r"Epiphany": lambda year: date(year, 1, 6),
    r"Australia Day": lambda year: date(year, 1, 26),
    r"International Women[’']s Day": lambda year: date(year, 3, 8),
    r"Earth Day": lambda year: date(year, 4, 22),
    r"Anzac Day": lambda year: date(year, 4, 25),
    r"Canada Day": lambda year: date(year, 7, 1),
    r"Columbus Day": lambda year: values.nth_weekday(year, 10, 1, 2),
    r"All Saints[’'] Day": lambda year: date(year, 11, 1),
    r"Bonfire Night": lambda year: date(year, 11, 5),
    r"Election Day": lambda year: values.nth_weekday(year, 11, 1, 1) + timedelta(days=1),
    r"Remembrance Sunday": lambda year: values.nth_weekday(year, 11, 7, 2),
    r"Christmas Eve": lambda year: date(year, 12, 24),
    r"Christmas(?: Day)?": lambda year: date(year, 12, 25),
    r"Boxing Day": lambda year: date(year, 12, 26),
    r"Valentine[’']?s Day": lambda year: date(year, 2, 14),
    r"(?:Saint|St\.?) Patrick[’']?s Day": lambda year: date(year, 3, 17),
    r"April Fool[’']?s[’']? Day": lambda year: date(year, 4, 1),
    r"May Day": lambda year: date(year, 5, 1),
    r"(?:the )?Fourth of July|July Fourth": lambda year: date(year, 7, 4),
    r"Bastille Day": lambda year: date(year, 7, 14),
    r"Hall?owe[’']?en": lambda year: date(year, 10, 31),
    r"Veterans[’']? Day|Armistice Day|Remembrance Day": lambda year: date(year, 11, 11),
    r"Thanksgiving(?: Day)?": _thanksgiving,
    r"Black Friday": lambda year: _thanksgiving(year) + timedelta(days=1),
    r"Cyber Monday": lambda year: _thanksgiving(year) + timedelta(days=4),
    r"Labor Day": lambda year: values.nth_weekday(year, 9, 1, 1),
    r"Memorial Day": lambda year: values.nth_weekday(year, 5, 1, -1),
    r"Presidents[’']? Day": lambda year: values.nth_weekday(year, 2, 1, 3),
    r"Martin Luther King(?:,? Jr\.?)? Day|MLK Day": lambda year: values.nth_weekday(year, 1, 1, 3),
    r"Good Friday": lambda year: values.easter(year) - timedelta(days=2),
    r"Shrove Tuesday|Pancake Day": lambda year: values.easter(year) - timedelta(days=47),
    r"Maundy Thursday|Holy Thursday": lambda year: values.easter(year) - timedelta(days=3),
    r"Whit Sunday|Pentecost": lambda year: values.easter(year) + timedelta(days=49),
    r"Whit Monday": lambda year: values.easter(year) + timedelta(days=50),
    r"Ash Wednesday": lambda year: values.easter(year) - timedelta(days=46),
    r"Palm Sunday": lambda year: values.easter(year) - timedelta(days=7),
    r"Easter Monday": lambda year: values.easter(year) + timedelta(days=1),
    r"Easter(?: Sunday)?": values.easter,
}
"""Days with a name and the day on which each falls in a year."""

_DAYS_OF = tuple(HOLIDAYS.values())

_HOLIDAY = "|".join(f"(?P<day{number}>{name})" for number, name in enumerate(HOLIDAYS))
"""All names in one expression, each with a group of its own: a text is gone through once."""


_NAME_AFTER = re.compile(r"\s+(?!(?:Day|Eve|Sunday|Monday|Friday|Saturday|Thursday|Wednesday|Tuesday)\b)[A-Z][a-z]+")
"""Behind a holiday what makes a name of it: `Easter Island`."""


def _goes_on(here: TimeValue | None) -> bool:
    """Whether a year is told of: it was named alone, or days and months of it were; a whole date stands for itself."""
    return here is None or here.granularity == "year" or here.anchor == "mention"


def _holiday(match: re.Match[str], context: Context) -> TimeValue | None:
    """The day of that name in the year that is said, else the one nearest to the article's date."""
    if _NAME_AFTER.match(context.text, context.end):
        return None
    day_of = next(each for number, each in enumerate(_DAYS_OF) if match[f"day{number}"])
    if match["year"]:
        return explained(values.day(day_of(int(match["year"]))), "absolute", "the day of that name in that year")
    if context.dct is None:
        return symbolic("XXXX-XX-XX", "day")
    which = (match["which"] or "").lower()
    if not which and (told := told_year(context)) and _goes_on(context.here):
        return explained(values.day(day_of(told)), "mention", f"in {told}, the year that is told of", 0.7)
    near = [day_of(context.dct.year + step) for step in (-1, 0, 1) if 1 <= context.dct.year + step <= 9999]
    if which == "last":
        near = [each for each in near if each < context.dct] or near
    if which == "next":
        near = [each for each in near if each > context.dct] or near
    on, reason = values.nearest(near, context.dct), f"the one nearest to the article’s date, {context.dct}"
    return explained(values.day(on), "dct", reason, 0.8)


RULES: tuple[Rule, ...] = (
    rule(
        "holiday",
        "They met on Christmas Eve 2019.",
        rf"(?:(?P<which>last|this|next) )?(?-i:{_HOLIDAY})(?:,? (?P<year>{lexicon.YEAR}))?",
        _holiday,
        needs="day eve christmas easter thanksgiving hal fourth",
    ),
)
