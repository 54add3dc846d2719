"""The marks `a` to `z` that a reader sets in an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.store.places import shift_between

if TYPE_CHECKING:
    import sqlite3

    from newsreader.store.records import ArticleRecord


def marks(connection: sqlite3.Connection, record: ArticleRecord) -> dict[str, int]:
    """The offset of each mark, in code points of the text of `record`, also when it was set in another version."""
    rows = connection.execute(
        "SELECT letter, offset, version_id FROM mark WHERE article_id = ? ORDER BY letter", (record.id,)
    ).fetchall()
    others = {version_id for _, _, version_id in rows} - {record.version_id}
    shifts = {version_id: shift_between(connection, version_id, record) for version_id in others}
    return {letter: shifts[v].offset(offset) if v in shifts else offset for letter, offset, v in rows}


def set_mark(connection: sqlite3.Connection, record: ArticleRecord, letter: str, offset: int) -> None:
    """Set or move a mark."""
    connection.execute(
        "REPLACE INTO mark (article_id, letter, version_id, offset) VALUES (?, ?, ?, ?)",
        (record.id, letter, record.version_id, offset),
    )
