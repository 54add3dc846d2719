"""The events of the journal: what each says, and how it is written down.

An event is an act on annotations, or the undoing or redoing of an act. The JSON bodies only ever gain keys; kinds
that this version does not know are kept and passed over, so that older and newer versions can share a library.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from newsreader import __version__
from newsreader.annotations.corrections.model import Scope, Subject, Verdict
from newsreader.annotations.model import PERSON, Anchor, Kind
from newsreader.entity import Category
from newsreader.store.clock import now
from newsreader.store.journal import Entry

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Created:
    """A note or highlight was made; without an anchor it is on the entity or the whole article."""

    annotation: str
    kind: Kind
    anchor: Anchor | None = None
    colour: str | None = None
    text: str = ""
    entity: str | None = None
    written: str | None = None
    """For what was imported, when it was first written (ISO 8601)."""
    changed: str | None = None
    """For what was imported, when it was last changed."""
    author: str | None = None
    """For what was imported, where it comes from, if the file says."""


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
class Corrects:
    """The machine was corrected; `anchor` is the mention, or the span of a missed one. See `corrections.model`."""

    correction: str
    verdict: Verdict
    scope: Scope
    subject: Subject
    anchor: Anchor | None = None
    quote: str = ""
    category: Category | None = None
    name: str | None = None
    other: Subject | None = None
    lead: int = 0
    new_quote: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """Annotations and corrections came from a file, all in one act; `source` is its name."""

    source: str
    annotations: tuple[Created, ...] = ()
    corrections: tuple[Corrects, ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """Another article turned out to be this one: all that was written on it holds here, too, and it is read as this.

    `article` is its number in the library, `title` what it is called, and `seq` the number of its latest event then.
    """

    article: int
    title: str
    seq: int
    annotations: tuple[Created, ...] = ()
    corrections: tuple[Corrects, ...] = ()
    declined: tuple[str, ...] = ()
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Corrections were taken back; those of the gazetteer do not hold for this article any more."""

    corrections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Removed:
    """A correction made on another article was taken back there, and so everywhere; `what` says which it was.

    `article` is the number of that article in the library, and `act` the id of the event in its journal.
    """

    article: int
    act: str
    what: str


@dataclass(frozen=True, slots=True)
class Dated:
    """The person said on which day the article was published (ISO 8601); with None, that its own word holds again."""

    published: str | None


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
    """An act that this version does not understand, such as one of a newer version."""

    kind: str


Noted = Created | Edited | Recoloured | Attached | Deleted | Imported | Joined
Corrected = Corrects | Withdrawn | Removed | Dated
Change = Noted | Corrected | Undone | Redone | Unknown

_KINDS: dict[str, type[Change]] = {
    "created": Created,
    "edited": Edited,
    "recoloured": Recoloured,
    "attached": Attached,
    "deleted": Deleted,
    "imported": Imported,
    "joined": Joined,
    "corrected": Corrects,
    "withdrawn": Withdrawn,
    "removed": Removed,
    "dated": Dated,
    "undone": Undone,
    "redone": Redone,
}
_NAMES = {change: name for name, change in _KINDS.items()}


@dataclass(frozen=True, slots=True)
class Event:
    """A change, with its own id, its moment (UTC), where it comes from, and the version of the program."""

    id: str
    at: datetime
    change: Change
    author: str = PERSON
    app: str = __version__


def new_id() -> str:
    """An id that no other event or annotation has, on this machine or another: 128 random bits in hexadecimal."""
    return os.urandom(16).hex()


def new_event(change: Change, author: str = PERSON) -> Event:
    """An event that happens now."""
    return Event(new_id(), datetime.fromisoformat(now()), change, author)


def encode(event: Event) -> Entry:
    """The event as the journal stores it; it must not be an `Unknown` one, which nothing here makes."""
    body = json.dumps(asdict(event.change), ensure_ascii=False, separators=(",", ":"))
    at = event.at.isoformat(timespec="milliseconds")
    return Entry(event.id, _NAMES[type(event.change)], body, at, event.author, event.app)


def decode(entry: Entry) -> Event:
    """The event that was stored."""
    return Event(entry.id, datetime.fromisoformat(entry.at), _change(entry), entry.author, entry.app)


def _change(entry: Entry) -> Change:
    change = _KINDS.get(entry.kind)
    if change is None:
        return Unknown(entry.kind)
    try:
        return change(**_values(change, json.loads(entry.body)))
    except (KeyError, TypeError, ValueError):
        # One event that cannot be read must not hide all the others; it stays in the journal.
        return Unknown(entry.kind)


def _values(change: type[Change], body: dict[str, Any]) -> dict[str, Any]:
    """What `change` is made of, from the body; raises KeyError or ValueError for what this version does not know."""
    values = {name: body[name] for name in change.__dataclass_fields__ if name in body}
    for name, read in _READERS.get(change, {}).items():
        if values.get(name) is not None:
            values[name] = read(values[name])
    return values


def _anchor(body: dict[str, Any]) -> Anchor:
    return Anchor(**{name: body[name] for name in Anchor.__dataclass_fields__})


def _created(bodies: list[dict[str, Any]]) -> tuple[Created, ...]:
    return tuple(Created(**_values(Created, body)) for body in bodies)


def _corrects(bodies: list[dict[str, Any]]) -> tuple[Corrects, ...]:
    return tuple(Corrects(**_values(Corrects, body)) for body in bodies)


def _subject(body: dict[str, Any]) -> Subject:
    category = body.get("category")
    return Subject(body.get("entity"), category and Category(category), body["name"], tuple(body.get("forms", ())))


_READERS: dict[type, dict[str, Callable[[Any], Any]]] = {
    Created: {"kind": Kind, "anchor": _anchor},
    Attached: {"anchor": _anchor},
    Imported: {"annotations": _created, "corrections": _corrects},
    Joined: {"annotations": _created, "corrections": _corrects, "declined": tuple},
    Corrects: {
        "verdict": Verdict,
        "scope": Scope,
        "subject": _subject,
        "other": _subject,
        "anchor": _anchor,
        "category": Category,
    },
    Withdrawn: {"corrections": tuple},
    Dated: {"published": lambda day: date.fromisoformat(day).isoformat()},
}
"""How the values of a body that are more than text and numbers are read."""
