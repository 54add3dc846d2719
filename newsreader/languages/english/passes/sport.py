"""Teams: in a report on a match, a town or family name that plays is a club, not a place or a person.

News calls clubs by their town alone (`Boston beat Orlando`) and by the plural of their emblem (`the Packers`). What a
town does in a sentence tells it from the town where a match is played (`in Boston`), mention by mention. Where people
meet each other, as in tennis, nobody is a team.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.languages.english.capitals import is_small
from newsreader.languages.english.passes.sport_patterns import (
    COMPETITION,
    EMBLEM,
    INDIVIDUAL,
    MISSED,
    OVER,
    PLAYED,
    PLAYER,
    PLAYS,
    RESULT,
    ROLE_BEFORE,
    TABLE,
    THE,
    WHERE,
)
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
"""Different words of sport that make a report on a match; a first result or a competition counts for two of them."""

_DENSITY = 100
"""Words of which one is of sport in a report; a long text has some of these words by chance."""

_MOST_RESULTS = 2
"""Results that count; elections and budgets have some, too."""

_FEWEST_LINES = 3
"""Lines of results or standings that make a report by themselves."""

_NO_TEAM = EVENTS | HEADS | VENUES | GENERIC | COMMON_WORDS | {"playoffs", "series", "trials", "nations", "paralympics"}
"""Words that no team's name has in it."""

_BARE_TEAMS = frozenset({"University", "Navy", "Army", "Air Force", "City", "United", "County"})
"""What only in a report is the name of a team, standing alone."""

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
    if len(TABLE.findall(text)) >= _FEWEST_LINES:
        return True
    results = min(_MOST_RESULTS, len(RESULT.findall(text)))
    signs = results + bool(results) + 2 * bool(COMPETITION.search(text)) if different else 0
    return different + signs >= _ENOUGH_SPORT and len(sporting) * _DENSITY >= len(words)


def with_teams(document: Document) -> Document:
    """Add the teams of a report that were missed."""
    text = document.text
    if not is_report(text) or INDIVIDUAL.search(text):
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
    emblem = EMBLEM.match(text, town.end)
    if town.category is not Category.PLACE or town.form in COUNTRY_OF_NAME or not emblem:
        return
    if taken.is_free(emblem.start(1), emblem.start(1) + 1) and _may_be_team(emblem[1]):
        _put(text, town.start, emblem.end(1), taken)


def _missed(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        for pattern in MISSED:
            for match in pattern.finditer(text, start, end):
                yield match.span(1)


def _may_be_team(form: str) -> bool:
    if form in _BARE_TEAMS:
        return True
    if form in COUNTRY_OF_NAME or form in DEMONYMS or is_small(form.lower()):
        return False
    words = form.split()
    return not any(bare(word) in _NO_TEAM or word in DEMONYMS for word in words) and words[0] not in GIVEN_NAMES


def look(document: Document) -> tuple[dict[int, Category], dict[str, float]]:
    """Return what names in a report on sport are, by where they start, and how much speaks for a team by key.

    Countries stay places, and people by their full names or surnames stay people. `WEIGHT` is what the first weighs.
    """
    alone = bool(INDIVIDUAL.search(document.text))
    surnames = {name.words[-1] for name in document.names if name.category is Category.PERSON and " " in name.key}
    here: dict[int, Category] = {}
    teams: dict[str, float] = {}
    for name in document.names:
        if name.form in COUNTRY_OF_NAME or name.key in surnames or _is_ground(name):
            continue
        if _is_player(document, name):
            here[name.start] = Category.PERSON
        elif name.category is Category.PERSON and " " in name.form:
            continue
        elif not alone and (weight := _weight(document, name)):
            here[name.start] = Category.ORGANISATION
            teams[name.key] = teams.get(name.key, 0.0) + weight
        elif alone and name.form not in PLACES and " " not in name.form and _weight(document, name):
            here[name.start] = Category.PERSON
        elif name.form in PLACES and WHERE.search(document.before(name)):
            here[name.start] = Category.PLACE
    return here, teams


def _is_ground(name: Name) -> bool:
    """Whether a name is that of where a match is played (`a win at Villa Park`)."""
    return " " in name.form and bare(name.words[-1]) in VENUES


def _is_player(document: Document, name: Name) -> bool:
    """Whether a name of two words, which is no known one, does what players do or stands behind what they are."""
    if name.form.count(" ") != 1 or name.form in PLACES or _has_head(name):
        return False
    return bool(PLAYER.match(document.after(name)) or ROLE_BEFORE.search(document.before(name)))


def _has_head(name: Name) -> bool:
    words = name.form.split()
    return any(" ".join(words[:count]) in PLACES for count in (1, 2)) or bare(words[-1]) in HEADS | VENUES


def _weight(document: Document, mention: Name) -> float:
    """Return how much the words around a mention make it a team."""
    ahead, back = document.after(mention), document.before(mention)
    weight = _CUE * bool(PLAYS.match(ahead)) + _CUE * bool(PLAYED.search(back) or OVER.search(back))
    plural = mention.form.endswith("s") and " " not in mention.form and bool(THE.search(back))
    return weight + _CUE * (plural and mention.form not in DEMONYMS and bare(mention.form) not in _NO_TEAM)
