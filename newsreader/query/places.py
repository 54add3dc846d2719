"""Where in a text the words of a query stand, for snippets. Offsets are code points, end exclusive."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.query.conditions import And, Condition, Or, Term, Words
from newsreader.query.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RUN = re.compile(r"[\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u200c\u200d]+")


def places(condition: Condition | None, text: str) -> Iterator[tuple[int, int]]:
    """Where the words that are wanted stand, in the order of the text; each only as far as it was written."""
    terms = [words(term.text) for term in _wanted(condition)]
    begins = [term.begins for term in _wanted(condition)]
    if not terms:
        return
    found = [(word, run.start(), run.end()) for run in _RUN.finditer(text) for word in words(run[0])]
    for at in range(len(found)):
        for term, more in zip(terms, begins, strict=True):
            if _stands(found, at, term, more=more):
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
        case And(parts) | Or(parts):
            for part in parts:
                yield from _wanted(part)
