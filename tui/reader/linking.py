"""Where a `[[name]]` in a note leads: to an entity of the article, else to another note of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.annotations.tagging import bare
from tui.base.cell_text import fold
from tui.panels.entity_order import Order, ordered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newsreader.annotations.model import Annotation
    from newsreader.entity import Entity


@dataclass(frozen=True, slots=True)
class Destination:
    """The id of an entity or of an annotation; without either the link leads nowhere."""

    entity: str | None = None
    annotation: str | None = None


def destination(name: str, entities: Sequence[Entity], annotations: Iterable[Annotation]) -> Destination:
    """What is called `name`, in any case and with any accents.

    First an entity by its name, then one by another name of it, then a note by its first line.
    """
    wanted = fold(name)
    for entity in entities:
        if fold(entity.name) == wanted:
            return Destination(entity=entity.id)
    for entity in entities:
        if wanted in map(fold, entity.aliases):
            return Destination(entity=entity.id)
    found = (each.id for each in annotations if title(each) and fold(title(each)) == wanted)
    return Destination(annotation=next(found, None))


def names_to_link(entities: Sequence[Entity]) -> list[str]:
    """What a link may call the entities: the names of all, the commonest first, and behind them their other names."""
    found = ordered(entities, Order.COUNT)
    return [*(each.name for each in found), *(alias for each in found for alias in each.aliases)]


def title(annotation: Annotation) -> str:
    """What a note is called: its first line, without the signs of a heading or of tags."""
    return bare(annotation.text).partition("\n")[0].strip("# ")


def linking(
    entity: Entity, annotations: Iterable[Annotation], known: Callable[[str], Entity | None]
) -> Iterator[Annotation]:
    """The annotations that are on an entity or link to it by one of its names; `known` finds an entity by its id."""
    names = set(map(fold, (entity.name, *entity.aliases)))
    for each in annotations:
        on_it = each.entity is not None and known(each.entity) is entity
        if on_it or not names.isdisjoint(map(fold, each.links)):
            yield each
