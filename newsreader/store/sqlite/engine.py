"""What the library does in a way of SQLite's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from newsreader.article import Article
    from newsreader.store.sql.connection import Numbered

_LAST: dict[Numbered, str] = {
    "article": "SELECT max(id) FROM article",
    "version": "SELECT max(id) FROM version",
    "change": "SELECT max(change) FROM article",
}
"""The last number of each."""
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

    def numbers(self, what: Numbered, count: int) -> range:
        """See the protocol. Whoever writes is alone."""
        last = self._connection.execute(_LAST[what]).fetchone()[0] or 0
        return range(last + 1, last + 1 + count)

    def keep_texts(self, articles: Iterable[Article]) -> None:
        """See the protocol. A long one is kept in pieces, or Python and SQLite would hold a copy each."""
        long = []
        rows = []
        for each in articles:
            if len(each.text) < _SHORT:
                rows.append((each.sha256, each.text))
            else:
                long.append(each)
        self._connection.executemany("INSERT INTO text (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING", rows)
        for each in long:
            self._keep_long_text(each)

    def _keep_long_text(self, article: Article) -> None:
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
