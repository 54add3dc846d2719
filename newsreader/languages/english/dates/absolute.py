"""Rules for what names its place on the calendar: dates, months, years, decades, centuries."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from newsreader.languages.english.dates import lexicon, values
from newsreader.languages.english.dates.rule import MOD, Context, Rule, explained, modified, rule, symbolic
from newsreader.languages.english.dates.tense import looks_ahead
from newsreader.languages.english.words.calendar import WEEKDAY_NAMES, month_number, weekday_number

if TYPE_CHECKING:
    from newsreader.entity import TimeValue

ABSOLUTE = "the text says so"


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
    year = _year_of_end(context, month) or _agreeing_year(context.dct, month, day, weekday) or _told_year(context)
    year = year or nearest_year(context.dct, month, day)
    if (
        year
        and _ENDED.search(context.before(10))
        and (year, month, day) > (context.dct.year, context.dct.month, context.dct.day)
    ):
        year -= 1
    found = values.make_date(year or context.dct.year, month, day)
    if not found:
        return None
    value = explained(values.day(found), "dct", f"the one nearest to the article’s date, {context.dct}", 0.9)
    return _checked(value, found, weekday)


_TO_AN_END = re.compile(
    rf"\s*(?:(?:to|and|until|till|through)\s+|[-–]\s*)(?P<month>{lexicon.MONTH})(?:\s+{lexicon.DAY_ORDINAL})?,?"
    rf"\s+(?P<year>{lexicon.YEAR})\b"
)


def _year_of_end(context: Context, month: int) -> int | None:
    """The year of `March` in `from March to June 2020`, which only the end names."""
    end = _TO_AN_END.match(context.text, context.end)
    return int(end["year"]) - (month > month_number(end["month"])) if end else None


def _told_year(context: Context) -> int | None:
    """The past year that the paragraph is telling of, where its sentence does not look ahead."""
    year = context.spoken_year
    return year if year and context.dct and year < context.dct.year - 1 and not looks_ahead(context) else None


_ENDED = re.compile(r"\bended\s+$", re.IGNORECASE)
"""What has ended lies behind: `the nine months ended Sept. 30`."""


def _full_day(year: int, month: int, day: int, weekday: int | None) -> TimeValue | None:
    found = values.make_date(year, month, day)
    return _checked(explained(values.day(found), "absolute", ABSOLUTE), found, weekday) if found else None


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
        likely = values.nearest([day_first, month_first], context.dct) if context.dct else day_first
        other = month_first if likely is day_first else day_first
        value = explained(values.day(likely), "absolute", "the order of day and month is not known", 0.4)
        return value and replace(value, alternatives=(other.isoformat(),))
    return explained(values.day(found), "absolute", ABSOLUTE)


def _full_year(figures: str, context: Context) -> int:
    """Of a year in two figures, the latest that is not in the future of the article."""
    year = int(figures)
    if len(figures) > 2:
        return year
    latest = context.dct.year if context.dct else 2030
    return year + 2000 if year + 2000 <= latest else year + 1900


def _iso(match: re.Match[str], context: Context) -> TimeValue | None:
    return _full_day(int(match["year"]), int(match["month"]), int(match["day"]), None)


def _day_of_month(match: re.Match[str], context: Context) -> TimeValue | None:
    """`on the 14th`: the one nearest to the article's date."""
    day = lexicon.ordinal_of(match["day"])
    if context.dct is None:
        return symbolic(f"XXXX-XX-{day:02}", "day")
    months = [values.shift(context.dct.replace(day=1), step, "month") for step in (-1, 0, 1)]
    days = [found for first in months if first and (found := values.make_date(first.year, first.month, day))]
    if not days:
        return None
    found = values.nearest(days, context.dct)
    return explained(values.day(found), "dct", f"the one nearest to the article’s date, {context.dct}", 0.7)


def _month_year(match: re.Match[str], context: Context) -> TimeValue | None:
    value = values.month(int(match["year"]), month_number(match["month"]))
    return modified(explained(value, "absolute", ABSOLUTE), match["mod"])


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
_AMBIGUOUS = ("may", "march", "august")


_AS_OF = re.compile(r"\bas of\s+$", re.IGNORECASE)


def _bare_month(match: re.Match[str], context: Context) -> TimeValue | None:
    """A month without a year: past, unless the sentence looks ahead."""
    word = match["month"].lower().rstrip(".")
    if (word in _AMBIGUOUS or len(word) < 4) and not match["mod"] and not _BARE_BEFORE.search(context.before(20)):
        return None
    if re.match(r"\s+[A-Z][a-z]+", context.text[context.end :]) and not _BARE_BEFORE.search(context.before(20)):
        return None
    month = month_number(match["month"])
    if context.dct is None:
        return symbolic(f"XXXX-{month:02}", "month")
    if year_of_end := _year_of_end(context, month):
        return modified(explained(values.month(year_of_end, month), "absolute", ABSOLUTE), match["mod"])
    if (told := _told_year(context)) and not _AS_OF.search(context.before(8)):
        reason = f"in {told}, the year that the paragraph tells of"
        return modified(explained(values.month(told, month), "mention", reason, 0.7), match["mod"])
    ahead = looks_ahead(context)
    year = context.dct.year - (month > context.dct.month) if not ahead else context.dct.year
    if ahead and month < context.dct.month:
        year += 1
    reason = f"the {'next' if ahead else 'latest'} one seen from the article’s date, {context.dct}"
    return modified(explained(values.month(year, month), "dct", reason, 0.85), match["mod"])


_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|until|till|from|to|and|during|between|before|after|through|early|late|mid|circa|c\.|"
    r"around|about|roughly|approximately|the|a|an|for|or|than|as|this|his|her|its|their|at|on|with|until|year)\s+|"
    r"[(–—/-]|[’']s\s+|,\s+|^)$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"\b[A-Z]\w*\s+$")
_NOT_BEFORE = re.compile(
    r"(?:\bAct of |[\d.,:/]|\b(?:No|nos?|number|page|room|flight|route|highway|model|area|level|section)\.?\s*)$", re.I
)
_COUNTED_AFTER = re.compile(
    r"\s*(?:%|percent\b|per cent\b|[-–]?(?:foot|metre|meter|mile|km|kg|page|acre|seat|point)s?\b|"
    r"(?:[a-z-]+\s+)?(?:people|persons?|troops|soldiers|jobs|workers|homes|houses|miles|kilomet(?:re|"
    r"er)s|met(?:re|er)s|"
    r"feet|votes|seats|cases|deaths|dollars|pounds|euros|tons|tonnes|years|days|hours|minutes|members|students|"
    r"employees|residents|protesters|victims|fans|points|times|calories|watts|pages|others|men|women|children|"
    r"families|companies|passengers|aircraft|vehicles|cars|ships|animals|copies|units|degrees|sq|square)\b)"
)


def _bare_year(match: re.Match[str], context: Context) -> TimeValue | None:
    """A year on its own, where nothing says that it is a number."""
    year = int(match["year"])
    before = context.before(24)
    if _NOT_BEFORE.search(before) or _COUNTED_AFTER.match(context.text[context.end : context.end + 60]):
        return None
    if re.match(r"[.,:]\d|[-/–]\d|[-–]?[A-Za-z]", context.text[context.end : context.end + 3]):
        return None
    if (
        not match["mod"]
        and not _YEAR_BEFORE.search(before)
        and (_NAME_BEFORE.search(before) or not 1900 <= year <= 2059)
    ):
        return None
    if year > (context.dct.year if context.dct else 2030) + 30 and not re.search(r"\b(?:in|by|until)\s+$", before):
        return None
    if year < 1400 and not re.search(r"\b(?:in|since|of|year)\s+$", before):
        return None
    return modified(explained(values.year(year), "absolute", ABSOLUTE, 0.95), match["mod"])


def _short_year(match: re.Match[str], context: Context) -> TimeValue | None:
    """`since ’82`: the latest such year."""
    limit = context.dct.year if context.dct else 2030
    year = 2000 + int(match["short"]) if 2000 + int(match["short"]) <= limit else 1900 + int(match["short"])
    return explained(values.year(year), "dct", "the latest such year", 0.8)


_DECADES = {
    word: value
    for value, word in zip(
        range(20, 100, 10),
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"],
        strict=True,
    )
}


_DECADE_BEFORE = re.compile(
    r"\bthe\s+(?:(?:early|mid|late)[-\s])?[’'‘]?(?:1\d)?\d0s\s+(?:and|or|to)\s+$", re.IGNORECASE
)
"""Another decade, to which this one is joined: `the 70s and 80s`."""


_NO_DECADE = re.compile(r"\b(?:his|her|their|my|your|our)\s+$|\b(?:temperatures?|highs|lows|mercury)\b", re.IGNORECASE)
"""Before an age or a temperature: `a man in his forties`, `temperatures in the 40s`."""


def _decade(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the 1990s`, `the late ’80s`, `the nineties`; two figures mean the latest such decade."""
    if not match["century"] and _NO_DECADE.search(context.before()):
        return None
    if match["short"] and not re.search(r"\bthe\b|[’'‘]", match[0]) and not _DECADE_BEFORE.search(context.before(24)):
        return None
    if match["century"]:
        first = int(match["century"]) * 100 + int(match["tens"]) * 10
        return modified(explained(values.decade(first), "absolute", ABSOLUTE), match["mod"])
    tens = _DECADES[match["word"].lower()] if match["word"] else int(match["short"]) * 10
    limit = context.dct.year if context.dct else 2000 + 10
    first = next(base + tens for base in (2000, 1900, 1800) if base + tens <= limit)
    return modified(explained(values.decade(first), "absolute", "the latest such decade", 0.8), match["mod"])


def _century(match: re.Match[str], context: Context) -> TimeValue | None:
    number = lexicon.ordinal_of(match["nth"])
    return modified(explained(values.century(number), "absolute", ABSOLUTE), match["mod"]) if number < 100 else None


def _september_11(match: re.Match[str], context: Context) -> TimeValue | None:
    return explained(values.day(date(2001, 9, 11)), "absolute", "the attacks of 11 September 2001", 0.9)


OF_YEAR = r",? (?:of )?(?P<which>last|this|next) year"
"""A year after a day, as a word."""

RULES: tuple[Rule, ...] = (
    rule("11 September", r"9/11|(?-i:Sept(?:\.|ember) 11(?:th)?)(?=,? (?:attacks|terror))", _september_11, needs="11"),
    rule(
        "month day year",
        rf"(?:(?:(?:last|next|this) "
        rf")?(?P<weekday>{lexicon.WEEKDAY_SHORT})[,\s(]*)?(?P<month>{lexicon.MONTH}) "
        rf"(?P<day>{lexicon.DAY_ORDINAL})"
        rf"(?![\d:])(?!(?:,\d|\.\d| percent|%|(?: ?-| )?(?:million|billion)))"
        rf"(?:,? ?(?P<year>{lexicon.YEAR})|{OF_YEAR})?\)?",
        day_reading,
    ),
    rule(
        "day month year",
        rf"(?:(?P<weekday>{lexicon.WEEKDAY_SHORT})[,\s(]*)?(?:the )?(?P<day>{lexicon.DAY_ORDINAL})(?: of)? "
        rf"(?P<month>{lexicon.MONTH})(?:,? ?(?P<year>{lexicon.YEAR})|{OF_YEAR})?\)?",
        day_reading,
    ),
    rule(
        "ISO date", rf"(?P<year>{lexicon.YEAR})(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)", _iso, needs="- /"
    ),
    rule(
        "numeric date with a short year",
        r"(?<=\s)(?P<first>3[01]|[0-2]?\d)/(?P<second>3[01]|[0-2]?\d)/(?P<year>\d\d)(?!/)",
        _numeric,
        needs="/",
    ),
    rule("numeric date", rf"(?P<first>\d\d?)[/.](?P<second>\d\d?)[/.](?P<year>{lexicon.YEAR})", _numeric, needs="/ ."),
    rule(
        "day of the month",
        r"(?<=\bon\s)the (?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?! (?:[a-z]+ )?(?:century|"
        r"floor|minute|hole|lap|green|day|anniversary|birthday|ballot|of|and|place|time|round|"
        r"district|congress))",
        _day_of_month,
    ),
    rule("month year", rf"{MOD}(?P<month>{lexicon.MONTH})(?:,| of)? ?(?P<year>{lexicon.YEAR})", _month_year),
    rule(
        "month of a year",
        rf"{MOD}(?:(?P<month>{lexicon.MONTH}) (?:of )?(?P<which>this year|last year|next year))",
        _month_of_this_year,
        needs="year",
    ),
    rule(
        "last month by name",
        rf"{MOD}(?P<which>last|this|next|this past|this coming) (?P<month>{lexicon.MONTH})",
        _month_of_this_year,
    ),
    rule("month", rf"{MOD}(?P<month>{lexicon.MONTH})", _bare_month),
    rule("year", rf"{MOD}(?P<year>{lexicon.YEAR})", _bare_year),
    rule("year in two figures", r"(?:(?<=\bin\s)|(?<=\bsince\s))[’'‘](?P<short>\d\d)", _short_year, needs="’ ' ‘"),
    rule(
        "decade",
        rf"(?:the )?{MOD}(?:the )?(?:(?P<century>1\d|20)(?P<tens>\d)0[’']?s|"
        rf"[’'‘]?(?P<short>[2-9])0[’']?s|(?P<word>{'|'.join(_DECADES)}))",
        _decade,
        needs="0s 0’s 0's ties",
    ),
    rule(
        "century",
        rf"(?:the )?{MOD}(?:the )?(?P<nth>\d\d?(?:st|nd|rd|th)|{lexicon.ORDINAL})[-\s]centur(?:y|ies)",
        _century,
        needs="centur",
    ),
)
