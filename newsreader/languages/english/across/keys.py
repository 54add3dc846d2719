"""What a name has in common with the names of the same thing in other articles."""

from __future__ import annotations

from newsreader.entity import Category
from newsreader.languages.english.across.setting import COUNTRIES
from newsreader.languages.english.aliases.organisations import organisation_key
from newsreader.languages.english.aliases.places import place_key
from newsreader.languages.english.names import key as plain_key
from newsreader.languages.english.words.bodies import ACRONYMS, BODIES_OF_STATE, PARTY_OF
from newsreader.languages.english.words.organisations import FIELDS, HEADS
from newsreader.languages.english.words.titles import HONORIFICS

_LONGEST = 3
"""Words that the name of a country, or of its people, has at most in the name of one of its bodies."""

_SMALL = frozenset("of for and the in".split())
_US = "united states"


def key(category: Category, form: str, setting: str) -> str:
    """Return the key of a name; a body that every country has (`Supreme Court`) gets the country of the article."""
    if category is Category.PLACE:
        return place_key(form)
    if category is Category.PERSON:
        return _person_key(form)
    name = organisation_key(form)
    return _body_key(ACRONYMS.get(name, name), setting)


def _person_key(form: str) -> str:
    words = plain_key(form).split()
    while len(words) > 2 and words[0] in HONORIFICS:
        words.pop(0)
    return " ".join(words)


def _body_key(name: str, setting: str) -> str:
    country, body = _parted(name)
    body = organisation_key(PARTY_OF.get(body, body))
    if country:
        return f"{country} {body}"
    if _is_body(body) and setting:
        return f"{setting} {body}"
    return body if body in BODIES_OF_STATE else name


def _parted(name: str) -> tuple[str, str]:
    """Return the country in the name of a body, empty if there is none, and the body.

    `Canadian House of Commons`, `House of Commons of Canada` and `House of Commons` of Canada are one.
    """
    words = name.split()
    for count in range(min(_LONGEST, len(words) - 1), 0, -1):
        if (country := _country(words[:count])) and _is_body(" ".join(words[count:])):
            return country, " ".join(words[count:])
        rest = words[:-count]
        if len(rest) > 2 and rest[-1] == "the":
            rest.pop()
        if len(rest) < 2 or rest.pop() not in ("of", "in"):
            continue
        if (country := _country(words[-count:])) and _is_body(" ".join(rest)):
            return country, " ".join(rest)
    return "", name


def _country(words: list[str]) -> str:
    joined = " ".join(words)
    return _US if joined in ("us", "usa") else COUNTRIES.get(joined, "")


def _is_body(body: str) -> bool:
    """Whether every country may have a body of that name."""
    if body in BODIES_OF_STATE or body in PARTY_OF:
        return True
    words = body.split()
    ministry = len(words) > 1 and bool({"ministry", "department"} & {words[0], words[-1]})
    known = all(word in HEADS or word in FIELDS or word in _SMALL for word in words)
    return len(words) > 1 and known and (ministry or words[-1] in HEADS)
