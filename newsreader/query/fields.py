"""The fields of the query language: what each is called and what it takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from newsreader.annotations.kinds import COLOURS, CORRECTION, Kind
from newsreader.category import Category

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
    QUERY = auto()
    """A query in parentheses, or a word."""


@dataclass(frozen=True, slots=True)
class FieldKind:
    """One field."""

    name: str
    takes: Takes
    choices: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    """Other names for it."""
    of: str = ""
    """The field of which it asks; empty if it is its own."""

    @property
    def asks(self) -> str:
        """The field whose values are looked at."""
        return self.of or self.name


FIELD_OF = {Category.PERSON: "person", Category.PLACE: "place", Category.ORGANISATION: "org"}
"""The field for each category of names."""

ORPHANED = "orphaned"
"""What `kind:` calls an annotation whose text is gone."""

_ALL = (
    FieldKind("person", Takes.WORDS),
    FieldKind("place", Takes.WORDS),
    FieldKind("org", Takes.WORDS, also=("organisation", "organization")),
    FieldKind("name", Takes.WORDS, also=("entity",)),
    FieldKind("on", Takes.DAYS),
    FieldKind("published", Takes.DAYS),
    FieldKind("newer", Takes.AGE, of="published", also=("since",)),
    FieldKind("older", Takes.AGE, of="published", also=("before",)),
    FieldKind("added", Takes.DAYS),
    FieldKind("title", Takes.WORDS),
    FieldKind("author", Takes.WORDS, also=("byline",)),
    FieldKind("source", Takes.WORDS),
    FieldKind("url", Takes.WORDS, also=("path",)),
    FieldKind("lang", Takes.LABEL, also=("language",)),
    FieldKind("has", Takes.CHOICE, choices=(*Kind, CORRECTION)),
    FieldKind("is", Takes.CHOICE, choices=("unread", "begun", "read", "starred", "saved", "new", "story")),
    FieldKind("tag", Takes.LABEL),
    FieldKind("feed", Takes.LABEL),
    FieldKind("colour", Takes.CHOICE, choices=COLOURS, also=("color",)),
    FieldKind("kind", Takes.CHOICE, choices=(*Kind, CORRECTION, ORPHANED)),
    FieldKind("note", Takes.WORDS),
    FieldKind("from", Takes.CHOICE, choices=("person", "import")),
    FieldKind("near", Takes.QUERY),
    FieldKind("search", Takes.LABEL),
    FieldKind("sort", Takes.CHOICE, choices=("newest", "oldest", "relevance", "added", "title")),
)

FIELDS: Mapping[str, FieldKind] = {each.name: each for each in _ALL}
"""The fields by name."""

_NAMES: Mapping[str, FieldKind] = {name: each for each in _ALL for name in (each.name, *each.also)}

NOTES = ("tag", "colour", "kind", "name", "note", "from")
"""What can be asked of an annotation."""
RECENT = ("title", "source", "url", "published", "newer", "older", "has", "is")
"""What can be asked of an article whose text is not looked at."""
IN_PARAGRAPHS = ("person", "place", "org", "name")
"""What can be asked of a paragraph, besides its words."""
ARTICLES = (*IN_PARAGRAPHS, "near", "on", "added", "author", "lang", "tag", "feed", "note", *RECENT, "search", "sort")
"""What can be asked of an article of the library."""
READ = 0.985
"""The share from which on an article counts as read to the end."""
BEGUN = 0.001
"""The share that an article has at least once it was opened: whoever saw its first lines has begun it."""


def state_of(progress: float | None, read: bool | None = None) -> str:
    """What `is:` calls an article of which so much has been read; what was said of it counts more (`read`)."""
    if read is not None:
        return "read" if read else "unread"
    if not progress:
        return "unread"
    return "read" if progress >= READ else "begun"


def field_called(name: str) -> FieldKind | None:
    """The field of that name in any case; None if there is none."""
    return _NAMES.get(name.casefold())


def names(known: Collection[str]) -> list[str]:
    """What the known fields may be called."""
    return [name for name, field in _NAMES.items() if field.name in known]
