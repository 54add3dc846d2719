"""Sums up, for the reader, what became of the annotations of an article that was edited since they were made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.alignment import Change, Orphan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.alignment import Placement


@dataclass(frozen=True, slots=True)
class Carried:
    """How many annotations of earlier versions of a text stand as they were, moved, were edited, or lost their text."""

    unchanged: int = 0
    moved: int = 0
    edited: int = 0
    orphaned: int = 0

    def __bool__(self) -> bool:
        """Whether there is anything to tell: something moved, changed or was lost."""
        return bool(self.moved or self.edited or self.orphaned)

    @property
    def sentence(self) -> str:
        """What happened, in one sentence; empty if nothing did."""
        parts = [
            f"{count} {what}"
            for count, what in (
                (self.moved, "moved with their text" if self.moved > 1 else "moved with its text"),
                (self.edited, "on text that was edited"),
                (self.orphaned, "without their text" if self.orphaned > 1 else "without its text"),
            )
            if count
        ]
        return f"The article was edited. Annotations: {', '.join(parts)}." if parts else ""


def sum_up(found: Iterable[Placement | Orphan]) -> Carried:
    """Count what was found."""
    what = [None if isinstance(one, Orphan) else one.change for one in found]
    return Carried(*(what.count(change) for change in (Change.UNCHANGED, Change.MOVED, Change.EDITED, None)))
