"""Rules for years, decades and centuries, of either era: 2019, since ’82, the late 1990s, 480 BC.

A year before Christ has a TIMEX3 value (`BC0480`) and no place on the calendar, which begins with the year 1.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.languages.english.dates import lexicon, values
from newsreader.languages.english.dates.rule import MOD, STATED, Rule, explained, modified, rule, symbolic

if TYPE_CHECKING:
    from newsreader.entity import TimeValue
    from newsreader.languages.english.dates.context import Context

_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|until|till|from|to|and|during|between|before|after|through|early|late|mid|circa|c\.|"
    r"around|about|roughly|approximately|the|a|an|for|or|than|as|this|his|her|its|their|at|on|with|until|year)\s+|"
    r"[(–—/-]|[’']s\s+|,\s+|^)$",
    re.IGNORECASE,
)

_NAME_BEFORE = re.compile(r"\b[A-Z]\w*\s+$")

_NOT_BEFORE = re.compile(
    r"(?:\bAct of |[\d.,:/]|(?<!\b[12]\d\d)\d[-–]|\b(?:No|nos?|numbers?|pages?|rooms?|flights?|routes?|highway|models?|"
    r"area|level|section|gate|desk|seat|row|suite|unit|lot|box|channel|version|building|bus|train|code|pin|platform|locker|hall|line|item|"
    r"case|form|reference|chapter|verse|article|station|"
    r"pa(?:y|ys|id|ying)|cost(?:s|ing)?|worth|earn(?:s|ed|ing)?|fined|weigh(?:s|ed)?|scored|counted|total(?:s|led|ed)|"
    r"numbered|numbering|employ(?:s|ed)|more than|fewer than|at least)\.?\s*)$",
    re.I,
)

_COUNTED_AFTER = re.compile(
    r"\s*(?:%|percent\b|per cent\b|[-–]?(?:foot|metre|meter|mile|km|kg|page|acre|seat|point)s?\b|"
    r"(?:(?!(?:an?|the|another|some|its|his|her|their|several|many|all)\s)[a-z-]+\s+)?(?:people|persons?|troops|soldiers|jobs|workers|homes|houses|miles|kilomet(?:re|"
    r"er)s|met(?:re|er)s|"
    r"feet|votes|seats|cases|deaths|dollars|pounds|euros|tons|tonnes|years|days|hours|minutes|members|students|"
    r"employees|residents|protesters|victims|fans|points|times|calories|watts|pages|others|men|women|children|"
    r"families|companies|passengers|aircraft|vehicles|cars|ships|animals|copies|units|degrees|sq|square)\b)"
)


_NAME_AFTER = re.compile(r"\s+(?-i:Committee|Group|Project|Agenda|Commission)\b")
"""Behind a year that is a part of a name: `the 1922 Committee`."""


_NUMBER_AFTER = re.compile(r" \d{3} \d{3}\b")
"""Behind the first figures of a telephone number: `1800 333 000`."""


def _bare_year(match: re.Match[str], context: Context) -> TimeValue | None:
    """A year on its own, where nothing says that it is a number."""
    year = int(match["year"])
    before = context.before(24)
    if _NOT_BEFORE.search(before) or _COUNTED_AFTER.match(context.text[context.end : context.end + 60]):
        return None
    if _NAME_AFTER.match(context.text, context.end):
        return None
    roughly = _ROUGHLY.match(match["mod"] or "") or before.endswith("about ")
    if roughly and not _NO_NOUN_AFTER.match(context.text, context.end):
        return None
    if _NUMBER_AFTER.match(context.text, context.end):
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
    return modified(explained(values.year(year), "absolute", STATED, 0.95), match["mod"])


_ROUGHLY = re.compile("roughly|approximately|about|around", re.IGNORECASE)
_NO_NOUN_AFTER = re.compile(
    r"\s*(?:[^\w\s]|$|(?:and|or|to|when|while|as|in|at|by|until|the|an?|with|after|before|he|she|it|they|we|but|for|from|"
    r"on|that|which|who|was|is|were|has|had|there|[a-z]+ed)\b)"
)
"""What follows a year about which something was, and not so many things: `about 2010 when`, `about 2000 homes`."""


def _short_year(match: re.Match[str], context: Context) -> TimeValue | None:
    """`since ’82`: the latest such year."""
    limit = context.dct.year if context.dct else 2030
    year = 2000 + int(match["short"]) if 2000 + int(match["short"]) <= limit else 1900 + int(match["short"])
    return explained(values.year(year), "dct", "the latest such year", 0.8)


def _spelled_year(match: re.Match[str], context: Context) -> TimeValue | None:
    """`nineteen eighty-four`, `two thousand and one`, `twenty twenty-four`."""
    if match["rest"]:
        number = 2000 + int(lexicon.number_of(match["rest"]) or 0)
    else:
        words = match["years"].lower().removeprefix("oh").strip(" -")
        years = int(lexicon.number_of(words) or 0)
        number = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}[match["century"].lower()] + years
    return explained(values.year(number), "absolute", STATED, 0.9)


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
        return modified(explained(values.decade(first), "absolute", STATED), match["mod"])
    tens = _DECADES[match["word"].lower()] if match["word"] else int(match["short"]) * 10
    limit = context.dct.year if context.dct else 2000 + 10
    first = next(base + tens for base in (2000, 1900, 1800) if base + tens <= limit)
    return modified(explained(values.decade(first), "absolute", "the latest such decade", 0.8), match["mod"])


def _century(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the 19th century`, `the early twentieth century`."""
    number = lexicon.ordinal_of(match["nth"])
    return modified(explained(values.century(number), "absolute", STATED), match["mod"]) if number < 100 else None


_BEFORE = "before the first year of the calendar"


def _year_of_era(match: re.Match[str], context: Context) -> TimeValue | None:
    """A year of either era."""
    number = int(match["first"] or match["last"])
    if not number:
        return None
    if match["bc"]:
        return modified(symbolic(f"BC{number:04}", "year", reason=_BEFORE), match["mod"])
    return modified(explained(values.year(number), "absolute", STATED), match["mod"])


def _century_of_era(match: re.Match[str], context: Context) -> TimeValue | None:
    """A century of either era; `BC01` is the second before Christ, as `01` is the second after."""
    number = lexicon.ordinal_of(match["nth"])
    if match["bc"]:
        return modified(symbolic(f"BC{number - 1:02}", "century", reason=_BEFORE), match["mod"])
    return modified(explained(values.century(number), "absolute", STATED), match["mod"])


_BC = r"(?-i:(?P<bc>BCE?\b|B\.C\.(?:E\.)?))"
_AD = r"(?-i:AD\b|A\.D\.|CE\b|C\.E\.)"

_AFTER_IN = (
    "(?:" + "|".join(rf"(?<=\b{word}\s)" for word in "in of since by until from year to and before".split()) + ")"
)
_NOT_ABOUT = MOD.replace("|about", "")
"""What may stand before a year; what is `about 2024` may well be about that year."""

_NTH = rf"(?:\d\d?(?:st|nd|rd|th)|{lexicon.ORDINAL})"
_DIGITS = "one|two|three|four|five|six|seven|eight|nine"
_TEEN = "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"

RULES: tuple[Rule, ...] = (
    rule("year", "It opened in 2019.", rf"{_NOT_ABOUT}(?P<year>{lexicon.YEAR}|2[1-9]\d\d)", _bare_year),
    rule(
        "year in two figures",
        "It has been shut since ’82.",
        r"(?:(?<=\bin\s)|(?<=\bsince\s))[’'‘](?P<short>\d\d)",
        _short_year,
        needs="’ ' ‘",
    ),
    rule(
        "year in words",
        "It opened in nineteen eighty-four.",
        rf"{_AFTER_IN}(?:(?P<century>eighteen|nineteen|twenty)[- ]"
        rf"(?P<years>(?:oh[- ](?:{_DIGITS})|{_TEEN}|(?:{'|'.join(lexicon.TENS)})(?:[- ](?:{_DIGITS}))?))|"
        rf"two thousand(?: and)? (?P<rest>(?:{'|'.join(lexicon.TENS)})(?:[- ](?:{_DIGITS}))?|{_TEEN}|{_DIGITS}))"
        r"(?![- ](?:dollars?|pounds?|percent|people|years?|days?|miles|minutes?|hours?)\b|-\w)",
        _spelled_year,
        needs="eighteen nineteen twenty thousand",
    ),
    rule(
        "decade",
        "It was built in the 1990s.",
        rf"(?:the )?{MOD}(?:the )?(?:(?P<century>1\d|20)(?P<tens>\d)0[’']?s|"
        rf"[’'‘]?(?P<short>[2-9])0[’']?s|(?P<word>{'|'.join(_DECADES)}))",
        _decade,
        needs="0s 0’s 0's ties",
    ),
    rule(
        "century",
        "The bridge is of the 19th century.",
        rf"(?:the )?{MOD}(?:the )?(?P<nth>{_NTH})[-\s]centur(?:y|ies)",
        _century,
        needs="centur",
    ),
    rule(
        "century in a list",
        "It is of the 12th and 13th centuries.",
        rf"(?P<mod>)(?P<nth>{_NTH})(?=(?:,|,? and|,? or| to|[-–]) (?:the )?(?:(?:early|mid|late)[- ])?"
        rf"{_NTH}(?:,| and)?[^.]{{0,12}}[-\s]centur(?:y|ies)\b)",
        _century,
        needs="1 2 3 4 5 6 7 8 9 teenth rst ond ird rth fth xth nth hth",
    ),
    rule(
        "year with its era",
        "The temple fell in AD 79.",
        rf"{MOD}(?:(?-i:AD|A\.D\.) ?(?P<first>\d{{1,4}})|(?P<last>\d{{1,4}}) ?(?:{_BC}|{_AD}))",
        _year_of_era,
        needs="ad bc ce a.d. b.c. c.e.",
    ),
    rule(
        "century with its era",
        "It was built in the second century BC.",
        rf"(?:the )?{MOD}(?:the )?(?P<nth>\d\d?(?:st|nd|rd|th)|{lexicon.ORDINAL})[-\s]centur(?:y|ies) (?:{_BC}|{_AD})",
        _century_of_era,
        needs="centur",
    ),
)
