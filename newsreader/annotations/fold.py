"""From events to state: the annotations of an article and what can be undone are a pure function of its journal."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsreader.annotations.corrections.model import Scope
from newsreader.annotations.events import (
    Attached,
    CorrectionMade,
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
    Unknown,
    Withdrawn,
)
from newsreader.annotations.journal_entries import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from newsreader.annotations.corrections.model import Correction
    from newsreader.annotations.model import Annotation
    from newsreader.store.protocols import Unit
    from newsreader.store.records import Stream


@dataclass(frozen=True, slots=True)
class State:
    """What the events come to.

    `done` are the acts in effect, in the order they were done, and `undone` are those that can be done again, by
    whoever undid them.
    """

    annotations: Mapping[str, Annotation]
    """By their ids, each anchored in the text version it was made on."""
    done: tuple[Event, ...] = ()
    undone: tuple[Event, ...] = ()
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    """The corrections in effect, by their ids, in order."""
    declined: frozenset[str] = frozenset()
    """The corrections of the gazetteer that do not hold for this article."""
    published: date | None = None
    """The day on which the article was published, if the person says so."""

    @property
    def unread(self) -> tuple[Event, ...]:
        """The acts in effect that cannot be read; what they did is not in the state."""
        return tuple(event for event in self.done if isinstance(event.change, Unknown))

    @property
    def to_undo(self) -> Event | None:
        """The act that is the next to be undone: the last of one's own that is in effect."""
        return next((event for event in reversed(self.done) if event.is_own), None)

    @property
    def to_redo(self) -> Event | None:
        """The act that is the next to be done again; None if there is none, or something was done since."""
        return next((event for event in reversed(self.undone) if event.is_own), None)

    @property
    def joined(self) -> frozenset[int]:
        """The numbers of the articles that are read as this one."""
        return frozenset(event.change.article for event in self.done if isinstance(event.change, Joined))

    @property
    def everywhere(self) -> dict[str, str]:
        """The corrections in effect that hold for all articles, with the ids of their events."""
        made = ((event.id, event.change) for event in self.done if isinstance(event.change, CorrectionMade))
        known = {change.correction.id: event for event, change in made}
        return {
            each: known[each]
            for each, correction in self.corrections.items()
            if correction.scope is Scope.EVERYWHERE and each in known
        }


def read(unit: Unit, stream: Stream) -> State:
    """What a stream of the journal comes to."""
    return fold(decode(entry) for _, entry in unit.journal.after(stream))


def fold(events: Iterable[Event]) -> State:
    """The state after `events`, which may be any sequence: what makes no sense in its place has no effect.

    Undoing takes an act out of the sequence, whatever came after it; redoing puts it back where it was. A new act
    ends the possibility to redo what its author undid before it, for each of those who share a library may see acts
    of which the others do not know.
    """
    done, undone = _history(events)
    annotations: dict[str, Annotation] = {}
    corrections: dict[str, Correction] = {}
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
    undone = tuple(each for each in state.undone if each.person != event.person)
    return State(annotations, (*state.done, event), undone, corrections, frozenset(declined), published)


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
                for act in [each for each, other in undone.items() if other.person == event.person]:
                    del acts[act], undone[act]
                acts[event.id] = event
    return [event for event in acts.values() if event.id not in undone], list(undone.values())


def _apply(annotations: dict[str, Annotation], event: Event) -> None:
    match event.change:
        case Created(made):
            annotations[made.id] = made
        case Imported(annotations=several) | Joined(annotations=several):
            annotations.update({each.id: each for each in several})
        case Edited(annotation, text) if annotation in annotations:
            annotations[annotation] = replace(annotations[annotation], text=text, modified=event.at)
        case Recoloured(annotation, colour) if annotation in annotations:
            annotations[annotation] = replace(annotations[annotation], colour=colour, modified=event.at)
        case Attached(annotation, anchor) if annotation in annotations:
            annotations[annotation] = replace(annotations[annotation], anchor=anchor, modified=event.at)
        case Deleted(annotation):
            annotations.pop(annotation, None)


def _correct(corrections: dict[str, Correction], declined: set[str], event: Event) -> None:
    match event.change:
        case CorrectionMade(made):
            corrections[made.id] = made
        case Imported(corrections=several):
            corrections.update({each.id: each for each in several})
        case Joined(corrections=several, declined=theirs):
            corrections.update({each.id: each for each in several})
            declined.update(theirs)
        case Withdrawn(corrections=taken_back):
            declined.update(each for each in taken_back if corrections.pop(each, None) is None)


def _published(done: Iterable[Event], published: date | None = None) -> date | None:
    """What the person said last, `published` being what was said before; another article's date yields to it."""
    for event in done:
        if isinstance(event.change, Dated) or (isinstance(event.change, Joined) and published is None):
            published = event.change.published
    return published
