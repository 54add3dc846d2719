"""The panel of dates and times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment

from newsreader.entities.model import Category
from tui.panels.cells import pad
from tui.panels.entity_panel import EntityPanel
from tui.panels.messages import ArticleDateRequested
from tui.panels.outline import ARTICLE, UNPLACED, Landmark, Order, calendar_value, timeline

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from newsreader.entities.model import Entity

UNKNOWN = "set the article’s date"
"""What the row of the article says while nobody knows its date."""


class DatesPanel(EntityPanel):
    """The dates and times as a timeline, the article's own among them: what each stands for at its right end."""

    orders = (Order.TIME, Order.FIRST, Order.COUNT)

    def __init__(self) -> None:
        super().__init__(Category.DATE)
        self._published: date | None = None
        self._sign = ""

    def set_published(self, published: date | None, sign: str = "") -> None:
        """Say when the article was published, and by a sign whose word that is if it is not the article's own."""
        self._published, self._sign = published, sign
        self._rebuild(follow=True)

    def arranged(self, entities: Sequence[Entity]) -> Sequence[Entity | Landmark]:
        """The article's own date stands in its place, or first where the order is another; a filter hides it."""
        if self.wanted or not entities:
            return entities
        return timeline(entities, self._published) if self.order is Order.TIME else [ARTICLE, *entities]

    @property
    def need(self) -> int:
        """As of any panel, and the landmarks."""
        return super().need + sum(isinstance(each, Landmark) for each in self.arranged(self.entities))

    def figure(self, entity: Entity, width: int) -> str:
        """The day it stands for, with the time of day where there is room; else the count."""
        value = calendar_value(entity)
        if not value:
            return super().figure(entity, width)
        return value if len(value) * 2 < width else value.partition(" ")[0]

    def draw_landmark(self, row: int, landmark: Landmark, width: int) -> list[Segment]:
        """The article with its date, or the line above what has none."""
        if landmark is UNPLACED:
            rule = f" ─ {landmark.words} ".ljust(width - 1, "─")
            return [Segment(pad(rule, width), self.get_component_rich_style("panel--quiet"))]
        figure = f" {self._published or ''}"
        name = f" {self.sign} {landmark.words if self._published else UNKNOWN} {self._sign}"
        return [
            Segment(pad(name, max(0, width - len(figure))), self.piece(row, "active")),
            Segment(figure[:width], self.piece(row, "count")),
        ]

    # Keys

    def head_of(self, row: int) -> int:
        """The cursor never stands on the heading of the unplaced."""
        return row + 1 if self._outline.row(row).entity is UNPLACED else row

    def before(self, row: int) -> int:
        """The row above, or the one above the heading."""
        return row - 2 if row > 1 and self._outline.row(row - 1).entity is UNPLACED else row - 1

    def choose(self) -> None:
        """Go to the date in the article; the article's own can be set."""
        if self._outline.row(self.cursor).entity is ARTICLE:
            self.post_message(ArticleDateRequested())
        else:
            super().choose()

    def preview(self) -> None:
        """Show the date in the article; the article's own stands nowhere."""
        if self._outline.row(self.cursor).entity is not ARTICLE:
            super().preview()
