"""Rules for years and centuries with their era: 480 BC, AD 79, the second century BC.

A year before Christ has a TIMEX3 value (`BC0480`) and no place on the calendar, which begins with the year 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.languages.english.dates import lexicon, values
from newsreader.languages.english.dates.absolute import ABSOLUTE
from newsreader.languages.english.dates.rule import MOD, Context, Rule, explained, modified, rule, symbolic

if TYPE_CHECKING:
    import re

    from newsreader.entity import TimeValue

_BEFORE = "before the first year of the calendar"


def _year(match: re.Match[str], context: Context) -> TimeValue | None:
    """A year of either era."""
    number = int(match["first"] or match["last"])
    if not number:
        return None
    if match["bc"]:
        return modified(symbolic(f"BC{number:04}", "year", reason=_BEFORE), match["mod"])
    return modified(explained(values.year(number), "absolute", ABSOLUTE), match["mod"])


def _century(match: re.Match[str], context: Context) -> TimeValue | None:
    """A century of either era; `BC01` is the second before Christ, as `01` is the second after."""
    number = lexicon.ordinal_of(match["nth"])
    if match["bc"]:
        return modified(symbolic(f"BC{number - 1:02}", "century", reason=_BEFORE), match["mod"])
    return modified(explained(values.century(number), "absolute", ABSOLUTE), match["mod"])


_BC = r"(?-i:(?P<bc>BCE?\b|B\.C\.(?:E\.)?))"
_AD = r"(?-i:AD\b|A\.D\.|CE\b|C\.E\.)"

RULES: tuple[Rule, ...] = (
    rule(
        "year with its era",
        rf"{MOD}(?:(?-i:AD|A\.D\.) ?(?P<first>\d{{1,4}})|(?P<last>\d{{1,4}}) ?(?:{_BC}|{_AD}))",
        _year,
        needs="ad bc ce a.d. b.c. c.e.",
    ),
    rule(
        "century with its era",
        rf"(?:the )?{MOD}(?:the )?(?P<nth>\d\d?(?:st|nd|rd|th)|{lexicon.ORDINAL})[-\s]centur(?:y|ies) (?:{_BC}|{_AD})",
        _century,
        needs="centur",
    ),
)
