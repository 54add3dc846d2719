"""Fetches the texts of articles that came without: one after the other, and no host more than once a second."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsreader import sources
from newsreader.sources.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsreader.store.library import Library

PAUSE = 1.0
"""Seconds between two questions to one host."""


def fetch(
    library: Library,
    addresses: Iterable[str],
    failed: Callable[[str], object],
    *,
    pause: Callable[[float], object] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[str]:
    """Fetch the articles at these addresses and keep their texts; yields each address that was tried.

    `failed` is told why one could not be had, as a sentence. Raises LibraryError.
    """
    asked: dict[str, float] = {}
    for address in _in_turn(addresses):
        host = _host(address)
        wait = asked.get(host, -PAUSE) + PAUSE - clock()
        if wait > 0:
            pause(wait)
        try:
            for article in sources.load_all(address):
                with library.writing(durable=True) as unit:
                    unit.articles.remember(article)
        except SourceError as error:
            failed(str(error))
        asked[host] = clock()
        yield address


def _in_turn(addresses: Iterable[str]) -> Iterator[str]:
    """The addresses, each once, those of one host as far apart as may be."""
    by_host: dict[str, deque[str]] = {}
    for address in dict.fromkeys(addresses):
        by_host.setdefault(_host(address), deque()).append(address)
    while by_host:
        for host in [*by_host]:
            yield by_host[host].popleft()
            if not by_host[host]:
                del by_host[host]


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.casefold()
    except ValueError:
        return ""
