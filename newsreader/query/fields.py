"""The fields of the query language: what each is called and what it takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from newsreader.annotations.model import COLOURS, Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


class Takes(Enum):
    """What stands behind the colon."""

    WORDS = auto()
    """Words that stand somewhere in the value."""
    LABEL = auto()
    """The whole value."""
    CHOICE = auto()
    """One of a few values, of which the beginning is enough."""
    DAYS = auto()
    """A day, a month, a year, or a span of those."""
    AGE = auto()
    """How long ago, or a day."""


@dataclass(frozen=True, slots=True)
class FieldKind:
    """One field."""

    name: str
    takes: Takes
    choices: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    """Other names for it."""


ORPHANED = "orphaned"
"""What `kind:` calls an annotation whose text is gone."""

_ALL = (
    FieldKind("tag", Takes.LABEL),
    FieldKind("colour", Takes.CHOICE, choices=COLOURS, also=("color",)),
    FieldKind("kind", Takes.CHOICE, choices=(*Kind, ORPHANED)),
    FieldKind("name", Takes.WORDS, also=("entity",)),
    FieldKind("note", Takes.WORDS),
    FieldKind("from", Takes.CHOICE, choices=("person", "import")),
    FieldKind("title", Takes.WORDS),
    FieldKind("source", Takes.WORDS),
    FieldKind("url", Takes.WORDS, also=("path",)),
    FieldKind("published", Takes.DAYS),
    FieldKind("newer", Takes.AGE),
    FieldKind("older", Takes.AGE),
    FieldKind("has", Takes.CHOICE, choices=("note",)),
    FieldKind("is", Takes.CHOICE, choices=("unread", "begun", "read")),
)

FIELDS: Mapping[str, FieldKind] = {each.name: each for each in _ALL}
"""The fields by name."""

_NAMES: Mapping[str, FieldKind] = {name: each for each in _ALL for name in (each.name, *each.also)}

NOTES = ("tag", "colour", "kind", "name", "note", "from")
"""What can be asked of an annotation."""
ARTICLES = ("title", "source", "url", "published", "newer", "older", "has", "is")
"""What can be asked of an article."""


def field_called(name: str) -> FieldKind | None:
    """The field of that name in any case; None if there is none."""
    return _NAMES.get(name.casefold())


def names(known: Collection[str]) -> list[str]:
    """What the known fields may be called."""
    return [name for name, field in _NAMES.items() if field.name in known]
