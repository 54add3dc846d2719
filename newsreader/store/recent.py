"""Which articles were opened lately, latest first."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from newsreader.store.articles import origin_of
from newsreader.store.clock import now
from newsreader.store.records import ArticleRecord, RecentArticle

if TYPE_CHECKING:
    import sqlite3

_BEGINNING = 80
"""How many code points of a text without a title stand for one."""


def note_opening(connection: sqlite3.Connection, record: ArticleRecord) -> None:
    """Put the article at the head of the list."""
    connection.execute(
        """
        INSERT INTO recent (article_id, version_id, opened_at, turn)
        VALUES (?, ?, ?, (SELECT coalesce(max(turn), 0) + 1 FROM recent))
        ON CONFLICT (article_id) DO UPDATE
        SET version_id = excluded.version_id, opened_at = excluded.opened_at, turn = excluded.turn
        """,
        (record.id, record.version_id, now()),
    )


def recent(connection: sqlite3.Connection, limit: int) -> list[RecentArticle]:
    """The `limit` articles opened last, the latest first; those that are part of another are not listed."""
    rows = connection.execute(
        """
        SELECT article.id, title, location, kind, source, published, opened_at, coalesce(progress, 0.0),
               annotation_count, CASE WHEN title IS NULL THEN substr(content, 1, ?) END
        FROM recent JOIN article ON article.id = recent.article_id
        JOIN version ON version.id = recent.version_id JOIN text USING (sha256)
        LEFT JOIN place ON place.article_id = article.id
        WHERE article.id NOT IN (SELECT article_id FROM joined)
        ORDER BY turn DESC LIMIT ?
        """,
        (_BEGINNING, limit),
    )
    return [_recent_article(*row) for row in rows]


def _recent_article(
    article_id: int,
    title: str | None,
    location: str | bytes,
    kind: str,
    source: str | None,
    published: str | None,
    opened_at: str,
    progress: float,
    annotation_count: int,
    beginning: str | None,
) -> RecentArticle:
    origin = origin_of(kind, location)
    return RecentArticle(
        title=_title(title, origin.location, beginning),
        location=origin.location,
        kind=origin.kind,
        source=source,
        published=date.fromisoformat(published) if published else None,
        opened_at=datetime.fromisoformat(opened_at),
        progress=progress,
        annotation_count=annotation_count,
        article_id=article_id,
        part=origin.part,
    )


def _title(title: str | None, location: str, beginning: str | None) -> str:
    candidates = (title, PurePath(location).name, beginning, "Untitled")
    return next(name for text in candidates if text and (name := printable(text).strip()))
