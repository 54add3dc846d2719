"""From an entry of a feed to its article: the text that the feed has, and what it says about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.article import Metadata, OriginKind
from newsreader.sources.feeds.days import day_of
from newsreader.sources.feeds.markup import plain_title
from newsreader.sources.formats.html import fragment_blocks
from newsreader.sources.paragraphs.blocks import Block, block_article

if TYPE_CHECKING:
    from newsreader.article import Article, Origin
    from newsreader.sources.feeds.model import Entry

DATED_BY = "the feed"
"""How `Metadata.published_from` names it."""

_TEASER = 600
"""Code points below which the text of an entry may be but the beginning of its article."""
_GOES_ON = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\[&#8230;\]|&hellip;\]?)\W*(?:<[^<>]*>\s*)*$")
"""How a text ends that was cut."""


def entry_article(entry: Entry, source: str, origin: Origin) -> Article:
    """Return the article of an entry of the feed that is called `source`.

    It has no paragraph if the entry says nothing that can be read.
    """
    known = entry_metadata(entry, source)
    return block_article(_blocks(entry), known, origin)


def entry_metadata(entry: Entry, source: str) -> Metadata:
    """Return what a feed that is called `source` says about the article of an entry."""
    day = day_of(entry.published)
    return Metadata(
        title=plain_title(entry.title) or None,
        byline=plain_title(entry.author) or None,
        source=source or None,
        published=day,
        published_from=DATED_BY if day else None,
        url=entry.address or None,
        language=entry.language or None,
    )


def is_teaser(entry: Entry) -> bool:
    """Whether a feed seems to have only the beginning of an article, or nothing of it but the title."""
    text = entry.content or entry.summary
    return _GOES_ON.search(text) is not None or (not entry.content and len(text) < _TEASER)


def same_address(origin: Origin, entry: Entry) -> bool:
    """Whether an article is the page that an entry leads to."""
    return origin.kind is OriginKind.URL and origin.location == entry.address.partition("#")[0]


def _blocks(entry: Entry) -> list[Block]:
    """Return what an entry has to read: its whole text, else its summary."""
    return fragment_blocks(entry.content or entry.summary, entry.base or None)
