"""Where the parts of the library stand on a screen of some size, before and without Textual.

`styles/library.tcss` says the same to Textual; a test compares the two at many sizes.
"""

from __future__ import annotations

from dataclasses import dataclass

WIDE = 100
"""From so many columns on, lists and panels stand beside the articles; else they lie over them while one is there."""


@dataclass(frozen=True, slots=True)
class LibraryRegions:
    """Columns of the three parts, each without the edge between them, and rows below the header."""

    width: int
    """Of the screen."""
    height: int
    lists: int
    """0 where they are not in sight."""
    articles: int
    panels: int

    @classmethod
    def fit(cls, width: int, height: int) -> LibraryRegions:
        """Share out a screen."""
        room = max(1, height - 2)
        if width < WIDE:
            return cls(width, room, 0, width, 0)
        lists, panels = min(34, max(20, width * 22 // 100)), min(44, max(24, width * 26 // 100))
        return cls(width, room, lists - 1, width - lists - panels, panels - 1)
