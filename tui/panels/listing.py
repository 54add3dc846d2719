"""What a panel of entities lists and how its rows read, as plain data. Nothing here draws.

A part of a row is a text and the part's name, which the panel has a component class for; empty for the row's own look.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.cells import cell_len

from newsreader.entity import Category
from tui.panels.cells import cut, one_line, pad
from tui.panels.outline import (
    ARTICLE,
    UNPLACED,
    Landmark,
    Order,
    Outline,
    calendar_value,
    is_doubtful,
    matching,
    ordered,
    timeline,
)

if TYPE_CHECKING:
    from collections.abc import Container, Sequence
    from datetime import date

    from newsreader.entity import Entity

Part = tuple[str, str]
"""A text and the name of its look."""

LOOKS: dict[Category, tuple[str, str, str]] = {
    Category.PERSON: ("1", "●", "People"),
    Category.PLACE: ("2", "▲", "Places"),
    Category.ORGANISATION: ("3", "■", "Organisations"),
    Category.DATE: ("4", "◆", "Dates"),
}
"""Key, shape and title of each category's panel; the shapes tell categories apart without colour."""

UNKNOWN = "set the article’s date"
"""What the row of the article says while nobody knows its date."""


def orders(category: Category) -> tuple[Order, ...]:
    """How the panel of a category can be sorted, the order at the start first."""
    if category is Category.DATE:
        return Order.TIME, Order.FIRST, Order.COUNT
    return Order.COUNT, Order.FIRST, Order.NAME


@dataclass(frozen=True, slots=True)
class Published:
    """The article's own date, which stands among the others."""

    day: date | None = None
    sign: str = ""
    """Whose word it is, if not the article's own."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The entities of one category that a panel lists, and what it says about their number."""

    outline: Outline = field(default_factory=Outline)
    known: int = 0
    """Entities there are, whatever the filter leaves of them, without the hidden ones."""
    hidden: int = 0
    """Entities that are left out since they are doubtful."""
    filtered: bool = False
    need: int = 2
    """How many rows the panel would fill: the heading, all entities and landmarks, the mentions of expanded ones."""

    @classmethod
    def of(
        cls,
        category: Category,
        entities: Sequence[Entity],
        order: Order,
        *,
        published: date | None = None,
        wanted: str = "",
        doubtful: bool = False,
        expanded: Container[str] = (),
    ) -> Listing:
        """List `entities`, which are all of the category, in an order: those that `wanted` leaves, if it is not empty.

        Dates are a timeline with the article's own, `published`, in its place, or first in another order.
        """
        shown = [entity for entity in entities if doubtful or not is_doubtful(entity)]
        left = ordered(matching(shown, wanted) if wanted else shown, order)
        rows: Sequence[Entity | Landmark] = left
        if category is Category.DATE and left and not wanted:
            rows = timeline(left, published) if order is Order.TIME else [ARTICLE, *left]
        mentions = sum(len(entity.mentions) for entity in entities if entity.id in expanded)
        need = 1 + max(1, len(shown) + mentions) + len(rows) - len(left)
        return cls(Outline(rows, expanded), len(shown), len(entities) - len(shown), bool(wanted), need)

    @property
    def count(self) -> str:
        """How many are listed: `2/40` when a filter leaves 2 of 40, `+2?` when two doubtful ones are hidden."""
        hidden = f" +{self.hidden}?" if self.hidden else ""
        of_all = f"/{self.known}" if self.filtered else ""
        return f"{len(self.outline.entities)}{of_all}{hidden}"

    @property
    def empty(self) -> str:
        """What stands in place of an empty list when all has been read."""
        return "nothing matches" if self.filtered else "none found"


def heading(look: tuple[str, str, str], count: str, remarks: Sequence[str], width: int) -> list[Part]:
    """The heading of a panel with the key, shape and title in `look`, and the first of the remarks that fits."""
    name = cut(f"{' '.join(look)} ", width - cell_len(count) - 1)
    number = cut(f" {count} ", width - cell_len(name))
    room = width - cell_len(name) - cell_len(number)
    remark = next((f" {each} ─" for each in remarks if cell_len(each) + 4 <= room), "")
    return [(name, "heading"), ("─" * (room - cell_len(remark)) + remark, "rule"), (number, "heading")]


def entity_row(entity: Entity, width: int, *, sign: str = "", active: bool = False) -> list[Part]:
    """An entity with its count or date; `sign` says whose word it is if it is not just as the machine has it."""
    figure = cut(_figure(entity, width), max(0, width - 4))
    room = max(0, width - 2 - cell_len(figure))
    mark = "?" if is_doubtful(entity) else ""
    mark += f" {sign}" if sign else ""
    name = pad(cut(one_line(entity.name), room - cell_len(mark)) + mark, room)
    return [
        ("▌" if active else " ", "active"),
        (name, "active" if active else ""),
        (f" {figure}"[: width - 1], "count"),
    ]


def landmark_row(landmark: Landmark, published: Published, width: int) -> list[Part]:
    """The article with its date, or the line above what has none."""
    if landmark is UNPLACED:
        rule = f" ─ {landmark.words} ".ljust(width - 1, "─")
        return [(pad(rule, width), "quiet")]
    figure = f" {published.day or ''}"
    words = landmark.words if published.day else UNKNOWN
    name = f" {LOOKS[Category.DATE][1]} {words} {published.sign}"
    return [(pad(name, max(0, width - len(figure))), "active"), (figure[:width], "count")]


def thumb(line: int, top: int, page: int, total: int) -> str:
    """One cell beside the rows, `line` from the top of the list, which shows how much there is and where one is."""
    if total <= page:
        return " "
    size = max(1, page * page // total)
    start = round((page - size) * top / (total - page))
    return "▐" if start <= line < start + size else " "


def _figure(entity: Entity, width: int) -> str:
    """How often it is named; of a date the day it stands for, with the time of day where there is room."""
    value = calendar_value(entity) if entity.category is Category.DATE else ""
    if not value:
        return str(len(entity.mentions))
    return value if len(value) * 2 < width else value.partition(" ")[0]
