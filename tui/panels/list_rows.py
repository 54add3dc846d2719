"""The rows of a list as plain data, and how a list is drawn line by line. Nothing here needs Textual."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.base.cell_text import pad, wrapped

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from newsreader.annotations.model import Annotation
    from newsreader.entity import Entity
    from tui.base.style_book import Line


@dataclass(frozen=True, slots=True)
class Target:
    """What a row stands for, as commands take it: an entity or a mention of it, an annotation, the article's date."""

    kind: Literal["entity", "annotation", "article date"]
    id: str = ""
    """Of the entity or the annotation."""
    mention: int | None = None
    """The index of the mention in `Entity.mentions`."""


class Rows:
    """The rows of a list, none here. An item may take several of them; the cursor stands on the first."""

    def __len__(self) -> int:
        return 0

    def draw(self, row: int, width: int) -> Line:
        """The row of that number in exactly `width` cells."""
        raise IndexError(row)

    @property
    def entities(self) -> Sequence[Entity]:
        """The entities among the rows, in their order."""
        return ()

    @property
    def annotations(self) -> Sequence[Annotation]:
        """The annotations among the rows, in their order."""
        return ()

    def target(self, row: int) -> Target | None:
        """What the reader asks about who asks about this row."""
        return None

    def key(self, row: int) -> Hashable:
        """What names the row while others come and go around it."""
        return row

    def number(self, key: Hashable) -> int | None:
        """The row of that name, or the nearest that stands for the same; None if there is none any more."""
        return key if isinstance(key, int) and key < len(self) else None

    def head_of(self, row: int) -> int:
        """The row on which the cursor stands when it is within the item that `row` shows."""
        return row

    def after(self, row: int) -> int:
        """The first row of the item below that of `row`; it may lie beyond the last row."""
        return row + 1

    def before(self, row: int) -> int:
        """The first row of the item above that of `row`; it may be -1."""
        return row - 1

    def stands_out(self, row: int, cursor: int) -> bool:
        """Whether this row stands out while the cursor is on that one."""
        return self.head_of(row) == cursor

    def with_active(self, entity_id: str | None) -> Rows:
        """The same rows with the entity marked whose mentions are stepped through."""
        return self


def list_line(
    rows: Rows, line: int, width: int, *, page: int, top: int = 0, cursor: int | None = None, empty: str = ""
) -> Line:
    """Draw the line of that number of a list in `width` cells, of which the last is the scroll thumb's.

    `page` rows are in sight from `top` on; the row of the cursor stands out if there is one. `empty` are the words in
    place of an empty list.
    """
    row = top + line
    drawn = _row(rows, row, width - 1, empty) if width > 1 else []
    if cursor is not None and row < len(rows) and rows.stands_out(row, cursor):
        drawn = [(text, (*components, "panel--cursor")) for text, components in drawn]
    return [*drawn, (thumb(line, top, page, len(rows)), ("panel--thumb",))]


def _row(rows: Rows, row: int, width: int, empty: str) -> Line:
    if row < len(rows):
        return rows.draw(row, width)
    words = wrapped(empty, max(2, width - 1)) if not len(rows) else []
    return [(pad(f" {words[row]}" if row < len(words) else "", width), ("panel--quiet",))]


def thumb(line: int, top: int, page: int, total: int) -> str:
    """One cell beside the rows, `line` from the top of the list, which shows how much there is and where one is."""
    if total <= page:
        return " "
    size = max(1, page * page // total)
    start = round((page - size) * top / (total - page))
    return "▐" if start <= line < start + size else " "
