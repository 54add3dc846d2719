"""Where in a text the words of a query stand, for snippets. Offsets are code points, end exclusive."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.query.conditions import And, Condition, Near, Or, Saved, Term, Words
from newsreader.query.wording import folded_in_place, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RUN = re.compile(r"[\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u200c\u200d]+")


def places(condition: Condition | None, text: str) -> Iterator[tuple[int, int]]:
    """Where the words that are wanted stand, in the order of the text; each only as far as it was written."""
    terms = [*_wanted(condition)]
    if not terms:
        return
    folded = folded_in_place(text)
    if folded is None:
        yield from _places_by_word(terms, text)
    else:
        yield from ((found.start(), found.end()) for found in _pattern(terms).finditer(folded))


def _pattern(terms: Sequence[Term]) -> re.Pattern[str]:
    """What finds the terms in a folded text, of which a word is a run of ASCII letters and digits."""
    return re.compile(
        "|".join(
            f"(?<![a-z0-9]){'[^a-z0-9]+'.join(words(each.text))}{'[a-z0-9]*' if each.begins else '(?![a-z0-9])'}"
            for each in terms
        )
    )


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
