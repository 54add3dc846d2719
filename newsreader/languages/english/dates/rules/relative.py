"""Rules for what is told from the article's date, or from one named before: yesterday, last week, the next day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsreader.languages.english.dates import lexicon, values
from newsreader.languages.english.dates.rule import Rule, explained, from_article, modified, rule, symbolic
from newsreader.languages.english.dates.rules.weekdays import LAST, NEXT, day_of_weekday
from newsreader.languages.english.dates.tense import looks_ahead
from newsreader.languages.english.words.calendar import weekday_number

if TYPE_CHECKING:
    from newsreader.entity import TimeValue
    from newsreader.languages.english.dates.context import Context

_UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}

_OF_NOW = re.compile(
    r"[’']s\s+(?:combat|youth|young|youngsters|teenagers|children|kids|students|world|society|generation|standards|terms|"
    r"money|prices|technology|economy|consumers|voters|politicians)\b",
    re.IGNORECASE,
)
"""After `today`, what is not of one day: `today’s youth`."""

_AS_NOW = re.compile(r"\b(?:I am|we are|they are|you are|he is|she is|know it)\s+$")
"""Before `today`, what it has come to: `the person I am today`."""


def _deictic(match: re.Match[str], context: Context) -> TimeValue | None:
    """Yesterday, today, tonight, tomorrow, last night, with a part of the day."""
    word = re.sub(r"\s+", " ", match["word"].lower())
    if match["word"] == "Today" and re.search(r"\b(?:USA|News|Russia|World)\s+$", context.before(8)):
        return None
    if word == "today" and (_OF_NOW.match(context.text, context.end) or _AS_NOW.search(context.before(12))):
        return symbolic("PRESENT_REF", "", reason="the time of the article")
    part = lexicon.PARTS[match["part"].lower()] if match["part"] else "NI" if word in ("tonight", "last night") else ""
    if context.dct is None:
        return symbolic(f"XXXX-XX-XXT{part}" if part else "XXXX-XX-XX", "day", "TIME" if part else "DATE")
    on = values.shift(_speaking_day(context), lexicon.DAYS[word], "day")
    return modified(_day_or_part(on, part, context), match["mod"])


def _overnight(match: re.Match[str], context: Context) -> TimeValue | None:
    """`Shares fell overnight`: the night before the article, or after it where the sentence looks ahead."""
    if context.dct is None:
        return symbolic("XXXX-XX-XXTNI", "part", "TIME")
    on = values.shift(context.dct, 0 if looks_ahead(context) else -1, "day")
    return from_article(values.part_of_day(on, "NI"), context, 0.6) if on else None


def _speaking_day(context: Context) -> date:
    """The day on which a deictic word was said: in a quotation the day named last, if that was in the last week."""
    assert context.dct is not None
    said = context.last_of("day") if context.quoted else None
    return said if said and timedelta(0) <= context.dct - said < timedelta(days=7) else context.dct


def _day_or_part(on: date | None, part: str, context: Context, confidence: float = 1.0) -> TimeValue | None:
    if on is None:
        return None
    return from_article(values.part_of_day(on, part) if part else values.day(on), context, confidence)


def _beyond(match: re.Match[str], context: Context) -> TimeValue | None:
    """The day before yesterday, the day after tomorrow."""
    if context.dct is None:
        return symbolic("XXXX-XX-XX", "day")
    return from_article(values.day(context.dct + timedelta(days=-2 if match["back"] else 2)), context)


def _this_part(match: re.Match[str], context: Context) -> TimeValue | None:
    """This morning, this afternoon, this evening."""
    if context.dct is None:
        return symbolic(f"XXXX-XX-XXT{lexicon.PARTS[match['part'].lower()]}", "part", "TIME")
    return modified(_day_or_part(context.dct, lexicon.PARTS[match["part"].lower()], context), match["mod"])


def _unit(match: re.Match[str], context: Context) -> TimeValue | None:
    """`last week`, `this year`, `next month`, `earlier this week`."""
    unit = lexicon.unit_of(match["unit"])
    if context.dct is None:
        return symbolic(_UNKNOWN.get(unit, "XXXX"), unit)
    which = re.sub(r"\s+", " ", match["which"].lower()).split()[-1]
    step = -1 if which in LAST else 1 if which in NEXT else 0
    if unit == "weekend" and not step and context.dct.isoweekday() < 4 and not looks_ahead(context):
        step = -1
    on = values.shift(context.dct, step, unit)
    return modified(from_article(values.containing(on, unit), context), match["mod"]) if on else None


def _same(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the same day`, `that night`, `the previous year`, `the following week`: told from what was named before."""
    word, which = match["unit"].lower(), re.sub(r"\s+", " ", match["which"].lower()).split()[-1]
    part = lexicon.PARTS.get(word)
    base = context.last_of("day" if part else word)
    if base is None:
        return symbolic(_UNKNOWN.get(word, "XXXX-XX-XX"), word)
    unit = "day" if part else lexicon.unit_of(word)
    step = -1 if which in ("previous", "preceding", "prior", "before") else 0 if which in ("same", "that") else 1
    on = values.shift(base, step, unit)
    if on is None:
        return None
    value = values.part_of_day(on, part) if part else values.containing(on, unit)
    if context.previous is None:
        return from_article(value, context, 0.5)
    return explained(value, "mention", f"told from {base}, which was named before", 0.75)


_RUNNING = re.compile(
    r"\b(?:(?:early|earlier|late|later|point) in|for|end(?:s|ed|ing)?|finish(?:es|ed|ing)?|clos(?:es?|ed|ing)|over|"
    r"during|(?:end|rest|remainder|start|beginning|middle|half|part|most|much|course|days|weeks|months|late|early) of|"
    r"later on|earlier on|throughout|so far)\s+$",
    re.IGNORECASE,
)

_OF_SOMETHING = re.compile(
    r"\s+(?:of|that|when|before|after(?!\s\w+ing\b)|to|(?P<who>he|she|they|it)|ahead)\b|[-’'](?!s\b)\w"
)
_IN_THE_END = re.compile(r"at the end of the day\b", re.IGNORECASE)
_AT_THE = re.compile(r"\b(?:at|on)\s+$", re.IGNORECASE)


def _the_unit(match: re.Match[str], context: Context) -> TimeValue | None:
    """`earlier in the month`, `the rest of the year`, `over the weekend`."""
    before = context.before(30)
    running = _RUNNING.search(before) or (match["unit"].lower() == "weekend" and _AT_THE.search(before))
    something = _OF_SOMETHING.match(context.text, context.end)
    if something and not (match["unit"].lower() == "weekend" and something["who"]):
        return None
    if not running or _IN_THE_END.search(f"{before}{match[0]}"):
        return None
    return _running_unit(match, context)


def _edge_of_unit(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the beginning of the year`, but not `at the end of the day`, which means no day."""
    if _IN_THE_END.match(context.text, max(0, context.start - len("at "))):
        return None
    return modified(_running_unit(match, context), match["mod"])


def _full_year(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the full year`: that of the figures that were named last, else the article's own, or early in one the last."""
    if context.dct is None:
        return symbolic("XXXX", "year")
    ahead = _FORECAST.search(context.before(60)) or _FORECAST_OF.match(context.text, context.end)
    named = None if ahead else context.last_of("year")
    base = named if named and abs(named.year - context.dct.year) <= 1 else context.dct
    over = base == context.dct and not ahead and context.dct.month <= _REPORTED_UNTIL
    return explained(values.year(base.year - over), "mention", "the year that is told of", 0.7)


_REPORTED_UNTIL = 3
"""The month up to which figures are of the year before."""


_FORECAST = re.compile(
    r"\b(?:forecasts?|expects?|expected|sees|projects|targets?|estimates?|predicts?)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_FORECAST_OF = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:forecasts?|outlook|guidance|targets?|estimates?)\b"
    r"|,?\s(?:\w+\s){1,3}(?:expects?|sees|forecasts?|projects|targets|plans|will|would)\b"
)
"""Around a full year that is not over yet: `raised its full-year forecast`."""

_MOST = re.compile(r"\b(?:[a-z]+est|most|best|worst|first|last|only)\b[^.,;:]{0,30}\bof\s+$")


def _most_of_part(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the loudest applause of the evening`: of the day that is spoken of."""
    if not _MOST.search(context.before(60)):
        return None
    on = context.spoken_day
    if match["part"].lower() != "day":
        return _in_the_part(match, context)
    return explained(values.day(on), "mention", "the day that is spoken of", 0.6) if on else None


def _beside_something(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the day before the vote`, of which nobody says when it was."""
    word = (match["unit"] or match["longer"]).lower()
    part = lexicon.PARTS.get(word)
    if part and not context.before(4).lower().endswith("on "):
        return None
    value = f"XXXX-XX-XXT{part}" if part else _UNKNOWN[word]
    return symbolic(value, word, "TIME" if part else "DATE", "what it was before or after has no date here")


def _one_further(match: re.Match[str], context: Context) -> TimeValue | None:
    """`the week before last`, `the month after next`."""
    unit = lexicon.unit_of(match["unit"])
    if context.dct is None:
        return symbolic(_UNKNOWN[unit], unit)
    on = values.shift(context.dct, 2 if match["next"] else -2, unit)
    return from_article(values.containing(on, unit), context, 0.9) if on else None


_DAY_BESIDE = re.compile(rf"(?<!\s)\s+(?:on\s+)?(?P<weekday>{lexicon.WEEKDAY})\b")


def _in_a_row(match: re.Match[str], context: Context) -> TimeValue | None:
    """`for the third straight month`: the last one of them, which was named before or is the article's own."""
    unit = (match["unit"] or match["unit2"] or match["unit3"]).lower()
    if context.dct is None:
        return symbolic(_UNKNOWN[unit], unit)
    if unit == "day" and (beside := _DAY_BESIDE.match(context.text, context.end)):
        on = day_of_weekday(weekday_number(beside["weekday"]), "", context)
        return from_article(values.day(on), context, 0.8) if on else None
    over = context.dct.isoformat()
    named = next((e for e in reversed(context.history) if e.granularity == unit and e.start and e.start <= over), None)
    on = date.fromisoformat(named.start[:10]) if named and named.start else context.dct
    return explained(values.containing(on, unit), "mention" if named else "dct", "the last of them", 0.6)


def _year_end(match: re.Match[str], context: Context) -> TimeValue | None:
    """`by year-end`, `mid-month`: of the year or month in which the article is told."""
    return modified(_running_unit(match, context), "middle" if match["middle"] else "end")


_NAMES_OF_UNIT = ("unit", "whole", "middle")


def _running_unit(match: re.Match[str], context: Context) -> TimeValue | None:
    """The day, week, month or year in which the article is told."""
    unit = lexicon.unit_of(next(word for name, word in match.groupdict().items() if name in _NAMES_OF_UNIT and word))
    if context.dct is None:
        return symbolic(_UNKNOWN.get(unit, "XXXX"), unit)
    base = context.spoken_day or context.dct if unit == "day" else context.dct
    if unit in ("decade", "century"):
        base = next(
            (
                date.fromisoformat(each.start[:10])
                for each in reversed(context.history)
                if each.start and each.granularity == unit
            ),
            base,
        )
    if unit == "weekend" and not looks_ahead(context):
        base = base - timedelta(days=5)
    return from_article(values.containing(base, unit), context, 0.7)


def _in_the_part(match: re.Match[str], context: Context) -> TimeValue | None:
    """`in the evening` of the day that is spoken of."""
    if match["part"][0].isupper():
        return None  # A title: Imus in the Morning.
    on = context.spoken_day
    part = lexicon.PARTS[match["part"].lower()]
    if on is None:
        return symbolic(f"XXXX-XX-XXT{part}", "part", "TIME")
    return explained(values.part_of_day(on, part), "mention", f"on {on}, the day that is spoken of", 0.6)


_UNIT_WORD = r"(?P<unit>week|weekend|month|quarter|year|decade|century)"
_EARLIER = r"(?:(?P<mod>earlier|later|early|late|sometime|the (?:end|beginning|start|middle) of|as early as) )?"

RULES: tuple[Rule, ...] = (
    rule(
        "today",
        "He spoke yesterday morning.",
        rf"(?:(?P<mod>earlier|later|early|late) )?(?P<word>yesterday|today|tomorrow|last night|"
        rf"tonight)(?: (?P<part>{lexicon.PART}))?",
        _deictic,
        needs="today yesterday tomorrow tonight last",
    ),
    rule(
        "overnight",
        "Shares fell overnight.",
        r"(?<=[a-z]\s)overnight(?= ?[.,;:)]|$| (?:on|in|from|to|into|at|by|and|as|after|that)\b)",
        _overnight,
        needs="overnight",
    ),
    rule(
        "day before yesterday",
        "She arrived the day before yesterday.",
        r"the day (?:(?P<back>before) yesterday|after tomorrow)",
        _beyond,
        needs="yesterday tomorrow",
    ),
    rule(
        "this morning",
        "It rained this morning.",
        rf"(?:(?P<mod>earlier|later|early|late) )?this (?P<part>{lexicon.PART})",
        _this_part,
        needs="this",
    ),
    rule(
        "last week",
        "Sales fell last week.",
        rf"{_EARLIER}(?P<which>last|this|next|the current|current|this past|this coming|the coming)"
        rf" {_UNIT_WORD}(?![-\s]old)(?! of (?:{lexicon.MONTH}|{lexicon.YEAR}))",
        _unit,
        needs="last this next current coming",
    ),
    rule(
        "the same day",
        "They met on 3 May 2024 and parted the same day.",
        r"(?P<which>the same|that|that same|the previous|the preceding|the prior|the following|the next) "
        r"(?P<unit>day|week|month|year|morning|afternoon|evening|night|weekend|decade)",
        _same,
        needs="same that previous preceding prior following next",
    ),
    rule(
        "the day before",
        "They met on 3 May 2024 and had spoken the day before.",
        r"the (?P<unit>day|week|month|year|night) (?P<which>before|after|previous|following)(?! "
        r"(?:yesterday|tomorrow|the|he|she|they|it|his|her|a|an|[A-Z]))",
        _same,
        needs="before after previous following",
    ),
    rule(
        "year-end",
        "By year-end it closes.",
        r"(?:(?<=\bby\s)|(?<=\bat\s)|(?:fiscal|financial) )(?P<unit>year)(?:[’']s)?[- ](?P<mod>end)|"
        r"(?P<whole>year|month)-(?P<edge>end)|mid-(?P<middle>month|year|week)",
        _year_end,
        needs="year month mid-",
    ),
    rule(
        "the week before last",
        "It opened the week before last.",
        r"the (?P<unit>day|week|weekend|month|year) (?:before last|(?P<next>after next))",
        _one_further,
        needs="before after",
    ),
    rule(
        "the third month in a row",
        "Prices rose for the third straight month.",
        rf"(?:an? |the )?(?:{lexicon.ORDINAL}) (?:(?:straight|consecutive|successive) (?P<unit>day|week|month|year)|"
        r"(?P<unit2>day|week|month|year) in a row|(?P<unit3>day|week|month|year) running)",
        _in_a_row,
        needs="straight consecutive successive row running",
    ),
    rule(
        "the end of the month",
        "Sales fell at the end of the month.",
        r"the (?:very )?(?P<mod>end|beginning|start|middle) of the (?P<unit>day|week|weekend|month|year|decade)"
        r"(?! (?:of|that|when|in which)\b|[-’'](?!s\b)\w)",
        _edge_of_unit,
        needs="end start middle beginning",
    ),
    rule(
        "the full year",
        "Sales rose in the final quarter of 2023 and in the full year.",
        r"(?:the (?:full|entire|whole)|full)[- ](?P<unit>year)",
        _full_year,
        needs="year",
    ),
    rule(
        "the loudest of the evening",
        "They met on Monday. It was the loudest cheer of the evening.",
        r"(?<=\bof\s)the (?P<part>morning|afternoon|evening|night|day)(?![-’' ]\w)",
        _most_of_part,
        needs="morning afternoon evening night day",
    ),
    rule(
        "the day before something",
        "They met on the day before the vote.",
        r"the (?:(?P<unit>day|morning|afternoon|evening|night)(?= (?:before|after|of) (?:the|his|her|its|their|an?)\b)|"
        r"(?P<longer>week|month|year)(?= (?:before|after) (?:the|his|her|its|their|an?)\b))"
        r"(?! of the (?:week|year|\d))",
        _beside_something,
        needs="day week month year morning afternoon evening night",
    ),
    rule("the month", "It rained earlier in the month.", r"the (?P<unit>day|week|weekend|month|year)", _the_unit),
    rule(
        "in the evening",
        "It rained in the evening.",
        r"(?:(?<=\bin\s)|(?<=\bby\s)|(?<=\bbefore\s)|(?<=\bduring\s)|(?<=\buntil\s)|(?<=\bthrough\s)|"
        r"(?<=\bfor\s))the (?P<part>morning|afternoon|evening|night)(?! (?:of|after|before))",
        _in_the_part,
        needs="morning afternoon evening night",
    ),
    rule(
        "morning trading",
        "Shares rose in early morning trading.",
        r"(?<=\bin\s)(?:(?:early|mid|late)[-\s])?(?P<part>morning|afternoon|evening)"
        r"(?= (?:trading|trade|dealings|session)\b)",
        _in_the_part,
    ),
)
