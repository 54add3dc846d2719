"""Houses that go by the genitive of a name: `at Harry's on Friday` is a restaurant, `at Harry's house` is not."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.languages.english.words.leaders import LEADERS

if TYPE_CHECKING:
    from newsreader.languages.document import Document, Name

_BEFORE = re.compile(
    r"\b(?:at|(?:go|goes|going|went|gone|been|come|came|drove|walked|drive|walk|head|headed|trip|visit|visits)"
    r"(?: back| over| down)? to|is now|called) $"
)
"""What stands before a house that one goes to."""

_GENITIVE = re.compile(
    r"\s?['’]s(?=[.,;:!?)]|\s(?:in|on|at|for|with|around|all|before|after|and|or|when|where|was|is)\b|\s*$)"
)
"""A genitive that no noun follows."""

_MOST_WORDS = 2


def with_houses(document: Document) -> Document:
    """Make places of the genitives of names that no noun follows, unless somebody of that name is in the document."""
    people = {
        word for name in document.names if name.category is Category.PERSON and " " in name.key for word in name.words
    }
    return document.with_names(_house(document, name, people) or name for name in document.names)


def _house(document: Document, name: Name, people: set[str]) -> Name | None:
    genitive = _GENITIVE.match(document.text, name.end)
    if not genitive or name.category is Category.ORGANISATION or name.form.count(" ") >= _MOST_WORDS:
        return None
    if name.form in LEADERS or not people.isdisjoint(name.words) or not _BEFORE.search(document.before(name)):
        return None
    return replace(name, end=genitive.end(), label="FAC", form=document.text[name.start : genitive.end()])
