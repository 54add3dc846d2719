"""The jump list: where the reader was before each jump, as in a browser or in vim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.article import Article

LONGEST = 200
"""How many places are remembered; the oldest go first."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is: what is on the screen and what the cursor is on, in code points."""

    top: int
    """The first code point of the first visible line."""
    cursor: int


START = Place(0, 0)
"""Where an article opens that was never read."""


FIRST_SCREEN = 800
"""What stands within so many code points of the beginning is shown with the beginning above it."""


def place_to_see(article: Article, offset: int) -> Place:
    """Where to be for a code point to be in sight, below the start of its paragraph or of the article if near."""
    starts = (each.start for each in article.paragraphs if each.start <= offset)
    return Place(0 if offset < FIRST_SCREEN else max(starts, default=0), offset)


class JumpList:
    """The places behind and ahead of the reader in one article."""

    def __init__(self) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    @property
    def before(self) -> Place | None:
        """Where the last jump began, or None if there was none."""
        return self._behind[-1] if self._behind else None

    def push(self, here: Place) -> None:
        """Note that the reader leaves `here` by a jump; what was ahead is forgotten."""
        self._ahead.clear()
        if self.before != here:
            self._behind.append(here)
            del self._behind[:-LONGEST]

    def back(self, here: Place) -> Place | None:
        """Leave `here` for the place behind it, or return None at the oldest one."""
        return _move(here, self._behind, self._ahead)

    def forward(self, here: Place) -> Place | None:
        """Leave `here` for the place ahead of it, or return None at the newest one."""
        return _move(here, self._ahead, self._behind)


def _move(here: Place, source: list[Place], target: list[Place]) -> Place | None:
    """Take the nearest place of `source` that is not `here`, and remember `here` on `target`."""
    while source:
        place = source.pop()
        if place != here:
            target.append(here)
            return place
    return None
