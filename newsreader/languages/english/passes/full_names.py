"""Full names: the first name and the surname of which the recogniser saw only one are put together again."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newsreader.languages.english.capitals import is_small
from newsreader.languages.english.passes.whole_names import named
from newsreader.languages.english.shapes import bare, is_capitals
from newsreader.languages.english.words.countries import DEMONYMS, PLACES
from newsreader.languages.english.words.given_names import GIVEN_NAMES
from newsreader.languages.english.words.junk import COMMON_WORDS, GENERIC, PAGE_WORDS
from newsreader.languages.english.words.leaders import LEADERS
from newsreader.languages.english.words.organisations import CORPORATE, EVENTS, HEADS, PARTIES, VENUES
from newsreader.languages.english.words.titles import TITLES, TRADES

if TYPE_CHECKING:
    from newsreader.languages.document import Document, Name

_WORD = r"(?:d['’])?[^\W\d_a-zà-ÿ][^\W\d_]*[a-zà-ÿ](?:[’'-][^\W\d_]+)*"
_NEXT = re.compile(rf" ({_WORD})(?![\w-])")
"""The word behind a first name, which may be the surname."""

_PREVIOUS = re.compile(rf"(?:[a-z,] |[—–] )({_WORD}) $")
_GIVEN = re.compile(rf"(?:^|[.!?:;”\"\n]\s)((?:{'|'.join(sorted(GIVEN_NAMES))})) $", re.MULTILINE)
"""A first name that begins a sentence or line before a surname."""

_SALUTATIONS = frozenset({"Hey", "Hi", "Hello", "Dear", "Thanks", "Image", "Brother", "Sister", "Poor", "Young", "Old"})
_OPENING = re.compile(rf"(?:[.!?]\s|\n\n)({_WORD}) $")
_MONTH = re.compile(
    r"(?<!\b[Ii]n )(?<!\bof )(?<!\b[Oo]n )(?<!\b[Bb]y )(?<!ince )(?<!ntil )(?<!ast )(?<!ext )(?<!his )(?<!uring )"
    r"(?<!rom )\b(?:April|May|June|August|Wednesday) $"
)
"""A month or weekday that is a first name before a surname (`June Sarpong said`), unless a time is told by it."""

_DAY = re.compile(
    r"(?:^|[.!?:;“\"]\s|\b(?:and|with|by|coach|Mr|Ms|Mrs)\s)"
    r"((?:January|March|October|Monday|Tuesday|Thursday|Friday|Saturday|Sunday)) $",
    re.MULTILINE,
)
"""A month or weekday that begins a sentence or stands in a list right before a surname (`Friday Eze`)."""

_DAY_NAMED = re.compile(
    r"(?:^|[.!?:;“\"]\s|\band\s)((?:March|October|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
    rf" (?P<surname>{_WORD}))"
    r"(?=,\s(?:an?|the|who|whose|\d\d)\b|\s(?:and|is|was|has|had|said|says|told|leads?|who|left|won)\b)",
    re.MULTILINE,
)
"""The same where nobody was recognised."""

_LOWER_WORD = re.compile(r"(?<![\w.’'-])[a-z][a-z-]+")
"""Words that the article has in small letters, and so are no first names."""

_ADDRESS = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame)\.? $")
_CONFIDENCE = 0.8
_LONGEST = 24
_MOST_WORDS = 4
_POSTS = frozenset("administrator fellow chaplain rector dean provost headteacher principal".split())
"""Posts that a sentence may begin with before a surname (`Fellow Roe`)."""

_NO_NAMES = HEADS | CORPORATE | EVENTS | VENUES | TITLES | TRADES | GENERIC | COMMON_WORDS | PAGE_WORDS | _POSTS


def with_full_names(document: Document) -> Document:
    """Make people of one word whole where the other part stands right beside them."""
    text = document.text
    common = {match[0] for match in _LOWER_WORD.finditer(text)}
    whole: list[Name] = []
    mentions = _with_days(document)
    surnames = {m.words[-1] for m in mentions if m.label == "PERSON" and " " in m.key}
    repeated = {key for key, count in Counter(m.key for m in mentions).items() if count > 1}
    starts = {m.start for m in mentions}
    for mention in mentions:
        last = whole[-1] if whole else None
        if last and _are_parts(text, last, mention, surnames, repeated):
            whole[-1] = _person(text, last.start, mention.end, last)
        elif last is None or mention.start >= last.end:
            whole.append(_with_first(text, mention, last, common))
        whole[-1] = _with_hyphen(text, whole[-1])
        if _is_first_name(whole[-1]) or (whole[-1].form in GIVEN_NAMES and whole[-1].key not in surnames):
            whole[-1] = _with_last(text, whole[-1], starts)
    return document.with_names(whole)


def _with_days(document: Document) -> list[Name]:
    """Return the names with the people whose first name is a day or month, where nobody was recognised."""
    text, taken = document.text, document.taken()
    for start, end in document.spans:
        for match in _DAY_NAMED.finditer(text, start, end):
            surname = match["surname"]
            others = [taken.name_at(other) for other in taken.inside(*match.span("surname"))]
            if surname in LEADERS or not _may_be_name(surname) or is_small(surname.lower()):
                continue
            if all(other and other.form == surname for other in others):
                person = named(text, *match.span(1), "PERSON", _CONFIDENCE)
                if person:
                    taken.put(person)
    return taken.names()


def _with_hyphen(text: str, name: Name) -> Name:
    """Return a person with the rest of a hyphenated first name behind the surname (`Park Won | -soon`)."""
    hyphenated = name.label == "PERSON" and " " in name.form and text[name.end : name.end + 1] == "-"
    return _person(text, name.start, name.end, name) if hyphenated else name


def _is_first_name(mention: Name) -> bool:
    """Whether the mention is a first name of two parts (`Jean-Claude`), which nobody is called by alone in news."""
    first, hyphen, _ = mention.form.partition("-")
    return bool(hyphen) and " " not in mention.form and first in GIVEN_NAMES and mention.label == "PERSON"


def _with_last(text: str, mention: Name, starts: set[int]) -> Name:
    following = _NEXT.match(text, mention.end)
    if not following or not _may_be_name(following[1]) or following.start(1) in starts:
        return mention
    return _person(text, mention.start, following.end(1), mention)


def _are_parts(text: str, first: Name, last: Name, surnames: set[str], repeated: set[str]) -> bool:
    """Whether two people of one word each, with at most one more word between them, are one."""
    if _are_halves(text, first, last, recurs=last.key in repeated):
        return True
    given = first.form in GIVEN_NAMES and first.form not in PLACES
    if (first.label != "PERSON" and not given) or (" " in first.key.replace("-", " ") and "-" not in first.form):
        return False
    if " " in first.form or " " in last.form:
        return False
    if last.label != "PERSON" and not _is_first_name(first) and not _is_addressed(text, first, last):
        return False
    if first.key in surnames or first.key == last.key or is_capitals(last.form):
        return False
    between = text[first.end : last.start]
    return between == " " or bool((word := re.fullmatch(rf" ({_WORD}) ", between)) and _may_be_name(word[1]))


def _is_addressed(text: str, first: Name, last: Name) -> bool:
    """Whether a form of address stands before two words side by side, the second one no place that is known."""
    beside = text[first.end : last.start] == " " and last.form not in PLACES
    return beside and bool(_ADDRESS.search(text, max(0, first.start - _LONGEST), first.start))


def _are_halves(text: str, first: Name, last: Name, *, recurs: bool) -> bool:
    """Whether two people side by side, one of two words, are one (`Andrés Manuel | López Obrador`).

    A name that `recurs` alone is whole, unless a first name stands before it.
    """
    if text[first.end : last.start] != " " or first.label != "PERSON" or last.label != "PERSON":
        return False
    if not 2 < len(first.form.split()) + len(last.form.split()) <= _MOST_WORDS or is_capitals(first.form):
        return False
    if not first.form[:1].isupper() or not last.form[:1].isupper():
        return False
    return last.form.split()[0] not in GIVEN_NAMES and (first.form.split()[0] in GIVEN_NAMES or not recurs)


def _with_first(text: str, mention: Name, last: Name | None, common: set[str]) -> Name:
    """Return a surname with the first name before it that was missed, which is no ordinary word of the article."""
    if mention.label != "PERSON" or " " in mention.form or is_capitals(mention.form) or not _may_be_name(mention.form):
        return mention
    month = _MONTH.search(text, max(0, mention.start - _LONGEST), mention.start)
    month = month or _DAY.search(text, max(0, mention.start - _LONGEST), mention.start)
    if month and not (last and last.end > month.start(month.lastindex or 0)):
        return _person(text, month.start(month.lastindex or 0), mention.end, mention)
    before = _PREVIOUS.search(text, max(0, mention.start - _LONGEST), mention.start)
    before = before or _unknown_first(text, mention.start)
    before = before or _GIVEN.search(text, max(0, mention.start - _LONGEST), mention.start)
    if not before or not _may_be_name(before[1]) or before[1].lower() in common:
        return mention
    if last and last.end > before.start(1):
        return mention
    return _person(text, before.start(1), mention.end, mention)


def _unknown_first(text: str, start: int) -> re.Match[str] | None:
    """Return the word that opens a sentence right before a surname, if it cannot be an adverb or the like."""
    opening = _OPENING.search(text, max(0, start - _LONGEST), start)
    if opening is None or "-" in opening[1] or opening[1] in _SALUTATIONS or opening[1].endswith(("ly", "ing", "ed")):
        return None
    return opening


def _person(text: str, start: int, end: int, part: Name) -> Name:
    """Return the person at `text[start:end]`, as sure as the part that was recognised."""
    return named(text, start, end, "PERSON", part.confidence) or part


def _may_be_name(word: str) -> bool:
    return (
        bare(word) not in _NO_NAMES
        and bare(word.split("-")[0]) not in TITLES
        and word not in DEMONYMS
        and word not in PLACES
        and word not in PARTIES
    )
