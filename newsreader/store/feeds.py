"""What the library knows of a feed: how it is to be read, and how it went so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum


class FullArticle(StrEnum):
    """Whether the page of an article is fetched for its whole text."""

    AUTO = "auto"
    """Where the feed has only a teaser."""
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """What the person decides about a feed."""

    name: str = ""
    """What to call it; empty for what it calls itself."""
    folder: str = ""
    """The folder it is in, those around it before it with a `/` between."""
    tags: tuple[str, ...] = ()
    full_article: FullArticle = FullArticle.AUTO
    interval: int | None = None
    """Minutes between two fetches; None for what the program thinks right."""
    keep_articles: int | None = None
    """How many of its articles stay in lists, the newest; None for all."""
    keep_days: int | None = None
    """For how many days its articles stay in lists; None for ever."""
    muted: bool = False
    """Whether it rests: it is not fetched unless it is named."""


@dataclass(frozen=True, slots=True)
class FeedState:
    """How it went with a feed. Moments are ISO 8601 in UTC, empty where there was none."""

    title: str = ""
    """What it calls itself."""
    site: str = ""
    """The address of the pages that it is about."""
    etag: str = ""
    modified: str = ""
    """`ETag` and `Last-Modified` of what was read last, for the next question."""
    digest: str = ""
    """Of the bytes that were read last."""
    fetched: str = ""
    """When it was last asked for."""
    due: str = ""
    """When it is to be asked for again."""
    wait: str = ""
    """Until when its server wants not to be asked at all."""
    failures: int = 0
    """How often in a row it could not be read."""
    problem: str = ""
    """Why it could not be read, or not all of it, as one sentence; empty if all is well."""
    gone: bool = False
    """Whether its server said that it will never come again: it is not asked any more."""
    moved_from: str = ""
    """The address that it had before its server said that it moved."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of the library."""

    id: int
    address: str
    """Without user name and password."""
    settings: FeedSettings = field(default_factory=FeedSettings)
    state: FeedState = field(default_factory=FeedState)

    @property
    def called(self) -> str:
        """The name that the person gave it, else its own, else its address."""
        return self.settings.name or self.state.title or self.address


class PageState(IntEnum):
    """How it is with the page of an article of a feed."""

    UNWANTED = 0
    """The feed has all of the article, or its page has none."""
    READ = 1
    """The article is that of the page."""
    WANTED = 2
    """The page is still to be fetched."""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """What came from a feed before: the article that was made of it, and a digest of what the feed said."""

    article: int
    digest: bytes
    page: PageState = PageState.UNWANTED
