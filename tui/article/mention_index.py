"""The mentions of an article by position, each with its entity: what the view colours, and what keys go to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from tui.article.span_arrays import Spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsreader.entity import Entity

_Item = TypeVar("_Item")

STRETCH = 1 << 16
"""Code points of text whose mentions are put in order at a time: less than a millisecond's work."""
GROUP = 100
"""Entities whose mentions are collected at a time."""


class Pace(Protocol):
    """Passes on the pieces of some work; it may take a breath before each."""

    def __call__(self, items: Iterable[_Item], /) -> Iterable[_Item]:
        """Pass on `items`."""


def at_once(items: Iterable[_Item]) -> Iterable[_Item]:
    """Take no breath."""
    return items


@dataclass(frozen=True, slots=True)
class PlacedMention:
    """One mention in the text, in code points, end exclusive, and whose it is."""

    start: int
    end: int
    entity_id: str


class MentionIndex:
    """All mentions of some entities in order of position, and the entities by id. It never changes."""

    def __init__(self, entities: Sequence[Entity] = (), *, pace: Pace = at_once) -> None:
        """Take the mentions of `entities`, at the pace of the thread this is done in."""
        self.spans = Spans()
        """The mentions, each with the place of its entity among all."""
        self.entities = entities
        self._by_id = {entity.id: entity for entity in entities}
        for stretch in pace(_in_order(entities, pace)):
            self.spans.extend(stretch)

    def entity(self, entity_id: str) -> Entity | None:
        """Find an entity by its id."""
        return self._by_id.get(entity_id)

    def at(self, offset: int) -> PlacedMention | None:
        """Find the mention that `offset` lies in, the one that starts last if there are several."""
        return self._spot(self.spans.at(offset))

    def after(self, offset: int) -> PlacedMention | None:
        """Find the first mention that starts behind `offset`."""
        return self._spot(self.spans.after(offset))

    def before(self, offset: int) -> PlacedMention | None:
        """Find the last mention that starts before `offset`."""
        return self._spot(self.spans.before(offset))

    def between(self, start: int, end: int) -> Iterator[PlacedMention]:
        """Find all mentions that share a character with `start` to `end`."""
        return map(self._spot_of, self.spans.between(start, end))

    def in_line(self, offset: int, start: int, end: int) -> PlacedMention | None:
        """Find the mention at `offset`, else the nearest one that shares a character with `start` to `end`."""
        here = self.at(offset)
        return here or min(self.between(start, end), key=lambda each: _distance(each, offset), default=None)

    def near(self, offset: int, start: int, end: int) -> PlacedMention | None:
        """Find the mention at `offset`, else the next one that starts before `end`, else the last one from `start`."""
        here, after, before = self.at(offset), self.after(offset), self.before(offset)
        if here is not None:
            return here
        if after is not None and after.start < end:
            return after
        return before if before is not None and before.start >= start else None

    def _spot(self, index: int | None) -> PlacedMention | None:
        return None if index is None else self._spot_of(index)

    def _spot_of(self, index: int) -> PlacedMention:
        spans = self.spans
        return PlacedMention(spans.starts[index], spans.ends[index], self.entities[spans.values[index]].id)


def _distance(mention: PlacedMention, offset: int) -> int:
    """How many code points a mention is away from where it does not stand."""
    return mention.start - offset if mention.start > offset else offset - mention.end + 1


def _in_order(entities: Sequence[Entity], pace: Pace) -> Iterator[list[tuple[int, int, int]]]:
    """Yield start, end and place of the entity of all mentions in order, a stretch of the text at a time."""
    stretches: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for first in pace(range(0, len(entities), GROUP)):
        for place, entity in enumerate(entities[first : first + GROUP], first):
            for mention in entity.mentions:
                stretches[mention.start // STRETCH].append((mention.start, mention.end, place))
    for _, stretch in sorted(stretches.items()):
        yield sorted(stretch)
