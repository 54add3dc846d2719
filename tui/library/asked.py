"""What the index is asked of a list of articles: the stretch around some place of it. Plain data comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.index.asking import Once
from newsreader.query.conditions import Field, Term, every
from tui.library.listed_run import Run
from tui.library.listings import ALL, CONTINUE, UNREAD

if TYPE_CHECKING:
    from newsreader.index.found import FoundArticle
    from newsreader.index.index import Index
    from tui.library.listings import ListedQuery, Listing

WINDOW = 200
"""Articles that are asked for at once."""
AROUND = 100
"""Articles before the cursor that are asked for when the list is looked at anew."""
_IS_UNREAD = Field("is", (Term("unread"),))


@dataclass(frozen=True, slots=True)
class FirstList:
    """The list that is shown at the start, and its beginning."""

    listing: Listing
    run: Run


def first_list(index: Index) -> FirstList | None:
    """The first of the lists that has any article; None if there is none."""
    # Whether there is anything is asked first: what comes in meanwhile is then seen by those that are asked later.
    everything = from_start(ALL.narrowed(), index)
    if not everything:
        return None
    for listing in (UNREAD, CONTINUE):
        if run := from_start(listing.narrowed(), index):
            return FirstList(listing, run)
    return FirstList(ALL, everything)


def from_start(listed: ListedQuery, index: Index) -> Run:
    """The first articles of a list."""
    found = index.search.window(listed.once, listed.order, None, WINDOW)
    return Run(tuple(found), begins=True, ends=len(found) < WINDOW)


def from_end(listed: ListedQuery, index: Index) -> Run:
    """The last articles of a list."""
    found = index.search.window(listed.once, listed.order, None, WINDOW, backwards=True)
    return Run(tuple(found), begins=len(found) < WINDOW, ends=True)


def beyond(listed: ListedQuery, edge: FoundArticle, index: Index, *, backwards: bool) -> list[FoundArticle]:
    """The articles that stand next behind one, or before it."""
    return index.search.window(listed.once, listed.order, edge.anchor(listed.order), WINDOW, backwards=backwards)


def around(listed: ListedQuery, article: FoundArticle, index: Index) -> Run:
    """The list around an article, which need not be in it any more."""
    order = listed.order
    before = index.search.window(listed.once, order, article.anchor(order), AROUND, backwards=True)
    after = index.search.window(listed.once, order, before[-1].anchor(order) if before else None, WINDOW)
    return Run((*before, *after), begins=len(before) < AROUND, ends=len(after) < WINDOW)


def anew(
    listed: ListedQuery, article: FoundArticle, kept: frozenset[int], index: Index
) -> tuple[Run, dict[int, FoundArticle]]:
    """The list around an article, and as they are now, by their numbers, those of `kept` that are not in it."""
    run = around(listed, article, index)
    gone = kept.difference(each.id for each in run.articles)
    return run, {each.id: each for each in index.search.these([*gone])}


def run_with(listed: ListedQuery, article: FoundArticle, index: Index) -> tuple[Run, int]:
    """The list around an article, and where that is in it, or would be."""
    run = around(listed, article, index)
    return run, run.place_of(article.id) or 0


def unread_beyond(
    listed: ListedQuery, article: FoundArticle, index: Index, *, backwards: bool
) -> tuple[Run, int] | None:
    """The list around the next unread article behind one, or before it, and where that is in it; None without any."""
    parts = (_IS_UNREAD,) if listed.condition is None else (listed.condition, _IS_UNREAD)
    anchor = article.anchor(listed.order)
    found = index.search.window(Once(every(parts)), listed.order, anchor, 1, backwards=backwards)
    if not found:
        return None
    return run_with(listed, found[0], index)


def standing(listed: ListedQuery, first: FoundArticle | None, index: Index) -> tuple[int, int]:
    """How many articles stand before that one, and how many there are."""
    before = index.search.rank(listed.once, listed.order, first.anchor(listed.order)) if first else 0
    return before, index.search.count(listed.once)
