"""Teams: in a report on a match, a town or family name that plays is a club, not a place or a person."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newsreader.entities.mentions import Named, after, before
from newsreader.entities.model import Category
from newsreader.entities.words.contexts import SPORT
from newsreader.entities.words.countries import COUNTRY_OF_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[a-z][a-z-]+")
_ENOUGH_SPORT = 5
"""Words of sport that make a report on a match."""

_SCORE = r"\d{1,3}\s?[–-]\s?\d{1,3}"
_PLAYS = re.compile(
    rf"^(?:['’]s)?\s+(?:{_SCORE}|(?:(?:have|has|had|were|was)\s)?(?:beat|beaten|defeated|thrashed|drew|hosted|edged|crushed|"
    r"routed|trailed|equalised|equalized|scored|conceded|kicked|host|face|visit)\b"
    r"|(?:coach|manager|captain|midfielder|striker|defender|goalkeeper|half back|fullback|winger|players?|fans)\b"
    r"|\d{1,3}(?:[.,;]|\s|$))"
)
_PLAYED = re.compile(
    r"\b(?:beat|beaten|defeated|thrashed|edged|hosted|crushed|routed|against|over|vs?\.?|knocked off)\s+$"
)
_CUE = 2.0


def is_report(text: str) -> bool:
    """Whether the text reports on sport: at least so many different words of sport."""
    return len({match[0] for match in _WORD.finditer(text)} & SPORT) >= _ENOUGH_SPORT


def cues(text: str, mentions: Sequence[Named]) -> dict[str, float]:
    """Return, by key, how much speaks for each name being that of a team; countries stay places."""
    found: Counter[str] = Counter()
    surnames = {m.words[-1] for m in mentions if m.category is Category.PERSON and " " in m.key}
    for mention in mentions:
        if mention.key in surnames:
            continue
        if mention.form in COUNTRY_OF_NAME or (mention.category is Category.PERSON and " " in mention.form):
            continue
        if _PLAYS.match(after(text, mention.end)):
            found[mention.key] += 1
        if _PLAYED.search(before(text, mention.start)):
            found[mention.key] += 1
    return {key: _CUE * count for key, count in found.items()}
