"""Says in words what a query asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.query.conditions import And, Condition, Field, Near, Not, Or, Query, Saved, Term, Words

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
    "feed": "from the feed {}",
    "note": "with {} in a note of yours",
    "has": "with a {}",
    "is": "that are {}",
    "colour": "in {}",
    "kind": "of the kind {}",
    "from": "from {}",
}
"""What holds of what is found for each field, with the value in the braces."""

_ORDERS = {
    "newest": "the newest first",
    "oldest": "the oldest first",
    "relevance": "those of most relevance first",
    "added": "those added last first",
    "title": "by title",
}


def explain(query: Query, things: str = "articles") -> str:
    """One sentence about the things that are found, and one for each mistake."""
    what = f"{things.capitalize()} {_said(query.condition)}" if query.condition is not None else f"All {things}"
    order = f", {_ORDERS[query.order]}" if query.order else ""
    return " ".join([f"{what}{order}.", *(each.sentence for each in query.mistakes)])


def _said(condition: Condition) -> str:
    match condition:
        case Words(term):
            return f"with {_quoted(term)}"
        case Field("is", (Term("story"),)):
            return "that others tell as well"
        case Field(name, terms):
            return _PHRASES[name].format(_one_of([_quoted(each) for each in terms], "or"))
        case Near(part):
            return f"with a paragraph {_grouped(part)}"
        case Saved(name, part):
            return f"that the saved search “{name}” finds ({'all' if part is None else _said(part)})"
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
