"""Which names of places are one: short, long and historic names of countries, states, renamed cities, venues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.languages.candidates import Candidates, pieces
from newsreader.languages.english.names import key
from newsreader.languages.english.words.countries import COUNTRY_OF_NAME, PLACES, STATE_OF_NAME
from newsreader.languages.english.words.organisations import VENUES
from newsreader.languages.english.words.variants import BRITISH, SPELLINGS
from newsreader.languages.groups import Group, give, parted

if TYPE_CHECKING:
    from collections.abc import Sequence

_COUNTRY_KEYS = {key(name): key(country) for name, country in COUNTRY_OF_NAME.items()}
_STATE_KEYS = {key(name): key(state) for name, state in STATE_OF_NAME.items() if name.endswith(".")}
_VENUE_WORDS = frozenset(
    """airport international stadium arena prison palace mosque cathedral square station hotel hospital museum park
    river mount sea ocean""".split()
)


_RANKS = frozenset("international regional municipal national memorial general intercontinental metropolitan".split())
"""What the full names of airports and the like have and their short ones lack (`Bradley International Airport`)."""


def place_key(form: str) -> str:
    """Return the key of a place's name: other names of countries, states and renamed cities folded."""
    name = key(form)
    if name in _COUNTRY_KEYS:
        return _COUNTRY_KEYS[name]
    if form in STATE_OF_NAME and name in _STATE_KEYS:
        return _STATE_KEYS[name]
    words = " ".join(BRITISH.get(word, word) for word in name.split())
    return SPELLINGS.get(words, words)


def merge_places(_text: str, groups: Sequence[Group]) -> list[Group]:
    """Return the groups with short names of venues and waters given to the longer ones."""
    places, others = parted(groups, Category.PLACE)
    remaining = Candidates()
    for group in sorted(places, key=lambda g: (-len(g.words), g.start)):
        longer = remaining.find((" ".join(group.words),))
        owners = [other for other in longer if _stands_for(group, other)]
        if len(owners) == 1:
            give(group, owners, f"“{group.form}” is short for {{}}.")
        else:
            remaining.add(group, (*pieces(group.words), _initials(group), _plain(group.words)))
    return [*others, *remaining.groups]


def _stands_for(short: Group, long: Group) -> bool:
    half = short.form not in PLACES and long.words in (["south", *short.words], ["north", *short.words])
    return half or _is_short(short.words, long.words) or _is_tail(short, long) or _is_acronym(short, long)


def _plain(words: list[str]) -> str:
    """Return a name without the rank of an airport and the like."""
    return " ".join(word for word in words if word not in _RANKS)


def _initials(group: Group) -> str:
    return "".join(word[0] for word in group.words)


def _is_acronym(short: Group, long: Group) -> bool:
    """Whether `short` is made of the initials of three words at least (`NSW`, `New South Wales`)."""
    return len(long.words) > 2 and short.form.isupper() and short.key == _initials(long)


def _is_tail(short: Group, long: Group) -> bool:
    """Whether `short` is the end of a building's name (`Francis Scott Key Bridge`, `Key Bridge`), or lacks its rank."""
    words, whole = short.words, long.words
    if not 1 < len(words) < len(whole) or words[-1] not in VENUES or whole[-1] != words[-1]:
        return False
    return whole[-len(words) :] == words or _plain(whole) == " ".join(words)


def _is_short(short: list[str], long: list[str]) -> bool:
    if len(short) >= len(long):
        return False
    if long[: len(short)] == short:
        return all(word in _VENUE_WORDS for word in long[len(short) :])
    return long[-len(short) :] == short and all(word in _VENUE_WORDS for word in long[: -len(short)])
