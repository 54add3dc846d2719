"""The rows of an entity panel as plain data: which entities, in what order, and which of them are expanded.

A row is an entity or, below an expanded one, one of its mentions; or, on a timeline, a landmark. Only the first row
of each entity is stored, so that an entity with ninety thousand mentions costs as much as one with two.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from newsreader.exports.timeline.words import readable
from tui.panels.cells import fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence
    from datetime import date

    from newsreader.entity import Entity, Mention

DOUBTFUL = 0.5
"""A mention below this confidence is doubtful; an entity is when all its mentions are."""


class Order(StrEnum):
    """How a panel is sorted; the value is what its header says."""

    COUNT = "count"
    """Most mentions first."""
    FIRST = "first"
    """By first appearance in the article."""
    NAME = "a–z"
    TIME = "time"
    """As a timeline; what has no place on a calendar comes last."""


RowKey: TypeAlias = "tuple[str, int | None]"
"""An entity's id and, for the row of a mention, its index: what names a row while rows come and go around it."""


@dataclass(frozen=True, slots=True)
class Landmark:
    """A row of a timeline that is no entity; `words` are what it says."""

    id: str
    words: str
    mentions: tuple[Mention, ...] = ()
    """None, ever."""


ARTICLE = Landmark("landmark:article", "this article")
"""The day on which the article was published."""
UNPLACED = Landmark("landmark:unplaced", "not placed")
"""The heading of what has no place on a calendar."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows: an entity or a landmark, or the mention with this index of the entity."""

    entity: Entity | Landmark
    mention: int | None = None

    @property
    def key(self) -> RowKey:
        """What names the row."""
        return self.entity.id, self.mention


class Outline:
    """The rows of a list of entities, those in `expanded` (ids) with their mentions below them."""

    def __init__(self, entities: Sequence[Entity | Landmark] = (), expanded: Container[str] = ()) -> None:
        self._entities = entities
        self._starts: list[int] = []
        row = 0
        for entity in entities:
            self._starts.append(row)
            row += 1 + (len(entity.mentions) if entity.id in expanded else 0)
        self._total = row
        self._places = {entity.id: place for place, entity in enumerate(entities)}

    def __len__(self) -> int:
        return self._total

    @cached_property
    def entities(self) -> Sequence[Entity]:
        """The entities among the rows, in their order."""
        return [each for each in self._entities if not isinstance(each, Landmark)]

    def row(self, number: int) -> Row:
        """The row of that number, from 0; IndexError beyond the last."""
        if not 0 <= number < self._total:
            raise IndexError(number)
        place = bisect_right(self._starts, number) - 1
        offset = number - self._starts[place]
        return Row(self._entities[place], offset - 1 if offset else None)

    def number(self, entity_id: str, mention: int | None = None) -> int | None:
        """The row of an entity or of a mention of it; the entity's when it is not expanded; None when it has none."""
        place = self._places.get(entity_id)
        if place is None:
            return None
        start = self._starts[place]
        end = self._starts[place + 1] if place + 1 < len(self._starts) else self._total
        below = 0 if mention is None else mention + 1
        return start + below if start + below < end else start


def is_doubtful(entity: Entity) -> bool:
    """Whether nothing but doubtful mentions speaks for this entity."""
    # A loop, as the first mention nearly always decides: there may be ten thousand entities at each finding.
    for mention in entity.mentions:  # noqa: SIM110
        if mention.confidence >= DOUBTFUL:
            return False
    return True


def ordered(entities: Iterable[Entity], order: Order) -> list[Entity]:
    """Sort entities, given by first appearance, into `order`; equals stay as they are."""
    if order is Order.COUNT:
        return sorted(entities, key=lambda entity: -len(entity.mentions))
    if order is Order.NAME:
        return sorted(entities, key=lambda entity: fold(entity.name))
    if order is Order.TIME:
        return sorted(sorted(entities, key=_last_day, reverse=True), key=_first_day)
    return list(entities)


def timeline(entities: Sequence[Entity], published: date | None) -> list[Entity | Landmark]:
    """Entities that are sorted by time, with the article's own date in its place and a heading above the unplaced.

    The article stands before everything else of its day; if its date is not known, at the top.
    """
    firsts = [_first_day(entity) for entity in entities]
    placed = bisect_left(firsts, _NOWHERE)
    here = bisect_left(firsts, published.isoformat(), hi=placed) if published else 0
    rows: list[Entity | Landmark] = [*entities[:here], ARTICLE, *entities[here:placed]]
    return [*rows, UNPLACED, *entities[placed:]] if placed < len(entities) else rows


def matching(entities: Iterable[Entity], wanted: str) -> list[Entity]:
    """The entities of which some name contains `wanted`, whatever its case and accents."""
    needle = fold(wanted)
    return [entity for entity in entities if any(needle in fold(name) for name in (entity.name, *entity.aliases))]


def calendar_value(entity: Entity) -> str:
    """The day, month, year or moment a date stands for, for the reader; empty when it has no place on a calendar."""
    for mention in entity.mentions:
        if mention.time is not None and mention.time.start is not None:
            return readable(mention.time)
    return ""


_NOWHERE = "~"
"""Sorts behind every date."""


def _first_day(entity: Entity) -> str:
    """Where an entity begins on the calendar, as ISO 8601."""
    return next((each.time.start for each in entity.mentions if each.time and each.time.start), _NOWHERE)


def _last_day(entity: Entity) -> str:
    """Where it ends: of what begins on the same day, the longer comes first."""
    return next((each.time.end or "" for each in entity.mentions if each.time and each.time.start), "")
