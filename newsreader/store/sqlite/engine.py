"""What the library does in a way of SQLite's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from newsreader.article import Article

_SHORT = 100_000
"""Code points of a text that is kept as a whole."""


class SqliteEngine:
    """`sql.connection.Engine`."""

    is_shared = False
    only_reads = False

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def insert(self, statement: str, parameters: Sequence[Any], number: str = "id") -> int:
        """See the protocol. The number of a row is what SQLite calls its rowid."""
        cursor = self._connection.execute(statement, parameters)
        return (cursor.lastrowid or 0) if cursor.rowcount > 0 else 0

    def note_changes(self, articles: Iterable[int], *, own: bool = False) -> None:
        """See the protocol. One person has the file, so that every change is an own one."""
        self._connection.executemany(
            "UPDATE article SET change = (SELECT max(change) FROM article) + 1 WHERE id = ?",
            [(article,) for article in articles],
        )

    def last_change(self) -> int:
        """See the protocol."""
        return int(self._connection.execute("SELECT coalesce(max(change), 0) FROM article").fetchone()[0])

    def keep_text(self, article: Article) -> None:
        """See the protocol. A long one is kept in pieces, or Python and SQLite would hold a copy each."""
        if len(article.text) < _SHORT:
            self._connection.execute(
                "INSERT INTO text (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING",
                (article.sha256, article.text),
            )
            return
        cursor = self._connection.execute(
            "INSERT INTO text (sha256, content) VALUES (?, CAST(zeroblob(?) AS TEXT)) ON CONFLICT DO NOTHING",
            (article.sha256, sum(map(len, article.encoded()))),
        )
        if not cursor.rowcount:
            return
        assert cursor.lastrowid is not None
        with self._connection.blobopen("text", "content", cursor.lastrowid) as content:
            for piece in article.encoded():
                content.write(piece)
