"""The plain data that the library takes in and hands out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from newsreader.sanitise import printable

if TYPE_CHECKING:
    from datetime import date, datetime

    from newsreader.article import OriginKind


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article the library knows, at one version of its text; whatever is stored about it hangs on `id`."""

    id: int
    version_id: int
    text_sha256: str

    @classmethod
    def of_nothing(cls, text_sha256: str) -> Self:
        """A record of which the library knows nothing, for an article that could not be noted."""
        return cls(0, 0, text_sha256)


@dataclass(frozen=True, slots=True)
class ArticleState:
    """What the person said of an article as a whole, by which articles are listed and found."""

    starred: bool = False
    read: bool | None = None
    """Whether it is read; None as long as how far it was read says that."""
    tags: tuple[str, ...] = ()
    """As `clean_tag` makes them, in their order."""
    taken_out: bool = False
    """Whether it is in no list, and found by no query; its text, notes and journal are kept."""
    apart: bool = False
    """Whether it is listed by itself, whatever other articles tell the same."""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that the person gave a name."""

    id: int
    name: str
    query: str
    place: int
    """Where it stands among the others."""


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """An article as it is since its last change, for whoever keeps an index of articles."""

    change: int
    """The number of the change, larger than those of all changes before, of whatever article."""
    record: ArticleRecord
    added: str
    """When it came into the library: ISO 8601 in UTC."""
    annotation_count: int
    last_event: int
    """The number of the last event of its journal, 0 if there is none."""
    progress: float
    """The share that has been read, 0 to 1."""
    is_part: bool
    """Whether it is read as part of another article, and so is not listed by itself."""
    state: ArticleState = ArticleState()
    feeds: tuple[str, ...] = ()
    """The feeds that it came from, by what they are called, their folders and their tags."""
    metadata: str = ""
    """A digest of what is known of the article besides its text: where it is the same, that is."""

    @property
    def is_hidden(self) -> bool:
        """Whether no list and no query has it by itself."""
        return self.is_part or self.state.taken_out


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """Where reading stopped: code points of the first visible line and of the cursor.

    `progress` is the share of the article that has been read, 0 to 1; None lets the library take it from `offset`.
    """

    offset: int
    cursor: int
    progress: float | None = None


@dataclass(frozen=True, slots=True)
class RecentArticle:
    """A line of the list of recently opened articles."""

    title: str
    """The headline, else the file's name, else how the text begins; never empty, safe to print on one line."""
    location: str
    """The path or URL it was last opened from; empty for standard input."""
    kind: OriginKind
    source: str | None
    published: date | None
    opened_at: datetime
    """In UTC."""
    progress: float
    """The share that has been read, 0 to 1."""
    annotation_count: int
    article_id: int
    """For `Library.latest` and `Library.stored`, which have the text when the location no longer does."""
    part: str = ""
    """Which of several articles at the location."""
    published_from: str | None = None
    """As `Metadata.published_from`."""


class StreamKind(StrEnum):
    """What a stream of events can be about."""

    ARTICLE = "article"
    GAZETTEER = "gazetteer"
    LIBRARY = "library"


@dataclass(frozen=True, slots=True)
class Stream:
    """What events belong to: one article, by its number, or the gazetteer or the library as a whole."""

    kind: StreamKind
    article: int | None = None

    @classmethod
    def of(cls, article: int) -> Self:
        """The stream of the article with that number."""
        return cls(StreamKind.ARTICLE, article)


LAST_VISIT = "last visit"
"""The setting with the end of the last visit to the library, ISO 8601 in UTC: what came in later is new."""


def clean_tag(tag: str) -> str:
    """A tag of an article as it is kept: in lower case, with single blanks, without the `#`; empty if it is none."""
    clean = " ".join(printable(tag).casefold().split()).lstrip("#").strip()
    return clean if any(map(str.isalnum, clean)) else ""


GAZETTEER = Stream(StreamKind.GAZETTEER)
"""What was put into the gazetteer by itself, and not by correcting an article."""


LIBRARY = Stream(StreamKind.LIBRARY)
"""What the person said of all articles together, such as which names are those of one thing."""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One event as it is stored. What it means is the business of `annotations`.

    In a damaged one, bytes that are not UTF-8 are lone surrogates.
    """

    id: str
    kind: str
    body: str
    """JSON."""
    at: str
    """ISO 8601 in UTC; for people, the order is that of the journal."""
    author: str
    """Where it comes from: `person` or `import`."""
    app: str
    """The version of the program that wrote it."""
    person: str = ""
    """Whose act it is, if it is that of somebody else with whom the library is shared; for reading alone."""
    private: bool = False
    """Whether nobody else sees it, where the library is shared; a file, which is of one person, does not keep this."""
