"""What the status line says of the place the cursor is on."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from tui.panels.note_text import describe
from tui.reader.provenance import about_mention

if TYPE_CHECKING:
    from newsreader.annotations.model import Annotation
    from newsreader.entity import Entity
    from tui.reader.reading import Reading


def words(reading: Reading, cursor: int, annotation: Annotation | None) -> str:
    """A name with its category and whose word it is, the annotation there, or both; empty if there is nothing."""
    mention = reading.mentions.at(cursor)
    entity = reading.entity(mention.entity_id) if mention is not None else None
    name = _name(reading, entity, cursor) if entity is not None else ()
    return " · ".join((*name, *((describe(annotation),) if annotation else ())))


def _name(reading: Reading, entity: Entity, cursor: int) -> tuple[str, str, str]:
    at = bisect_right(entity.mentions, cursor, key=lambda mention: mention.start) - 1
    start = entity.mentions[max(0, at)].start
    whose = about_mention(reading.corrected, entity.id, start) or "found"
    return printable(entity.name), str(entity.category), whose
