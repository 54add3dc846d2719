"""What a query asks for, as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one behind the other."""

    text: str
    """As written, with single blanks; case, accents and marks do not count."""
    begins: bool = False
    """Whether the last word may go on: `treat*`."""
    whole: bool = False
    """Whether nothing else may stand beside it: `=Kim`."""


@dataclass(frozen=True, slots=True)
class Words:
    """That the words stand somewhere in a text."""

    term: Term


@dataclass(frozen=True, slots=True)
class Field:
    """That a field has one of some values."""

    name: str
    """One of `fields.FIELDS`."""
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """That one paragraph, looked at by itself, is what is asked for."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Saved:
    """What a saved search asks for."""

    name: str
    part: Condition | None
    """None asks for nothing in particular."""


@dataclass(frozen=True, slots=True)
class Not:
    """That something does not hold."""

    part: Condition


@dataclass(frozen=True, slots=True)
class And:
    """That all of two or more parts hold, none of which is an `And` itself."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """That at least one of two or more parts holds, none of which is an `Or` itself."""

    parts: tuple[Condition, ...]


Condition = Words | Field | Near | Saved | Not | And | Or


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something in a query that cannot be meant as it is written; the rest of the query holds all the same."""

    start: int
    end: int
    """Where it stands, in code points of the query, end exclusive."""
    sentence: str
    """What is wrong and what was meant, for the reader."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was read."""

    condition: Condition | None = None
    """None asks for nothing in particular: everything is found."""
    mistakes: tuple[Mistake, ...] = ()
    order: str | None = None
    """How what is found is to be ordered: one of the choices of `sort:`; None without it."""


def every(parts: tuple[Condition, ...]) -> Condition | None:
    """All of the parts as one condition; None without parts."""
    flat = tuple(each for part in parts for each in (part.parts if isinstance(part, And) else (part,)))
    return And(flat) if len(flat) > 1 else next(iter(flat), None)


def either(parts: tuple[Condition, ...]) -> Condition | None:
    """At least one of the parts as one condition; None without parts."""
    flat = tuple(each for part in parts for each in (part.parts if isinstance(part, Or) else (part,)))
    return Or(flat) if len(flat) > 1 else next(iter(flat), None)


def fields_of(condition: Condition | None) -> frozenset[str]:
    """The names of all fields that a condition asks for, wanted or not."""
    match condition:
        case Field(name, _):
            return frozenset((name,))
        case Not(part) | Near(part) | Saved(_, part):
            return fields_of(part)
        case And(parts) | Or(parts):
            return frozenset().union(*map(fields_of, parts))
        case _:
            return frozenset()
