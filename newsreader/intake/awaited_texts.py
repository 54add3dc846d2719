"""Fetches the texts of articles that came without: one after the other, and no host more than once a second.

What a site does not let programs fetch is left, and so is what leads into a private network.
"""

from __future__ import annotations

import time
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.article import Origin, OriginKind
from newsreader.intake.feeds.hosts import host_of
from newsreader.intake.feeds.robots import Robots
from newsreader.sources import from_bytes
from newsreader.sources.errors import SourceError
from newsreader.sources.fetch import web
from newsreader.sources.metadata.precedence import over

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsreader.article import Article
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
    robots = Robots(_ask)
    asked: dict[str, float] = {}
    for address in _in_turn(addresses):
        host = host_of(address)
        wait = asked.get(host, clock() - PAUSE) + PAUSE - clock()
        if wait > 0:
            pause(wait)
        try:
            if refusal := robots.refusal(address):
                raise SourceError(refusal)
            _keep(library, _article(address, _ask(address)))
        except SourceError as error:
            failed(str(error))
        asked[host] = clock()
        yield address


def _ask(address: str) -> web.Page:
    return web.fetch(address, public_only=True)


def _article(address: str, page: web.Page) -> Article:
    return from_bytes(
        page.data,
        name=address,
        origin=Origin(OriginKind.URL, address),
        content_type=page.content_type,
        charset=page.charset,
        url=page.url,
    )


def _keep(library: Library, article: Article) -> None:
    """Keep the text, with what was known of the article where its page does not say it."""
    with library.writing(durable=True) as unit:
        here = unit.articles.at(article.origin)
        known = unit.articles.stored(here).metadata if here else article.metadata
        unit.articles.remember(replace(article, metadata=over(article.metadata, known)))


def _in_turn(addresses: Iterable[str]) -> Iterator[str]:
    """The addresses, each once, those of one host as far apart as may be."""
    by_host: dict[str, deque[str]] = {}
    for address in dict.fromkeys(addresses):
        by_host.setdefault(host_of(address), deque()).append(address)
    while by_host:
        for host in [*by_host]:
            yield by_host[host].popleft()
            if not by_host[host]:
                del by_host[host]
