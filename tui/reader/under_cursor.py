"""What the status line says of the place the cursor is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from tui.article.mention_index import ShownMentions
from tui.panels.note_text import describe
from tui.reader.provenance import about_mention

if TYPE_CHECKING:
    from collections.abc import Set

    from newsreader.annotations.model import Annotation
    from newsreader.entity import Category
    from tui.reader.reading import Reading


IN_LINE = "in this line"
"""Stands behind the category of a name that the cursor is not on."""


def words(
    reading: Reading,
    cursor: int,
    line: tuple[int, int],
    annotation: Annotation | None,
    plain: Set[Category] = frozenset(),
) -> str:
    """A name with its category and whose word it is, the annotation there, or both; empty if there is nothing.

    The name is the one at the cursor, else the nearest one in its `line` that is not of a `plain` category, which is
    what keys for names act on.
    """
    mention = ShownMentions(reading.mentions, plain).in_line(cursor, *line)
    entity = reading.entity(mention.entity_id) if mention is not None else None
    parts: list[str] = []
    if mention is not None and entity is not None:
        where = "" if mention.start <= cursor < mention.end else f" {IN_LINE}"
        whose = about_mention(reading.corrected, entity.id, mention.start) or "found"
        parts = [printable(entity.name), f"{entity.category}{where}", whose]
    return " · ".join((*parts, *((describe(annotation),) if annotation else ())))
