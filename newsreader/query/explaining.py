"""Says in words what a query asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.query.conditions import And, Condition, Field, Not, Or, Query, Term, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

_PHRASES = {
    "person": "in which the person {} stands",
    "place": "in which the place {} stands",
    "org": "in which the organisation {} stands",
    "name": "in which the name {} stands",
    "on": "that speak of {}",
    "published": "published in {}",
    "newer": "published since {}",
    "older": "published before {}",
    "added": "added in {}",
    "title": "with {} in the title",
    "author": "written by {}",
    "source": "published by {}",
    "url": "from an address with {}",
    "lang": "in the language {}",
    "tag": "with the tag {}",
    "note": "with {} in a note of yours",
    "has": "with a {}",
    "is": "that are {}",
}
"""What holds of the articles for each field, with the value in the braces."""


def explain(query: Query) -> str:
    """One sentence about the articles that are found, and one for each mistake."""
    what = f"Articles {_said(query.condition)}." if query.condition is not None else "All articles."
    return " ".join([what, *(each.sentence for each in query.mistakes)])


def _said(condition: Condition) -> str:
    match condition:
        case Words(term):
            return f"with {_quoted(term)}"
        case Field("is", (Term("story"),)):
            return "that others tell as well"
        case Field(name, terms):
            return _PHRASES[name].format(_one_of([_quoted(each) for each in terms], "or"))
        case Not(part):
            return f"not {_grouped(part)}"
        case And(parts):
            return _one_of([_grouped(each) for each in parts], "and")
        case Or(parts):
            return _one_of([_grouped(each) for each in parts], "or")


def _grouped(part: Condition) -> str:
    return f"({_said(part)})" if isinstance(part, And | Or) else _said(part)


def _quoted(term: Term) -> str:
    return f"“{term.text}{'…' if term.begins else ''}”{' and no more' if term.whole else ''}"


def _one_of(parts: Sequence[str], between: str) -> str:
    *most, last = parts
    return f"{', '.join(most)} {between} {last}" if most else last
