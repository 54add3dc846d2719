"""What queries find: articles, names and days, as plain data, and where in a list an article stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsreader.category import Category


class Order(StrEnum):
    """How found articles are ordered."""

    NEWEST = "newest"
    OLDEST = "oldest"
    RELEVANCE = "relevance"
    ADDED = "added"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where in a list an article stands; the list may change, and the article need not be in it any more."""

    key: str
    """What the list is ordered by; for relevance, the day."""
    id: int
    """Decides where the keys are the same."""


@dataclass(frozen=True, slots=True)
class Twin:
    """One of the articles that tell the same story."""

    id: int
    source: str
    """Empty where nothing says it."""


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article that a query found."""

    id: int
    """What the library knows it by."""
    title: str | None
    source: str | None
    published: str | None
    """ISO 8601."""
    added: str
    """ISO 8601 in UTC."""
    location: str
    notes: int
    progress: float
    """The share that has been read, 0 to 1."""
    state: str
    """`unread`, `begun` or `read`."""
    starred: bool
    tags: tuple[str, ...]
    """Those that the article itself has."""
    names: tuple[tuple[Category, str], ...]
    """The names that stand most often in it, at most `STRONGEST`; none as long as it was not read for names."""
    twins: tuple[Twin, ...] = ()
    """All articles that tell the same story, the fullest first and this one among them; none of one told once."""

    @property
    def day(self) -> str:
        """The day that it is listed under: when it was published, else when it came in. ISO 8601."""
        return self.published or self.added[:10]

    def anchor(self, order: Order) -> Anchor:
        """Where it stands in a list of that order."""
        keys = {Order.ADDED: self.added, Order.TITLE: self.title or ""}
        return Anchor(keys.get(order, self.day), self.id)


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name, with the articles of those that a query found in which it stands."""

    id: int
    category: Category
    name: str
    forms: tuple[str, ...]
    """Its other forms, the most frequent first."""
    articles: int
    mentions: int
    first: str | None
    """The day of the oldest of these articles, ISO 8601; None if none says its day."""
    last: str | None


@dataclass(frozen=True, slots=True)
class FoundDays:
    """A day or a span of days of which articles speak that a query found."""

    first: str
    """ISO 8601."""
    last: str
    """The same as `first` for a single day."""
    articles: int


@dataclass(frozen=True, slots=True)
class Panels:
    """What is in most of the articles that a query found."""

    names: Mapping[Category, tuple[FoundName, ...]]
    """Without the days on which they were met with."""
    days: tuple[FoundDays, ...]
    whole: bool = True
    """Whether all articles were counted; otherwise, only the newest."""
