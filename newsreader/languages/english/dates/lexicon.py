"""The words of time in English news, and the fragments of regular expressions that are built from them."""

from __future__ import annotations

import re

from newsreader.languages.english.words.calendar import (
    MONTH_NAMES,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAY_NAMES,
    capitalised,
)

DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "last night": -1}
"""How many days after the article's own the day of a word is."""

UNITS = {
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "fortnight": "fortnight",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "centurie": "century",
    "sec": "second",
    "min": "minute",
    "hr": "hour",
}
"""Unit words in the singular (`centurie` is what is left of `centuries`) and the granularity each stands for."""

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    "morning": "MO",
    "noon": "MI",
    "midday": "MI",
    "lunchtime": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
}
"""Parts of the day and their TIMEX3 codes."""

SMALL_NUMBERS = {
    word: value
    for value, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen"
        ).split()
    )
}
TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10), ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], strict=True
    )
}
ORDINALS = {
    word: value
    for value, word in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth "
            "twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth "
            "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
        ).split(),
        start=1,
    )
}

_MONTH = capitalised(MONTH_NAMES)
MONTH = rf"(?-i:{_MONTH}|{_MONTH.upper()}|(?:{capitalised(SHORT_MONTHS)})\b\.?)"
"""A month in prose, where `may` and `MAR` are something else."""
A_MONTH = "\0month"
"""Among the pieces that a rule needs: any month, which is quicker to look for once than in every rule."""
MONTH_SMALL = rf"(?-i:(?:{'|'.join(sorted((*MONTH_NAMES, *SHORT_MONTHS), key=len, reverse=True))})\b\.?)"
"""A month in small letters, which only figures beside it make one: `june 15, 1987`."""
SHORT_YEAR = r"[’'‘](?P<short>\d\d)"
WEEKDAY = rf"(?:{capitalised(WEEKDAY_NAMES)})"
WEEKDAY_SHORT = rf"(?:{WEEKDAY}|(?-i:{capitalised(SHORT_WEEKDAYS)})\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
DAY_ORDINAL = rf"(?:{DAY}(?:st|nd|rd|th)?)"
YEAR = r"(?:1\d{3}|20\d{2})"
USUAL = r"(?:usual|typical|normal|ordinary|average|regular)"
"""What makes a day or a month any such one: `on a usual Monday`."""
SEASON = "|".join(SEASONS)
PART = r"morning|afternoon|evening|night|lunchtime|midday"

_SMALL = "|".join(sorted(SMALL_NUMBERS, key=len, reverse=True))
_TENS = "|".join(TENS)
SPELLED = rf"(?:(?:{_TENS})(?:[-\s](?:{_SMALL}))?|{_SMALL})"
NUMBER = (
    r"(?:\d{1,3}(?:\s+1/[24]|[½¼])|\d[\d,]{0,17}(?:\.\d{1,9})?(?:\s+(?:million|billion))?|"
    rf"(?:a\s+)?hundred|{SPELLED}(?:\s+hundred)?)"
)
VAGUE = (
    r"(?:(?:a\s+few|several|many)\s+(?:hundred|thousand|dozen)|a\s+(?:very\s+)?few|a\s+couple(?:\s+of)?|a\s+(?:half[-\s])?dozen|a\s+number\s+of|several|many|"
    r"some|few|numerous|dozens\s+of|hundreds\s+of|thousands\s+of|tens\s+of\s+thousands\s+of)"
)
UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?|"
    r"centur(?:y|ies)|secs?|mins?|hrs?)"
)
UNIT_ONE = r"(?:second|minute|hour|day|week|weekend|fortnight|month|quarter|year|decade|century)"
ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_OFFSET = r"\s*[+−–-]\s*\d{1,2}(?::?[0-5]\d)?"
ZONE = (
    rf"(?-i:local\s+time|(?:UTC|GMT)(?:{_OFFSET})?|\((?:UTC|GMT){_OFFSET}\)|"
    r"BST|CET|CEST|EET|EEST|MSK|IST|JST|KST|AEST|AEDT|NZST|NZDT|WIB|PKT|"
    r"[ECMP][SD]?T\b|(?:Eastern|Central|Mountain|Pacific)(?:\s+(?:Standard|Daylight))?(?:\s+[Tt]ime)?|"
    r"[A-Z][a-z]+\s+time)"
)


def unit_of(word: str) -> str:
    """The granularity that a unit word stands for, singular or plural."""
    word = word.lower()
    return UNITS.get(word) or UNITS[word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")]


_FRACTIONS = {" 1/2": 0.5, " 1/4": 0.25, "½": 0.5, "¼": 0.25}
_POWERS = {"million": 10**6, "billion": 10**9}


def number_of(words: str) -> float | None:
    """The value of a number in digits or words, or None for a vague one (`several`)."""
    words = re.sub(r"\s+", " ", words.lower().strip())
    for sign, fraction in _FRACTIONS.items():
        if words.endswith(sign):
            return float(words.removesuffix(sign)) + fraction
    digits, _, power = words.replace(",", "").partition(" ")
    if re.fullmatch(r"\d+(?:\.\d+)?", digits):
        return float(digits) * _POWERS.get(power, 1)
    if words in ("a", "an", "single"):
        return 1
    if words in ("a half-dozen", "a half dozen"):
        return 6
    if words in ("a dozen", "dozen"):
        return 12
    if words in ("hundred", "a hundred"):
        return 100
    if words.endswith(" hundred"):
        part = number_of(words.removesuffix(" hundred"))
        return None if part is None else part * 100
    tens, _, rest = words.replace("-", " ").partition(" ")
    if tens in TENS and (not rest or rest in SMALL_NUMBERS):
        return TENS[tens] + SMALL_NUMBERS.get(rest, 0)
    return SMALL_NUMBERS.get(words)


def ordinal_of(word: str) -> int:
    """The value of an ordinal in words or digits (`third`, `3rd`)."""
    word = word.lower()
    return ORDINALS[word] if word in ORDINALS else int(re.sub(r"\D", "", word))
