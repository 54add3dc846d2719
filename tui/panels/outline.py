"""The rows of an entity panel as plain data: which entities, in what order, and which of them are expanded.

A row is an entity or, below an expanded one, one of its mentions. Only the first row of each entity is stored, so
that an entity with ninety thousand mentions costs as much as one with two.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from tui.panels.cells import fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from newsreader.entities.model import Entity, TimeValue

DOUBTFUL = 0.5
"""A mention below this confidence is doubtful; an entity is when all its mentions are."""


_PARTS_OF_DAY = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
"""The parts of a day that TIMEX3 has letters for."""


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
class Row:
    """What a row shows: an entity, or the mention with this index of it."""

    entity: Entity
    mention: int | None = None

    @property
    def key(self) -> RowKey:
        """What names the row."""
        return self.entity.id, self.mention


class Outline:
    """The rows of a list of entities, those in `expanded` (ids) with their mentions below them."""

    def __init__(self, entities: Sequence[Entity] = (), expanded: Container[str] = ()) -> None:
        self.entities = entities
        self._starts: list[int] = []
        row = 0
        for entity in entities:
            self._starts.append(row)
            row += 1 + (len(entity.mentions) if entity.id in expanded else 0)
        self._total = row
        self._places = {entity.id: place for place, entity in enumerate(entities)}

    def __len__(self) -> int:
        return self._total

    def row(self, number: int) -> Row:
        """The row of that number, from 0; IndexError beyond the last."""
        if not 0 <= number < self._total:
            raise IndexError(number)
        place = bisect_right(self._starts, number) - 1
        offset = number - self._starts[place]
        return Row(self.entities[place], offset - 1 if offset else None)

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
    return all(mention.confidence < DOUBTFUL for mention in entity.mentions)


def ordered(entities: Iterable[Entity], order: Order) -> list[Entity]:
    """Sort entities, given by first appearance, into `order`; equals stay as they are."""
    if order is Order.COUNT:
        return sorted(entities, key=lambda entity: -len(entity.mentions))
    if order is Order.NAME:
        return sorted(entities, key=lambda entity: fold(entity.name))
    if order is Order.TIME:
        return sorted(entities, key=_calendar_place)
    return list(entities)


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


def readable(time: TimeValue) -> str:
    """A TIMEX3 value as a reader would write it: `2024-06-19 14:00`, `1990s`, `21st century`; else as it is."""
    value = time.value
    if time.granularity == "decade" and value.isdecimal():
        return f"{value}0s"
    if time.granularity == "century" and value.isdecimal():
        return f"{_ordinal(int(value) + 1)} century"
    day, _, clock = value.partition("T")
    return f"{day} {_PARTS_OF_DAY.get(clock, clock)}" if day[-1:].isdecimal() and clock else value


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _calendar_place(entity: Entity) -> tuple[bool, str]:
    for mention in entity.mentions:
        if mention.time is not None and mention.time.start is not None:
            return False, mention.time.start
    return True, ""
