"""The whole articles where a feed has only teasers: their pages, as far as sites let programs fetch them."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from newsreader.article import ParagraphKind
from newsreader.intake.feeds.robots import Robots
from newsreader.sources.errors import SourceError
from newsreader.sources.fetch.private import is_private
from newsreader.sources.fetch.web import fetch
from newsreader.sources.metadata.precedence import over
from newsreader.store.feeds import PageState

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event

    from newsreader.article import Article
    from newsreader.intake.feeds.hosts import HostQueue
    from newsreader.store.feeds import Feed, FeedItem
    from newsreader.store.library import Library

AT_MOST = 20
"""Pages that are fetched for a feed at a time; the others come with the next refresh."""
PAUSE = 1.0
"""Seconds between two pages of a feed."""

_LOG = logging.getLogger(__name__)


class Pages:
    """Fetches pages for feeds, during one refresh. Any thread may use it."""

    def __init__(self, library: Library, hosts: HostQueue, stopped: Event) -> None:
        self._library = library
        self._hosts = hosts
        self._stopped = stopped
        self._robots = Robots(partial(fetch, public_only=False))

    def complete(self, feed: Feed, keep_hold: Callable[[], bool]) -> int:
        """Fetch the pages that are wanted for a feed, and return of how many articles the whole text came.

        `keep_hold` is asked before each page, and ends it.
        """
        with self._library.reading() as unit:
            wanted = unit.feeds.wanted(feed.id, AT_MOST)
        public_only = bool(wanted) and not is_private(feed.address)
        completed = 0
        for number, (key, item) in enumerate(wanted.items()):
            if (number and self._stopped.wait(PAUSE)) or self._stopped.is_set() or not keep_hold():
                break
            completed += self._complete(feed, key, item, public_only=public_only)
        return completed

    def _complete(self, feed: Feed, key: bytes, item: FeedItem, *, public_only: bool) -> bool:
        with self._library.reading() as unit:
            record = unit.articles.latest(item.article)
            teaser = unit.articles.stored(record) if record else None
        whole = self._whole(teaser, public_only=public_only) if teaser else None
        with self._library.writing() as unit:
            if whole is not None:
                unit.articles.remember(whole)
            state = PageState.UNWANTED if whole is None else PageState.READ
            unit.feeds.took(feed.id, {key: replace(item, page=state)})
        return whole is not None

    def _whole(self, teaser: Article, *, public_only: bool) -> Article | None:
        """Return the article of the page, with what the feed says of it; None if that is no more than the feed has."""
        from newsreader.sources import from_bytes

        url = teaser.origin.location
        try:
            with self._hosts.turn(url):
                if not self._robots.allow(url):
                    return None
                page = fetch(url, public_only=public_only)
            read = from_bytes(
                page.data,
                name=url,
                origin=teaser.origin,
                content_type=page.content_type,
                charset=page.charset,
                url=page.url,
            )
        except SourceError as error:
            _LOG.info("The page of an article of a feed could not be read: %s", error)
            return None
        if _body(read) <= _body(teaser):
            return None
        return replace(read, metadata=over(teaser.metadata, read.metadata))


def _body(article: Article) -> int:
    """Return how many code points of an article are its text, and not its title or what stands around it."""
    return sum(each.end - each.start for each in article.paragraphs if each.kind is ParagraphKind.BODY)
