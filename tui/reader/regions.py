"""Where the parts of the reader stand on a screen of some size, before and without Textual.

`styles/reader.tcss` says the same to Textual; a test compares the two at many sizes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TINY = 60
"""Under so many columns the panels open on demand, over the article."""
NARROW = 100
"""Under so many columns the panels are one, below the article."""


@dataclass(frozen=True, slots=True)
class Regions:
    """Cells of the screen: below the header the article, then the panels beside or below it, then the status line."""

    width: int
    """Of the screen."""
    height: int
    panels: Literal["beside", "below", "hidden"]
    article_width: int
    article_height: int

    @classmethod
    def fit(cls, width: int, height: int) -> Regions:
        """Share out a screen as it is when the reader opens."""
        room = max(1, height - 2)
        if width < TINY:
            return cls(width, height, "hidden", width, room)
        if width < NARROW:
            return cls(width, height, "below", width, max(1, room - max(5, room * 28 // 100)))
        return cls(width, height, "beside", width - min(46, max(28, width * 28 // 100)), room)

    @property
    def panels_width(self) -> int:
        """Columns of the panels, without the edge between them and the article."""
        return {"beside": self.width - self.article_width - 1, "below": self.width, "hidden": 0}[self.panels]

    @property
    def panels_height(self) -> int:
        """Rows of the panels, without the edge."""
        room = max(1, self.height - 2)
        return {"beside": room, "below": max(0, room - self.article_height - 1), "hidden": 0}[self.panels]
