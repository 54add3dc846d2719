"""Writes a query as it is typed: what is read from that is the same query."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.query.conditions import And, Condition, Field, Near, Not, Or, Query, Saved, Term, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLAIN = re.compile(r"[^\W_](?:[\w.'’-]*\w)?")
"""What needs no quotation marks around it."""
_DAYS = re.compile(r"\d[\d.-]*")
_OPERATORS = ("AND", "OR", "NOT")


def printed(query: Query) -> str:
    """The query; empty if it asks for nothing in particular."""
    asked = () if query.condition is None else (written(query.condition),)
    return " ".join([*asked, *(f"sort:{order}" for order in (query.order,) if order)])


def written(condition: Condition) -> str:
    """A condition as part of a query."""
    match condition:
        case Words(term):
            return _term(term)
        case Field(name, terms):
            return f"{name}:{','.join(map(value_written, terms))}"
        case Near(part):
            return f"near:({written(part)})"
        case Saved(name, _):
            return f"search:{value_written(Term(name))}"
        case Not(part):
            return f"-{_grouped(part, And, Or, Not)}"
        case And(parts):
            return _joined(" ", parts, Or)
        case Or(parts):
            return _joined(" OR ", parts)


def _joined(between: str, parts: Sequence[Condition], *apart: type) -> str:
    return between.join(_grouped(each, *apart) for each in parts)


def _grouped(part: Condition, *apart: type) -> str:
    """A part, in parentheses if it is one of those that would be read otherwise."""
    return f"({written(part)})" if isinstance(part, apart) else written(part)


def value_written(term: Term) -> str:
    """A value of a field."""
    plain = _DAYS.fullmatch(term.text) and not term.begins
    return f"{'=' if term.whole else ''}{term.text if plain else _term(term)}"


def _term(term: Term) -> str:
    more = "*" if term.begins else ""
    if _PLAIN.fullmatch(term.text) and term.text not in _OPERATORS and not (term.whole and term.begins):
        return term.text + more
    return '"' + term.text.replace('"', '""') + '"' + more
