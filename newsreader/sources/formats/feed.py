"""Articles from feeds that were saved as files, or are opened by address: each entry as far as it is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.sources.decode import BEFORE_TAG, beginning
from newsreader.sources.errors import SourceError
from newsreader.sources.formats.format import Format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.article import Article
    from newsreader.sources.formats.format import Given

_START = re.compile(rf"{BEFORE_TAG}<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_JSON = re.compile(r"\s*+\{[^{}\[\]]{0,2000}?\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org", re.DOTALL)


def _is_feed(head: bytes) -> bool:
    begins = beginning(head)
    return _START.match(begins) is not None or _JSON.match(begins) is not None


def _read(data: bytes, given: Given) -> Iterator[Article]:
    from newsreader.sources.feeds.article import entry_article
    from newsreader.sources.feeds.parse import parse

    feed = parse(data, name=given.called, url=given.url or "", charset=given.charset)
    if not feed.entries:
        raise SourceError(f"{given.called} is a feed without articles: it may have some later.")
    for entry in {each.key: each for each in feed.entries}.values():
        yield entry_article(entry, feed.title, given.part(entry.key.hex()))


FORMAT = Format(
    "feed",
    _read,
    magic=_is_feed,
    types=frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"}),
)
