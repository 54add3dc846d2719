"""Where one is in a list of articles: what is at hand of it, the cursor, and what is in sight. No Textual.

Nothing moves by itself: when the list becomes another, the article of the cursor stays on the line that it is on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.library.listed_run import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.index.found import FoundArticle

AHEAD = 3
"""Screenfuls from an end of the run at which more is wanted."""


class ListPlace:
    """A run of a list with a cursor and a first article in sight, both by their index in the run."""

    def __init__(self) -> None:
        self.run = Run()
        self.cursor = 0
        self.top = 0
        self.page = 1
        """How many articles are in sight, whole."""
        self.before = 0
        """How many articles stand before the run, as far as that is known."""
        self.total = 0
        """How many articles the list has, as far as that is known."""

    @property
    def chosen(self) -> FoundArticle | None:
        """The article with the cursor."""
        return self.run.articles[self.cursor] if self.cursor < len(self.run) else None

    @property
    def number(self) -> int:
        """The place of the cursor in the whole list, counted from 1, as far as it is known."""
        return self.before + self.cursor + 1

    @property
    def length(self) -> int:
        """How many articles the whole list has at least."""
        return max(self.total, self.before + len(self.run))

    @property
    def length_said(self) -> str:
        """How many articles the whole list has, or an ellipsis until they have been counted."""
        counted = self.total or (self.run.begins and self.run.ends)
        return f"{self.length:,}" if counted else "…"

    def show(self, run: Run, at: int) -> None:
        """Be in another list, with the cursor on the article of that index."""
        self.run, self.top, self.before, self.total = run, 0, 0, 0
        self.put(at)

    def renew(self, run: Run) -> None:
        """Be in what the list has become; the article of the cursor, or else one near it, stays where it is."""
        line, at = self.cursor - self.top, self._near(run)
        self.run, self.top = run, max(0, at - line)
        self.put(at)

    def extend(self, found: Sequence[FoundArticle], *, complete: bool, backwards: bool) -> None:
        """Take in what stands next behind the run, or before it, in order; nothing in sight moves."""
        self.run, moved = self.run.longer(found, complete=complete, backwards=backwards)
        self.top, self.before = self.top + moved, max(0, self.before - moved)
        self.put(self.cursor + moved)

    def _near(self, run: Run) -> int:
        """Where the article of the cursor is in another run, or the nearest that is there, those behind it first."""
        for each in (*self.run.articles[self.cursor :], *reversed(self.run.articles[: self.cursor])):
            if (at := run.place_of(each.id)) is not None:
                return at
        return 0

    def put(self, at: int) -> None:
        """Put the cursor there, as near as there is an article, and bring it into sight with as little as can be."""
        self.cursor = max(0, min(at, len(self.run) - 1))
        lowest = max(0, len(self.run) - self.page)
        self.top = min(max(self.top, self.cursor - self.page + 1, 0), self.cursor, lowest)

    def scroll(self, articles: int) -> None:
        """Move what is in sight, and take the cursor along as far as it must."""
        self.top = max(0, min(self.top + articles, len(self.run) - self.page))
        self.put(max(self.top, min(self.cursor, self.top + self.page - 1)))

    def lacking(self) -> Iterator[bool]:
        """In which directions there is little left of the run: whether backwards."""
        if not self.run.ends and self.top + (AHEAD + 1) * self.page >= len(self.run):
            yield False
        if not self.run.begins and self.top < AHEAD * self.page:
            yield True
