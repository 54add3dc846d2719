"""What a dossier has: one thing over all articles, in plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from newsreader.annotations.events import NameKnown
    from newsreader.entity import Category
    from newsreader.store.known import KnownThing


@dataclass(frozen=True, slots=True)
class Subject:
    """Of whom or what a dossier is wanted."""

    category: Category
    name: str
    number: int | None = None
    """What the index knows it by, where it was taken from there."""
    bearer: NameKnown | None = None
    """One of its names as the person can say something of it, where that was asked before."""
    article: int | None = None
    """The article in which it is called so, by its number, where it was pointed at there."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article in which the thing stands."""

    id: int
    """What the library knows it by."""
    title: str
    paper: str
    """The publication or the agency; may be empty."""
    day: str
    """The day that it is listed under: when it was published, else when it came in. ISO 8601."""
    location: str
    """The address or path that it came from."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, and a place in it."""

    source: Source
    text: str
    """On one line."""
    words: str
    """What stands at the place."""
    at: int
    """Where that begins in `text`, in code points."""
    start: int
    """Of the place in the text of the article, in code points."""
    end: int


@dataclass(frozen=True, slots=True)
class Dated:
    """Days that stand in a sentence with the thing."""

    first: str
    """ISO 8601, as is the last."""
    last: str
    doubt: str
    """Why it is a guess; empty for one that is certain enough."""
    sentence: Sentence
    """Its place is that of the date."""


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody or something that shares paragraphs with the thing."""

    id: int
    category: Category
    name: str
    paragraphs: int
    articles: int
    proof: Sentence
    """From the newest article, if there is one from a sentence with both; its place is that of the companion."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two of the company of a thing that share paragraphs with it and each other."""

    one: int
    """What the index knows it by, as it does the other."""
    other: int
    paragraphs: int
    """How many have all three."""
    source: Source
    """The newest article with such a paragraph."""


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """What the person wrote into the timeline."""

    id: str
    first: str
    """ISO 8601, as is the last."""
    last: str
    doubt: str
    """Why the days are a guess; empty if they are not."""
    text: str
    created: datetime
    person: str = ""
    """Who wrote it, if somebody else with whom the library is shared did."""


@dataclass(frozen=True, slots=True)
class OwnNote:
    """What the person wrote where the thing stands, or on the thing itself."""

    source: Source
    id: str
    """Of the annotation."""
    kind: str
    text: str
    quote: str
    created: datetime


@dataclass(frozen=True, slots=True)
class Known:
    """What a file of known things says of the thing."""

    source: str
    """The name of the file."""
    thing: KnownThing
    doubt: str
    """Why it may be of another one; empty where nothing says so."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """One thing over all articles, or over those that a query finds."""

    id: int
    """What the index knows it by."""
    category: Category
    name: str
    forms: tuple[str, ...]
    """Its other names as they stand in articles, the most frequent first."""
    scripts: tuple[str, ...]
    """The scripts of all names, by Unicode (`Latin`, `Cyrillic`), the most frequent first."""
    reasons: tuple[str, ...]
    """Why they are taken for names of one thing, a sentence each."""
    namesakes: tuple[str, ...]
    """Others of the same name, with what the index knows them by: `Rolf Knowles (12)`."""
    query: str
    """Which articles were looked at; empty for all."""
    weeks: tuple[tuple[str, int], ...]
    """In how many articles that say their day it stands by week, from the first to the last, each by its Monday."""
    mentions: tuple[Sentence, ...]
    """The newest first."""
    timeline: tuple[Dated, ...]
    """In order of time."""
    company: tuple[Companion, ...]
    """Who shares most paragraphs first."""
    notes: tuple[OwnNote, ...]
    """The newest first."""
    known: tuple[Known, ...] = ()
    """What is known from elsewhere, what is surely of it first; nothing else in the dossier follows from it."""
    links: tuple[Link, ...] = ()
    """Between those of the company that share most paragraphs, the most frequent first."""
    entries: tuple[OwnEntry, ...] = ()
    """The person’s own, in order of time."""
    confirmed: bool = False
    """Whether it is only of what the person confirmed."""

    @property
    def dates(self) -> list[Dated | OwnEntry]:
        """The timeline with the person’s own entries in their places; of one day they come first."""
        return in_time((*self.entries, *self.timeline))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The articles in which it stands, the newest first."""
        return tuple(dict.fromkeys(each.source for each in self.mentions))

    @property
    def first(self) -> str:
        """The day of the oldest of the articles; empty without any."""
        return min((each.day for each in self.sources), default="")

    @property
    def last(self) -> str:
        """The day of the newest of the articles; empty without any."""
        return max((each.day for each in self.sources), default="")


def in_time(dates: Iterable[Dated | OwnEntry]) -> list[Dated | OwnEntry]:
    """Dates and entries in order of time; those of the same days as they come."""
    return sorted(dates, key=lambda each: (each.first, each.last))
