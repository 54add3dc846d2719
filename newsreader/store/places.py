"""Where reading stopped in each article, as offsets into the version of the text that was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.store.articles import text
from newsreader.store.records import ArticleRecord, ReadingPlace
from newsreader.store.shift import Shift

if TYPE_CHECKING:
    import sqlite3


def place(connection: sqlite3.Connection, record: ArticleRecord) -> ReadingPlace | None:
    """Where reading stopped, carried over to the text of `record` if another version was read; None if never."""
    row = connection.execute(
        "SELECT offset, cursor, progress, version_id FROM place WHERE article_id = ?", (record.id,)
    ).fetchone()
    if row is None:
        return None
    offset, cursor, progress, version_id = row
    if version_id != record.version_id:
        shift = shift_between(connection, version_id, record)
        offset, cursor = shift.offset(offset), shift.offset(cursor)
    return ReadingPlace(offset, cursor, progress)


def save_place(connection: sqlite3.Connection, record: ArticleRecord, where: ReadingPlace) -> None:
    """Replace the place of the article."""
    progress = where.progress
    if progress is None:
        length = len(text(connection, record.text_sha256) or "")
        progress = min(where.offset / length, 1.0) if length else 0.0
    connection.execute(
        "REPLACE INTO place (article_id, version_id, offset, cursor, progress) VALUES (?, ?, ?, ?, ?)",
        (record.id, record.version_id, where.offset, where.cursor, progress),
    )


def shift_between(connection: sqlite3.Connection, version_id: int, record: ArticleRecord) -> Shift:
    """How offsets move from the text of the version `version_id` to the text of `record`."""
    (sha256,) = connection.execute("SELECT sha256 FROM version WHERE id = ?", (version_id,)).fetchone()
    return Shift(text(connection, sha256) or "", text(connection, record.text_sha256) or "")
