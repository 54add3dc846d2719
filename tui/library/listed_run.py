"""The stretch of a list of articles that is at hand, however long the list is. Plain data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsreader.index.found import FoundArticle

MOST = 1200
"""Articles at hand at most: what is far from the cursor is forgotten, and asked for again."""


@dataclass(frozen=True, slots=True)
class Run:
    """Articles that stand one behind the other in a list."""

    articles: tuple[FoundArticle, ...] = ()
    begins: bool = False
    """Whether it is known that none stands before the first one."""
    ends: bool = False
    """Whether it is known that none stands behind the last one."""

    def __len__(self) -> int:
        return len(self.articles)

    def place_of(self, article: int) -> int | None:
        """The index of the article of that number; None if it is not among these."""
        return next((at for at, each in enumerate(self.articles) if each.id == article), None)

    def longer(self, found: Sequence[FoundArticle], *, complete: bool, backwards: bool) -> tuple[Run, int]:
        """The run with articles that stand next behind it or, `backwards`, next before it, in the order of the list.

        `complete` says that there are no more. Also returns how many places further behind the articles are now.
        """
        if backwards:
            # What came in between is there already, if the list was looked at anew meanwhile.
            new = tuple(each for each in found if self.place_of(each.id) is None)
            kept = (new + self.articles)[:MOST]
            return Run(kept, complete, self.ends and len(kept) == len(new) + len(self)), len(new)
        new = tuple(each for each in found if self.place_of(each.id) is None)
        whole = self.articles + new
        gone = max(0, len(whole) - MOST)
        return Run(whole[gone:], self.begins and not gone, complete), -gone

    def changed(self, articles: Mapping[int, FoundArticle]) -> Run:
        """The run with other states of some of its articles, by their numbers."""
        return replace(self, articles=tuple(articles.get(each.id, each) for each in self.articles))

    def without(self, articles: frozenset[int]) -> Run:
        """The run without the articles of these numbers."""
        return replace(self, articles=tuple(each for each in self.articles if each.id not in articles))

    def keeping(self, before: Run, kept: frozenset[int]) -> Run:
        """The run with those of `kept` that `before` had and this has not, each behind what it stood behind."""
        articles = list(self.articles)
        places = {each.id: at for at, each in enumerate(articles)}
        ahead: int | None = None
        for each in before.articles:
            if each.id in places:
                ahead = each.id
            elif each.id in kept and (ahead is not None or self.begins):
                at = 0 if ahead is None else next(at for at, one in enumerate(articles) if one.id == ahead) + 1
                articles.insert(at, each)
                ahead = each.id
        return replace(self, articles=tuple(articles))
