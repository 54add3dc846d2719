"""Glimpses: what is on the screen, understood by itself as long as the whole article takes too long."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.entity import Analysis, Entity


def merged(known: Analysis, glimpse: Analysis) -> Analysis:
    """Return what is known with what a glimpse at other paragraphs of the same article adds.

    Equal identifiers mean one entity. That is good enough for the moments until the article is understood anew; it is
    never complete.
    """
    entities = {entity.id: entity for entity in known.entities}
    for entity in glimpse.entities:
        before = entities.get(entity.id)
        entities[entity.id] = _joined(before, entity) if before else entity
    return replace(
        known,
        entities=tuple(sorted(entities.values(), key=lambda entity: entity.mentions[0].start)),
        paragraphs_done=min(known.paragraphs_done + glimpse.paragraphs_done, known.paragraphs_total - 1),
    )


def _joined(before: Entity, more: Entity) -> Entity:
    names = dict.fromkeys((*before.aliases, more.name, *more.aliases))
    names.pop(before.name, None)
    mentions = sorted((*before.mentions, *more.mentions), key=lambda mention: mention.start)
    return replace(before, aliases=tuple(names), mentions=tuple(mentions))
