"""The fields of the query language: what each is called, what it takes, and how a sentence speaks of it."""

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
    phrase: str
    """What holds, with `{}` for the value."""
    choices: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    """Other names for it."""
    of: str = ""
    """The field of which it asks; empty if it is its own."""

    @property
    def asks(self) -> str:
        """The field whose values are looked at."""
        return self.of or self.name


ORPHANED = "orphaned"
"""What `kind:` calls an annotation whose text is gone."""

_ALL = (
    FieldKind("tag", Takes.LABEL, "tagged {}"),
    FieldKind("colour", Takes.CHOICE, "coloured {}", choices=COLOURS, also=("color",)),
    FieldKind("kind", Takes.CHOICE, "a {}", choices=(*Kind, ORPHANED)),
    FieldKind("name", Takes.WORDS, "on or linked to {}", also=("entity",)),
    FieldKind("note", Takes.WORDS, "with a note that says {}"),
    FieldKind("from", Takes.CHOICE, "from {}", choices=("person", "import")),
    FieldKind("title", Takes.WORDS, "titled {}"),
    FieldKind("source", Takes.WORDS, "published by {}"),
    FieldKind("author", Takes.WORDS, "written by {}", also=("byline",)),
    FieldKind("url", Takes.WORDS, "from an address with {}", also=("path",)),
    FieldKind("lang", Takes.LABEL, "in the language {}", also=("language",)),
    FieldKind("published", Takes.DAYS, "published {}"),
    FieldKind("newer", Takes.AGE, "published since {}", of="published"),
    FieldKind("older", Takes.AGE, "published before {}", of="published"),
    FieldKind("has", Takes.CHOICE, "with a {}", choices=("note", "highlight", "bookmark")),
    FieldKind("is", Takes.CHOICE, "{}", choices=("unread", "begun", "read")),
)

FIELDS: Mapping[str, FieldKind] = {each.name: each for each in _ALL}
"""The fields by name."""

_NAMES: Mapping[str, FieldKind] = {name: each for each in _ALL for name in (each.name, *each.also)}

NOTES = ("tag", "colour", "kind", "name", "note", "from")
"""What can be asked of an annotation."""
ARTICLES = ("title", "source", "author", "url", "lang", "published", "newer", "older", "has", "is")
"""What can be asked of an article."""


def field_called(name: str) -> FieldKind | None:
    """The field of that name in any case; None if there is none."""
    return _NAMES.get(name.casefold())


def names(known: Collection[str]) -> list[str]:
    """What the known fields may be called."""
    return [name for name, field in _NAMES.items() if field.name in known]
