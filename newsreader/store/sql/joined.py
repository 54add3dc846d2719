"""Articles that are read as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.store.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Set

    from newsreader.store.sql.connection import Connection, Engine


class SqlJoinedArticles:
    """`protocols.JoinedArticles`."""

    def __init__(self, connection: Connection, engine: Engine) -> None:
        self._connection = connection
        self._engine = engine

    def home(self, article: int) -> int:
        """See the protocol."""
        seen = {article}
        while row := self._connection.execute("SELECT home FROM joined WHERE article_id = ?", (article,)).fetchone():
            article = row[0]
            if article in seen:
                break  # a damaged library may have articles that are part of themselves
            seen.add(article)
        return article

    def parts(self) -> dict[int, int]:
        """See the protocol."""
        return dict(self._connection.execute("SELECT article_id, home FROM joined"))

    def follow(self, article: int, parts: Set[int]) -> None:
        """See the protocol."""
        known = {
            each for (each,) in self._connection.execute("SELECT article_id FROM joined WHERE home = ?", (article,))
        }
        for part in known - parts:
            self._connection.execute("DELETE FROM joined WHERE article_id = ?", (part,))
            self._share_versions(article, part)
        for part in parts - known:
            self._join(part, article)
        self._engine.note_changes(parts ^ known, own=True)

    def _join(self, part: int, article: int) -> None:
        if self.home(part) != part or self.home(article) == part:
            raise LibraryError("That article is part of another one by now.")
        self._connection.execute("INSERT INTO joined (article_id, home) VALUES (?, ?)", (part, article))
        self._share_versions(part, article)
        self._connection.execute(
            """
            INSERT INTO mark (article_id, letter, version_id, "offset")
            SELECT ?, letter, version_id, "offset" FROM mark WHERE article_id = ? ON CONFLICT DO NOTHING
            """,
            (article, part),
        )

    def _share_versions(self, known: int, to: int) -> None:
        """Let all texts that one article had be known of another one, too."""
        self._connection.execute(
            """
            INSERT INTO version (article_id, sha256, paragraphs, links, first_seen)
            SELECT ?, sha256, paragraphs, links, first_seen FROM version WHERE article_id = ? ON CONFLICT DO NOTHING
            """,
            (to, known),
        )

    def is_newcomer(self, article: int) -> bool:
        """See the protocol."""
        row = self._connection.execute("SELECT 1 FROM newcomer WHERE article_id = ?", (article,)).fetchone()
        return row is not None

    def settle(self, article: int) -> None:
        """See the protocol."""
        self._connection.execute("DELETE FROM newcomer WHERE article_id = ?", (article,))
