"""Making two articles of the library one: the same article was opened from another place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.store import articles, recent
from newsreader.store.errors import LibraryError

if TYPE_CHECKING:
    import sqlite3

    from newsreader.article import Article
    from newsreader.store.records import ArticleRecord


def join(connection: sqlite3.Connection, article: Article, new: ArticleRecord, old: ArticleRecord) -> ArticleRecord:
    """Let `article`, known as `new`, be a version of `old`, and return its record there.

    From now on both places lead to `old`. Raises LibraryError if anything was written on `new` already.
    """
    if connection.execute("SELECT 1 FROM event WHERE article_id = ? LIMIT 1", (new.id,)).fetchone():
        raise LibraryError("The article has notes of its own by now and stays apart.")
    for table in ("recent", "place", "mark", "version"):
        connection.execute(f"DELETE FROM {table} WHERE article_id = ?", (new.id,))
    connection.execute("UPDATE identity SET article_id = ? WHERE article_id = ?", (old.id, new.id))
    record = articles.remember(connection, article)
    recent.note_opening(connection, record)
    return record
