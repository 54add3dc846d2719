"""People: a title or a trade right before a name makes it the name of a person, whatever was recognised there."""

from __future__ import annotations

import re

from newsreader.languages.english.capitals import is_small
from newsreader.languages.english.refine.tokens import SHOWN, Name, component
from newsreader.languages.english.shapes import bare, is_capital, is_capitals, is_particle
from newsreader.languages.english.words.countries import DEMONYMS, PLACES
from newsreader.languages.english.words.junk import GENERIC, PAGE_WORDS
from newsreader.languages.english.words.organisations import CORPORATE, EVENTS, HEADS, VENUES
from newsreader.languages.english.words.titles import HONORIFICS, OFFICES, RANKS, TITLES, TRADES

_STRONG = (HONORIFICS | RANKS) - {
    "saint",
    "crown",
    "staff",
    "petty",
    "warrant",
    "chief",
    "marshal",
    "agent",
    "general",
    "private",
    "major",
    "father",
    "lord",
    "count",
    "first",
    "emperor",
}
_OFFICES = frozenset(
    """president minister senator sen rep congressman congresswoman governor gov mayor ambassador premier
    chancellor spokesman spokeswoman spokesperson judge justice chairman chairwoman secretary ceo commissioner
    general""".split()
)
"""Offices that a name follows when they have a capital (`Senator Roe`)."""

_ADDRESSES = frozenset(
    """princess prince king queen sheikh mr mrs ms dr pope president senator judge sir dame lady imam
    oba ooni alhaji alhaja hajia emir ayatollah mullah""".split()
)
_NOT_NAMES = HEADS | CORPORATE | EVENTS | VENUES | TITLES | GENERIC
"""Words that no person's name has in it."""

_NOT_SURNAMES = _NOT_NAMES | TRADES | PAGE_WORDS
_MOST_WORDS = 4
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}|[A-Z]")
_LONGEST_RANK = 4
"""Letters of the abbreviation of an office or a rank (`CM`, `SPP`)."""


@component
def people(words: list[str], names: list[Name]) -> list[Name]:
    """Relabel what follows a title as a person, and add what was missed there."""
    names = [_strip_titles(words, name) for name in names]
    by_start = {name[0]: name for name in names}
    taken = {index for name in names if name[2] in SHOWN for index in range(name[0], name[1])}
    ends = {start: end for start, end, label in names if label == "PERSON"}
    changed: dict[int, Name] = {}
    for index in range(1, len(words)):
        strength = _title_strength(words, index)
        if not strength or (index in taken and index not in by_start):
            continue
        name = _person(words, by_start.get(index), index, taken, strength, ends)
        if name:
            changed[index] = name
    return [_whole(words, name, taken) for name in _replace(names, changed)]


def _whole(words: list[str], name: Name, taken: set[int]) -> Name:
    """Return a person behind a title with the family name that was missed (`Governor John Bel | Edwards`)."""
    start, end, label = name
    if label != "PERSON" or not start or end >= len(words) or end in taken or not _title_strength(words, start):
        return name
    following = words[end + 1] if end + 1 < len(words) else "."
    family = words[end].istitle() and words[end].isalpha() and words[end] not in DEMONYMS and not is_capital(following)
    plain = not is_small(words[end].lower()) and bare(words[end]) not in _NOT_SURNAMES and words[end] not in PLACES
    return (start, end + 1, label) if family and plain and words[start - 1][:1].isupper() else name


def _replace(names: list[Name], changed: dict[int, Name]) -> list[Name]:
    covered = {index for start, end, _ in changed.values() for index in range(start, end)}
    kept = [n for n in names if covered.isdisjoint(range(n[0], n[1]))]
    return sorted([*kept, *changed.values()])


def _title_strength(words: list[str], index: int) -> int:
    """Return 2 if the word before is a form of address or a rank, 1 for an office or a trade, 0 for none."""
    if not is_capital(words[index]):
        return 0
    before = words[index - 1]
    if before == "." and index > 1:
        before = words[index - 2]
        return 2 if is_capital(before) and bare(before) in _STRONG and len(before) < 5 else 0
    name = bare(before)
    if is_capitals(before) and not before.endswith("."):
        return 0
    if is_capital(before):
        return 2 if name in _STRONG else 1 if name in _OFFICES else 0
    return 1 if name in TRADES else 0


def _strip_titles(words: list[str], name: Name) -> Name:
    """Take an organisation or place that opens with a form of address for the person (`Princess Ubolratana`)."""
    start, end, label = name
    if label in SHOWN and _opens_initials(words, start, end):
        return (start + 1, end, "PERSON")
    if label not in SHOWN or label == "PERSON" or end - start < 2 or bare(words[start]) not in _ADDRESSES:
        return name
    rest = start
    while rest < end - 1 and bare(words[rest]) in TITLES:
        rest += 1
    return (rest, end, "PERSON") if _may_be_person(words[rest:end], 2) else name


def _opens_initials(words: list[str], start: int, end: int) -> bool:
    """Whether a title or its abbreviation stands before initials and a surname (`CM | D.K. Roe`, `Justice | M Roe`)."""
    first, *rest = words[start:end]
    if len(rest) not in (2, 3) or not _INITIALS.fullmatch(rest[0]) or not _may_be_person(rest[-1:], 2):
        return False
    short = is_capitals(first) and len(first) <= _LONGEST_RANK and first.isalpha() and not is_capitals(rest[-1])
    return (short or bare(first) in TITLES) and first not in PLACES


def _person(
    words: list[str], name: Name | None, index: int, taken: set[int], strength: int, ends: dict[int, int]
) -> Name | None:
    if name and name[2] in SHOWN:
        start, end, label = name
        if label == "PERSON" or not _may_be_person(words[start:end], strength):
            return None
        return (start, end, "PERSON")
    end = _unlabelled_end(words, index, taken, ends)
    if end > index and _may_be_person(words[index:end], strength):
        return (index, end, "PERSON")
    return None


def _unlabelled_end(words: list[str], index: int, taken: set[int], ends: dict[int, int]) -> int:
    """Return where the name ends that begins at `index`; `ends` has the ends of those that are labelled."""
    end = index
    while end < len(words) and end - index < _MOST_WORDS and end not in taken:
        if not is_capital(words[end]) and not (is_particle(words[end]) and words[end].islower() and end > index):
            break
        end += 1
    while end > index and words[end - 1].islower():
        end -= 1
    return ends.get(end, end) if end - index == 1 else end


def _may_be_person(name: list[str], strength: int) -> bool:
    """Whether the words can be the name of a person: short, no place, no head of an organisation or venue."""
    text = " ".join(name)
    if len(name) > _MOST_WORDS or text in DEMONYMS or any(bare(w) in _NOT_NAMES for w in name):
        return False
    if strength < 2 and (text in PLACES or is_capitals(name[0]) or not name[0].isalpha()):
        return False
    return bare(name[0]) not in TITLES and bare(name[0]) not in OFFICES
