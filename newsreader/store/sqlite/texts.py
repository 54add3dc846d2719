"""The texts of articles in SQLite, each once, by its digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.store.errors import LibraryError

if TYPE_CHECKING:
    import sqlite3

    from newsreader.article import Article


_SHORT = 100_000
"""Code points of a text that is kept as a whole."""


def keep_text(connection: sqlite3.Connection, article: Article) -> None:
    """Keep the text unless it is known; a long one in pieces, or Python and SQLite would hold a copy each."""
    if len(article.text) < _SHORT:
        connection.execute(
            "INSERT INTO text (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING", (article.sha256, article.text)
        )
        return
    cursor = connection.execute(
        "INSERT INTO text (sha256, content) VALUES (?, CAST(zeroblob(?) AS TEXT)) ON CONFLICT DO NOTHING",
        (article.sha256, sum(map(len, article.encoded()))),
    )
    if not cursor.rowcount:
        return
    with connection.blobopen("text", "content", inserted(cursor)) as content:
        for piece in article.encoded():
            content.write(piece)


def whole(stored: bytes) -> str:
    """The text of an article, whose offsets and digest would not hold with other signs. Raises LibraryError."""
    try:
        return stored.decode()
    except UnicodeDecodeError as error:
        raise LibraryError(
            "The text of an article is damaged: “newsreader annotations check” says which, and “restore” takes a copy."
        ) from error


def inserted(cursor: sqlite3.Cursor) -> int:
    """The number of the row that was just inserted."""
    assert cursor.lastrowid is not None
    return cursor.lastrowid
