"""Stars, tags, what is read and what was taken out."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from newsreader.store.errors import LibraryError
from newsreader.store.records import ArticleState, clean_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsreader.store.sql.connection import Connection, Engine

GIVEN = "(SELECT value FROM json_each(?))"
"""Numbers of articles as one parameter, for SQLite takes no more than some thousand."""
TAGS_OF_ARTICLE = "(SELECT json_group_array(tag) FROM (SELECT tag FROM tag WHERE article_id = article.id ORDER BY tag))"


@lru_cache(maxsize=256)
def state_of(starred: int, is_read: int | None, taken_out: int, is_apart: int, tags: str) -> ArticleState:
    """The state of an article, from its columns and `TAGS_OF_ARTICLE`."""
    return ArticleState(
        bool(starred),
        None if is_read is None else bool(is_read),
        tuple(json.loads(tags)),
        bool(taken_out),
        bool(is_apart),
    )


class SqlArticleStates:
    """`protocols.ArticleStates`."""

    def __init__(self, connection: Connection, engine: Engine) -> None:
        self._connection = connection
        self._engine = engine

    def of(self, articles: Iterable[int]) -> dict[int, ArticleState]:
        """See the protocol."""
        rows = self._connection.execute(
            f"SELECT id, starred, is_read, taken_out, is_apart, {TAGS_OF_ARTICLE} FROM article WHERE id IN {GIVEN}",
            (_numbers(articles),),
        )
        return {article: state_of(*columns) for article, *columns in rows}

    def restore(self, states: Mapping[int, ArticleState]) -> list[int]:
        """See the protocol."""
        now = self.of(states)
        wanted = {article: states[article] for article, state in now.items() if state != states[article]}
        self._connection.executemany(
            "UPDATE article SET (starred, is_read, taken_out, is_apart) = (?, ?, ?, ?) WHERE id = ?",
            [(each.starred, each.read, each.taken_out, each.apart, article) for article, each in wanted.items()],
        )
        self._connection.executemany("DELETE FROM tag WHERE article_id = ?", [(article,) for article in wanted])
        self._connection.executemany(
            "INSERT INTO tag VALUES (?, ?)", [(article, tag) for article, each in wanted.items() for tag in each.tags]
        )
        return self._changed([(article,) for article in wanted])

    def star(self, articles: Iterable[int], starred: bool) -> list[int]:
        """See the protocol."""
        return self._set("starred", starred, articles, own=True)

    def mark(self, articles: Iterable[int], read: bool | None) -> list[int]:
        """See the protocol."""
        return self._set("is_read", read, articles, own=True)

    def take_out(self, articles: Iterable[int]) -> list[int]:
        """See the protocol."""
        return self._set("taken_out", True, articles)

    def bring_back(self, articles: Iterable[int]) -> list[int]:
        """See the protocol."""
        return self._set("taken_out", False, articles)

    def set_apart(self, articles: Iterable[int], apart: bool) -> list[int]:
        """See the protocol."""
        return self._set("is_apart", apart, articles)

    def tag(self, articles: Iterable[int], tag: str) -> list[int]:
        """See the protocol."""
        if not (clean := clean_tag(tag)):
            raise LibraryError("A tag has at least one letter or digit.")
        rows = self._connection.execute(
            f"""
            INSERT INTO tag SELECT id, ? FROM article WHERE id IN {GIVEN} ON CONFLICT DO NOTHING RETURNING article_id
            """,
            (clean, _numbers(articles)),
        )
        return self._changed(rows.fetchall())

    def untag(self, articles: Iterable[int], tag: str) -> list[int]:
        """See the protocol."""
        rows = self._connection.execute(
            f"DELETE FROM tag WHERE tag = ? AND article_id IN {GIVEN} RETURNING article_id",
            (clean_tag(tag), _numbers(articles)),
        )
        return self._changed(rows.fetchall())

    def taken_out(self) -> list[int]:
        """See the protocol."""
        return [each for (each,) in self._connection.execute("SELECT id FROM article WHERE taken_out ORDER BY id DESC")]

    def tags(self) -> dict[str, int]:
        """See the protocol."""
        rows = self._connection.execute(
            """
            SELECT tag, count(*) FROM tag JOIN article ON article.id = article_id
            WHERE NOT taken_out GROUP BY tag ORDER BY count(*) DESC, tag
            """
        )
        return dict(rows.fetchall())

    def _set(self, column: str, value: bool | None, articles: Iterable[int], *, own: bool = False) -> list[int]:
        rows = self._connection.execute(
            f"UPDATE article SET {column} = ? WHERE id IN {GIVEN} AND {column} IS NOT ? RETURNING id",
            (value, _numbers(articles), value),
        )
        return self._changed(rows.fetchall(), own=own)

    def _changed(self, rows: Sequence[tuple[int]], *, own: bool = False) -> list[int]:
        articles = [article for (article,) in rows]
        self._engine.note_changes(articles, own=own)
        return articles


def _numbers(articles: Iterable[int]) -> str:
    return json.dumps([*articles])
