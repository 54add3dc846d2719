"""Rules for days of the calendar: June 19, 25/02/2019, on the 14th."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from newsreader.languages.english.dates import lexicon, values
from newsreader.languages.english.dates.rule import STATED, Rule, explained, rule, symbolic
from newsreader.languages.english.dates.tense import Direction, direction, looks_ahead
from newsreader.languages.english.words.calendar import WEEKDAY_NAMES, month_number, weekday_number

if TYPE_CHECKING:
    from newsreader.entity import TimeValue
    from newsreader.languages.english.dates.context import Context


def nearest_year(dct: date, month: int, day: int) -> int | None:
    """The year in which a month and day lie nearest to the article's date; None when no near year has that day."""
    near = [found for year in range(dct.year - 4, dct.year + 5) if (found := values.make_date(year, month, day))]
    return values.nearest(near, dct).year if near else None


def day_reading(match: re.Match[str], context: Context) -> TimeValue | None:
    """A month and a day, perhaps with a weekday and a year."""
    month, day = month_number(match["month"]), lexicon.ordinal_of(match["day"])
    weekday = weekday_number(match["weekday"]) if match["weekday"] else None
    if match["year"]:
        return _full_day(int(match["year"]), month, day, weekday)
    if (which := match.groupdict().get("which")) and context.dct:
        return _day_in(context.dct.year + _STEPS[which.lower()], month, day, weekday, context.dct)
    if not values.make_date(2000, month, day):
        return None
    if context.dct is None:
        return symbolic(f"XXXX-{month:02}-{day:02}", "day")
    stated = year_of_end(context, month) or year_of_list(context) or _year_of_event(context)
    year = stated or year_of_day(context, month, day, weekday)
    found = values.make_date(year or context.dct.year, month, day)
    if not found:
        return None
    if not stated and year == told_year(context):
        return explained(values.day(found), "mention", f"in {year}, the year that is told of", 0.8)
    value = explained(values.day(found), "dct", f"the one nearest to the article’s date, {context.dct}", 0.9)
    return _checked(value, found, weekday)


_EVENT_OF_YEAR = re.compile(
    r"\s+(?:(?:terror|bomb|suicide|general|presidential|parliamentary|mass)\s+)?(?:vote|elections?|attacks?|bombings?|coup|"
    r"referendum|crash|shootings?|earthquake|quake|uprising|summit|massacre|protests?|riots|disaster|tsunami|invasion|"
    rf"agreement|meeting|match|final|raid|blast|explosion)\s+(?:in|of)\s+(?P<year>{lexicon.YEAR})\b"
)


def _year_of_event(context: Context) -> int | None:
    """The year that stands behind what happened on a day: `the Nov. 8 election in 2015`."""
    event = _EVENT_OF_YEAR.match(context.text, context.end)
    return int(event["year"]) if event else None


def year_of_day(context: Context, month: int, day: int, weekday: int | None) -> int | None:
    """The year of a day that is given without one: by its weekday, by what is told of, or by what is nearest."""
    assert context.dct is not None
    year = _agreeing_year(context.dct, month, day, weekday) or _stated_year(context, month, day)
    return year or told_year(context) or _year_on_side(context, month, day)


def _stated_year(context: Context, month: int, day: int) -> int | None:
    """The year that the article gives the same day elsewhere, where the sentence does not look ahead."""
    year = context.whole.stated.get((month, day))
    return year if year and not looks_ahead(context) else None


def _year_on_side(context: Context, month: int, day: int) -> int | None:
    """The nearest year, but where the verb says that the day lies on the other side of the article, and that by far."""
    assert context.dct is not None
    year = nearest_year(context.dct, month, day)
    near = year and values.make_date(year, month, day)
    if not year or not near:
        return year
    side, days = direction(context), (near - context.dct).days
    if side in (Direction.AHEAD, Direction.REPORTED) and days < -_WELL_BEHIND:
        return year + 1
    if (
        side is Direction.BEHIND
        and not _APPOINTED.search(context.before(8))
        and days > (0 if _ENDED.search(context.before(10)) else _WELL_AHEAD)
    ):
        return year - 1
    return year


_APPOINTED = re.compile(r"\b(?:for|by|until|till)\s+$", re.IGNORECASE)
"""Before a day for which something was meant, whatever verb tells of it."""

_WELL_BEHIND, _WELL_AHEAD = 60, 31
"""Days from which the verb is believed rather than the nearness."""

_TO_AN_END = re.compile(
    rf"(?<!\s)\s*(?:(?:to|and|until|till|through)\s+|[-–]\s*)(?P<month>{lexicon.MONTH})(?:\s+{lexicon.DAY_ORDINAL})?,?"
    rf"(?:\s+of)?\s+(?P<year>{lexicon.YEAR})\b"
)


def year_of_end(context: Context, month: int) -> int | None:
    """The year of `March` in `from March to June 2020`, which only the end names."""
    end = _TO_AN_END.match(context.text, context.end)
    return int(end["year"]) - (month > month_number(end["month"])) if end else None


def told_year(context: Context) -> int | None:
    """The past year that the paragraph is telling of, where its sentence does not look ahead."""
    year = context.spoken_year
    return year if year and context.dct and year < context.dct.year - 1 and not looks_ahead(context) else None


_ENDED = re.compile(r"\bended\s+$", re.IGNORECASE)
"""What has ended lies behind: `the nine months ended Sept. 30`."""


def _full_day(year: int, month: int, day: int, weekday: int | None) -> TimeValue | None:
    found = values.make_date(year, month, day)
    return _checked(explained(values.day(found), "absolute", STATED), found, weekday) if found else None


_STEPS = {"last": -1, "this": 0, "next": 1}


def _day_in(year: int, month: int, day: int, weekday: int | None, dct: date) -> TimeValue | None:
    """`June 13 of last year`."""
    found = values.make_date(year, month, day)
    reason = f"counted from the article’s date, {dct}"
    return _checked(explained(values.day(found), "dct", reason, 0.95), found, weekday) if found else None


def _agreeing_year(dct: date, month: int, day: int, weekday: int | None) -> int | None:
    """The nearest year within three in which the day falls on the weekday that stands beside it."""
    if weekday is None:
        return None
    years = sorted(range(dct.year - 3, dct.year + 4), key=lambda year: abs(year - dct.year))
    for year in years:
        found = values.make_date(year, month, day)
        if found and found.isoweekday() == weekday and abs((found - dct).days) < 3 * 366:
            return year
    return None


def _checked(value: TimeValue | None, found: date, weekday: int | None) -> TimeValue | None:
    """The value, less certain where its weekday and its date disagree."""
    if value is None or weekday is None or found.isoweekday() == weekday:
        return value
    name = WEEKDAY_NAMES[weekday - 1].capitalize()
    return replace(value, reason=f"{value.reason}; but that day is not a {name}", confidence=0.5)


def _numeric(match: re.Match[str], context: Context) -> TimeValue | None:
    """`25/02/2019` and `02/25/2019`; where both orders are possible neither is taken as certain."""
    first, second, year = int(match["first"]), int(match["second"]), _full_year(match["year"], context)
    month_first, day_first = values.make_date(year, first, second), values.make_date(year, second, first)
    found = day_first or month_first
    if not found:
        return None
    if day_first and month_first and first != second:
        if context.whole.day_first is not None:
            found = day_first if context.whole.day_first else month_first
            return explained(values.day(found), "absolute", "in the order of day and month that the article has", 0.9)
        likely = values.nearest([day_first, month_first], context.dct) if context.dct else day_first
        other = month_first if likely is day_first else day_first
        value = explained(values.day(likely), "absolute", "the order of day and month is not known", 0.4)
        return value and replace(value, alternatives=(other.isoformat(),))
    return explained(values.day(found), "absolute", STATED)


def _full_year(figures: str, context: Context) -> int:
    """Of a year in two figures, the latest that is not in the future of the article."""
    return int(figures) if len(figures) > len("24") else short_year(figures, context)


def short_year(figures: str, context: Context) -> int:
    """Of a year in two figures, the latest that is not in the future of the article."""
    year = int(figures)
    latest = context.dct.year if context.dct else 2030
    return year + 2000 if year + 2000 <= latest else year + 1900


def _short_day(match: re.Match[str], context: Context) -> TimeValue | None:
    """`19-Nov-12`, `30 Jun 98`: of a year in two figures the latest that is not in the future of the article."""
    figures = match["year"].lstrip("’'")
    return _full_day(_full_year(figures, context), month_number(match["month"]), int(match["day"]), None)


_LIST_BEFORE = re.compile(
    rf"\b(?P<month>{lexicon.MONTH})\s+{lexicon.DAY_ORDINAL}(?:,\s*{lexicon.DAY_ORDINAL})*(?:,?\s+and|,|\s+or)\s+$"
)
# No list has so many days, or is set so wide apart; without bounds, rows of blanks and figures would take too long.
_LIST_YEAR = re.compile(
    rf"(?:,\s{{0,3}}{lexicon.DAY_ORDINAL}){{0,20}},?\s{{1,3}}and\s{{1,3}}{lexicon.DAY_ORDINAL},?\s{{1,3}}"
    rf"(?P<year>{lexicon.YEAR})\b"
)


def _listed_day(match: re.Match[str], context: Context) -> TimeValue | None:
    """`4` and `5, 2024` in `March 3, 4 and 5, 2024`."""
    before = _LIST_BEFORE.search(context.before())
    if not before:
        return None
    month, day = month_number(before["month"]), lexicon.ordinal_of(match["day"])
    if year := match["year"] or year_of_list(context):
        return _full_day(int(year), month, day, None)
    if context.dct is None:
        return symbolic(f"XXXX-{month:02}-{day:02}", "day")
    on = values.make_date(year_of_day(context, month, day, None) or context.dct.year, month, day)
    return explained(values.day(on), "dct", "in the month that the list names", 0.85) if on else None


def year_of_list(context: Context) -> int | None:
    """The year of `March 3` in `March 3, 4 and 5, 2024`, which only the end names."""
    end = _LIST_YEAR.match(context.text, context.end)
    return int(end["year"]) if end else None


def _iso(match: re.Match[str], context: Context) -> TimeValue | None:
    """`2019-02-25`, the one order of figures that everybody reads alike."""
    return _full_day(int(match["year"]), int(match["month"]), int(match["day"]), None)


def _day_of_month(match: re.Match[str], context: Context) -> TimeValue | None:
    """`on the 14th`: the one nearest to the article's date, on the side that the clause tells of."""
    day = lexicon.ordinal_of(match["day"])
    if context.dct is None:
        return symbolic(f"XXXX-XX-{day:02}", "day")
    months = [values.shift(context.dct.replace(day=1), step, "month") for step in (-1, 0, 1)]
    days = [found for first in months if first and (found := values.make_date(first.year, first.month, day))]
    if not days:
        return None
    side = direction(context)
    past = [found for found in days if found <= context.dct] if side is Direction.BEHIND else []
    found = values.nearest(past or days, context.dct)
    return explained(values.day(found), "dct", f"the one nearest to the article’s date, {context.dct}", 0.7)


def _september_11(match: re.Match[str], context: Context) -> TimeValue | None:
    """`9/11` and `the Sept. 11 attacks` are of 2001, whenever they are spoken of."""
    return explained(values.day(date(2001, 9, 11)), "absolute", "the attacks of 11 September 2001", 0.9)


OF_YEAR = r",? (?:of )?(?P<which>last|this|next) year"
"""A year after a day, as a word."""

RULES: tuple[Rule, ...] = (
    rule(
        "11 September",
        "Security has changed since 9/11.",
        r"9/11|(?-i:Sept(?:\.|ember) 11(?:th)?)(?=,? (?:attacks|terror))",
        _september_11,
        needs="11",
    ),
    rule(
        "month day year",
        "They met on June 19, 2024.",
        rf"(?:(?:(?:last|next|this) "
        rf")?(?P<weekday>{lexicon.WEEKDAY_SHORT})[,\s(]*)?(?P<month>{lexicon.MONTH}) "
        rf"(?P<day>{lexicon.DAY_ORDINAL})"
        rf"(?![\d:])(?!(?:,\d|\.\d| percent|%|(?: ?-| )?(?:million|billion)))"
        rf"(?:,? ?(?P<year>{lexicon.YEAR})|{OF_YEAR})?\)?",
        day_reading,
        needs=lexicon.A_MONTH,
    ),
    rule(
        "day month year",
        "They met on Wednesday, 19 June 2024.",
        rf"(?:(?P<weekday>{lexicon.WEEKDAY_SHORT})[,\s(]*)?(?:the )?(?P<day>{lexicon.DAY_ORDINAL})(?: day)?(?: of)? "
        rf"(?P<month>{lexicon.MONTH})(?:,? ?(?P<year>{lexicon.YEAR})|{OF_YEAR})?\)?",
        day_reading,
        needs=lexicon.A_MONTH,
    ),
    rule(
        "month day year in small letters",
        "The deed is of june 15,1987.",
        rf"(?P<weekday>)(?P<month>{lexicon.MONTH_SMALL}) (?P<day>{lexicon.DAY_ORDINAL}),? ?(?P<year>{lexicon.YEAR})",
        day_reading,
        needs="jan feb mar apr may jun jul aug sep oct nov dec",
    ),
    rule(
        "day, short month, short year",
        "The permit of 19-Nov-12 lapsed.",
        rf"(?P<day>{lexicon.DAY})(?P<mark>[-/ ])(?P<month>{lexicon.MONTH})(?P=mark)(?P<year>{lexicon.YEAR}|[’']?\d\d)",
        _short_day,
        needs=lexicon.A_MONTH,
    ),
    rule(
        "days before a month",
        "They met on the 3rd, 4th and 5th of March.",
        rf"(?:the )?(?P<weekday>)(?P<day>{lexicon.DAY_ORDINAL})"
        rf"(?=(?:(?:,|,? and| or)? (?:the )?{lexicon.DAY_ORDINAL}){{1,8}}(?: of)? (?P<month>{lexicon.MONTH})"
        rf"(?:,? (?P<year>{lexicon.YEAR}))?)",
        day_reading,
        needs=lexicon.A_MONTH,
    ),
    rule(
        "days behind a month",
        "They met on March 3, 4 and 5, 2024.",
        r"(?:(?<=,\s)|(?<=\band\s)|(?<=\bor\s))"
        rf"(?P<day>{lexicon.DAY_ORDINAL})(?:,? (?P<year>{lexicon.YEAR}))?(?![\d:%-]|[.,]\d| [a-z]+s\b)",
        _listed_day,
    ),
    rule(
        "ISO date",
        "It was signed on 2019-02-25.",
        rf"(?P<year>{lexicon.YEAR})(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)",
        _iso,
        needs="- /",
    ),
    rule(
        "numeric date with a short year",
        "It happened on 7/6/24.",
        r"(?<=\s)(?P<first>3[01]|[0-2]?\d)/(?P<second>3[01]|[0-2]?\d)/(?P<year>\d\d)(?!/)",
        _numeric,
        needs="/",
    ),
    rule(
        "numeric date",
        "It happened on 25/02/2019.",
        rf"(?P<first>\d\d?)[/.](?P<second>\d\d?)[/.](?P<year>{lexicon.YEAR})",
        _numeric,
        needs="/ .",
    ),
    rule(
        "day of the month",
        "The court sits on the 14th.",
        r"(?:(?<=\bon\s)|(?<=\bby\s)|(?<=\buntil\s)|(?<=\bsince\s))"
        r"the (?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?! (?:[a-z]+ )?(?:century|"
        r"floor|minute|hole|lap|green|day|anniversary|birthday|ballot|of|and|place|time|round|"
        r"district|congress))",
        _day_of_month,
    ),
)
