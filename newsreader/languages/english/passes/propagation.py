"""Propagation: a name that was recognised once is a name wherever the document has it.

Full names are carried to their surnames, all names to the repeats that were missed and to capitals (`POLAND`), and a
known longer name replaces the piece of it that was recognised.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.languages.english.capitals import is_small
from newsreader.languages.english.passes.clue_patterns import EVENT_OF, IN_SHIP
from newsreader.languages.english.passes.sport import is_report
from newsreader.languages.english.passes.things import names_model
from newsreader.languages.english.passes.whole_names import named
from newsreader.languages.english.shapes import bare, is_capitals
from newsreader.languages.english.words.countries import PLACES
from newsreader.languages.english.words.junk import GENERIC, INSTITUTIONS, PAGE_WORDS
from newsreader.languages.english.words.organisations import (
    CORPORATE,
    EVENTS,
    HEADS,
    PARTIES,
    PLATFORMS,
    VENUES,
    WELL_KNOWN,
)
from newsreader.languages.english.words.titles import PARTICLES, TITLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.languages.document import Document, Name, Taken

_CAPITALISED = re.compile(r"(?<![\w&])(?:[^\W\d_a-zà-ÿ]|al-|el-)[\w&’'ʻ-]*")
_LOWER_WORD = re.compile(r"(?<![\w.’'-])[a-z][a-z-]+")
_NEXT_CAPITAL = re.compile(r"\s(?:[^\W\d_a-zà-ÿ][\w’'-]*)")
_OPENS = re.compile(r"(?:^|[.!?:;\n“\"'‘(•–—]\s*|\)\)\s*)$")
_MONEY = re.compile(r"\s?[$€£]|\s(?:dollars?|cents?)\b")
_SHARE = re.compile(r"\.[A-Z]{1,2}\)")
"""How the code of a share goes on (`(DELL.N)`)."""

_ADDRESS = re.compile(r"[\w.+-]*@\w")
"""How the address of a mail goes on, in which names stand that are no mentions (`jane.roe@…`)."""

_THE = re.compile(r"\b[Tt]he\s$")
_SURE_ENOUGH = 0.45
"""Confidence from which a name that was recognised once is looked for elsewhere; a repeated one needs half of it."""

_LOSS = 0.95
"""What of its confidence is left to a name that the recogniser missed."""

_LOOK_BACK = 32
_SHORTEST = 3
_LONG_PLURAL = 5


def without_openers(document: Document) -> Document:
    """Leave out single words that stand only where a sentence begins and are ordinary words, in the text or in news."""
    text, names = document.text, document.names
    common = {match[0] for match in _LOWER_WORD.finditer(text)}
    small = is_small if not is_report(text) else common.__contains__
    inside = {name.key for name in names if not _OPENS.search(text, max(0, name.start - 3), name.start)}
    inside |= {word for name in names if " " in name.key for word in name.words}
    return document.with_names(
        name for name in names if " " in name.form or name.key in inside or not _is_common(name.form, common, small)
    )


def _is_common(form: str, common: set[str], small: Callable[[str], bool]) -> bool:
    """Whether the word, or the one it is the plural of, is an ordinary one, and no name that everybody knows.

    Teams are called by ordinary words, too (`Bath are unbeaten`), so that in a report on a match only those of the text
    count.
    """
    word = form.lower()
    if word in common or (len(word) > _LONG_PLURAL and word.endswith("s") and word[:-1] in common):
        return True
    return small(word) and form not in WELL_KNOWN and form not in PLACES and word not in INSTITUTIONS


def propagated(document: Document) -> Document:
    """Add the names that were missed where the document has them elsewhere."""
    text = document.text
    known = _known_forms(text, document.names)
    if not known:
        return document
    taken = document.taken()
    for start, end in document.spans:
        for match in _CAPITALISED.finditer(text, start, end):
            found = _match(text, match.start(), end, known, taken)
            if found:
                taken.put(found)
    return document.with_names(taken.names())


class _Form:
    """A form to look for, and what it names."""

    __slots__ = ("confidence", "family", "fragile", "label", "text")

    def __init__(self, text: str, label: str, confidence: float, *, fragile: bool, family: bool) -> None:
        self.text = text
        self.label = label
        self.confidence = confidence
        self.fragile = fragile
        """Whether the form is an ordinary word too and counts only inside a sentence."""
        self.family = family
        """Whether the form is a surname in the plural, which needs `the` before it (`the Turpins`)."""


def _known_forms(text: str, mentions: tuple[Name, ...]) -> dict[str, list[_Form]]:
    """Return the forms to look for by their first word in capitals, the longest first."""
    common = {match[0] for match in _LOWER_WORD.finditer(text)}
    counts = Counter(mention.key for mention in mentions)
    forms: dict[str, _Form] = {}
    for mention in mentions:
        if mention.confidence * min(2, counts[mention.key]) >= _SURE_ENOUGH and _is_worth(mention.form):
            _keep(forms, mention.form, mention, common)
        if mention.category is Category.PERSON and " " in mention.form:
            surname = _surname(mention.form)
            if mention.form.count(" ") > 2:
                _keep(forms, " ".join(mention.form.split()[-2:]), mention, common)
            if _is_worth(surname):
                _keep(forms, surname, mention, common)
                _keep(forms, surname + "s", mention, common, family=True)
        if mention.category is Category.ORGANISATION and mention.form.count(" ") > 1:
            for acronym in _acronyms(mention.form):
                _keep(forms, acronym, mention, common)
        if mention.category is Category.ORGANISATION and (trade := _trade_name(mention.form)):
            _keep(forms, trade, mention, common)
    by_first: dict[str, list[_Form]] = defaultdict(list)
    for form in sorted(forms.values(), key=lambda f: -len(f.text)):
        by_first[_first_word(form.text)].append(form)
    return by_first


def _acronyms(form: str) -> set[str]:
    """Return the acronyms the article may use for a name without saying so (`BoE`, `ECB`)."""
    words = form.split()
    capitals = "".join(word[0] for word in words if word[:1].isupper())
    every = "".join(word[0] for word in words)
    return {made for made in (capitals, every) if len(made) > 2 and made.isalpha()}


def _trade_name(form: str) -> str:
    """Return what a company is called without its legal form (`Salling Group`), if that may be its name alone."""
    words = form.split()
    while len(words) > 1 and bare(words[-1]) in CORPORATE:
        words.pop()
    name = " ".join(words).rstrip(",")
    plain = name == form or name in PLACES or all(is_small(word.lower()) for word in words)
    return "" if plain or not _is_worth(name) else name


def _first_word(text: str) -> str:
    match = _CAPITALISED.search(text)
    return match[0].upper() if match else text.split()[0].upper()


def _keep(forms: dict[str, _Form], text: str, mention: Name, common: set[str], *, family: bool = False) -> None:
    known = forms.get(text)
    if known is None or known.confidence < mention.confidence:
        fragile = " " not in text and text.lower() in common
        forms[text] = _Form(text, mention.label, mention.confidence, fragile=fragile, family=family)


def _surname(form: str) -> str:
    words = form.split()
    if bare(words[-1]) in ("jr", "sr", "ii", "iii", "iv") and len(words) > 2:
        words = words[:-1]
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return " ".join(words[start:])


def _is_worth(form: str) -> bool:
    name = bare(form)
    if (
        not form[:1].isalpha()
        or form in PARTIES
        or name in PLATFORMS
        or name in GENERIC
        or name in PAGE_WORDS
        or name in TITLES
    ):
        return False
    return len(form) >= _SHORTEST or is_capitals(form)


def _match(text: str, start: int, limit: int, known: dict[str, list[_Form]], taken: Taken) -> Name | None:
    word = _CAPITALISED.match(text, start)
    for form in known.get(_unowned(word[0].upper()), ()) if word else ():
        end = start + len(form.text)
        if end <= limit and _equal(text[start:end], form.text) and not text[end : end + 1].isalnum():
            return _accept(text, start, end, form, taken)
    return None


def _unowned(word: str) -> str:
    """Return a word in capitals without a possessive (`Roe’s`, `Sanders’`)."""
    for ending in ("’S", "'S", "’", "'"):
        if word.endswith(ending):
            return word.removesuffix(ending)
    return word


def _equal(found: str, form: str) -> bool:
    if found == form:
        return True
    return len(form) > _SHORTEST and (found == form.upper() or (form.isupper() and found == form.capitalize()))


def _accept(text: str, start: int, end: int, form: _Form, taken: Taken) -> Name | None:
    if form.fragile and _OPENS.search(text, max(0, start - 3), start):
        return None
    if form.family and not _THE.search(text, max(0, start - 4), start):
        return None
    covered = taken.inside(start, end)
    if any(not _is_piece(taken.name_at(other), start, end) for other in covered):
        return None
    if any(pattern.search(text, max(0, start - _LOOK_BACK), start) for pattern in (IN_SHIP, EVENT_OF)):
        return None
    if (form.label == "ORG" and names_model(text, end)) or (form.label == "PERSON" and _ADDRESS.match(text, end)):
        return None
    if not covered and (_MONEY.match(text, end) or _SHARE.match(text, end) or _is_inside_longer(text, start, end)):
        return None
    return named(text, start, end, form.label, form.confidence * _LOSS)


def _is_piece(other: Name | None, start: int, end: int) -> bool:
    """Whether a mention is a true part of `start:end`, and not a date."""
    return other is not None and start <= other.start and other.end <= end and other.end - other.start < end - start


def _is_inside_longer(text: str, start: int, end: int) -> bool:
    """Whether the name is followed by a head that makes the whole something else (`Trump Tower`)."""
    following = _NEXT_CAPITAL.match(text, end)
    if not following:
        return False
    word = bare(following[0].strip())
    return word in HEADS or word in VENUES or word in EVENTS or word in CORPORATE
