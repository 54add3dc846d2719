"""The mentions of an article by position, each with its entity: what the view colours, and what keys go to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from newsreader.entity import Category
from tui.article.span_arrays import Spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

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
        """The mentions, each with the place of its entity among all; complemented if it is never shown in the text."""
        self.entities = entities
        self._by_id = {entity.id: entity for entity in entities}
        for stretch in pace(_in_order(entities, pace)):
            self.spans.extend(stretch)

    def entity(self, entity_id: str) -> Entity | None:
        """Find an entity by its id."""
        return self._by_id.get(entity_id)

    def at(self, offset: int) -> PlacedMention | None:
        """Find the mention that `offset` lies in, the one that starts last if there are several."""
        return self._maybe(self.spans.at(offset))

    def after(self, offset: int) -> PlacedMention | None:
        """Find the first mention that starts behind `offset`."""
        return self._maybe(self.spans.after(offset))

    def before(self, offset: int) -> PlacedMention | None:
        """Find the last mention that starts before `offset`."""
        return self._maybe(self.spans.before(offset))

    def between(self, start: int, end: int) -> Iterator[PlacedMention]:
        """Find all mentions that share a character with `start` to `end`."""
        return map(self.spot, self.spans.between(start, end))

    def near(self, offset: int, start: int, end: int) -> PlacedMention | None:
        """Find the mention at `offset`, else the next one that starts before `end`, else the last one from `start`."""
        here, after, before = self.at(offset), self.after(offset), self.before(offset)
        if here is not None:
            return here
        if after is not None and after.start < end:
            return after
        return before if before is not None and before.start >= start else None

    def _maybe(self, index: int | None) -> PlacedMention | None:
        return None if index is None else self.spot(index)

    def spot(self, index: int) -> PlacedMention:
        """The mention of that index."""
        return PlacedMention(self.spans.starts[index], self.spans.ends[index], self.entity_of(index).id)

    def entity_of(self, index: int) -> Entity:
        """The entity of the mention of that index."""
        value = self.spans.values[index]
        return self.entities[value if value >= 0 else ~value]


class ShownMentions:
    """The mentions that stand out in the text: no times that are on no calendar, and none of some categories."""

    def __init__(self, mentions: MentionIndex, plain: Set[Category] = frozenset()) -> None:
        """Take all mentions and the categories that are not to stand out."""
        self.mentions = mentions
        self.plain = plain

    def shows(self, index: int) -> bool:
        """Whether the mention of that index stands out."""
        mentions = self.mentions
        return mentions.spans.values[index] >= 0 and mentions.entity_of(index).category not in self.plain

    def after(self, offset: int) -> PlacedMention | None:
        """Find the first one that starts behind `offset`."""
        first = self.mentions.spans.after(offset)
        return None if first is None else self._first(range(first, len(self.mentions.spans)))

    def before(self, offset: int) -> PlacedMention | None:
        """Find the last one that starts before `offset`."""
        last = self.mentions.spans.before(offset)
        return None if last is None else self._first(range(last, -1, -1))

    def between(self, start: int, end: int) -> Iterator[PlacedMention]:
        """Find all that share a character with `start` to `end`."""
        return map(self.mentions.spot, filter(self.shows, self.mentions.spans.between(start, end)))

    def in_line(self, offset: int, start: int, end: int) -> PlacedMention | None:
        """Find the mention at `offset`, shown or not, else the nearest shown one between `start` and `end`."""
        here = self.mentions.at(offset)
        return here or min(self.between(start, end), key=lambda each: _distance(each, offset), default=None)

    def _first(self, indices: Iterable[int]) -> PlacedMention | None:
        found = next(filter(self.shows, indices), None)
        return None if found is None else self.mentions.spot(found)


def _distance(mention: PlacedMention, offset: int) -> int:
    """How many code points a mention is away from where it does not stand."""
    return mention.start - offset if mention.start > offset else offset - mention.end + 1


def _in_order(entities: Sequence[Entity], pace: Pace) -> Iterator[list[tuple[int, int, int]]]:
    """Yield start, end and place of the entity of all mentions in order, a stretch of the text at a time."""
    stretches: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for first in pace(range(0, len(entities), GROUP)):
        for place, entity in enumerate(entities[first : first + GROUP], first):
            timeless = entity.category is Category.DATE
            for mention in entity.mentions:
                value = ~place if timeless and not (mention.time and mention.time.on_calendar) else place
                stretches[mention.start // STRETCH].append((mention.start, mention.end, value))
    for _, stretch in sorted(stretches.items()):
        yield sorted(stretch)
