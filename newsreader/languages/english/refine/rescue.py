"""Rescue: names that the recogniser saw but filed under works, events or peoples, and acronyms that it passed over."""

from __future__ import annotations

from newsreader.languages.english.capitals import is_small
from newsreader.languages.english.refine.tokens import SHOWN, Name, add, component, free
from newsreader.languages.english.shapes import bare, is_capital, is_capitals
from newsreader.languages.english.words.countries import DEMONYMS, PLACES
from newsreader.languages.english.words.given_names import GIVEN_NAMES
from newsreader.languages.english.words.junk import ACRONYMS_OF_THINGS, GENERIC, PAGE_WORDS
from newsreader.languages.english.words.organisations import EVENTS, HEADS, PLATFORMS, VENUES
from newsreader.languages.english.words.titles import PERSON_CUES_AFTER, TITLES, WEAK_CUES_AFTER

_MISFILED = frozenset({"EVENT", "WORK_OF_ART", "LAW", "PRODUCT"})
_QUOTES = frozenset({'"', "“", "‘", "'", "``"})
_NOT_PEOPLE = EVENTS | HEADS | VENUES | GENERIC | PAGE_WORDS | PLATFORMS | TITLES
_SAYING = PERSON_CUES_AFTER | WEAK_CUES_AFTER
"""Verbs before which an acronym acts (`FIBA said`)."""

_FIRST_NAMES = frozenset(name for name in GIVEN_NAMES if not is_small(name.lower()) and name not in PLACES)
_FULL_NAME = 3
_SHARE_OF_CAPITALS = 0.4


@component
def rescue(words: list[str], names: list[Name]) -> list[Name]:
    """Take two plain capitalised words called a work or an event for a person, and `the ABC` for an organisation."""
    refiled = [_refile(words, name) for name in names]
    return add(refiled, [*_acronyms(words, refiled), *_people(words, refiled)])


def _refile(words: list[str], name: Name) -> Name:
    start, end, label = name
    if label not in _MISFILED or end - start > 3 or (start and words[start - 1] in _QUOTES):
        return name
    own = words[start:end]
    if own[-1] in ("'s", "’s", "'", "’"):
        end, own = end - 1, own[:-1]
    if end - start == 1 and _is_acronym(own[0]):
        return (start, end, "ORG")
    if end - start == 2 and all(w.isalpha() and w.istitle() and bare(w) not in _NOT_PEOPLE for w in own):
        return (start, end, "PERSON") if not any(w in DEMONYMS for w in own) else name
    return name


def _acronyms(words: list[str], names: list[Name]) -> list[Name]:
    """Return the unlabelled acronyms after `the`, unless the whole paragraph shouts."""
    capitals = sum(is_capitals(word) for word in words)
    if capitals > _SHARE_OF_CAPITALS * sum(word[:1].isalpha() for word in words):
        return []
    outside = free((n for n in names if n[2] in SHOWN), len(words))
    return [
        (index, index + 1, "ORG")
        for index in range(len(words))
        if outside[index] and _is_acronym(words[index]) and _is_lone(words, index)
    ]


def _people(words: list[str], names: list[Name]) -> list[Name]:
    """Return the people who were missed: those with a common first name, alone or with a surname behind it."""
    outside = free(names, len(words))
    found = []
    for index, word in enumerate(words):
        if word in _FIRST_NAMES and outside[index]:
            end = _name_end(words, index, outside)
            if _is_whole(words, index, end):
                found.append((index, end, "PERSON"))
    return found


def _name_end(words: list[str], start: int, outside: list[bool]) -> int:
    end = start + 1
    while end < len(words) and end - start < _FULL_NAME and outside[end] and _is_surname(words[end]):
        end += 1
    return end


def _is_whole(words: list[str], start: int, end: int) -> bool:
    """Whether no capital stands on either side, but for one before a full name that says something."""
    after = words[end] if end < len(words) else ""
    if is_capital(after) or after in ("&", "and"):
        return False
    return not start or not is_capital(words[start - 1]) or (end - start > 1 and after in _SAYING)


def _is_surname(word: str) -> bool:
    return word.istitle() and word.isalpha() and bare(word) not in _NOT_PEOPLE and word not in DEMONYMS


def _is_acronym(word: str) -> bool:
    return 3 <= len(word) <= 6 and word.isalpha() and word.isupper() and bare(word) not in ACRONYMS_OF_THINGS


def _is_lone(words: list[str], index: int) -> bool:
    """Whether `the` stands before and no further capital or noun-like acronym behind."""
    after = words[index + 1] if index + 1 < len(words) else ""
    if index and words[index - 1].lower() == "the":
        return not is_capital(after)
    return after.lower() in _SAYING and (index == 0 or words[index - 1] not in ("/", "-"))
