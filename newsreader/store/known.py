"""Things that the person knows from elsewhere: people, places, organisations, and their files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.entity import Category


@dataclass(frozen=True, slots=True)
class KnownThing:
    """A person, place or organisation as a file has it. All texts are one line."""

    id: str
    """What the file calls it by: an id, or the number of its record."""
    category: Category
    name: str
    aliases: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    """As the file has them: names or ISO 3166 codes."""
    birth: str = ""
    """A day, month or year of ISO 8601, or else what the file has."""
    note: str = ""
    address: str = ""
    """A URL, or where it is."""


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A file of known things, as it was at one time."""

    id: int
    name: str
    digest: str
    """SHA-256 of its bytes."""
    taken: str
    """When it was begun, ISO 8601 in UTC."""
    records: int
    """How many of its records have been read."""
    things: int
    """How many things are kept of it."""
    whole: bool
    """Whether all of it has been read."""
