"""Propagation: a name that was recognised once is a name wherever the document has it.

Full names are carried to their surnames, all names to the repeats that were missed and to capitals (`POLAND`), and a
known longer name replaces the piece of it that was recognised.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from newsreader.entity import Category, Mention
from newsreader.languages.english.passes.mentions import Named, named
from newsreader.languages.english.shapes import bare, is_capitals
from newsreader.languages.english.words.junk import GENERIC, PAGE_WORDS
from newsreader.languages.english.words.organisations import CORPORATE, EVENTS, HEADS, PARTIES, PLATFORMS, VENUES
from newsreader.languages.english.words.titles import PARTICLES, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_CAPITALISED = re.compile(r"(?<![\w&])(?:[^\W\d_a-zà-ÿ]|al-|el-)[\w&’'ʻ-]*")
_LOWER_WORD = re.compile(r"(?<![\w.’'-])[a-z][a-z-]+")
_NEXT_CAPITAL = re.compile(r"\s(?:[^\W\d_a-zà-ÿ][\w’'-]*)")
_OPENS = re.compile(r"(?:^|[.!?:;\n“\"'‘(•–—]\s*|\)\)\s*)$")
_MONEY = re.compile(r"\s?[$€£]|\s(?:dollars?|cents?)\b")
_SHARE = re.compile(r"\.[A-Z]{1,2}\)")
"""How the code of a share goes on (`(DELL.N)`)."""

_THE = re.compile(r"\b[Tt]he\s$")
_SURE_ENOUGH = 0.45
"""Confidence from which a name that was recognised once is looked for elsewhere; a repeated one needs half of it."""

_SHORTEST = 3
_FREE = -1
_LONG_PLURAL = 5


def without_openers(text: str, mentions: Sequence[Named]) -> list[Named]:
    """Leave out single words that stand only where a sentence begins and are ordinary words elsewhere in `text`."""
    common = {match[0] for match in _LOWER_WORD.finditer(text)}
    inside = {m.key for m in mentions if not _OPENS.search(text, max(0, m.start - 3), m.start)}
    return [m for m in mentions if " " in m.form or m.key in inside or not _is_common(m.form.lower(), common)]


def _is_common(word: str, common: set[str]) -> bool:
    """Whether the word, or the one it is the plural of, stands in the text as an ordinary one."""
    return word in common or (len(word) > _LONG_PLURAL and word.endswith("s") and word[:-1] in common)


def propagate(
    text: str, mentions: Sequence[Named], spans: Sequence[tuple[int, int]], dates: Sequence[Mention]
) -> list[Named]:
    """Return the mentions with the missed ones added, in order.

    `spans` are the stretches of `text` that were analysed; nothing is added outside of them or inside `dates`.
    """
    known = _known_forms(text, mentions)
    if not known:
        return list(mentions)
    taken = _Taken(len(text), mentions, dates)
    for start, end in spans:
        for match in _CAPITALISED.finditer(text, start, end):
            found = _match(text, match.start(), end, known, taken)
            if found:
                taken.put(found)
    return taken.names()


class _Taken:
    """The mentions so far, by position."""

    def __init__(self, length: int, mentions: Iterable[Named], dates: Iterable[Mention]) -> None:
        self._names = {mention.start: mention for mention in mentions}
        # By offset, the start of what covers it: an array, as a long text has a million such offsets.
        self._covered = array("i", [_FREE]) * length
        for start, end in [(m.start, m.end) for m in self._names.values()] + [(d.start, d.end) for d in dates]:
            self._cover(start, end)

    def inside(self, start: int, end: int) -> set[int]:
        """Return the starts of what lies in or reaches into `start:end`."""
        return {*self._covered[start:end]} - {_FREE}

    def get(self, start: int) -> Named | None:
        return self._names.get(start)

    def put(self, name: Named) -> None:
        for start in self.inside(name.start, name.end):
            del self._names[start]
        self._names[name.start] = name
        self._cover(name.start, name.end)

    def _cover(self, start: int, end: int) -> None:
        self._covered[start:end] = array("i", [start]) * (end - start)

    def names(self) -> list[Named]:
        return [self._names[start] for start in sorted(self._names)]


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


def _known_forms(text: str, mentions: Sequence[Named]) -> dict[str, list[_Form]]:
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


def _first_word(text: str) -> str:
    match = _CAPITALISED.search(text)
    return match[0].upper() if match else text.split()[0].upper()


def _keep(forms: dict[str, _Form], text: str, mention: Named, common: set[str], *, family: bool = False) -> None:
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


def _match(text: str, start: int, limit: int, known: dict[str, list[_Form]], taken: _Taken) -> Named | None:
    word = _CAPITALISED.match(text, start)
    for form in known.get(word[0].upper().removesuffix("’S").removesuffix("'S"), ()) if word else ():
        end = start + len(form.text)
        if end <= limit and _equal(text[start:end], form.text) and not text[end : end + 1].isalnum():
            return _accept(text, start, end, form, taken)
    return None


def _equal(found: str, form: str) -> bool:
    if found == form:
        return True
    return len(form) > _SHORTEST and (found == form.upper() or (form.isupper() and found == form.capitalize()))


def _accept(text: str, start: int, end: int, form: _Form, taken: _Taken) -> Named | None:
    if form.fragile and _OPENS.search(text, max(0, start - 3), start):
        return None
    if form.family and not _THE.search(text, max(0, start - 4), start):
        return None
    covered = taken.inside(start, end)
    if any(not _is_piece(taken.get(other), start, end) for other in covered):
        return None
    if not covered and (_MONEY.match(text, end) or _SHARE.match(text, end) or _is_inside_longer(text, start, end)):
        return None
    name = named(text, start, end, form.label)
    if name:
        name.confidence = form.confidence * 0.95
    return name


def _is_piece(other: Named | None, start: int, end: int) -> bool:
    """Whether a mention is a true part of `start:end`, and not a date."""
    return other is not None and start <= other.start and other.end <= end and other.end - other.start < end - start


def _is_inside_longer(text: str, start: int, end: int) -> bool:
    """Whether the name is followed by a head that makes the whole something else (`Trump Tower`)."""
    following = _NEXT_CAPITAL.match(text, end)
    if not following:
        return False
    word = bare(following[0].strip())
    return word in HEADS or word in VENUES or word in EVENTS or word in CORPORATE
