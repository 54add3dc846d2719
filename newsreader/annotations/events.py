"""The events of the journal: what each says, and how it is written down.

An event is an act on annotations, or the undoing or redoing of an act. The JSON bodies only ever gain keys; kinds
that this version does not know are kept and passed over, so that older and newer versions can share a library.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from newsreader import __version__
from newsreader.annotations.corrections.model import Correction, Scope, Subject, Verdict
from newsreader.annotations.model import PERSON, Anchor, Annotation, Kind
from newsreader.entity import Category
from newsreader.store.clock import now
from newsreader.store.records import JournalEntry

if TYPE_CHECKING:
    from collections.abc import Callable


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


OnAnnotation = Created | Edited | Recoloured | Attached | Deleted
Act = OnAnnotation | Imported | Joined | CorrectionMade | Withdrawn | Removed | Dated
Change = Act | Undone | Redone | Unknown


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


def this_moment() -> datetime:
    """This moment as the journal can keep it: in UTC, to the millisecond."""
    return datetime.fromisoformat(now())


def new_event(change: Change, author: str = PERSON) -> Event:
    """An event of this moment, which is the one at which its annotation or correction was made."""
    match change:
        case Created(Annotation(created=at)) | CorrectionMade(Correction(created=at)):
            return Event(new_id(), at, change, author)
    return Event(new_id(), this_moment(), change, author)


def encode(event: Event) -> JournalEntry:
    """The event as the journal stores it; it must not be an `Unknown` one, which nothing here makes."""
    kind, write, _ = _CODECS[type(event.change)]
    body = json.dumps(write(event.change, event), ensure_ascii=False, separators=(",", ":"))
    return JournalEntry(event.id, kind, body, event.at.isoformat(timespec="milliseconds"), event.author, event.app)


def decode(entry: JournalEntry) -> Event:
    """The event that was stored."""
    at = datetime.fromisoformat(entry.at)
    return Event(entry.id, at, _change(entry, at), entry.author, entry.app)


def _change(entry: JournalEntry, at: datetime) -> Change:
    if entry.kind not in _READERS:
        return Unknown(entry.kind)
    try:
        return _READERS[entry.kind](json.loads(entry.body), _Stamp(at, entry.author))
    except (AttributeError, KeyError, TypeError, ValueError):
        # One event that cannot be read must not hide all the others; it stays in the journal.
        return Unknown(entry.kind)


@dataclass(frozen=True, slots=True)
class _Stamp:
    """When an event happened and where it comes from: what its parts have where they say nothing else."""

    at: datetime
    author: str


Body = dict[str, Any]


def _plain(change: Any, _: Event) -> Body:
    return asdict(change)


def _of(made: type[Change]) -> Callable[[Body, _Stamp], Change]:
    """A reader for events of text and numbers alone."""
    return lambda body, _: made(**{name: body[name] for name in made.__dataclass_fields__ if name in body})


def _write_annotation(annotation: Annotation, event: Event) -> Body:
    """An annotation; what is as the event says is left to it."""
    moment = annotation.created
    return {
        "annotation": annotation.id,
        "kind": annotation.kind,
        "anchor": _write_anchor(annotation.anchor),
        "colour": annotation.colour,
        "text": annotation.text,
        "entity": annotation.entity,
        "written": None if moment == event.at else moment.isoformat(),
        "changed": None if annotation.modified == moment else annotation.modified.isoformat(),
        "author": None if annotation.author == event.author else annotation.author,
    }


def _read_annotation(body: Body, stamp: _Stamp) -> Annotation:
    return Annotation(
        id=body["annotation"],
        kind=Kind(body["kind"]),
        anchor=_read_anchor(body["anchor"]) if body.get("anchor") is not None else None,
        colour=body.get("colour"),
        text=body.get("text", ""),
        entity=body.get("entity"),
        created=read_moment(body.get("written"), stamp.at),
        modified=read_moment(body.get("changed") or body.get("written"), stamp.at),
        author=body.get("author") or stamp.author,
    )


def _write_anchor(anchor: Anchor | None) -> Body | None:
    return None if anchor is None else {name: getattr(anchor, name) for name in Anchor.__dataclass_fields__}


def _read_anchor(body: Body) -> Anchor:
    return Anchor(**{name: body[name] for name in Anchor.__dataclass_fields__})


def _write_correction(correction: Correction, event: Event) -> Body:
    moment = correction.created
    return {
        "correction": correction.id,
        "verdict": correction.verdict,
        "scope": correction.scope,
        "subject": asdict(correction.subject),
        "anchor": _write_anchor(correction.anchor),
        "quote": correction.quote,
        "category": correction.category,
        "name": correction.name,
        "other": correction.other and asdict(correction.other),
        "lead": correction.lead,
        "new_quote": correction.new_quote,
        "written": None if moment == event.at else moment.isoformat(),
        "author": None if correction.author == event.author else correction.author,
    }


def _read_correction(body: Body, stamp: _Stamp) -> Correction:
    category, other = body.get("category"), body.get("other")
    return Correction(
        id=body["correction"],
        verdict=Verdict(body["verdict"]),
        scope=Scope(body["scope"]),
        subject=_read_subject(body["subject"]),
        created=read_moment(body.get("written"), stamp.at),
        anchor=_read_anchor(body["anchor"]) if body.get("anchor") is not None else None,
        quote=body.get("quote", ""),
        category=None if category is None else Category(category),
        name=body.get("name"),
        other=None if other is None else _read_subject(other),
        lead=body.get("lead", 0),
        new_quote=body.get("new_quote", ""),
        author=body.get("author") or stamp.author,
    )


def _read_subject(body: Body) -> Subject:
    category = body.get("category")
    return Subject(body.get("entity"), category and Category(category), body["name"], tuple(body.get("forms", ())))


def _write_several(change: Imported | Joined, event: Event) -> Body:
    return {
        "annotations": [_write_annotation(each, event) for each in change.annotations],
        "corrections": [_write_correction(each, event) for each in change.corrections],
    }


def _read_several(body: Body, stamp: _Stamp) -> tuple[tuple[Annotation, ...], tuple[Correction, ...]]:
    annotations = tuple(_read_annotation(each, stamp) for each in body.get("annotations", ()))
    return annotations, tuple(_read_correction(each, stamp) for each in body.get("corrections", ()))


def _write_joined(change: Joined, event: Event) -> Body:
    return {
        "article": change.article,
        "title": change.title,
        "seq": change.seq,
        **_write_several(change, event),
        "declined": change.declined,
        "published": _write_day(change.published),
    }


def _read_joined(body: Body, stamp: _Stamp) -> Joined:
    several, declined = _read_several(body, stamp), tuple(body.get("declined", ()))
    return Joined(body["article"], body["title"], body["seq"], *several, declined, _read_day(body.get("published")))


def _write_day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _read_day(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)


def read_moment(written: str | None, otherwise: datetime) -> datetime:
    """The moment that is written (ISO 8601); without a zone it is taken for UTC, and what is none for `otherwise`."""
    try:
        found = datetime.fromisoformat(written) if written else otherwise
    except ValueError:
        return otherwise
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


_CODECS: dict[type, tuple[str, Callable[[Any, Event], Body], Callable[[Body, _Stamp], Change]]] = {
    Created: (
        "created",
        lambda change, event: _write_annotation(change.annotation, event),
        lambda body, stamp: Created(_read_annotation(body, stamp)),
    ),
    Edited: ("edited", _plain, _of(Edited)),
    Recoloured: ("recoloured", _plain, _of(Recoloured)),
    Attached: ("attached", _plain, lambda body, _: Attached(body["annotation"], _read_anchor(body["anchor"]))),
    Deleted: ("deleted", _plain, _of(Deleted)),
    Imported: (
        "imported",
        lambda change, event: {"source": change.source, **_write_several(change, event)},
        lambda body, stamp: Imported(body["source"], *_read_several(body, stamp)),
    ),
    Joined: ("joined", _write_joined, _read_joined),
    CorrectionMade: (
        "corrected",
        lambda change, event: _write_correction(change.correction, event),
        lambda body, stamp: CorrectionMade(_read_correction(body, stamp)),
    ),
    Withdrawn: ("withdrawn", _plain, lambda body, _: Withdrawn(tuple(body["corrections"]))),
    Removed: ("removed", _plain, _of(Removed)),
    Dated: (
        "dated",
        lambda change, _: {"published": _write_day(change.published)},
        lambda body, _: Dated(_read_day(body["published"])),
    ),
    Undone: ("undone", _plain, _of(Undone)),
    Redone: ("redone", _plain, _of(Redone)),
}
"""Of each kind of event the name in the journal, and what writes and reads its body."""
_READERS = {kind: read for kind, _, read in _CODECS.values()}
