"""The lists of the library: those that everybody has, saved searches, and the samples. Plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.index.asking import Once
from newsreader.index.found import Order
from newsreader.query.conditions import Field, Query, Term, every
from newsreader.query.fields import ARTICLES
from newsreader.query.parser import parse
from newsreader.query.printing import written
from newsreader.query.saved import NONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsreader.query.conditions import Condition
    from newsreader.store.feeds import Feed
    from newsreader.store.records import SavedSearch


NO_QUERY = Query()


@dataclass(frozen=True, slots=True)
class ListedQuery:
    """What is listed: what holds of the articles, as it is typed, and in which order they are."""

    condition: Condition | None = None
    text: str = ""
    order: Order = Order.NEWEST

    @property
    def once(self) -> Once:
        """The same, with one article of each story."""
        return Once(self.condition)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of articles, by a query or by name."""

    key: str
    """Names it, while others come and go around it."""
    title: str
    query: str = ""
    """What its articles are found by; empty for all."""
    order: Order = Order.NEWEST
    group: str = ""
    """The heading under which it stands."""
    empty: str = "Nothing here."
    """What to say and advise where it has no article."""
    feed: int | None = None
    """The number of the feed whose articles these are; of those the unread are counted."""
    problem: str = ""
    """What is wrong with the feed, a sentence."""

    @property
    def is_samples(self) -> bool:
        """Whether it is of the samples, which are not in the library."""
        return self.key == SAMPLES.key

    def narrowed(
        self, typed: Query = NO_QUERY, text: str = "", order: Order | None = None, searches: Mapping[str, str] = NONE
    ) -> ListedQuery:
        """What is listed when a query is `typed` besides, as that `text`, and perhaps an order is chosen."""
        own = parse(self.query, ARTICLES, searches=searches)
        parts = tuple(each.condition for each in (own, typed) if each.condition is not None)
        said = typed.order or own.order
        return ListedQuery(every(parts), together(self.query, text), order or (Order(said) if said else self.order))


def together(query: str, typed: str) -> str:
    """Two queries as one that finds what both find."""
    parts = [each.strip() for each in (query, typed) if each.strip()]
    return " ".join(f"({each})" if len(parts) > 1 and " OR " in each else each for each in parts)


_GO_ON = "<library.next_list> goes to the next list."
CONTINUE = Listing("continue", "Continue", "is:begun", empty=f"Nothing is begun. {_GO_ON}")
UNREAD = Listing("unread", "Unread", "is:unread", empty=f"All is read. {_GO_ON}")
TODAY = Listing(
    "today", "Today", "added:today", Order.ADDED, empty="Nothing came in today. <library.add> adds something."
)
STARRED = Listing("starred", "Starred", "is:starred", empty="No article has a star. <library.star> gives one.")
NOTES = Listing("notes", "With notes", "has:note", empty="Nothing has a note. <article.note> writes one while reading.")
ALL = Listing("all", "All", empty="Nothing is here yet. <library.add> adds a file, a folder or a web address.")
SAMPLES = Listing("samples", "Samples", empty="No sample is left.")
"""What comes with the program: no part of the library, and in an index of its own."""
BUILT_IN = (CONTINUE, UNREAD, TODAY, STARRED, NOTES, ALL)
"""What everybody has, in the order in which it is listed."""


def key_of(search: int) -> str:
    """The key of the list of the saved search of that number."""
    return f"search:{search}"


def of_feeds(feeds: Iterable[Feed]) -> tuple[Listing, ...]:
    """The lists of feeds, in their order, with how much is unread; those of a folder together."""
    return tuple(_of_feed(each) for each in feeds)


def _of_feed(feed: Feed) -> Listing:
    query = written(Field("feed", (Term(feed.called),)))
    group = f"Feeds · {feed.settings.folder}" if feed.settings.folder else "Feeds"
    problem = feed.state.problem
    empty = problem or "Nothing has come from this feed yet. <library.refresh_feed> asks for it."
    return Listing(
        f"feed:{feed.id}",
        feed.called,
        query,
        group=group,
        empty=empty,
        feed=feed.id,
        problem=problem,
    )


def of_searches(searches: Iterable[SavedSearch]) -> tuple[Listing, ...]:
    """The lists of saved searches."""
    empty = "This search finds nothing now. <library.filter> asks for something else."
    return tuple(Listing(key_of(x.id), x.name, x.query, group="Searches", empty=empty) for x in searches)
