"""The plain data that the library hands out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from newsreader.article import OriginKind


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article the library knows, at one version of its text; whatever is stored about it hangs on `id`."""

    id: int
    version_id: int
    text_sha256: str


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
