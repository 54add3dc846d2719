"""Offices that every country has: the Foreign Ministry of one is not that of another."""

from __future__ import annotations

import re

from newsreader.languages.english.names import key
from newsreader.languages.english.words.countries import COUNTRY_OF_NAME, DEMONYMS
from newsreader.languages.english.words.organisations import FIELDS, HEADS

_REACH = 40
"""Code points before an office in which its country is looked for."""

_BEFORE = re.compile(rf"((?:[^\W\d_][\w.-]{{0,{_REACH}}} ){{0,2}}[^\W\d_][\w.-]{{0,{_REACH}}}?)(?:['’]s)? $")
"""The words before an office, among which its country may be."""

_LONGEST = 3
_COUNTRIES = {
    key(name): key(country)
    for name, country in (*COUNTRY_OF_NAME.items(), *DEMONYMS.items())
    if country and name not in ("Western", "American")
}
"""The key of each country by those of its names and of its people."""


def office_key(text: str, start: int, name: str) -> str:
    """Return the key `name` of an organisation mentioned at `start`, with its country where it is a common office.

    `South Korea's Foreign Ministry`, of which the mention is `Foreign Ministry`, has the key of the
    `South Korean Foreign Ministry`, and neither is that of `Foreign Ministry` alone.
    """
    words = name.split()
    for count in range(min(_LONGEST, len(words) - 1), 0, -1):
        country = _COUNTRIES.get(" ".join(words[:count]))
        if country and _is_office(words[count:]):
            return f"{country} {' '.join(words[count:])}"
    if not _is_office(words):
        return name
    country = _country_before(text, start)
    return f"{country} {name}" if country else name


def _is_office(words: list[str]) -> bool:
    """Whether an organisation is one that every country has (`Foreign Ministry`)."""
    return len(words) > 1 and words[-1] in HEADS and all(word in HEADS or word in FIELDS for word in words)


def _country_before(text: str, start: int) -> str | None:
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    words = before[1].split() if before else []
    for count in range(len(words), 0, -1):
        country = _COUNTRIES.get(key(" ".join(words[-count:])))
        if country:
            return country
    return None
