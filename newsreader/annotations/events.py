"""The events of the journal: what each says. How they are written down is in `journal_entries`.

An event is an act on annotations, or the undoing or redoing of an act.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from newsreader import __version__
from newsreader.annotations.corrections.model import Correction
from newsreader.annotations.model import PERSON, Annotation
from newsreader.store.clock import now

if TYPE_CHECKING:
    from datetime import date

    from newsreader.annotations.model import Anchor
    from newsreader.entity import Category


@dataclass(frozen=True, slots=True)
class Created:
    """An annotation was made."""

    annotation: Annotation


@dataclass(frozen=True, slots=True)
class Edited:
    """The note of an annotation was replaced by `text`."""

    annotation: str
    text: str


@dataclass(frozen=True, slots=True)
class Recoloured:
    """An annotation got another colour."""

    annotation: str
    colour: str


@dataclass(frozen=True, slots=True)
class Attached:
    """An annotation was put on another span, as when its text is gone and the reader chose where it belongs now."""

    annotation: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Deleted:
    """An annotation was removed."""

    annotation: str


@dataclass(frozen=True, slots=True)
class CorrectionMade:
    """The machine was corrected."""

    correction: Correction


@dataclass(frozen=True, slots=True)
class Imported:
    """Annotations and corrections came from a file, all in one act; `source` is its name."""

    source: str
    annotations: tuple[Annotation, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """Another article turned out to be this one: all that was written on it holds here, too, and it is read as this.

    `article` is its number in the library, `title` what it is called, and `seq` the number of its latest event then.
    """

    article: int
    title: str
    seq: int
    annotations: tuple[Annotation, ...] = ()
    corrections: tuple[Correction, ...] = ()
    declined: tuple[str, ...] = ()
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Corrections were taken back; those of the gazetteer do not hold for this article any more."""

    corrections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Removed:
    """A correction of another stream was taken back there, and so everywhere; `what` says which it was.

    `act` is the id of the event that did so in that stream.
    """

    act: str
    what: str


@dataclass(frozen=True, slots=True)
class Dated:
    """The person said on which day the article was published; with None, that its own word holds again."""

    published: date | None


class Word(StrEnum):
    """What the person can say of names over all articles."""

    ONE = "one"
    """That they are names of one thing."""
    ANOTHER = "another"
    """That in some articles the name is that of another one."""
    NAMED = "named"
    """What the thing is called."""
    NO_NAME = "no-name"
    """That it is no name."""
    CONFIRMED = "confirmed"
    """That in some articles the name is that of this one indeed; nothing becomes another by it."""


@dataclass(frozen=True, slots=True)
class NameKnown:
    """A name as the articles of the library have it; `mark` tells one of its bearers from the others."""

    category: Category
    key: str
    mark: str
    shown: str


@dataclass(frozen=True, slots=True)
class Identified:
    """The person said over all articles who or what names are."""

    word: Word
    names: tuple[NameKnown, ...]
    articles: tuple[int, ...] = ()
    """For `ANOTHER` and `CONFIRMED`, the numbers of the articles."""
    name: str = ""
    """For `NAMED`, what it is called."""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What the person wrote into the timeline of a person, place or organisation."""

    id: str
    name: NameKnown
    """A name of it, by which it is found whatever it is called later."""
    first: str
    """ISO 8601, as is the last."""
    last: str
    doubt: str
    """Why the days are a guess; empty if they are not."""
    text: str


@dataclass(frozen=True, slots=True)
class Entered:
    """An entry was written into a timeline, in place of the one with its id if there is one."""

    entry: TimelineEntry


@dataclass(frozen=True, slots=True)
class EntryRemoved:
    """An entry was taken out of a timeline."""

    entry: str
    """Its id."""


@dataclass(frozen=True, slots=True)
class Undone:
    """The act with the event id `act` was undone."""

    act: str


@dataclass(frozen=True, slots=True)
class Redone:
    """The undone act with the event id `act` was done again."""

    act: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """An act that cannot be read: a newer version wrote it, or it was damaged. It stays in the journal as it is."""

    kind: str


OnAnnotation = Created | Edited | Recoloured | Attached | Deleted
OnTimeline = Entered | EntryRemoved
Act = OnAnnotation | Imported | Joined | CorrectionMade | Withdrawn | Removed | Dated | Identified | OnTimeline
Change = Act | Undone | Redone | Unknown


@dataclass(frozen=True, slots=True)
class Event:
    """A change, with its own id, its moment (UTC), where it comes from, and the version of the program."""

    id: str
    at: datetime
    change: Change
    author: str = PERSON
    app: str = __version__
    person: str = ""
    """Whose act it is, if it is that of somebody else with whom the library is shared."""
    private: bool = False
    """Whether nobody else sees it, where the library is shared."""

    @property
    def is_own(self) -> bool:
        """Whether it is of whoever reads."""
        return not self.person


def new_id() -> str:
    """An id that no other event or annotation has, on this machine or another: 128 random bits in hexadecimal."""
    return os.urandom(16).hex()


def this_moment() -> datetime:
    """This moment as the journal can keep it: in UTC, to the millisecond."""
    return datetime.fromisoformat(now())


def new_event(change: Change, author: str = PERSON) -> Event:
    """An event of this moment, which is the one at which its annotation or correction was made."""
    match change:
        case Created(Annotation(created=at)) | CorrectionMade(Correction(created=at)):
            return Event(new_id(), at, change, author)
    return Event(new_id(), this_moment(), change, author)
