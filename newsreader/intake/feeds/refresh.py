"""Refreshes many feeds at once, in threads, and says how far it is."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING

from newsreader.intake.feeds.fetching import FeedOutcome, claim, fetch_and_take, keep_hold, let_go
from newsreader.intake.feeds.holders import new_holder
from newsreader.intake.feeds.hosts import HostQueue
from newsreader.intake.feeds.pages import Pages
from newsreader.store.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.store.feeds import Feed
    from newsreader.store.library import Library

WORKERS = 8
"""Feeds that are asked for at once, over all servers."""
_ENDING = 2.0
"""Seconds that are waited for threads to end that were told to stop; one that awaits an answer is left alone."""

_LOG = logging.getLogger(__name__)


class Refresh:
    """One refresh of some feeds, which has begun when this is made; `stop` ends it, and so does the end of the program.

    What a feed brought is in the library when its outcome comes. Feeds that another refresh has in hand, or was done
    with meanwhile, are left to it and come as they are.
    """

    def __init__(self, library: Library, feeds: Sequence[Feed]) -> None:
        self.total = len(feeds)
        self._library = library
        self._holder = new_holder()
        self._hosts = HostQueue(feeds)
        self._stopped = Event()
        self._outcomes: SimpleQueue[FeedOutcome] = SimpleQueue()
        self._left = self.total
        self._failure: LibraryError | None = None
        self._pages = Pages(library, self._hosts, self._stopped)
        self._threads = [Thread(target=self._work, daemon=True) for _ in range(min(WORKERS, self.total))]
        for thread in self._threads:
            thread.start()

    def outcomes(self, seconds: float | None = None) -> Iterator[FeedOutcome | None]:
        """Yield what came of each feed, as it comes; None whenever nothing came for so many seconds.

        Raises `LibraryError` if it cannot be kept.
        """
        while self._left and not self._stopped.is_set():
            try:
                outcome = self._outcomes.get(timeout=seconds)
            except Empty:
                yield None
                continue
            self._left -= 1
            yield outcome
        if self._failure is not None:
            raise self._failure

    def stop(self) -> None:
        """Begin nothing new, and come back when what is being written has been written."""
        self._stopped.set()
        self._hosts.stop()
        end = monotonic() + _ENDING
        for thread in self._threads:
            thread.join(max(0.0, end - monotonic()))

    def _work(self) -> None:
        while (feed := self._hosts.take()) is not None:
            outcome = FeedOutcome(feed)
            try:
                outcome = self._in_turn(feed)
                outcome = self._completed(outcome)
            except LibraryError as error:
                if not self._stopped.is_set():
                    self._failure = error
                    self._stopped.set()
                    self._hosts.stop()
            except Exception:
                if not self._stopped.is_set():  # else the library may have been closed meanwhile
                    _LOG.exception("A feed could not be refreshed")
            self._outcomes.put(outcome)

    def _in_turn(self, feed: Feed) -> FeedOutcome:
        """Ask for a feed while it is the turn of its server, unless another refresh is or was at it."""
        try:
            held = claim(self._library, feed, self._holder)
            if held is None:
                return FeedOutcome(feed)
            return self._asked(held)
        finally:
            self._hosts.done(feed)

    def _asked(self, feed: Feed) -> FeedOutcome:
        if feed.address.startswith("http"):
            return fetch_and_take(self._library, feed, self._stopped.is_set)
        # What reads folders takes a while to load, and most feeds are none.
        from newsreader.intake import watched_folders

        if watched_folders.is_watched(self._library, feed):
            return watched_folders.look_again(self._library, feed, partial(self._lost, feed))
        return fetch_and_take(self._library, feed, self._stopped.is_set)

    def _lost(self, feed: Feed) -> bool:
        """Whether to leave a folder that takes long: when all is to end, or another has it in hand by now."""
        return self._stopped.is_set() or not keep_hold(self._library, feed, self._holder)

    def _completed(self, outcome: FeedOutcome) -> FeedOutcome:
        """Fetch the pages that are wanted for a feed, and let it go."""
        feed = outcome.feed
        hold = partial(keep_hold, self._library, feed, self._holder)
        try:
            completed = self._pages.complete(feed, hold) if not self._stopped.is_set() else 0
            return replace(outcome, completed=completed)
        finally:
            let_go(self._library, feed, self._holder)
