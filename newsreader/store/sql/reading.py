"""Where reading stopped, marks, recent articles and unfinished notes."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from newsreader.store.clock import now
from newsreader.store.errors import LibraryError
from newsreader.store.records import ArticleRecord, ReadingPlace, RecentArticle
from newsreader.store.sql.kept_values import origin_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.store.sql.articles import SqlArticles
    from newsreader.store.sql.connection import Connection, Engine

_BEGINNING = 80
"""How many code points of a text without a title stand for one."""


class SqlReadingState:
    """`protocols.ReadingState`."""

    def __init__(self, connection: Connection, engine: Engine, articles: SqlArticles) -> None:
        self._connection = connection
        self._engine = engine
        self._articles = articles

    def note_opening(self, record: ArticleRecord) -> None:
        """See the protocol."""
        opening = (record.version_id, now(), record.id)
        turn = "(SELECT coalesce(max(abs(turn)), 0) + 1 FROM recent)"
        again = self._connection.execute(
            f"UPDATE recent SET version_id = ?, opened_at = ?, turn = {turn} WHERE article_id = ?", opening
        )
        if not again.rowcount:
            self._connection.execute(
                f"INSERT INTO recent (version_id, opened_at, article_id, turn) VALUES (?, ?, ?, {turn})", opening
            )
        self._connection.execute("UPDATE article SET is_read = nullif(is_read, FALSE) WHERE id = ?", (record.id,))
        self._engine.note_changes([record.id], own=not self._bring_back(record.id))

    def _bring_back(self, article: int) -> bool:
        """Whether an article that was taken out is back by this; whoever only reads leaves it where it is."""
        if self._engine.only_reads:
            return False
        back = self._connection.execute("UPDATE article SET taken_out = FALSE WHERE id = ? AND taken_out", (article,))
        return back.rowcount > 0

    def recent(self, limit: int) -> list[RecentArticle]:
        """See the protocol."""
        return self._listed(
            """
            FROM recent JOIN article ON article.id = recent.article_id JOIN version ON version.id = recent.version_id
            JOIN text USING (sha256) LEFT JOIN place ON place.article_id = article.id
            WHERE turn > 0 AND NOT taken_out AND article.id NOT IN (SELECT article_id FROM joined)
            ORDER BY turn DESC LIMIT ?
            """,
            "opened_at",
            limit,
        )

    def _listed(self, which: str, moment: str, limit: int) -> list[RecentArticle]:
        rows = self._connection.execute(
            f"""
            SELECT article.id, title, location, kind, source, published, published_from, {moment},
                   coalesce(progress, 0.0), annotation_count, CASE WHEN title IS NULL THEN substr(content, 1, ?) END
            {which}
            """,
            (_BEGINNING, limit),
        )
        return [_recent_article(*row) for row in rows]

    def place(self, record: ArticleRecord) -> ReadingPlace | None:
        """See the protocol."""
        self._check(record)
        row = self._connection.execute(
            'SELECT "offset", cursor, progress, version_id FROM place WHERE article_id = ?', (record.id,)
        ).fetchone()
        if row is None:
            return None
        offset, cursor, progress, version = row
        if version != record.version_id:
            carried = self._carrier(version, record)
            offset, cursor = carried(offset), carried(cursor)
        return ReadingPlace(offset, cursor, progress)

    def save_place(self, record: ArticleRecord, place: ReadingPlace) -> None:
        """See the protocol."""
        self._check(record)
        progress = place.progress
        if progress is None:
            length = len(self._articles.text(record.text_sha256) or "")
            progress = min(place.offset / length, 1.0) if length else 0.0
        self._connection.execute("DELETE FROM place WHERE article_id = ?", (record.id,))
        self._connection.execute(
            'INSERT INTO place (article_id, version_id, "offset", cursor, progress) VALUES (?, ?, ?, ?, ?)',
            (record.id, record.version_id, place.offset, place.cursor, progress),
        )
        self._engine.note_changes([record.id], own=True)

    def marks(self, record: ArticleRecord) -> dict[str, int]:
        """See the protocol."""
        self._check(record)
        rows = self._connection.execute(
            'SELECT letter, "offset", version_id FROM mark WHERE article_id = ? ORDER BY letter', (record.id,)
        ).fetchall()
        others = {version for _, _, version in rows} - {record.version_id}
        carriers = {version: self._carrier(version, record) for version in others}
        return {letter: carriers[v](offset) if v in carriers else offset for letter, offset, v in rows}

    def set_mark(self, record: ArticleRecord, letter: str, offset: int) -> None:
        """See the protocol."""
        self._check(record)
        self._connection.execute("DELETE FROM mark WHERE article_id = ? AND letter = ?", (record.id, letter))
        self._connection.execute(
            'INSERT INTO mark (article_id, letter, version_id, "offset") VALUES (?, ?, ?, ?)',
            (record.id, letter, record.version_id, offset),
        )

    def _check(self, record: ArticleRecord) -> None:
        if not self._articles.holds(record):
            raise LibraryError("Another copy of the library took its place: open the article again.")

    def _carrier(self, version: int, record: ArticleRecord) -> Callable[[int], int]:
        """What carries offsets from the text of the version with that number to the text of `record`."""
        # Few articles were edited since they were read.
        from newsreader.alignment.offsets import OffsetCarrier

        return OffsetCarrier(self._articles.text_of(version), self._articles.text(record.text_sha256) or "").offset


class SqlNoteDrafts:
    """`protocols.NoteDrafts`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, key: str) -> str | None:
        """See the protocol."""
        row = self._connection.execute("SELECT content FROM draft WHERE key = ?", (key,)).fetchone()
        return None if row is None else row[0]

    def beginning(self, prefix: str) -> list[str]:
        """See the protocol."""
        query = "SELECT content FROM draft WHERE substr(key, 1, ?) = ? ORDER BY saved_at DESC, key"
        return [row[0] for row in self._connection.execute(query, (len(prefix), prefix))]

    def save(self, key: str, text: str) -> None:
        """See the protocol."""
        clean = text.encode("utf-8", "replace").decode("utf-8")
        self.drop(key)
        self._connection.execute("INSERT INTO draft (key, content, saved_at) VALUES (?, ?, ?)", (key, clean, now()))

    def drop(self, key: str) -> None:
        """See the protocol."""
        self._connection.execute("DELETE FROM draft WHERE key = ?", (key,))


def _recent_article(
    article_id: int,
    title: str | None,
    location: str | bytes,
    kind: str,
    source: str | None,
    published: str | None,
    published_from: str | None,
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
        published_from=published_from,
    )


def _title(title: str | None, location: str, beginning: str | None) -> str:
    candidates = (title, PurePath(location).name, beginning, "Untitled")
    return next(name for text in candidates if text and (name := printable(text).strip()))
