"""Where the text stands in the view: the column of text, its margins and the gutter at the right edge."""

from __future__ import annotations

from dataclasses import dataclass

_GUTTER_FROM = 20
_ONE_CELL_FROM = 12
_TWO_CELLS_FROM = 40


@dataclass(frozen=True, slots=True)
class Frame:
    """Columns of the view in cells: `left` blank ones, `width` of text, the rest blank, and perhaps the gutter."""

    total: int
    left: int
    width: int
    gutter: bool

    @property
    def room(self) -> int:
        """Cells without the gutter."""
        return self.total - self.gutter

    @classmethod
    def fit(cls, total: int, measure: int) -> Frame:
        """Centre a column of at most `measure` cells in `total`; margins and gutter go first when it is narrow."""
        gutter = total >= _GUTTER_FROM
        room = total - gutter
        margin = 2 if room >= _TWO_CELLS_FROM else 1 if room >= _ONE_CELL_FROM else 0
        width = max(1, min(measure, room - 2 * margin))
        return cls(total, max(margin, (room - width) // 2) if margin else 0, width, gutter)
