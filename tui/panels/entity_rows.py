"""The rows of an entity panel: entities, below an expanded one its mentions, and on a timeline landmarks.

Only the first row of each entity is stored, so that an entity with ninety thousand mentions costs as much as one with
two.
"""

from __future__ import annotations

from bisect import bisect_right
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from newsreader.entity import MARK, Category, doubt_of
from tui.base.cell_text import cut, one_line, pad
from tui.base.widths import cell_len
from tui.panels.entity_order import ARTICLE, UNPLACED, Landmark, calendar_value, is_doubtful
from tui.panels.face import Contents
from tui.panels.list_rows import Rows, Target
from tui.panels.snippets import fit, snippet

if TYPE_CHECKING:
    from collections.abc import Container, Hashable, Sequence

    from newsreader.entity import Entity, Mention
    from tui.base.style_book import Components, Line
    from tui.panels.face import Published

SIGNS = {Category.PERSON: "●", Category.PLACE: "▲", Category.ORGANISATION: "■", Category.DATE: "◆"}
"""The shapes that tell categories apart without colour."""

UNKNOWN = "set the article’s date"
"""What the row of the article says while nobody knows its date."""

_NOTHING = Contents()


@dataclass(frozen=True, slots=True)
class EntityRow:
    """What a row shows: an entity or a landmark, or the mention with this index of the entity."""

    entity: Entity | Landmark
    mention: int | None = None


class EntityRows(Rows):
    """A list of entities, those in `expanded` (ids) with their mentions below them."""

    def __init__(
        self,
        entities: Sequence[Entity | Landmark] = (),
        expanded: Container[str] = (),
        contents: Contents = _NOTHING,
        components: Components = (),
    ) -> None:
        """Take the entities in their order; `contents` says what else there is to say of them.

        `components` are how the active one is drawn.
        """
        self._all = entities
        self._contents = contents
        self._strong: Components = ("panel--active", *components)
        self._active = contents.active
        self._starts: list[int] = []
        row = 0
        for entity in entities:
            self._starts.append(row)
            row += 1 + (len(entity.mentions) if entity.id in expanded else 0)
        self._total = row
        self._guessed: dict[str, bool] = {}
        """Which entities have names that may be another's, as far as that was asked: there may be thousands."""
        self._places = {entity.id: place for place, entity in enumerate(entities)}

    def __len__(self) -> int:
        return self._total

    @cached_property
    def entities(self) -> Sequence[Entity]:
        """The entities among the rows, in their order."""
        return [each for each in self._all if not isinstance(each, Landmark)]

    def row(self, number: int) -> EntityRow:
        """What the row of that number, from 0, shows; IndexError beyond the last."""
        if not 0 <= number < self._total:
            raise IndexError(number)
        place = bisect_right(self._starts, number) - 1
        offset = number - self._starts[place]
        return EntityRow(self._all[place], offset - 1 if offset else None)

    def target(self, row: int) -> Target | None:
        """The entity, the mention, or the article's date."""
        shown = self.row(row)
        if isinstance(shown.entity, Landmark):
            return Target("article date") if shown.entity is ARTICLE else None
        return Target("entity", shown.entity.id, shown.mention)

    def key(self, row: int) -> Hashable:
        """The entity's id and the index of the mention."""
        shown = self.row(row)
        return Target("entity", shown.entity.id, shown.mention)

    def number(self, key: Hashable) -> int | None:
        """The row of an entity or of a mention of it; the entity's when it is not expanded; None when it has none."""
        if not isinstance(key, Target) or (place := self._places.get(key.id)) is None:
            return None
        start = self._starts[place]
        end = self._starts[place + 1] if place + 1 < len(self._starts) else self._total
        below = 0 if key.mention is None else key.mention + 1
        return start + below if start + below < end else start

    def head_of(self, row: int) -> int:
        """The cursor never stands on the heading of the unplaced."""
        return row + 1 if self.row(row).entity is UNPLACED else row

    def before(self, row: int) -> int:
        """The row above, or the one above the heading."""
        return row - 2 if row > 1 and self.row(row - 1).entity is UNPLACED else row - 1

    def with_active(self, entity_id: str | None) -> EntityRows:
        """The same rows with another entity marked."""
        rows = copy(self)
        rows._active = entity_id
        return rows

    def draw(self, row: int, width: int) -> Line:
        """An entity with its count or date, or a mention with the words around it."""
        shown = self.row(row)
        if isinstance(shown.entity, Landmark):
            return landmark_line(shown.entity, self._contents.published, width, self._strong)
        if shown.mention is None:
            return self._entity_line(shown.entity, width)
        return self._mention_line(shown.entity.mentions[shown.mention], width)

    def _entity_line(self, entity: Entity, width: int) -> Line:
        figure = cut(self._figure(entity, width), max(0, width - 4))
        room = max(0, width - 2 - cell_len(figure))
        sign, active = self._contents.signs.get(entity.id, ""), entity.id == self._active
        mark = MARK if is_doubtful(entity) else ""
        mark += f" {sign}" if sign else ""
        name = pad(cut(one_line(entity.name), room - cell_len(mark)) + mark, room)
        return [
            ("▌" if active else " ", self._strong),
            (name, self._strong if active else ()),
            (f" {figure}"[: width - 1], ("panel--count",)),
        ]

    def _figure(self, entity: Entity, width: int) -> str:
        """How often it is named, with a mark if some names may be another's; of a date the day it stands for."""
        if entity.category is Category.DATE and (value := calendar_value(entity)):
            return value if len(value) * 2 < width else f"{value.partition(' ')[0]}{MARK * value.endswith(MARK)}"
        if entity.id not in self._guessed:
            self._guessed[entity.id] = any(mention.doubt for mention in entity.mentions)
        return f"{len(entity.mentions)}{MARK if self._guessed[entity.id] else ''}"

    def _mention_line(self, mention: Mention, width: int) -> Line:
        indent = min(3, width // 4)
        part = fit(snippet(self._contents.text, mention.start, mention.end), width - indent)
        used = indent + cell_len(part.before) + cell_len(part.mention)
        sign = self._contents.mention_signs.get(mention.start, "") or (MARK if doubt_of(mention) else "")
        return [
            (pad(sign, indent) + part.before, ("panel--quiet",)),
            (part.mention, ("panel--mention",)),
            (pad(part.after, width - used), ("panel--quiet",)),
        ]


def landmark_line(landmark: Landmark, published: Published, width: int, strong: Components) -> Line:
    """The article with its date, or the line above what has none."""
    if landmark is UNPLACED:
        rule = f" ─ {landmark.words} ".ljust(width - 1, "─")
        return [(pad(rule, width), ("panel--quiet",))]
    figure = f" {published.day or ''}{MARK if published.guessed else ''}"
    words = landmark.words if published.day else UNKNOWN
    name = f" {SIGNS[Category.DATE]} {words} {published.sign}".rstrip()
    return [(pad(name, max(0, width - len(figure))), strong), (figure[:width], ("panel--count",))]
