"""From events to state: the annotations of an article and what can be undone are a pure function of its journal."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from newsreader.annotations.events import (
    Attached,
    Corrects,
    Created,
    Dated,
    Deleted,
    Edited,
    Event,
    Imported,
    Joined,
    Recoloured,
    Redone,
    Undone,
    Withdrawn,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsreader.annotations.model import Anchor, Kind


@dataclass(frozen=True, slots=True)
class Kept:
    """An annotation as the journal has it, anchored in the text version it was made on."""

    id: str
    kind: Kind
    anchor: Anchor | None
    colour: str | None
    text: str
    entity: str | None
    created: datetime
    modified: datetime
    author: str


@dataclass(frozen=True, slots=True)
class State:
    """What the events come to.

    `done` are the acts in effect, in the order they were done; the last is the next to be undone. `undone` are those
    that can be done again; the last is the next.
    """

    annotations: Mapping[str, Kept]
    done: tuple[Event, ...] = ()
    undone: tuple[Event, ...] = ()
    corrections: Mapping[str, Event] = field(default_factory=dict)
    """The events of the corrections in effect, by the id of the correction, in order."""
    declined: frozenset[str] = frozenset()
    """The corrections of the gazetteer that do not hold for this article."""
    published: date | None = None
    """The day on which the article was published, if the person says so."""

    @property
    def joined(self) -> frozenset[int]:
        """The numbers of the articles that are read as this one."""
        return frozenset(event.change.article for event in self.done if isinstance(event.change, Joined))


def fold(events: Iterable[Event]) -> State:
    """The state after `events`, which may be any sequence: what makes no sense in its place has no effect.

    Undoing takes an act out of the sequence, whatever came after it; redoing puts it back where it was. A new act
    ends the possibility to redo what was undone before it.
    """
    done, undone = _history(events)
    annotations: dict[str, Kept] = {}
    corrections: dict[str, Event] = {}
    declined: set[str] = set()
    for event in done:
        _apply(annotations, event)
        _correct(corrections, declined, event)
    return State(annotations, tuple(done), tuple(undone), corrections, frozenset(declined), _published(done))


def follow(events: Sequence[Event], state: State, event: Event) -> State:
    """The state after `event` where `state` is that after `events`; quick unless acts are undone or done again."""
    if isinstance(event.change, Undone | Redone):
        return fold([*events, event])
    annotations, corrections, declined = {**state.annotations}, {**state.corrections}, {*state.declined}
    _apply(annotations, event)
    _correct(corrections, declined, event)
    published = _published([event], state.published)
    return State(annotations, (*state.done, event), (), corrections, frozenset(declined), published)


def _history(events: Iterable[Event]) -> tuple[list[Event], list[Event]]:
    """The acts in effect, in order, and the undone ones that can be redone, in the order of their undoing."""
    acts: dict[str, Event] = {}
    undone: dict[str, Event] = {}
    for event in events:
        match event.change:
            case Undone(act):
                if act in acts and act not in undone:
                    undone[act] = acts[act]
            case Redone(act):
                undone.pop(act, None)
            case _:
                for act in undone:
                    del acts[act]
                undone.clear()
                acts[event.id] = event
    return [event for event in acts.values() if event.id not in undone], list(undone.values())


def _apply(annotations: dict[str, Kept], event: Event) -> None:
    match event.change:
        case Created() as made:
            annotations[made.annotation] = _kept(made, event)
        case Imported(annotations=several) | Joined(annotations=several):
            annotations.update({each.annotation: _kept(each, event) for each in several})
        case Edited(annotation, text) if annotation in annotations:
            annotations[annotation] = replace(annotations[annotation], text=text, modified=event.at)
        case Recoloured(annotation, colour) if annotation in annotations:
            annotations[annotation] = replace(annotations[annotation], colour=colour, modified=event.at)
        case Attached(annotation, anchor) if annotation in annotations:
            annotations[annotation] = replace(annotations[annotation], anchor=anchor, modified=event.at)
        case Deleted(annotation):
            annotations.pop(annotation, None)


def _correct(corrections: dict[str, Event], declined: set[str], event: Event) -> None:
    match event.change:
        case Corrects(correction=correction):
            corrections[correction] = event
        case Imported(corrections=several):
            corrections.update({each.correction: replace(event, change=each) for each in several})
        case Joined(corrections=several, declined=theirs):
            corrections.update({each.correction: replace(event, change=each) for each in several})
            declined.update(theirs)
        case Withdrawn(corrections=taken_back):
            declined.update(each for each in taken_back if corrections.pop(each, None) is None)


def _published(done: Iterable[Event], published: date | None = None) -> date | None:
    """What the person said last, `published` being what was said before; another article's date yields to it."""
    for event in done:
        if isinstance(event.change, Dated) or (isinstance(event.change, Joined) and published is None):
            said = event.change.published
            published = date.fromisoformat(said) if said else None
    return published


def _kept(made: Created, event: Event) -> Kept:
    return Kept(
        id=made.annotation,
        kind=made.kind,
        anchor=made.anchor,
        colour=made.colour,
        text=made.text,
        entity=made.entity,
        created=_moment(made.written, event),
        modified=_moment(made.changed or made.written, event),
        author=made.author or event.author,
    )


def _moment(written: str | None, event: Event) -> datetime:
    """The moment an import says; without a zone it is taken for UTC, and what is none for the event's own."""
    try:
        moment = datetime.fromisoformat(written) if written else event.at
    except ValueError:
        return event.at
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
