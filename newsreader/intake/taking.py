"""Takes into the library what other programs give out, in batches; what is here already is not taken twice.

Marks are added, never taken away: what was starred there has a star here, but what was not keeps the one it has.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsreader.annotations.notebook import Notebook
from newsreader.article import Origin, OriginKind
from newsreader.exports.annotations.imported import as_annotation
from newsreader.intake.elsewhere import registry
from newsreader.intake.elsewhere.bundle import Bundle
from newsreader.intake.elsewhere.items import LeftOut, SavedArticle, Search, Subscription
from newsreader.intake.saved_texts import article_of, is_awaited
from newsreader.sources.errors import SourceError
from newsreader.sources.feeds.model import Entry
from newsreader.store.feeds import FeedItem, FeedSettings
from newsreader.store.records import clean_tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from newsreader.article import Article
    from newsreader.intake.elsewhere.items import Item
    from newsreader.store.feeds import Feed
    from newsreader.store.library import Library
    from newsreader.store.protocols import Unit
    from newsreader.store.records import ArticleRecord

BATCH = 100
"""Things that are taken together; each batch has reached the disk before the next one begins."""

_OTHER_SEARCH = LeftOut("search whose name another one has here", "searches whose names others have here")
_NO_TAG = LeftOut("tag without a letter or digit", "tags without a letter or digit")


@dataclass(slots=True)
class Taken:
    """What came of it so far."""

    new: Counter[type[Item]] = field(default_factory=Counter)
    """How many of each kind are new in the library."""
    known: Counter[type[Item]] = field(default_factory=Counter)
    """How many of each kind it had before."""
    annotations: int = 0
    """How many highlights and notes are new."""
    unplaced: int = 0
    """How many of the file's have no place in a text yet."""
    awaited: list[str] = field(default_factory=list)
    """The addresses of the articles whose text is not here yet, and the empty address for each that has none."""
    left_out: Counter[tuple[str, str]] = field(default_factory=Counter)
    """What was not taken: how many, by how one and several of it are called."""

    def leave(self, what: LeftOut) -> None:
        """Note that something was not taken."""
        self.left_out[what.one, what.several] += what.count

    def add(self, more: Taken) -> None:
        """Note all that came of something else, too."""
        self.new += more.new
        self.known += more.known
        self.left_out += more.left_out
        self.annotations += more.annotations
        self.unplaced += more.unplaced
        self.awaited += more.awaited


def take(
    library: Library,
    source: str,
    items: Iterable[Item],
    taken: Taken,
    progress: Callable[[int], object] = lambda _: None,
) -> None:
    """Take items of a file into the library; `taken` is told of each batch, and then `progress`, how many it was.

    `source` is what the file is called. Raises LibraryError, and SourceError where it cannot be read any further.
    """
    for batch in _batches(items):
        taken.add(_take_batch(library, source, batch))
        progress(len(batch))


def take_file(
    library: Library,
    path: Path,
    taken: Taken,
    named: str | None = None,
    progress: Callable[[int], object] = lambda _: None,
) -> None:
    """Take a file, or a folder, of the `named` program, or else the one that it is recognised to be of; as `take`."""
    take(library, path.name, registry.read(Bundle(path), named), taken, progress)


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items, many at a time; of a file that cannot be read any further, also what stands before that."""
    batch: list[Item] = []
    try:
        for each in items:
            batch.append(each)
            if len(batch) == BATCH:
                yield batch
                batch = []
    except SourceError:
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def _take_batch(library: Library, source: str, batch: Sequence[Item]) -> Taken:
    came = Taken()
    saved = [each for each in batch if isinstance(each, SavedArticle)]
    with library.reading() as unit:
        shelf = _Shelf(unit, saved)
        wanted = [shelf.wants(each, has_text=bool(each.html)) for each in saved]
    made = [article_of(each) if is_wanted else None for each, is_wanted in zip(saved, wanted, strict=True)]
    with library.writing(durable=True) as unit:
        for item in batch:
            _take_other(unit, item, came)
        shelf = _Shelf(unit, saved)
        records = [_kept(unit, shelf, each, article, came) for each, article in zip(saved, made, strict=True)]
        _mark(unit, saved, records, came)
    for each, record in zip(saved, records, strict=True):
        if each.annotations:
            _annotate(library, source, each, record, came)
    return came


class _Shelf:
    """What the library has of the articles of a batch: by their addresses, and without one by their titles."""

    def __init__(self, unit: Unit, batch: Iterable[SavedArticle]) -> None:
        self._unit = unit
        self._titled = unit.articles.titled({each.title for each in batch if not each.address})

    def record(self, saved: SavedArticle) -> ArticleRecord | None:
        if saved.address:
            return self._unit.articles.at(Origin(OriginKind.URL, saved.address))
        number = self._titled.get(saved.title)
        return None if number is None else self._unit.articles.latest(number)

    def wants(self, saved: SavedArticle, *, has_text: bool) -> bool:
        """Whether an article is new here, or its text that is awaited."""
        here = self.record(saved)
        return here is None or (has_text and bool(saved.address) and is_awaited(self._unit.articles.stored(here)))

    def put(self, saved: SavedArticle, article: Article) -> ArticleRecord:
        record = self._unit.articles.remember(article)
        self._titled[saved.title] = record.id
        return record


def _take_other(unit: Unit, item: Item, taken: Taken) -> None:
    """Take what is no article."""
    match item:
        case Subscription():
            known = unit.feeds.at(item.address)
            if known is None:
                unit.feeds.add(item.address, FeedSettings(name=item.title or "", folder=item.folder, tags=item.tags))
            else:
                _put_in_order(unit, known, item)
            (taken.new if known is None else taken.known)[Subscription] += 1
        case Search():
            before = next((each for each in unit.searches.all() if each.name == item.name), None)
            if before is not None and before.query != item.query:
                taken.leave(_OTHER_SEARCH)
                return
            unit.searches.save(item.name, item.query)
            (taken.new if before is None else taken.known)[Search] += 1
        case LeftOut():
            taken.leave(item)


def _put_in_order(unit: Unit, feed: Feed, item: Subscription) -> None:
    """Give a feed that is followed already the tags that it had there, too, and the folder if it is in none here."""
    before = feed.settings
    tags = tuple(dict.fromkeys((*before.tags, *item.tags)))
    settings = replace(before, folder=before.folder or item.folder, tags=tags)
    if settings != before:
        unit.feeds.change(feed.id, settings)


def _kept(unit: Unit, shelf: _Shelf, saved: SavedArticle, article: Article | None, taken: Taken) -> ArticleRecord:
    here = record = shelf.record(saved)
    (taken.new if here is None else taken.known)[SavedArticle] += 1
    if article is not None and shelf.wants(saved, has_text=not is_awaited(article)):
        record = shelf.put(saved, article)
    if record is None:  # a copy took the place of the library since it was looked at
        record = shelf.put(saved, article_of(saved))
    if here is None and saved.added:
        unit.articles.came(record.id, saved.added.isoformat(timespec="milliseconds"))
    _note_feed(unit, saved, record)
    if is_awaited(unit.articles.stored(record)):
        taken.awaited.append(saved.address)
        unit.joined.settle(record.id)  # all that wait for their text look alike
    return record


def _note_feed(unit: Unit, saved: SavedArticle, record: ArticleRecord) -> None:
    """Note that an article came from its feed, if that is followed, so that the feed does not bring it once more."""
    feed = unit.feeds.at(saved.feed) if saved.feed else None
    if feed is not None:
        key = Entry(guid=saved.guid or "", address=saved.address).key
        if key not in unit.feeds.known(feed.id, [key]):
            unit.feeds.took(feed.id, {key: FeedItem(record.id, b"")})


def _mark(unit: Unit, articles: Sequence[SavedArticle], records: Sequence[ArticleRecord], taken: Taken) -> None:
    """Give the articles the stars and tags that they had, and mark as read what was read and never marked here."""
    numbered = [(saved, record.id) for saved, record in zip(articles, records, strict=True)]
    states = unit.states.of(number for _, number in numbered)
    unit.states.star([number for saved, number in numbered if saved.starred], True)
    unit.states.mark([number for saved, number in numbered if saved.read and states[number].read is None], True)
    by_tag: dict[str, list[int]] = {}
    for saved, number in numbered:
        for tag in saved.tags:
            by_tag.setdefault(clean_tag(tag), []).append(number)
    for _ in by_tag.pop("", ()):
        taken.leave(_NO_TAG)
    for tag, tagged in by_tag.items():
        unit.states.tag(tagged, tag)


def _annotate(library: Library, source: str, saved: SavedArticle, record: ArticleRecord, taken: Taken) -> None:
    """Take in what was written on an article; what has no place in its text finds it when that changes.

    What another program says, too, in the same words, is there once.
    """
    article = library.stored(record)
    notebook = Notebook(library, record, article)
    said = {(each.quote, each.text): each.id for each in (*notebook.annotations, *notebook.orphans)}
    given = [as_annotation(each, article) for each in saved.annotations]
    given = [each for each in given if said.get((each.quote, each.text), each.id) == each.id]
    taken.annotations += notebook.take_in(source, given)
    mine = {each.id for each in given}
    taken.unplaced += sum(each.id in mine for each in notebook.orphans)
