"""What becomes of the entries of a feed: new articles, new versions of articles, or nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.article import Origin, OriginKind
from newsreader.intake.feeds.taking import Taken
from newsreader.intake.saved_texts import is_awaited
from newsreader.sources.feeds.article import entry_article, is_teaser
from newsreader.store.feeds import FeedItem, FullArticle, PageState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsreader.article import Article
    from newsreader.sources.feeds.model import Entry, ParsedFeed
    from newsreader.store.feeds import Feed
    from newsreader.store.protocols import Unit

    Built = tuple[bytes, Entry, Article]
    """The key of an entry, the entry, and the article that was made of it."""

FIRST_PAGES = 20
"""Of a feed that is new here: articles whose pages are fetched, so that nobody is asked for a whole archive."""


class Taking:
    """One reading of one feed."""

    def __init__(self, feed: Feed, parsed: ParsedFeed, known: dict[bytes, FeedItem], fresh: int) -> None:
        """Take what the library has of the entries already, and how many are fresh."""
        self.taken = Taken()
        self._feed = feed
        self._source = parsed.title or feed.called
        self._known = known
        self._left = fresh
        self._is_new = not known and not feed.state.digest
        self._shared = Counter(entry.address for entry in parsed.entries)

    def article(self, key: bytes, entry: Entry) -> Article:
        """The article of an entry."""
        return entry_article(entry, self._source, self._origin(key, entry))

    def write(self, unit: Unit, built: Sequence[Built]) -> None:
        """Put articles into the library, or what the feed says now of those that are there."""
        pages = {key: self._page(entry) for key, entry, _ in built}
        items = self._add(unit, self._unknown(unit, built), pages)
        for key, entry, article in built:
            if key not in items:
                known = self._known.get(key)
                item = self._again(unit, entry, article, known, pages[key]) if known else None
                item = item or self._first_time(unit, entry, article, pages[key])
                if item is not None:
                    items[key] = item
        unit.feeds.took(self._feed.id, items)

    def _unknown(self, unit: Unit, built: Sequence[Built]) -> list[Built]:
        """Those that nobody has brought yet; of several in one place the first."""
        found = {}
        for key, entry, article in built:
            is_first = key not in self._known and article.paragraphs and article.origin not in found
            if is_first and unit.articles.at(article.origin) is None:
                found[article.origin] = key, entry, article
        return [*found.values()]

    def _add(self, unit: Unit, new: Sequence[Built], pages: Mapping[bytes, PageState]) -> dict[bytes, FeedItem]:
        records = unit.articles.add_all([article for _, _, article in new])
        self.taken.new += [record.id for record in records]
        return {
            key: FeedItem(record.id, entry.digest, pages[key])
            for record, (key, entry, _) in zip(records, new, strict=True)
        }

    def _origin(self, key: bytes, entry: Entry) -> Origin:
        """Return what the article is known by: its page, unless several entries name the same one."""
        if entry.address and self._shared[entry.address] == 1:
            return Origin(OriginKind.URL, entry.address.partition("#")[0])
        return Origin(OriginKind.URL, self._feed.address, key.hex())

    def _first_time(self, unit: Unit, entry: Entry, article: Article, page: PageState) -> FeedItem | None:
        there = unit.articles.at(article.origin)
        if there is None:
            if not article.paragraphs:
                return None
            (record,) = unit.articles.add_all([article])
            self.taken.new.append(record.id)
            return FeedItem(record.id, entry.digest, page)
        if self._feed.id in unit.feeds.of_article(there.id) or is_awaited(unit.articles.stored(there)):
            return self._again(unit, entry, article, FeedItem(there.id, b"", page), page)
        return FeedItem(there.id, entry.digest)  # it came another way, and stays as it is

    def _again(self, unit: Unit, entry: Entry, article: Article, item: FeedItem, page: PageState) -> FeedItem | None:
        """Keep what a feed says now of an article that it had before."""
        record = unit.articles.latest(item.article)
        if record is None:
            return None
        if item.page is not PageState.UNWANTED:  # what the page has is more than the feed does
            return FeedItem(record.id, entry.digest, page)
        before = unit.articles.stored(record)
        changed = replace(article, origin=before.origin)
        if article.paragraphs and unit.articles.remember(changed) != record:
            self.taken.changed += 1
        return FeedItem(record.id, entry.digest, page)

    def _page(self, entry: Entry) -> PageState:
        """Return whether the page of the next entry is wanted; of a feed that is new here, only of what comes last."""
        self._left -= 1
        wanted = self._feed.settings.full_article
        if wanted is FullArticle.NEVER or not entry.address or self._shared[entry.address] > 1:
            return PageState.UNWANTED
        if self._is_new and self._left >= FIRST_PAGES:
            return PageState.UNWANTED
        return PageState.WANTED if wanted is FullArticle.ALWAYS or is_teaser(entry) else PageState.UNWANTED
