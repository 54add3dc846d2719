"""Places of several words that belong together: `Trinidad and Tobago`, `Stratford-upon-Avon`, `St. John’s`.

Recognisers take them apart at the small words, or see a possessive where there is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.languages.english.passes.whole_names import named
from newsreader.languages.english.shapes import bare
from newsreader.languages.english.words.compounds import COMPOUND_PLACES, JOINTS
from newsreader.languages.english.words.organisations import HEADS, VENUES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.languages.document import Document, Name

_WORD = r"[A-ZÀ-Þ][^\W\d_]+"
_JOINED = re.compile(
    "|".join(sorted(map(re.escape, COMPOUND_PLACES), key=len, reverse=True)).replace(r"Saint\ ", r"(?:Saint|St\.?)\ ")
)
"""The compounds of the list, `Saint` also as `St.`."""

_HYPHENATED = re.compile(
    rf"\b{_WORD}-(?:{'|'.join(sorted(JOINTS, key=len, reverse=True))})-(?:the-)?{_WORD}(?:-{_WORD})*"
)
"""A place between whose parts a small word says where it lies (`Newcastle-upon-Tyne`)."""

_SAINTS = re.compile(rf"\b(?:[Ii]n|[Ff]rom|[Tt]o|[Nn]ear|[Aa]t|of) ((?:St\.?|Saint) {_WORD}['’]s)(?=[,.;:)])")
"""A saint's place (`in St. George’s, Grenada`): behind the s stands nothing that is the saint's."""

_SAINTS_BODIES = re.compile(rf"\b((?:St\.?|Saint) {_WORD}['’]s) ({_WORD})\b")
"""What is the saint's (`St. Patrick’s Cathedral`), if its head tells."""

_COUNTIES = re.compile(
    rf"\b({_WORD}(?: {_WORD})?(?:['’]s)?) and ({_WORD}(?: {_WORD})?(?:['’]s)?) (?:counties|parishes)\b"
)
"""Two that share one noun (`Prince George’s and Montgomery counties`)."""

_BODY = re.compile(r"(?: (?:and )?[A-Z][\w’'-]*){0,4}? ([A-Z]\w+)(?! [A-Z])")
"""The end of a name that goes on behind the place (`Telford and Wrekin Council`)."""

_CONFIDENCE = 0.9


def with_compounds(document: Document) -> Document:
    """Make one place of what was taken apart, and add the compounds that were missed."""
    text = document.text
    taken = document.taken()
    surnames = {name.form.split()[-1] for name in document.names if name.category is Category.PERSON}
    for start, end in sorted(set(_places(text))):
        others = [name for other in taken.inside(start, end) if (name := taken.name_at(other))]
        longer = any(name.end - name.start > end - start for name in others)
        person = text[start:end] in surnames or ("-" in text[start:end] and _is_of_person(others))
        if longer or person or not any(a <= start and end <= b for a, b in document.spans):
            continue
        body = _BODY.match(text, end)
        named_after = body is not None and bare(body[1]) in HEADS | VENUES
        if body and named_after:
            name = named(text, start, body.end(1), "ORG" if bare(body[1]) in HEADS else "FAC", _CONFIDENCE)
        else:
            name = named(text, start, end, "GPE", _CONFIDENCE, possessive=True)
        if name:
            taken.put(name)
    return document.with_names(taken.names())


def _is_of_person(names: list[Name]) -> bool:
    """Whether what looks like a place is a surname (`Eugène Viollet-le-Duc`)."""
    return any(name.category is Category.PERSON and " " in name.form for name in names)


def _places(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_JOINED, _HYPHENATED):
        yield from (match.span() for match in pattern.finditer(text))
    yield from (match.span(1) for match in _SAINTS.finditer(text))
    yield from (match.span(1) for match in _SAINTS_BODIES.finditer(text) if bare(match[2]) in HEADS | VENUES)
    for match in _COUNTIES.finditer(text):
        yield from (match.span(1), match.span(2))
