"""Under which other names something may be known: spellings that are surely of it, and short forms that may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.languages.english.words.bodies import FIRMS
from newsreader.languages.english.words.given_names import GIVEN_NAMES
from newsreader.languages.english.words.organisations import CORPORATE
from newsreader.languages.english.words.titles import GENERATIONS
from newsreader.languages.english.words.variants import NICKNAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

_CANONICAL = {name: min(names) for names in NICKNAMES for name in names}
_GIVEN = frozenset(name.lower() for name in GIVEN_NAMES)
_SMALL = frozenset("of for and the in on de la du des del di et".split())
_ACRONYM = 4
"""Words, apart from small ones, whose first letters are an acronym that is not that of something else as well."""

_FIRMS = FIRMS | CORPORATE


def same(category: Category, name: str) -> Iterator[str]:
    """Yield what is equal in the keys of one thing that is written in two ways (`Joe Biden`, `Joseph Biden`)."""
    words = name.split()
    if category is Category.PERSON and len(words) > 1 and words[0] in _CANONICAL:
        yield " ".join((_CANONICAL[words[0]], *words[1:]))
    elif category is Category.ORGANISATION:
        while len(words) > 1 and words[-1] in CORPORATE:
            words.pop()
        if len(words) > _ACRONYM and words[0] == "us":
            words.pop(0)
        if len(words) > 1:
            yield " ".join((*words[:-1], words[-1].removesuffix("s")))


def short(category: Category, name: str) -> Iterator[str]:
    """Yield the keys under which a thing may stand alone in an article, though in none is it seen to be called so."""
    words = name.split()
    if category is Category.PERSON:
        yield from _short_of_people([word for word in words if word not in GENERATIONS])
    elif category is Category.ORGANISATION:
        big = [word for word in words if word not in _SMALL]
        if len(big) >= _ACRONYM:
            yield "".join(word[0] for word in big)
        while len(words) > 1 and words[-1] in _FIRMS:
            words.pop()
            yield " ".join(words)


def _short_of_people(words: list[str]) -> Iterator[str]:
    if len(words) > 1:
        yield words[-1]
        yield f"{words[0][0]} {words[-1]}"
    if len(words) > 2:
        yield f"{words[0]} {words[-1]}"


def is_vague(category: Category, name: str) -> bool:
    """Whether a name alone says so little that two articles need not mean the same by it: a first name."""
    return category is Category.PERSON and name in _GIVEN
