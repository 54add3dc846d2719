"""Where in a text the words of a query stand, for snippets. Offsets are code points, end exclusive."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsreader.query.conditions import And, Condition, Near, Or, Saved, Term, Words
from newsreader.query.wording import folded, folded_in_place, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RUN = re.compile(r"[\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u200c\u200d]+")


def places(condition: Condition | None, text: str) -> Iterator[tuple[int, int]]:
    """Where the words that are wanted stand, in the order of the text; each only as far as it was written."""
    if terms := tuple(_wanted(condition)):
        yield from _places(terms, text)


def first_place(condition: Condition | None, text: str) -> tuple[int, int] | None:
    """The first of these places that is in one line, else the first; no more is looked at than need be."""
    if not (terms := tuple(_wanted(condition))):
        return None
    before = 0
    for line in text.split("\n"):
        for start, end in _places(terms, line):
            return before + start, before + end
        before += len(line) + 1
    return next(_places(terms, text), None)


def _places(terms: tuple[Term, ...], text: str) -> Iterator[tuple[int, int]]:
    in_place = folded_in_place(text)
    if in_place is not None:
        return ((found.start(), found.end()) for found in _pattern(terms).finditer(in_place))
    whole = folded(text)
    there = [each for each in terms if all(word in whole for word in words(each.text))]
    return _places_by_word(there, text) if there else iter(())


@lru_cache(maxsize=64)
def _pattern(terms: tuple[Term, ...]) -> re.Pattern[str]:
    """What finds the terms in a folded text, of which a word is a run of ASCII letters and digits."""
    return re.compile(
        "|".join(f"{_begun(words(each.text))}{'[a-z0-9]*' if each.begins else '(?![a-z0-9])'}" for each in terms)
    )


def _begun(sought: Sequence[str]) -> str:
    """What finds words. That a word begins there is looked at behind it, since plain letters are found soon."""
    first, *others = sought or [""]
    return "[^a-z0-9]+".join((f"{first}(?<![a-z0-9]{first})", *others))


def _places_by_word(wanted: Sequence[Term], text: str) -> Iterator[tuple[int, int]]:
    terms = [(words(each.text), each.begins) for each in wanted]
    found = [(word, run.start(), run.end()) for run in _RUN.finditer(text) for word in words(run[0])]
    for at in range(len(found)):
        for term, begins in terms:
            if _stands(found, at, term, more=begins):
                yield found[at][1], found[at + len(term) - 1][2]
                break


def _stands(found: Sequence[tuple[str, int, int]], at: int, term: Sequence[str], *, more: bool) -> bool:
    here = [word for word, _, _ in found[at : at + len(term)]]
    if len(here) < len(term) or here[:-1] != term[:-1]:
        return False
    return here[-1].startswith(term[-1]) if more else here[-1] == term[-1]


def _wanted(condition: Condition | None) -> Iterator[Term]:
    match condition:
        case Words(term):
            yield term
        case Near(part) | Saved(_, part):
            yield from _wanted(part)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _wanted(part)
