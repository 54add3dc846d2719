"""How events are written down in the journal and read from it.

The JSON bodies only ever gain keys; kinds that this version does not know are kept and passed over, so that older and
newer versions can share a library. What is damaged is kept and passed over, too.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from newsreader.annotations.corrections.model import Correction, Scope, Subject, Verdict
from newsreader.annotations.events import (
    Attached,
    Change,
    CorrectionMade,
    Created,
    Dated,
    Deleted,
    Edited,
    Entered,
    EntryRemoved,
    Event,
    Identified,
    Imported,
    Joined,
    NameKnown,
    Recoloured,
    Redone,
    Removed,
    TimelineEntry,
    Undone,
    Unknown,
    Withdrawn,
    Word,
)
from newsreader.annotations.json_object import JsonObject
from newsreader.annotations.model import Anchor, Annotation, Kind
from newsreader.entity import Category, TimeValue
from newsreader.store.records import JournalEntry

if TYPE_CHECKING:
    from collections.abc import Callable

NO_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)
"""When an event was whose moment is damaged."""


def encode(event: Event) -> JournalEntry:
    """The event as the journal stores it; it must not be an `Unknown` one, which nothing here makes."""
    kind, write, _ = _CODECS[type(event.change)]
    body = json.dumps(write(event.change, event), ensure_ascii=False, separators=(",", ":"))
    moment = event.at.isoformat(timespec="milliseconds")
    return JournalEntry(event.id, kind, body, moment, event.author, event.app, private=event.private)


def decode(entry: JournalEntry) -> Event:
    """The event that was stored; its change is `Unknown` if it cannot be read, which must not hide all the others."""
    at = read_moment(entry.at, NO_MOMENT)
    who = entry.person or shown(entry.author)
    return Event(shown(entry.id), at, _change(entry, at), who, shown(entry.app), entry.person, entry.private)


def _change(entry: JournalEntry, at: datetime) -> Change:
    if entry.kind not in _READERS:
        return Unknown(shown(entry.kind))
    try:
        for each in (entry.id, entry.body, entry.author):
            each.encode("utf-8")
        return _READERS[entry.kind](JsonObject.parse(entry.body), _Stamp(at, entry.person or entry.author))
    except ValueError:
        return Unknown(entry.kind)


def shown(stored: str) -> str:
    """What was stored, with bytes that are not UTF-8 spelled out."""
    return stored.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


class _Stamp(NamedTuple):
    """When an event happened and where it comes from: what its parts have where they say nothing else."""

    at: datetime
    author: str


Body = dict[str, Any]


def _plain(change: Any, _: Event) -> Body:
    return asdict(change)


def _texts(made: Callable[..., Change], *names: str) -> Callable[[JsonObject, _Stamp], Change]:
    """A reader for events that have texts of these names and nothing else."""
    return lambda body, _: made(*map(body.text, names))


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


def _read_annotation(body: JsonObject, stamp: _Stamp) -> Annotation:
    written = body.text_or_none("written")
    return Annotation(
        id=body.text("annotation"),
        kind=Kind(body.text("kind")),
        anchor=_read_anchor(body.part_or_none("anchor")),
        colour=body.text_or_none("colour"),
        text=body.text("text", ""),
        entity=body.text_or_none("entity"),
        created=read_moment(written, stamp.at),
        modified=read_moment(body.text_or_none("changed") or written, stamp.at),
        author=body.text_or_none("author") or stamp.author,
    )


def _write_anchor(anchor: Anchor | None) -> Body | None:
    return None if anchor is None else {name: getattr(anchor, name) for name in Anchor.__dataclass_fields__}


def _read_anchor(body: JsonObject | None) -> Anchor | None:
    return None if body is None else _read_span(body)


def _read_span(body: JsonObject) -> Anchor:
    texts = (body.text(name) for name in ("quote", "prefix", "suffix", "text_sha256"))
    return Anchor(body.number("start"), body.number("end"), *texts)


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
        "time": _write_time(correction.time),
        "other": correction.other and asdict(correction.other),
        "lead": correction.lead,
        "new_quote": correction.new_quote,
        "written": None if moment == event.at else moment.isoformat(),
        "author": None if correction.author == event.author else correction.author,
    }


def _read_correction(body: JsonObject, stamp: _Stamp) -> Correction:
    other = body.part_or_none("other")
    return Correction(
        id=body.text("correction"),
        verdict=Verdict(body.text("verdict")),
        scope=Scope(body.text("scope")),
        subject=_read_subject(body.part("subject")),
        created=read_moment(body.text_or_none("written"), stamp.at),
        anchor=_read_anchor(body.part_or_none("anchor")),
        quote=body.text("quote", ""),
        category=_read_category(body),
        name=body.text_or_none("name"),
        time=_read_time(body.part_or_none("time")),
        other=None if other is None else _read_subject(other),
        lead=body.number("lead", 0),
        new_quote=body.text("new_quote", ""),
        author=body.text_or_none("author") or stamp.author,
    )


def _write_time(time: TimeValue | None) -> Body | None:
    names = ("type", "value", "start", "end", "granularity", "mod", "reason")
    return None if time is None else {name: getattr(time, name) for name in names}


def _read_time(body: JsonObject | None) -> TimeValue | None:
    """A value with a place on the calendar, without which nothing could be drawn of it."""
    if body is None:
        return None
    start, end = body.text("start"), body.text("end")
    if _moment(start) >= _moment(end) or ("T" in start) != ("T" in end):
        raise ValueError(f"not an interval: {start} to {end}")
    what = body.text("type"), body.text("value"), start, end, body.text("granularity", ""), body.text_or_none("mod")
    return TimeValue(*what, reason=body.text("reason", ""))


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=None)


def _read_subject(body: JsonObject) -> Subject:
    return Subject(body.text_or_none("entity"), _read_category(body), body.text("name"), body.texts("forms"))


def _read_category(body: JsonObject) -> Category | None:
    category = body.text_or_none("category")
    return None if category is None else Category(category)


def _write_several(change: Imported | Joined, event: Event) -> Body:
    return {
        "annotations": [_write_annotation(each, event) for each in change.annotations],
        "corrections": [_write_correction(each, event) for each in change.corrections],
    }


def _read_several(body: JsonObject, stamp: _Stamp) -> tuple[tuple[Annotation, ...], tuple[Correction, ...]]:
    annotations = tuple(_read_annotation(each, stamp) for each in body.parts("annotations"))
    return annotations, tuple(_read_correction(each, stamp) for each in body.parts("corrections"))


def _write_joined(change: Joined, event: Event) -> Body:
    return {
        "article": change.article,
        "title": change.title,
        "seq": change.seq,
        **_write_several(change, event),
        "declined": change.declined,
        "published": _write_day(change.published),
    }


def _read_joined(body: JsonObject, stamp: _Stamp) -> Joined:
    where = body.number("article"), body.text("title"), body.number("seq")
    return Joined(*where, *_read_several(body, stamp), body.texts("declined"), _read_day(body))


def _read_identified(body: JsonObject) -> Identified:
    names = tuple(map(_read_name, body.parts("names")))
    return Identified(Word(body.text("word")), names, body.numbers("articles"), body.text("name", ""))


def _read_name(body: JsonObject) -> NameKnown:
    return NameKnown(Category(body.text("category")), body.text("key"), body.text("mark", ""), body.text("shown"))


def _read_entered(body: JsonObject) -> Entered:
    """An entry whose days are on the calendar, without which nothing could be put in order by them."""
    first, last = (date.fromisoformat(body.text(name)) for name in ("first", "last"))
    if last < first:
        raise ValueError(f"no days: {first} to {last}")
    name = _read_name(body.part("name"))
    days = first.isoformat(), last.isoformat()
    return Entered(TimelineEntry(body.text("entry"), name, *days, body.text("doubt", ""), body.text("text")))


def _write_entered(change: Entered, _: Event) -> Body:
    body = asdict(change.entry)
    return {"entry": body.pop("id"), **body}


def _write_day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _read_day(body: JsonObject) -> date | None:
    day = body.text_or_none("published")
    return None if day is None else date.fromisoformat(day)


def read_moment(written: str | None, otherwise: datetime) -> datetime:
    """The moment that is written (ISO 8601); without a zone it is taken for UTC, and what is none for `otherwise`."""
    try:
        found = datetime.fromisoformat(written) if written else otherwise
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return otherwise


_CODECS: dict[type, tuple[str, Callable[[Any, Event], Body], Callable[[JsonObject, _Stamp], Change]]] = {
    Created: (
        "created",
        lambda change, event: _write_annotation(change.annotation, event),
        lambda body, stamp: Created(_read_annotation(body, stamp)),
    ),
    Edited: ("edited", _plain, _texts(Edited, "annotation", "text")),
    Recoloured: ("recoloured", _plain, _texts(Recoloured, "annotation", "colour")),
    Attached: (
        "attached",
        _plain,
        lambda body, _: Attached(body.text("annotation"), _read_span(body.part("anchor"))),
    ),
    Deleted: ("deleted", _plain, _texts(Deleted, "annotation")),
    Imported: (
        "imported",
        lambda change, event: {"source": change.source, **_write_several(change, event)},
        lambda body, stamp: Imported(body.text("source"), *_read_several(body, stamp)),
    ),
    Joined: ("joined", _write_joined, _read_joined),
    CorrectionMade: (
        "corrected",
        lambda change, event: _write_correction(change.correction, event),
        lambda body, stamp: CorrectionMade(_read_correction(body, stamp)),
    ),
    Withdrawn: ("withdrawn", _plain, lambda body, _: Withdrawn(body.texts("corrections"))),
    Removed: ("removed", _plain, _texts(Removed, "act", "what")),
    Dated: (
        "dated",
        lambda change, _: {"published": _write_day(change.published)},
        lambda body, _: Dated(_read_day(body)),
    ),
    Identified: ("identified", _plain, lambda body, _: _read_identified(body)),
    Entered: ("entered", _write_entered, lambda body, _: _read_entered(body)),
    EntryRemoved: ("entry-removed", _plain, _texts(EntryRemoved, "entry")),
    Undone: ("undone", _plain, _texts(Undone, "act")),
    Redone: ("redone", _plain, _texts(Redone, "act")),
}
"""Of each kind of event the name in the journal, and what writes and reads its body."""
_READERS = {kind: read for kind, _, read in _CODECS.values()}
