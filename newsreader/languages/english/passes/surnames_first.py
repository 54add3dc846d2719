"""Lists with the surname first: `Doe, Marcus; Van Doren, Elise Ann; and O’Hara, Siobhan` are three people.

Only a list of two at least shows it, and only one whose parts are taken for people, not for towns and states.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.languages.english.passes.whole_names import named
from newsreader.languages.english.words.countries import PLACES
from newsreader.languages.english.words.given_names import GIVEN_NAMES
from newsreader.languages.english.words.titles import PARTICLES

if TYPE_CHECKING:
    from newsreader.languages.document import Document, Taken

_PART = rf"(?:(?:{'|'.join(sorted(PARTICLES - {'y', 'e', 'op'}))}) |[Dd]['’])?[A-ZÀ-Þ][\w’'-]+"
_SURNAME = rf"{_PART}(?: {_PART}){{0,2}}"
_FIRST = r"[A-ZÀ-Þ][\w’'-]+(?: (?:[A-ZÀ-Þ][\w’'-]+|[A-Z]\.?))?"
_PERSON = rf"{_SURNAME}, {_FIRST}"
_RUN = re.compile(rf"(?<![\w,] )(?<![\w’'-]){_PERSON}(?:(?:; (?:and |& )?|\n+){_PERSON})+(?![\w-])")
"""Two people at least, between whom stands what is stronger than the comma."""

_ONE = re.compile(_PERSON)
_CONFIDENCE = 0.9


def with_surnames_first(document: Document) -> Document:
    """Make one person of each surname and first name in such a list."""
    text, taken = document.text, document.taken()
    for start, end in document.spans:
        for run in _RUN.finditer(text, start, end):
            spans = [match.span() for match in _ONE.finditer(text, *run.span())]
            if _are_people(text, spans, taken):
                for span in spans:
                    person = named(text, *span, "PERSON", _CONFIDENCE)
                    if person:
                        taken.put(person)
    return document.with_names(taken.names())


def _are_people(text: str, spans: list[tuple[int, int]], taken: Taken) -> bool:
    """Whether most parts of a list are called people, or have a first name behind the comma, and none is a place."""
    parts = [text[start:end].split(", ") for start, end in spans]
    if any(surname in PLACES or first in PLACES for surname, first in parts):
        return False
    labels = [taken.name_at(other) for span in spans for other in taken.inside(*span)]
    people = sum(name is not None and name.category is Category.PERSON for name in labels)
    given = sum(first.split()[0] in GIVEN_NAMES for _, first in parts)
    return given * 2 >= len(parts) or people * 2 > len(labels)
