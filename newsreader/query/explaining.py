"""Says in words what a query asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.query.conditions import And, Condition, Field, Near, Not, Or, Query, Saved, Term, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

_PHRASES = {
    "person": ("in which the person {} stands", "without the person {}"),
    "place": ("in which the place {} stands", "without the place {}"),
    "org": ("in which the organisation {} stands", "without the organisation {}"),
    "name": ("in which the name {} stands", "without the name {}"),
    "on": ("that speak of {}", "that do not speak of {}"),
    "published": ("published in {}", "not published in {}"),
    "newer": ("published since {}", "not published since {}"),
    "older": ("published before {}", "not published before {}"),
    "added": ("added in {}", "not added in {}"),
    "title": ("with {} in the title", "without {} in the title"),
    "author": ("written by {}", "not written by {}"),
    "source": ("published by {}", "not published by {}"),
    "url": ("from an address with {}", "not from an address with {}"),
    "lang": ("in the language {}", "not in the language {}"),
    "tag": ("with the tag {}", "without the tag {}"),
    "feed": ("from the feed {}", "not from the feed {}"),
    "note": ("with {} in a note of yours", "without {} in a note of yours"),
    "has": ("with a {}", "without a {}"),
    "is": ("that are {}", "that are not {}"),
    "colour": ("in {}", "not in {}"),
    "kind": ("of the kind {}", "not of the kind {}"),
    "from": ("from {}", "not from {}"),
}
"""What holds of what is found for each field, with the value in the braces, and how one says that it does not."""

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


def _said(condition: Condition, *, holds: bool = True) -> str:
    """What a condition asks for or, unless it `holds`, its contrary: no part of it behind a bare “not”."""
    match condition:
        case Words(term):
            return f"{_with(holds)} {_quoted(term)}"
        case Field("is", (Term("story"),)):
            return "that others tell as well" if holds else "that no others tell"
        case Field(name, terms):
            return _PHRASES[name][not holds].format(_one_of([_quoted(each) for each in terms], "or"))
        case Near(part):
            return f"{_with(holds)} a paragraph {_grouped(part)}"
        case Saved(name, part):
            found = "finds" if holds else "does not find"
            return f"that the saved search “{name}” {found} ({'all' if part is None else _said(part)})"
        case Not(part):
            return _said(part, holds=not holds)
        case And(parts):
            return _one_of([_grouped(each, holds=holds) for each in parts], "and" if holds else "or")
        case Or(parts):
            return _one_of([_grouped(each, holds=holds) for each in parts], "or" if holds else "and")


def _with(holds: bool) -> str:
    return "with" if holds else "without"


def _grouped(part: Condition, *, holds: bool = True) -> str:
    inner = part.part if isinstance(part, Not) else part
    said = _said(part, holds=holds)
    return f"({said})" if isinstance(inner, And | Or) else said


def _quoted(term: Term) -> str:
    return f"“{term.text}{'…' if term.begins else ''}”{' (in full)' if term.whole else ''}"


def _one_of(parts: Sequence[str], between: str) -> str:
    *most, last = parts
    return f"{', '.join(most)} {between} {last}" if most else last
