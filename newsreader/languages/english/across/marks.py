"""What an article says of somebody or something that another bearer of the name would not have said of it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.languages.english.across.setting import COUNTRIES
from newsreader.languages.english.aliases.courtesy import Address, address
from newsreader.languages.english.aliases.places import place_key
from newsreader.languages.english.names import key
from newsreader.languages.english.words.countries import COUNTRY_OF_NAME, STATE_OF_NAME
from newsreader.languages.english.words.regions import PROVINCES
from newsreader.languages.english.words.spheres import SPHERE_OF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.entity import Entity

_AROUND = 60
_WITHIN = re.compile(r", ((?:[A-Z][\w.'’-]+)(?: [A-Z][\w.'’-]+){0,2})")
"""The place in which another one lies, right behind it (`Springfield, Illinois`)."""

_TOWN_BEFORE = re.compile(r"[A-Z][\w'’-]+, $")
_BEHIND = re.compile(r", (?:(?:the|a|an|who is|who was|its|their|former) )*((?:[\w'’-]+ ){0,5}[\w'’-]+)")
_OF_COUNTRY = re.compile(r" (?:of|from) ([A-Z][a-z]+(?: [A-Z][a-z]+)?)")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_STATES = {key(name): key(state) for name, state in STATE_OF_NAME.items()}
_COUNTRIES = {key(name): key(country) for name, country in COUNTRY_OF_NAME.items()}
_PROVINCES = frozenset(key(name) for name in PROVINCES)
_TWO_PLACES = frozenset({"georgia", "washington"})
"""States of which another place has the name, too: a country or a city."""

_NATIONS = frozenset({"england", "scotland", "wales", "northern ireland"})
_UNITED_STATES = "united states"
_STATE, _OTHER = "*/state", "*/no state"


def mark(text: str, entity: Entity, setting: str) -> dict[str, str]:
    """Return what the text says of an entity that tells it from others of the name (`Across.mark`)."""
    if entity.category is Category.PLACE:
        said = {"in": _container(text, entity, setting)}
    elif entity.category is Category.PERSON:
        said = {
            "as": _most(_spheres(text, entity)),
            "from": _most(_countries(text, entity)),
            "sex": _sex(text, entity),
        }
    else:
        said = {}
    return {kind: value for kind, value in said.items() if value}


def _path(place: str) -> str:
    """Return where a place that holds others is, empty for one that is not known to."""
    if place in _NATIONS:
        return f"united kingdom/{place}"
    if place in _COUNTRIES:
        return _COUNTRIES[place]
    if place in _STATES:
        return f"{_UNITED_STATES}/{_STATES[place]}"
    return f"*/{place}" if place in _PROVINCES else ""


def _most(found: Iterator[str]) -> str:
    counts = Counter(found)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else ""


def _container(text: str, entity: Entity, setting: str) -> str:
    own = place_key(entity.name)
    if own in _TWO_PLACES:
        return _which_of_two(text, entity, own, setting)
    if own in _COUNTRIES or own in _STATES:
        return ""
    return _most(_containers(text, entity, own))


def _containers(text: str, entity: Entity, own: str) -> Iterator[str]:
    for mention in entity.mentions:
        if found := _WITHIN.match(text, mention.end):
            words = found[1].split()
            for count in range(len(words), 0, -1):
                place = place_key(" ".join(words[:count]))
                if place != own and (path := _path(place)):
                    yield path
                    break


def _which_of_two(text: str, entity: Entity, own: str, setting: str) -> str:
    """Whether a state is meant or its namesake: a town stands before a state, and Georgia's America is about it."""
    behind_town = any(_TOWN_BEFORE.search(text, max(0, m.start - _AROUND), m.start) for m in entity.mentions)
    is_city = any(text.startswith((", D", " D.C", " City"), mention.end) for mention in entity.mentions)
    if own == "georgia":
        return _STATE if setting == _UNITED_STATES or (behind_town and not setting) else _OTHER
    return _STATE if behind_town and not is_city else _OTHER


def _around(text: str, entity: Entity) -> Iterator[str]:
    """Yield the words right before each mention and behind its comma, the nearest first."""
    for mention in entity.mentions:
        before = text[max(0, mention.start - _AROUND) : mention.start].rpartition("\n")[2]
        before = re.split(r"[.;:!?,]\s", before)[-1]
        yield from reversed(_WORD.findall(before)[-4:])
        if behind := _BEHIND.match(text, mention.end):
            yield from _WORD.findall(behind[1])


def _spheres(text: str, entity: Entity) -> Iterator[str]:
    return (SPHERE_OF[word.lower()] for word in _around(text, entity) if word.lower() in SPHERE_OF)


def _countries(text: str, entity: Entity) -> Iterator[str]:
    for word in _around(text, entity):
        if word[0].isupper() and (country := COUNTRIES.get(key(word))):
            yield country
    for mention in entity.mentions:
        if behind := _OF_COUNTRY.match(text, mention.end):
            words = behind[1].split()
            yield from (COUNTRIES[key(each)] for each in (behind[1], words[0]) if key(each) in COUNTRIES)


def _sex(text: str, entity: Entity) -> str:
    addresses = {address(text, mention.start) for mention in entity.mentions} - {None}
    if len(addresses) != 1:
        return ""
    return "woman" if addresses == {Address.WOMAN} else "man"
