"""Which list is shown: the column of lists, how many articles each has, and going from one to the next."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from newsreader.query.wording import words
from tui.base.library_queries import ARTICLES as AT_ONCE
from tui.base.library_queries import LISTS
from tui.library.asked import first_list
from tui.library.context import News
from tui.library.list_column import ListColumn
from tui.library.listing_rows import ListingRows
from tui.library.listings import ALL, BUILT_IN, SAMPLES, UNREAD, Listing, key_of, of_feeds, of_searches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from newsreader.index.asking import Once
    from newsreader.index.index import Index
    from newsreader.store.errors import LibraryError
    from newsreader.store.feeds import Feed
    from newsreader.store.library import Library
    from newsreader.store.records import SavedSearch
    from tui.library.asked import FirstList
    from tui.library.context import LibraryContext
    from tui.library.samples import Samples


@dataclass(frozen=True, slots=True)
class _Lists:
    """What the library says of its lists."""

    saved: Sequence[SavedSearch]
    feeds: Sequence[Feed]
    samples: frozenset[str]
    """The keys of those that are left."""
    is_new: bool


class ListsController:
    """The lists of the library, of which one is shown."""

    def __init__(self, context: LibraryContext) -> None:
        self._context = context
        self._samples: frozenset[str] = frozenset()
        self._counts: dict[str, int] = {}
        self._listings: Sequence[Listing] = BUILT_IN
        self._saved: Sequence[SavedSearch] = ()
        self._risen: frozenset[str] = frozenset()
        """The keys of the saved searches that find more than usual."""
        self._is_new = False
        """Whether nothing was ever in the library."""
        self.settled = False
        """Whether it is settled which list is shown at the start."""
        context.commands.register(
            {"library.next_list": partial(self.go, 1), "library.previous_list": partial(self.go, -1)}
        )
        context.listeners.update({ListColumn.Chosen: self._chosen})
        context.when(News.CHANGED, self.look)

    def begin(self, first: FirstList | None) -> None:
        """Show the first of the lists that has something, which may be at hand, and read the samples."""
        if first is not None:
            self._start(first)
        self.look()
        self._context.work(self._read_samples(), group="samples")

    def _start(self, first: FirstList | None) -> None:
        """Show that list; while there is none, the index may not have come so far."""
        # What was listed before this was answered stays: the person may have gone on in it, or done something there.
        self.settled |= not self._context.listing.is_samples and len(self._context.articles.run) > 0
        if self.settled:
            return
        self.settled = first is not None
        if first is not None:
            self._context.show(first.listing, first.run)
            self._draw()
            return
        samples = next((each for each in self._listings if self._is_new and each == SAMPLES), None)
        wanted = samples or UNREAD
        if wanted.key != self._context.listing.key or not self._context.articles.run:
            self._context.show(wanted)
            self._draw()

    async def _read_samples(self) -> None:
        await asyncio.to_thread(self._context.samples.read)
        self.look()
        if not self.settled:
            self._context.queries.ask("start", first_list, self._start, urgency=AT_ONCE)

    # Which lists there are

    def look(self, then: Callable[[], object] = lambda: None) -> None:
        """Look which lists there are now, and count them; `then` is called once they are known."""

        def found(lists: _Lists) -> None:
            self._take(lists)
            self._count()
            then()

        def failed(error: LibraryError) -> None:
            self._context.keeping.complain(error)
            self._count()

        self._context.keeping.do(partial(_found, self._context.library, self._context.samples), found, failed)

    def _count(self) -> None:
        self._draw()
        for each in self._listings:
            if each != SAMPLES and each.feed is None:
                question = partial(_count, each.narrowed(searches=self._context.searches).once)
                self._context.queries.ask(f"count of {each.key}", question, partial(self._counted, each), urgency=LISTS)
        self._context.queries.ask("feeds", _unread_of_feeds, self._feeds_counted, urgency=LISTS)
        if not self.settled:
            self._context.queries.ask("start", first_list, self._start, urgency=AT_ONCE)

    def _take(self, lists: _Lists) -> None:
        self._saved, self._is_new = lists.saved, lists.is_new
        self._context.searches = {each.name: each.query for each in self._saved}
        more = (SAMPLES,) if lists.samples else ()
        self._counts[SAMPLES.key] = len(lists.samples)
        self._listings = (*BUILT_IN, *of_searches(self._saved), *of_feeds(lists.feeds), *more)
        if self._samples != lists.samples:
            self._samples = lists.samples
            self._context.tell(News.SAMPLES)

    def _counted(self, listing: Listing, count: int) -> None:
        if self._counts.get(listing.key) != count:
            self._counts[listing.key] = count
            self._draw()

    def _feeds_counted(self, unread: Mapping[str, int]) -> None:
        feeds = {each.key: unread.get(" ".join(words(each.title)), 0) for each in self._listings if each.feed}
        if any(self._counts.get(key) != count for key, count in feeds.items()):
            self._counts |= feeds
            self._draw()

    def mark_risen(self, searches: Iterable[int]) -> None:
        """Mark the saved searches of these numbers as finding more than usual."""
        self._risen = frozenset(map(key_of, searches))
        self._draw()

    def _draw(self) -> None:
        chosen = self._context.listing
        self._context.lists.show_lists(ListingRows(self._listings, self._counts, chosen.key, self._risen))
        self._context.tell(News.SAID)
        now = next((each for each in self._listings if each.key == chosen.key), None)
        if now is not None and now.query != chosen.query:
            self._context.show(now)
        elif now is not None:
            self._context.listing = now

    @property
    def unread(self) -> int | None:
        """How many articles are unread, once they have been counted."""
        return self._counts.get(UNREAD.key)

    @property
    def are_coming(self) -> bool:
        """Whether the library has articles of which the index does not know one yet."""
        return not self._is_new and not self._counts.get(ALL.key)

    @property
    def are_unknown(self) -> bool:
        """Whether nothing is in the library, and it is not known yet whether there are samples to show."""
        return self._is_new and not self._context.samples.are_read

    @property
    def saved_here(self) -> SavedSearch | None:
        """The saved search that the cursor in the column of lists is on."""
        row = self._context.lists.rows
        listing = row.listing(self._context.lists.cursor) if isinstance(row, ListingRows) else None
        return next((each for each in self._saved if listing and listing.key == key_of(each.id)), None)

    @property
    def all_listed(self) -> Sequence[Listing]:
        """The lists that there are."""
        return self._listings

    # Which one is shown

    def show(self, listing: Listing) -> None:
        """Show the articles of a list, without what was typed before."""
        self.settled = True
        self._context.show(listing)
        self._draw()

    def go(self, direction: int) -> None:
        """Show the next list or, for a negative direction, the one before."""
        keys = [each.key for each in self._listings]
        at = keys.index(self._context.listing.key) if self._context.listing.key in keys else 0
        self.show(self._listings[(at + direction) % len(keys)])

    def _chosen(self, message: ListColumn.Chosen) -> None:
        if message.listing.key != self._context.listing.key:
            self.show(message.listing)
        if message.entered:
            self._context.articles.focus()


def _found(library: Library, samples: Samples) -> _Lists:
    with library.reading() as unit:
        saved, feeds, is_new = unit.searches.all(), unit.feeds.all(), not unit.articles.last_change()
    return _Lists(saved, feeds, samples.look(), is_new)


def _unread_of_feeds(index: Index) -> Mapping[str, int]:
    return index.search.unread_of_feeds()


def _count(asked: Once, index: Index) -> int:
    return index.search.count(asked)
