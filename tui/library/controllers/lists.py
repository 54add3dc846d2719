"""Which list is shown: the column of lists, how many articles each has, and going from one to the next."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from newsreader.query.fields import ARTICLES
from newsreader.query.parser import parse
from newsreader.store.errors import LibraryError
from tui.base.library_queries import ARTICLES as AT_ONCE
from tui.base.library_queries import LISTS
from tui.library.context import News
from tui.library.list_column import ListColumn, ListingRows
from tui.library.listings import ALL, BUILT_IN, CONTINUE, UNREAD, Listing, of_searches
from tui.library.samples import Samples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.index.index import Index
    from tui.library.context import LibraryContext

SAMPLES = "samples"
_AT_START = (UNREAD, CONTINUE, ALL)
"""The lists of which the first that has any article is shown at the start."""


class ListsController:
    """The lists of the library, of which one is shown."""

    def __init__(self, context: LibraryContext) -> None:
        self._context = context
        self.samples = Samples(context.library)
        self._counts: dict[str, int] = {}
        self._listings: Sequence[Listing] = BUILT_IN
        self._is_new = False
        """Whether nothing was ever in the library."""
        self.settled = False
        """Whether it is settled which list is shown at the start."""
        context.commands.register(
            {"library.next_list": partial(self.go, 1), "library.previous_list": partial(self.go, -1)}
        )
        context.listen({ListColumn.Chosen: self._chosen})
        context.when(News.CHANGED, self.look)

    def begin(self) -> None:
        """Show the first of the lists that has something, and read the samples."""
        self.look()
        self._context.queries.ask("start", _first_with_any, self._start, urgency=AT_ONCE)
        self._context.work(self._read_samples(), group="samples")

    def _start(self, listing: Listing | None) -> None:
        """Show that list; while there is none, the index may not have come so far."""
        if self.settled:
            return
        self.settled = listing is not None
        samples = next((each for each in self._listings if self._is_new and each.key == SAMPLES), None)
        wanted = listing or samples or UNREAD
        if wanted.key != self._context.listing.key or not self._context.articles.run:
            self._context.show(wanted)
            self._draw()

    async def _read_samples(self) -> None:
        await asyncio.to_thread(self.samples.read)
        self.look()
        if not self.settled:
            self._context.queries.ask("start", _first_with_any, self._start, urgency=AT_ONCE)

    # Which lists there are

    def look(self) -> None:
        """Look which lists there are now, and count them."""
        try:
            self._listings = self._found()
        except LibraryError as error:
            self._context.say(str(error))
        self._draw()
        for each in self._listings:
            if each.articles is None:
                question = partial(_count, each)
                self._context.queries.ask(f"count of {each.key}", question, partial(self._counted, each), urgency=LISTS)
        if not self.settled:
            self._context.queries.ask("start", _first_with_any, self._start, urgency=AT_ONCE)

    def _found(self) -> Sequence[Listing]:
        with self._context.library.reading() as unit:
            saved = of_searches(unit.searches.all())
            self._is_new = not unit.articles.last_change()
        samples = self.samples.left()
        more = (Listing(SAMPLES, "Samples", articles=samples, empty="No sample is left."),) if samples else ()
        self._counts[SAMPLES] = len(samples)
        return (*BUILT_IN, *more, *saved)

    def _counted(self, listing: Listing, count: int) -> None:
        if self._counts.get(listing.key) != count:
            self._counts[listing.key] = count
            self._draw()

    def _draw(self) -> None:
        chosen = self._context.listing
        self._context.lists.show_lists(ListingRows(self._listings, self._counts, chosen.key))
        self._context.tell(News.SAID)
        now = next((each for each in self._listings if each.key == chosen.key), None)
        if now is not None and now.articles != chosen.articles:
            self._context.show(now)

    @property
    def unread(self) -> int | None:
        """How many articles are unread, once they have been counted."""
        return self._counts.get(UNREAD.key)

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


def _first_with_any(index: Index) -> Listing | None:
    for each in _AT_START:
        condition = each.narrowed("").condition
        if index.search.window(condition, each.order, None, 1):
            return each
    return None


def _count(listing: Listing, index: Index) -> int:
    return index.search.count(parse(listing.query, ARTICLES).condition)
