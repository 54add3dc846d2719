"""Which entities a panel lists, and in what order, as plain data. Nothing here draws."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from newsreader.entity import DOUBTFUL, MARK, Category, doubt_of
from newsreader.languages.english.time_words import readable
from tui.base.cell_text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from newsreader.entity import Entity, Mention


class Order(StrEnum):
    """How a panel is sorted; the value is what its header says."""

    COUNT = "count"
    """Most mentions first."""
    FIRST = "first"
    """By first appearance in the article."""
    NAME = "a–z"
    TIME = "time"
    """As a timeline; what has no place on a calendar comes last."""


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


def is_doubtful(entity: Entity) -> bool:
    """Whether nothing but mentions that are hardly certain speaks for this entity."""
    # A loop, as the first mention nearly always decides: there may be ten thousand entities at each finding.
    for mention in entity.mentions:  # noqa: SIM110
        if mention.confidence >= DOUBTFUL:
            return False
    return True


def is_left_out(entity: Entity) -> bool:
    """Whether a panel has an entity only on demand: what is doubtful, and of times what is on no calendar."""
    if is_doubtful(entity):
        return True
    times = entity.mentions if entity.category is Category.DATE else ()
    return bool(times) and not any(each.time and each.time.on_calendar for each in times)


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


def placed(entity: Entity) -> Mention | None:
    """The first mention of a date that has a place on a calendar."""
    return next((each for each in entity.mentions if each.time and each.time.start), None)


def calendar_value(entity: Entity) -> str:
    """The day, month, year or moment a date stands for, with its mark if it is a guess; empty without such a place."""
    mention = placed(entity)
    return f"{readable(mention.time)}{MARK if doubt_of(mention) else ''}" if mention and mention.time else ""


_NOWHERE = "~"
"""Sorts behind every date."""


def _first_day(entity: Entity) -> str:
    """Where an entity begins on the calendar, as ISO 8601."""
    return next((each.time.start for each in entity.mentions if each.time and each.time.start), _NOWHERE)


def _last_day(entity: Entity) -> str:
    """Where it ends: of what begins on the same day, the longer comes first."""
    return next((each.time.end or "" for each in entity.mentions if each.time and each.time.start), "")
