"""What a store can do, in parts that share one unit of work; any database may stand behind them.

Numbers of articles and events are whole numbers that the store gives out; nothing else of how it keeps things shows.
Every method may raise LibraryError.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence, Set
    from contextlib import AbstractContextManager

    from newsreader.article import Article, Origin
    from newsreader.store.analyses import SharedAnalyses
    from newsreader.store.feeds import Feed, FeedItem, FeedSettings, FeedState
    from newsreader.store.known import KnownThings
    from newsreader.store.records import (
        ArticleChange,
        ArticleRecord,
        ArticleState,
        JournalEntry,
        ReadingPlace,
        RecentArticle,
        SavedSearch,
        Stream,
    )


class Articles(Protocol):
    """Articles: what identifies them, their metadata, and every version of their text."""

    def find(self, article: Article) -> ArticleRecord | None:
        """The record of an article that was opened before with this text, None otherwise."""

    def remember(self, article: Article) -> ArticleRecord:
        """The record of `article`, made if it is new, else as given from now on; one that was taken out stays so."""

    def add_all(self, articles: Sequence[Article]) -> list[ArticleRecord]:
        """The records of different articles that are not there, as who asked in the unit of work knows (`at`)."""

    def holds(self, record: ArticleRecord) -> bool:
        """Whether the record is of this library; not if a copy took its place that does not know the article yet."""

    def came(self, article: int, at: str) -> None:
        """Note that an article came in at another moment than now: ISO 8601 in UTC, as when it was saved elsewhere."""

    def titled(self, titles: Collection[str]) -> dict[str, int]:
        """The articles with just these titles; of several those with an address, and of these the last."""

    def latest(self, article: int) -> ArticleRecord | None:
        """The record of the version that was remembered last, None if there is no such article."""

    def newest(self, articles: Collection[int]) -> dict[int, tuple[ArticleRecord, Article]]:
        """The last versions of some articles with their records, by their numbers; what is no article is left out.

        That takes less than to ask for each.
        """

    def changes_after(self, change: int, limit: int) -> list[ArticleChange]:
        """The `limit` articles whose last change has the next larger numbers, in their order."""

    def last_change(self) -> int:
        """The number of the last change of any article, 0 if there is none."""

    def last(self) -> int:
        """The number of the article that came in last, 0 if there is none; the next one has a larger number."""

    def count(self) -> int:
        """How many articles there are, without those that were taken out."""

    def at(self, origin: Origin) -> ArticleRecord | None:
        """The record of the version that was last opened from a path or URL and its part, None if nothing was."""

    def annotated(self) -> list[ArticleRecord]:
        """The records of all articles with annotations, the last opened first, and then those that never were.

        Those that are part of another or were taken out are not among them.
        """

    def written_on(self) -> list[ArticleRecord]:
        """The same of all articles of which anything is in the journal, the last written on first."""

    def stored(self, record: ArticleRecord) -> Article:
        """The article at the version of `record`, from the store alone, with its newest metadata."""

    def text(self, sha256: str) -> str | None:
        """The text of that digest, None if no article ever had it."""

    def count_annotations(self, article: int, count: int, *, private: bool = False) -> None:
        """Note how many annotations an article has, so that lists of articles need not read its journal.

        Where the library is shared, that is of each person; only this one has to look again for a `private` act.
        """

    def annotation_counts(self) -> dict[int, int]:
        """What was noted of every article."""


class ArticleStates(Protocol):
    """Stars, tags, what is read and what was taken out, of many articles at once.

    Each act returns the articles that are otherwise than before by it; `of` before it and `restore` undo it.
    Numbers that are no article's are passed over.
    """

    def of(self, articles: Iterable[int]) -> dict[int, ArticleState]:
        """The states of articles."""

    def restore(self, states: Mapping[int, ArticleState]) -> list[int]:
        """Put articles back into states that they were in."""

    def star(self, articles: Iterable[int], starred: bool) -> list[int]:
        """Give articles a star, or take it from them."""

    def mark(self, articles: Iterable[int], read: bool | None) -> list[int]:
        """Mark articles as read or unread; None has them be what how far they were read says."""

    def tag(self, articles: Iterable[int], tag: str) -> list[int]:
        """Give articles a tag; LibraryError if it is none."""

    def untag(self, articles: Iterable[int], tag: str) -> list[int]:
        """Take a tag from articles."""

    def take_out(self, articles: Iterable[int]) -> list[int]:
        """Have articles be in no list and found by no query until they are brought back, or opened."""

    def bring_back(self, articles: Iterable[int]) -> list[int]:
        """Bring back articles that were taken out."""

    def set_apart(self, articles: Iterable[int], apart: bool) -> list[int]:
        """List articles by themselves, whatever others tell the same, or together with those again."""

    def taken_out(self) -> list[int]:
        """All articles that are taken out, those that came in last first."""

    def tags(self) -> dict[str, int]:
        """All tags, each with how many articles have it, those of most articles first."""


class SavedSearches(Protocol):
    """Queries with names, in the order in which they are listed."""

    def all(self) -> list[SavedSearch]:
        """All of them."""

    def save(self, name: str, query: str) -> SavedSearch:
        """Keep a query under a name; one of that name asks this from now on. LibraryError without a name."""

    def rename(self, search: int, name: str) -> None:
        """Give a saved search another name; LibraryError if another one has it, or it is none."""

    def change(self, search: int, query: str) -> None:
        """Have it ask something else."""

    def move(self, search: int, place: int) -> None:
        """Put it so many places behind the first one."""

    def remove(self, search: int) -> None:
        """Forget it."""

    def put_back(self, search: SavedSearch) -> None:
        """Have it be as it was, also if it was removed; LibraryError if another one has its name by now."""


class JoinedArticles(Protocol):
    """Articles that are read as one: the same article was opened from two places, and the person said so.

    Where the library is shared, it holds for that person alone.
    Each keeps its own journal and its own name. While one is part of another, its home, whoever asks for it gets the
    home; which ones are follows from the journals of the homes.
    """

    def home(self, article: int) -> int:
        """The article that an article is part of, however many steps away; itself if it is part of none."""

    def parts(self) -> dict[int, int]:
        """All articles that are part of another one, with that one."""

    def follow(self, article: int, parts: Set[int]) -> None:
        """Have exactly `parts` be parts of an article; LibraryError if one is part of another article by now."""

    def is_newcomer(self, article: int) -> bool:
        """Whether it is open whether the article is known from elsewhere."""

    def settle(self, article: int) -> None:
        """Note that it is settled."""


class Journal(Protocol):
    """The append-only journal of what was done, in streams.

    Where the library is shared, what others did is in it with their names, but for what is private.
    """

    def append(self, stream: Stream, entry: JournalEntry) -> int:
        """Add an event to a stream and return its number, larger than all before."""

    def after(self, stream: Stream, number: int = 0) -> list[tuple[int, JournalEntry]]:
        """The events of a stream with a number above `number`, with their numbers, in order."""

    def last(self, stream: Stream) -> int:
        """The number of the latest event of a stream, 0 if there is none."""

    def holds(self, number: int, event: str) -> bool:
        """Whether the event with this number has this id; not if a copy took the place of the library."""

    def stream_of(self, event: str) -> Stream | None:
        """The stream that has the event with this id, None if there is no such event."""

    def streams(self, kinds: Collection[str] = ()) -> list[Stream]:
        """The streams that have an event of one of these kinds; without kinds all that have any."""


class Gazetteer(Protocol):
    """The corrections that hold everywhere; which ones do follows from the journal."""

    def entries(self) -> list[tuple[Stream, JournalEntry]]:
        """The events that made them, each with its stream, in the order in which they came to hold."""

    def version(self) -> tuple[int, int]:
        """Something that is another whenever corrections came or went."""

    def follow(self, stream: Stream, corrections: Mapping[str, str]) -> None:
        """Have exactly `corrections` (id to the id of its event) of a stream hold."""


class ReadingState(Protocol):
    """Where reading stopped, marks, and what was opened lately. Offsets are code points of the record's text.

    What was kept in another version of the text is carried over. The methods with a record raise LibraryError where a
    copy took the place of the library and the number may be another article's.
    """

    def note_opening(self, record: ArticleRecord) -> None:
        """Put the article at the head of the list of recent ones.

        One that was taken out is brought back by that, and none stays marked as unread.
        """

    def recent(self, limit: int) -> list[RecentArticle]:
        """The `limit` articles opened last, the latest first; none that is part of another, taken off or taken out."""

    def place(self, record: ArticleRecord) -> ReadingPlace | None:
        """Where reading stopped; None if it never began."""

    def save_place(self, record: ArticleRecord, place: ReadingPlace) -> None:
        """Keep where reading stopped."""

    def marks(self, record: ArticleRecord) -> dict[str, int]:
        """The marks of the article: letter to offset."""

    def set_mark(self, record: ArticleRecord, letter: str, offset: int) -> None:
        """Set or move the mark `letter`."""


class NoteDrafts(Protocol):
    """Notes that are still being written, so that a crash loses none of them."""

    def find(self, key: str) -> str | None:
        """The draft kept under `key`, None if there is none."""

    def beginning(self, prefix: str) -> list[str]:
        """The drafts whose keys begin so, the newest first."""

    def save(self, key: str, text: str) -> None:
        """Keep or replace a draft."""

    def drop(self, key: str) -> None:
        """Forget a draft, if there is one."""


class Settings(Protocol):
    """What the reader was told to do otherwise from within, not in `config.toml`."""

    def find(self, name: str) -> str | None:
        """The value of a setting; None as long as it was never set."""

    def put(self, name: str, value: str) -> None:
        """Set it."""


class Feeds(Protocol):
    """Feeds, and which articles came from them. What is asked of one that was removed meanwhile does nothing."""

    def add(self, address: str, settings: FeedSettings) -> Feed:
        """The feed at an address, made with these settings if there was none; a password in the address is left out."""

    def all(self) -> list[Feed]:
        """All feeds, by their folders and what they are called."""

    def find(self, feed: int) -> Feed | None:
        """The feed with that number, None if there is none."""

    def at(self, address: str) -> Feed | None:
        """The feed at an address, None if there is none."""

    def change(self, feed: int, settings: FeedSettings) -> None:
        """Have a feed read and called otherwise from now on."""

    def note(self, feed: int, state: FeedState) -> None:
        """Keep how it went."""

    def move(self, feed: int, address: str) -> bool:
        """Give a feed another address; False, and nothing is done, if another feed has it."""

    def remove(self, feed: int) -> None:
        """Forget a feed; its articles stay in the library."""

    def claim(self, feed: int, holder: str, until: str, gone: Collection[str] = ()) -> bool:
        """Take a feed in hand until a moment (ISO 8601 in UTC), unless another holder has it that is not in `gone`."""

    def holders(self) -> set[str]:
        """Who has feeds in hand, or had and was ended before they were let go."""

    def let_go(self, feed: int, holder: str) -> None:
        """Let others have a feed."""

    def known(self, feed: int, keys: Collection[bytes]) -> dict[bytes, FeedItem]:
        """What came before from a feed, of the items with these keys."""

    def took(self, feed: int, items: Mapping[bytes, FeedItem]) -> None:
        """Note what came from a feed, by the keys of its items."""

    def wanted(self, feed: int, limit: int) -> dict[bytes, FeedItem]:
        """The `limit` items that came last of those whose page is still to be fetched, by their keys."""

    def beyond(self, feed: int, articles: int | None, before: str | None) -> list[int]:
        """What is beyond the newest `articles` of a feed, or came in before a day (ISO 8601).

        Articles that are starred, tagged, annotated or begun are not in it, nor those that came from another feed, too.
        """

    def articles(self, feed: int) -> list[int]:
        """The articles that came from a feed, the last one first."""

    def of_article(self, article: int) -> list[int]:
        """The feeds that an article came from."""


class Unit(Protocol):
    """One unit of work: what is done through it happens as a whole or not at all, and sees one state of the store."""

    articles: Articles
    states: ArticleStates
    searches: SavedSearches
    joined: JoinedArticles
    journal: Journal
    gazetteer: Gazetteer
    reading: ReadingState
    drafts: NoteDrafts
    settings: Settings
    feeds: Feeds
    known: KnownThings
    analyses: SharedAnalyses


class Store(Protocol):
    """An open store; any thread may use it, one at a time."""

    def reading(self) -> AbstractContextManager[Unit]:
        """A unit of work that changes nothing; inside another one it is part of that."""

    def writing(self, *, durable: bool = False) -> AbstractContextManager[Unit]:
        """A unit of work that is carried out on leaving, and undone by an exception.

        It survives the death of the program in any case; a `durable` one, together with all before it, has reached the
        disk when this returns and survives a power cut.
        """

    def check_writable(self) -> None:
        """Find out whether anything can be kept."""

    def close(self) -> None:
        """Close the store, which cannot be used afterwards; safe to call twice."""
