"""The active matches: an entity's mentions, a search's hits or annotations, all stepped through in one way.

An entity is a saved search; so the view, the gutter and the keys that step know only `Matches`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.article.span_arrays import first_after, last_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.entity import Category


class MatchKind(StrEnum):
    """What the matches are of."""

    ENTITY = "entity"
    SEARCH = "search"
    ANNOTATION = "annotation"


@dataclass(frozen=True, slots=True)
class Matches:
    """Stretches of one article's text that are shown as matches and stepped through.

    `starts` and `ends` are code points into the article's text, end exclusive, in order of position and of one length.
    """

    title: str
    """What the reader calls them: `Vladimir Putin`, `/pact`."""
    starts: Sequence[int]
    ends: Sequence[int]
    kind: MatchKind
    category: Category | None = None
    """The entity's category, for its colour; None for other kinds."""
    detail: str = ""
    """What stands behind the counter: `also “Putin”, “Mr Putin”`."""
    counted: bool = True
    """Whether these are all; else they are the first of a search that goes on."""

    def __len__(self) -> int:
        """Count the matches."""
        return len(self.starts)

    def after(self, offset: int) -> int | None:
        """Index of the first match that starts behind `offset`, or None; wrapping is the caller's business."""
        return first_after(self.starts, offset)

    def before(self, offset: int) -> int | None:
        """Index of the last match that starts before `offset`, or None; wrapping is the caller's business."""
        return last_before(self.starts, offset)

    def at(self, offset: int) -> int | None:
        """Index of the match that `offset` lies in, or None."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and offset < self.ends[index] else None
