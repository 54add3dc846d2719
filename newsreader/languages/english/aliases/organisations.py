"""Which names of organisations are one: acronyms, legal forms, short forms, `Department of X` and `X Department`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.languages.candidates import Candidates, pieces
from newsreader.languages.english.names import key
from newsreader.languages.english.words.countries import COUNTRY_OF_NAME, DEMONYMS, PLACES
from newsreader.languages.english.words.junk import INSTITUTIONS
from newsreader.languages.english.words.organisations import CORPORATE, HEADS
from newsreader.languages.english.words.variants import BRITISH, ORGANISATION_SPELLINGS
from newsreader.languages.groups import Group, give, parted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SMALL = frozenset("of for and the in on de la du des del di et und der to a an".split())
_AMERICAN = frozenset({"us", "usa", "united states", "american", "united states of america"})
_PLACE_KEYS = frozenset(key(place) for place in (*PLACES, *DEMONYMS))
_COUNTRY_KEYS = frozenset(key(place) for place in (*COUNTRY_OF_NAME, *DEMONYMS))
_FULL_NAME = 2
_DESCRIPTIVE = (
    HEADS
    | CORPORATE
    | frozenset("motor aircraft aviation automotive steel oil energy foods computer".split())
    | frozenset("computers management services solutions brands stores pharma resorts".split())
) - {"corps", "army", "police"}


def organisation_key(form: str) -> str:
    """Return the key of an organisation's name: legal form, `.com`, spelling, `U.S.` and word order folded."""
    words = [BRITISH.get(word, word) for word in key(form.removesuffix(".com")).replace("&", " and ").split()]
    while len(words) > 1 and words[-1] in CORPORATE - {"company", "group", "holding", "holdings"}:
        words.pop()
    while len(words) > 1 and words[-1] in _SMALL:
        words.pop()
    words = ORGANISATION_SPELLINGS.get(" ".join(words), " ".join(words)).split()
    words = _fold_country(words)
    if len(words) == 3 and words[0] in ("department", "ministry") and words[1] in ("of", "for"):
        words = [words[2], words[0]]
    return " ".join(words)


def _fold_country(words: list[str]) -> list[str]:
    for count in (4, 2, 1):
        if len(words) > count and " ".join(words[:count]) in _AMERICAN:
            return ["us", *words[count:]]
    return words


def merge_organisations(_text: str, groups: Sequence[Group]) -> list[Group]:
    """Return the groups with acronyms and short forms of organisations given to the names they stand for."""
    organisations, others = parted(groups, Category.ORGANISATION)
    remaining = Candidates()
    for group in sorted(organisations, key=lambda g: (-len(g.words), g.start)):
        short = " ".join(group.words)
        owners, reason = _owners(group, remaining.find((short, short.removesuffix("s"))))
        if owners:
            give(group, owners, reason)
        else:
            remaining.add(group, _offered(group.words))
    return [*others, *remaining.groups]


def _offered(words: list[str]) -> Iterator[str]:
    """Yield the names by which an organisation may be called, those that no rule allows among them."""
    yield " ".join(words)
    yield from pieces(words)
    yield from _acronyms(words)
    yield _with_initials(words)


def _owners(group: Group, others: Sequence[Group]) -> tuple[list[Group], str]:
    for fits, reason in _RULES:
        owners = [other for other in others if fits(group, other)]
        if owners and (len(owners) == 1 or fits in (_is_suffix, _is_prefix)):
            return owners, reason.replace("{0}", f"“{group.form}”").replace("{1}", "{}")
    return [], ""


def initials(words: Sequence[str]) -> set[str]:
    """Return the acronyms that words make, with and without the small ones."""
    return {"".join(w[0] for w in words if w not in _SMALL), "".join(w[0] for w in words)}


def _is_acronym(short: Group, long: Group) -> bool:
    if len(short.words) != 1 or len(long.words) < 2 or not any(_is_capitals(form) for form in short.forms):
        return False
    return len(short.key) > 1 and short.key in _acronyms(long.words)


def _acronyms(words: Sequence[str]) -> set[str]:
    """Return the acronyms for a key, in which `us` may stand for `American`."""
    american = {"a" + made for made in initials(words[1:])} if words[0] == "us" else set()
    trade = initials(words[:-1]) if words[-1] in CORPORATE else set()
    return initials(words) | initials(words[1:]) | {"us" + made for made in initials(words)} | american | trade


def _with_initials(words: Sequence[str]) -> str:
    return " ".join(word if word == "and" else word[0] for word in words)


def _is_initialled(short: Group, long: Group) -> bool:
    """Whether `short` has initials for the two names that `and` joins (`Johnson & Johnson`, `J&J`)."""
    return short.key == _with_initials(long.words) != long.key and "and" in long.words


def _is_capitals(form: str) -> bool:
    return sum(c.isupper() for c in form) > 1


def _is_suffix(short: Group, long: Group) -> bool:
    """Whether `short` is `long` without the country or place it belongs to (`Supreme Court`, `US Supreme Court`)."""
    words, whole = short.words, long.words
    if len(words) >= len(whole) or whole[-len(words) :] != words:
        return False
    prefix = " ".join(whole[: -len(words)])
    if prefix in _COUNTRY_KEYS or (prefix in _PLACE_KEYS and long.start < short.start):
        return True
    return long.start < short.start and len(words) > 1 and prefix not in ("national", "world", "new")


def _is_prefix(short: Group, long: Group) -> bool:
    """Whether `short` is `long` without the words that say what it is (`Lockheed`, `Lockheed Martin`)."""
    words, whole = short.words, long.words
    if len(words) >= len(whole) or whole[: len(words)] != words or short.key in _PLACE_KEYS:
        return False
    rest = whole[len(words) :]
    if rest[0] in ("of", "for") and len(words) == 1:
        return short.key in INSTITUTIONS and long.start < short.start
    if all(word in _DESCRIPTIVE or word in _SMALL or word in _PLACE_KEYS for word in rest):
        return not any(word in _PLACE_KEYS for word in rest)
    return len([word for word in rest if word not in CORPORATE]) == 1 and long.start < short.start


def _is_founders(short: Group, long: Group) -> bool:
    """Whether `long` is a company by a person's name, of which `short` is the surname (`Walt Disney Co.`, `Disney`)."""
    if len(long.words) != _FULL_NAME or short.words != long.words[-1:]:
        return False
    return any(key(form).split()[-1] in CORPORATE for form in long.forms)


def _is_inside(short: Group, long: Group) -> bool:
    """Whether `short` is `long` without its country and its `of …` (`Supreme Court of Cassation`)."""
    words, whole = short.words, long.words
    if len(words) < 2 or len(words) + 1 >= len(whole) or long.start > short.start:
        return False
    after = whole[len(words) + 1 :]
    return whole[0] in _COUNTRY_KEYS and whole[1 : len(words) + 1] == words and after[0] in ("of", "for")


def _is_plural(short: Group, long: Group) -> bool:
    return len(long.words) == len(short.words) == 1 and {short.key, long.key} == {long.key, long.key + "s"}


def _is_emblem(short: Group, long: Group) -> bool:
    """Whether `short` is a team without its town (`Tampa Bay Buccaneers`, `Buccaneers`; `Aston Villa`, `Villa`)."""
    words = long.words
    if len(short.words) != 1 or not 1 < len(words) < 4 or words[-1] != short.key or long.start > short.start:
        return False
    return short.key not in _DESCRIPTIVE and (short.key.endswith("s") or len(words) == _FULL_NAME)


_RULES = (
    (_is_acronym, "{0} is the acronym of {1}."),
    (_is_initialled, "{0} has the initials of {1}."),
    (_is_suffix, "{0} is short for {1}."),
    (_is_prefix, "{0} is short for {1}."),
    (_is_founders, "{0} is short for {1}."),
    (_is_emblem, "{0} is short for {1}."),
    (_is_inside, "{0} is short for {1}."),
    (_is_plural, "{0} is another form of {1}."),
)
