"""Things that the person knows from elsewhere: people, places, organisations, their files, and how they are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

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


class KnownThings(Protocol):
    """Things known from elsewhere, found by keys: what two names have in common that may be of one thing.

    A file that changed is taken anew beside what is kept of it, which goes only when the new one is whole. LibraryError
    for adding to a file that was given up.
    """

    def begin(self, name: str, digest: str) -> KnownSource:
        """The file of that name with that digest, to be gone on with; others that were not taken whole are given up."""

    def add(self, source: int, things: Iterable[tuple[KnownThing, Collection[str]]], records: int) -> None:
        """Keep things of a file, each with its keys, after so many of its records; of one id the first is kept."""

    def finish(self, source: int) -> None:
        """Note that a file has been read to its end; what is kept of an earlier one of the name is given up."""

    def sources(self) -> list[KnownSource]:
        """The files, by name; of one that is being taken anew, both."""

    def of_source(self, source: int, after: str, limit: int) -> list[KnownThing]:
        """The `limit` next things of a file whose ids come after one, in order of their ids."""

    def with_keys(self, keys: Collection[str]) -> list[tuple[KnownSource, KnownThing]]:
        """What has one of these keys; of a file that is being taken anew, in what is there of it whole."""

    def give_up(self, name: str) -> bool:
        """Have nothing known from the files of a name, and return whether there was one."""

    def sweep(self, limit: int) -> bool:
        """Clear away up to `limit` rows of what was given up, and return whether any were left to be."""
