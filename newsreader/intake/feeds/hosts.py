"""Who may be asked now: of each server, no more than a few answers are awaited at once."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from threading import Condition
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreader.store.feeds import Feed

AT_ONCE = 2
"""Questions that a server has to answer at the same time."""


def host_of(url: str) -> str:
    """The server of an address, as far as it is told from others."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


class HostQueue:
    """Feeds that wait for their turn. Any thread may use it."""

    def __init__(self, feeds: Iterable[Feed]) -> None:
        self._waiting = list(feeds)
        self._busy: Counter[str] = Counter()
        self._changed = Condition()
        self._stopped = False

    def take(self) -> Feed | None:
        """The next feed whose server has room, whose turn lasts until `done`; None when no more are to come."""
        with self._changed:
            while self._waiting and not self._stopped:
                for feed in self._waiting:
                    if self._busy[host_of(feed.address)] < AT_ONCE:
                        self._waiting.remove(feed)
                        self._busy[host_of(feed.address)] += 1
                        return feed
                self._changed.wait()
            return None

    def done(self, feed: Feed) -> None:
        """Give the turn of a feed back."""
        self._release(host_of(feed.address))

    @contextmanager
    def turn(self, url: str) -> Iterator[None]:
        """Wait until the server of an address has room, and use it."""
        host = host_of(url)
        with self._changed:
            self._changed.wait_for(lambda: self._busy[host] < AT_ONCE or self._stopped)
            self._busy[host] += 1
        try:
            yield
        finally:
            self._release(host)

    def stop(self) -> None:
        """Give out no more turns."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    def _release(self, host: str) -> None:
        with self._changed:
            self._busy[host] -= 1
            self._changed.notify_all()
