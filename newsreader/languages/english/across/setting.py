"""The country that an article is about: the one whose names, people, states and capitals it has most."""

from __future__ import annotations

import re
from collections import Counter

from newsreader.languages.english.names import key
from newsreader.languages.english.words.countries import CAPITALS, COUNTRY_OF_NAME, DEMONYMS, STATE_OF_NAME
from newsreader.languages.english.words.country_codes import COUNTRY_OF_CODE

_CLEAR = 1.5
"""Times the mentions of the next country that make an article one of a country."""

_WORD = re.compile(r"[A-Z][^\W\d_.]*(?:\.[A-Z]\.)?[^\W\d_]*")
_AMBIGUOUS = frozenset({"Georgia", "Western", "American"})
_UNITED_STATES = "united states"
_COUNTRY = {
    **{city: key(country) for city, country in CAPITALS.items()},
    **dict.fromkeys(STATE_OF_NAME, _UNITED_STATES),
    **{name: key(country) for name, country in (*COUNTRY_OF_NAME.items(), *DEMONYMS.items()) if country},
    "American": _UNITED_STATES,
    "U.S": _UNITED_STATES,
}
"""The key of the country of each name of it, of its people and capital, and of each American state."""

COUNTRIES = {
    key(name): key(country)
    for name, country in (*COUNTRY_OF_NAME.items(), *DEMONYMS.items())
    if country and name != "Western"
}
"""The key of each country by those of its names and of its people."""


def country(name: str) -> str:
    """Return the key of the country that has a name, or a code of ISO 3166 (`Across.country`); empty if none has."""
    return key(COUNTRY_OF_CODE.get(name.strip().lower(), "")) or COUNTRIES.get(key(name), "")


def setting(text: str) -> str:
    """Return the key of the country that a text is about, empty if that is none or not clear."""
    counts: Counter[str] = Counter()
    before, end = "", -1
    for found in _WORD.finditer(text):
        word = found[0]
        pair = f"{before} {word}" if found.start() == end + 1 else ""
        country = _COUNTRY.get(pair) or (None if word in _AMBIGUOUS - {"American"} else _COUNTRY.get(word))
        if country:
            counts[country] += 1
        before, end = word, found.end()
    first = counts.most_common(2)
    if not first or (len(first) > 1 and first[0][1] < _CLEAR * first[1][1]):
        return ""
    return first[0][0]
