"""How a query may go on where the cursor is: fields, their values, and names, by what there is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from newsreader.query.conditions import Term
from newsreader.query.fields import FIELDS, FieldKind, Takes, field_called
from newsreader.query.printing import value_written

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

MOST = 30
"""Completions that are offered."""

OF_NAMES = ("person", "place", "org")
"""The fields in which a bare word is looked up."""
SHORTEST = 2
"""Letters from which on a bare word is looked up among the names."""

_PIECE = re.compile(
    r"""
    -*(?P<field>[^\W\d_]+:|\#)?
    (?P<before>(?:=?(?:"(?:[^"]|"")*"\*?|[^\s()",]*),)*)
    (?P<value>=?(?:"(?:[^"]|"")*"?|[^\s()",]*))
    """,
    re.VERBOSE,
)
_BETWEEN = re.compile(r"[\s()]*")
_AGES = ("1d", "2d", "1w", "2w", "1m", "3m", "6m", "1y")


class Values(Protocol):
    """What a field can be asked for."""

    def __call__(self, field: str, beginning: str, limit: int) -> Sequence[tuple[str, int]]:
        """At most `limit` values one of whose words begins so, each with how many articles have it, most first."""


@dataclass(frozen=True, slots=True)
class Completion:
    """One way to go on."""

    start: int
    end: int
    """What of the query it takes the place of, in code points, end exclusive."""
    text: str
    articles: int = 0
    """How many articles have it; 0 where that is not known."""


def none(field: str, beginning: str, limit: int) -> Sequence[tuple[str, int]]:
    """`Values` of which nothing is known."""
    return ()


def complete(
    query: str,
    cursor: int,
    known: Collection[str],
    values: Values = none,
    searches: Iterable[str] = (),
    today: date | None = None,
) -> tuple[Completion, ...]:
    """How the word at the cursor may go on, the likeliest first, at most `MOST`.

    `known` are the fields that can be asked for, and `searches` the names of saved searches. Nothing is offered for a
    word that is complete.
    """
    piece = _piece_at(query, cursor)
    if piece is None or cursor < piece.start():
        return tuple(_fields("", cursor, cursor, known))
    if piece["field"] and cursor < piece.end("field"):
        return tuple(_fields(query[piece.start("field") : cursor], *piece.span("field"), known))
    if cursor < piece.start("value"):
        return ()
    beginning = query[piece.start("value") : cursor].lstrip("=").lstrip('"')
    offered = _Offered(beginning, piece.span("value"), values, tuple(searches), today or date.today())
    field = _field_of(piece, known)
    if field is not None:
        found = offered.of(field)
    elif piece["field"] or piece["value"].startswith(('"', "=")):
        return ()
    else:
        found = [*_fields(beginning, *piece.span("value"), known), *offered.names(known)]
    written = query[slice(*piece.span("value"))]
    return tuple(each for each in found if each.text != written)[:MOST]


def _piece_at(query: str, cursor: int) -> re.Match[str] | None:
    """The word at the cursor, with its field; None between two words."""
    at = 0
    while at <= cursor:
        between = _BETWEEN.match(query, at)
        assert between is not None
        piece = _PIECE.match(query, between.end())
        assert piece is not None
        if cursor < piece.start() or cursor <= piece.end():
            return piece if cursor >= piece.start() else None
        at = max(piece.end(), between.end() + 1)
    return None


def _field_of(piece: re.Match[str], known: Collection[str]) -> FieldKind | None:
    called = "tag" if piece["field"] == "#" else (piece["field"] or "").removesuffix(":")
    field = field_called(called)
    return field if field is not None and field.name in known else None


def _fields(beginning: str, start: int, end: int, known: Collection[str]) -> Iterator[Completion]:
    wanted = beginning.casefold()
    yield from (Completion(start, end, f"{each}:") for each in FIELDS if each in known and each.startswith(wanted))


@dataclass(frozen=True, slots=True)
class _Offered:
    """What there is that begins so, for the place where it would stand."""

    beginning: str
    place: tuple[int, int]
    values: Values
    searches: tuple[str, ...]
    today: date

    def of(self, field: FieldKind) -> list[Completion]:
        """The values of a field."""
        match field.takes:
            case Takes.CHOICE:
                return self._plain(field.choices)
            case Takes.DAYS:
                return self._plain(self._days())
            case Takes.AGE:
                return self._plain((*_AGES, *self._days()))
            case Takes.QUERY:
                return []
        if field.name == "search":
            return self._plain(self.searches)
        whole = field.name in (*OF_NAMES, "name")
        found = self.values(field.name, self.beginning, MOST)
        return [self._made(value_written(Term(value, whole=whole)), articles) for value, articles in found]

    def names(self, known: Collection[str]) -> list[Completion]:
        """The names that a word may be the beginning of, each with its field."""
        if len(self.beginning) < SHORTEST:
            return []
        found = [
            self._made(f"{field}:{value_written(Term(value, whole=True))}", articles)
            for field in OF_NAMES
            if field in known
            for value, articles in self.values(field, self.beginning, MOST)
        ]
        return sorted(found, key=lambda each: -each.articles)

    def _plain(self, choices: Iterable[str]) -> list[Completion]:
        wanted = self.beginning.casefold()
        fitting = (str(each) for each in choices if each.casefold().startswith(wanted))
        return [self._made(value_written(Term(each))) for each in dict.fromkeys(fitting)]

    def _days(self) -> tuple[str, ...]:
        last_month = self.today.replace(day=1) - timedelta(days=1)
        months = (f"{each:%Y-%m}" for each in (self.today, last_month))
        return ("today", "yesterday", *months, f"{self.today:%Y}", f"{self.today.year - 1:04}")

    def _made(self, text: str, articles: int = 0) -> Completion:
        return Completion(*self.place, text, articles)
