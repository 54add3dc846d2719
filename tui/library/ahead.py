"""Articles as they are by what was done with them, until the index, which is told later, knows it. No Textual."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsreader.index.found import FoundArticle
    from tui.library.listed_run import Run


class AheadOfIndex:
    """What the index does not know yet: laid over what it says, so that no row is shown as it was before."""

    def __init__(self) -> None:
        self._acts: dict[int, Mapping[int, FoundArticle | None]] = {}
        """What articles became by an act, None for those that went, by their numbers; the last act comes last."""
        self._numbers = count()

    def add(self, articles: Mapping[int, FoundArticle | None]) -> int:
        """Take note of what became of articles; returns the number by which that is forgotten."""
        number = next(self._numbers)
        self._acts[number] = articles
        return number

    def forget(self, number: int) -> None:
        """Leave it to the index, which knows it now, or else never will."""
        del self._acts[number]

    def over(self, run: Run) -> Run:
        """A run that the index gave, with its articles as they are."""
        now = {number: article for act in self._acts.values() for number, article in act.items()}
        gone = frozenset(number for number, article in now.items() if article is None)
        return run.without(gone).changed({number: each for number, each in now.items() if each is not None})
