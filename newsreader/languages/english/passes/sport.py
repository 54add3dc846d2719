"""Teams: in a report on a match, a town or family name that plays is a club, not a place or a person.

News calls clubs by their town alone (`Boston beat Orlando`) and by the plural of their emblem (`the Packers`). What a
town does in a sentence tells it from the town where a match is played (`in Boston`), mention by mention.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.languages.english.passes.whole_names import named
from newsreader.languages.english.shapes import bare
from newsreader.languages.english.words.contexts import SPORT
from newsreader.languages.english.words.countries import COUNTRY_OF_NAME, DEMONYMS, PLACES
from newsreader.languages.english.words.given_names import GIVEN_NAMES
from newsreader.languages.english.words.junk import COMMON_WORDS, GENERIC
from newsreader.languages.english.words.organisations import EVENTS, HEADS, VENUES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreader.languages.document import Document, Name, Taken

_WORD = re.compile(r"[a-z][a-z-]+")
_ENOUGH_SPORT = 5
"""Different words of sport that make a report on a match; a result or a competition counts for two of them."""

_DENSITY = 100
"""Words of which one is of sport in a report; a long text has some of these words by chance."""

_SCORE = r"\d{1,3}\s?[–-]\s?\d{1,3}(?![\w–-])"
_RESULT = re.compile(rf"(?<![\w–-]){_SCORE}")
_COMPETITION = re.compile(
    r"\b(?:Premier League|La Liga|Serie A|Bundesliga|Ligue 1|Champions League|Europa League|FA Cup|World Cup|Grand Slam"
    r"|Super Bowl|Stanley Cup|World Series|NBA|NFL|NHL|MLB|Six Nations|Davis Cup|(?:U\.S\.|French|Australian) Open)\b"
)
"""Competitions, which show that an article reports on sport."""

_MEETS = (
    r"beat|beats|beaten|defeated|thrashed|drew|draw|hosted|hosts?|edged|crushed|routed|trailed|downed|face[sd]?|visit|visits"
    r"|lost\sto|lose\sto|knocked\s(?:off|out)"
)
_PLAYS = re.compile(
    rf"^(?:['’]s|,\s(?:who|which))?\s+(?:{_SCORE}|went\s(?:top|bottom|second)|(?:(?:have|has|had|were|was)\s)?(?:{_MEETS}|won|lost|equalised|equalized|scored|conceded|kicked)\b"
    r"|(?:coach|manager|captain|midfielder|striker|defender|goalkeeper|forward|quarterback|pitcher|half back|fullback"
    r"|winger|players?|fans)\b|vs?\.?\s[A-Z]|\d{1,3}(?:[.,;](?!\d)|\s|$))"
)
_PLAYED = re.compile(
    rf"\b(?:{_MEETS}|against|clear\sof|win\sover|victory\sover|defeat\sto|vs?\.?|draw\s(?:with|at)|drew\s(?:with|{_SCORE}\swith))\s+$"
)
"""What stands before who is played against (`win over Orlando`)."""

_OVER = re.compile(r"\bover\s+$")
"""The weaker sign of the same."""

_WHERE = re.compile(r"\bin\s+$")
"""What stands before the town in which a match is played."""

_THE = re.compile(r"\b[Tt]he\s+$")
"""The article before the plural of an emblem (`the Packers`)."""

_TEAM = r"[A-Z][a-zà-ÿ]+(?:\s[A-Z][a-zà-ÿ]+){0,2}"
_WINNER = re.compile(
    rf"(?:(?<=[.,;:]\s)|(?<=\band\s)|(?<=\bas\s)|^)({_TEAM})\s(?:{_MEETS})\s[^.;\n]{{0,40}}?{_SCORE}", re.MULTILINE
)
"""A team before its result at the start of a clause (`Boston beat Orlando 101-99`)."""

_LOSER = re.compile(rf"\b(?:{_MEETS})\s({_TEAM})\s{_SCORE}")
_GUEST = re.compile(rf"\b(?:drew|draw|won|lost)\s{_SCORE}\s(?:at|with|against|to)\s({_TEAM})")
"""A team behind the result (`drew 1-1 at Everton`)."""

_PLURAL = re.compile(r"\b[Tt]he\s([A-Z][a-z]{3,}(?<!ian)s)(?=[’'.,;:!?]|\s[a-z–—(]|\s*$)", re.MULTILINE)
"""Players by the plural of their emblem (`the Packers`), but no people (`the Russians`)."""

_EMBLEM = re.compile(r" ([A-Z][a-z]{2,}s|Red Sox|White Sox)\b(?!\s[A-Z])")
"""The emblem behind a town (`Chicago | Cubs`)."""

_MISSED = (_WINNER, _LOSER, _GUEST, _PLURAL)
_NO_TEAM = EVENTS | HEADS | VENUES | GENERIC | COMMON_WORDS | {"playoffs", "series", "trials", "nations", "paralympics"}
"""Words that no team's name has in it."""

_CUE = 2.0
WEIGHT = 3.0
"""What a mention that plays, or where is played, says about itself: it stands against the vote of the document."""

_CONFIDENCE = 0.5


@lru_cache(maxsize=1)
def is_report(text: str) -> bool:
    """Whether the text reports on sport: it has enough words of sport, and many for its length."""
    words = [match[0] for match in _WORD.finditer(text)]
    sporting = [word for word in words if word in SPORT]
    different = len(set(sporting))
    signs = 2 * bool(_RESULT.search(text)) + 2 * bool(_COMPETITION.search(text)) if different else 0
    return different + signs >= _ENOUGH_SPORT and len(sporting) * _DENSITY >= len(words)


def with_teams(document: Document) -> Document:
    """Add the teams of a report that were missed."""
    text = document.text
    if not is_report(text):
        return document
    taken = document.taken()
    for town in document.names:
        _add_emblem(text, town, taken)
    for start, end in _missed(text, document.spans):
        if taken.is_free(start, end) and _may_be_team(text[start:end]):
            _put(text, start, end, taken)
    return document.with_names(taken.names())


def _put(text: str, start: int, end: int, taken: Taken) -> None:
    team = named(text, start, end, "ORG", _CONFIDENCE)
    if team:
        taken.put(team)


def _add_emblem(text: str, town: Name, taken: Taken) -> None:
    """Make one team of a town and the emblem behind it (`Chicago | Cubs`)."""
    emblem = _EMBLEM.match(text, town.end)
    if town.category is not Category.PLACE or town.form in COUNTRY_OF_NAME or not emblem:
        return
    if taken.is_free(emblem.start(1), emblem.start(1) + 1) and _may_be_team(emblem[1]):
        _put(text, town.start, emblem.end(1), taken)


def _missed(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        for pattern in _MISSED:
            for match in pattern.finditer(text, start, end):
                yield match.span(1)


def _may_be_team(form: str) -> bool:
    if form in COUNTRY_OF_NAME or form in DEMONYMS or form in PLACES:
        return False
    words = form.split()
    return not any(bare(word) in _NO_TEAM or word in DEMONYMS for word in words) and words[0] not in GIVEN_NAMES


def look(document: Document) -> tuple[dict[int, Category], dict[str, float]]:
    """Return what names in a report on sport are, by where they start, and how much speaks for a team by key.

    Countries stay places, and people by their full names or surnames stay people. `WEIGHT` is what the first weighs.
    """
    surnames = {name.words[-1] for name in document.names if name.category is Category.PERSON and " " in name.key}
    here: dict[int, Category] = {}
    teams: dict[str, float] = {}
    for name in document.names:
        if name.form in COUNTRY_OF_NAME or name.key in surnames:
            continue
        if name.category is Category.PERSON and " " in name.form:
            continue
        weight = _weight(document, name)
        if weight:
            here[name.start] = Category.ORGANISATION
            teams[name.key] = teams.get(name.key, 0.0) + weight
        elif name.form in PLACES and _WHERE.search(document.before(name)):
            here[name.start] = Category.PLACE
    return here, teams


def _weight(document: Document, mention: Name) -> float:
    """Return how much the words around a mention make it a team."""
    ahead, back = document.after(mention), document.before(mention)
    weight = _CUE * bool(_PLAYS.match(ahead)) + _CUE * bool(_PLAYED.search(back) or _OVER.search(back))
    plural = mention.form.endswith("s") and " " not in mention.form and bool(_THE.search(back))
    return weight + _CUE * (plural and mention.form not in DEMONYMS and bare(mention.form) not in _NO_TEAM)
