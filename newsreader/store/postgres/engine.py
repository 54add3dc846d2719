"""What the library does in a way of PostgreSQL's own."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsreader.article import Article
    from newsreader.store.postgres.connection import ServerConnection
    from newsreader.store.sql.connection import Numbered

_NUMBERED = """
(SELECT article_id, nextval('change_number') AS change
 FROM (SELECT article_id FROM unnest(%s::bigint[]) WITH ORDINALITY AS given (article_id, turn) ORDER BY turn) AS each)
"""
"""Articles with the next numbers of changes, in their order."""
_SHARED = f"""
WITH numbered AS MATERIALIZED {_NUMBERED}
UPDATE shared_article SET change = numbered.change FROM numbered WHERE id = numbered.article_id
"""
_SEQUENCES: dict[Numbered, str] = {
    "article": "pg_get_serial_sequence('shared_article', 'id')",
    "version": "pg_get_serial_sequence('version', 'id')",
    "change": "'change_number'",
}
"""Where the numbers of each come from."""
_OWN = f"""
WITH numbered AS MATERIALIZED {_NUMBERED}
INSERT INTO my_state (article_id, change)
SELECT article_id, numbered.change FROM numbered WHERE article_id IN (SELECT id FROM shared_article)
ON CONFLICT (person, article_id) DO UPDATE SET change = excluded.change
"""


class PostgresEngine:
    """`sql.connection.Engine`."""

    is_shared = True

    def __init__(self, connection: ServerConnection) -> None:
        self._connection = connection

    @cached_property
    def only_reads(self) -> bool:
        """See the protocol."""
        return not self._connection.ask("SELECT is_writer()")[0]

    def insert(self, statement: str, parameters: Sequence[Any], number: str = "id") -> int:
        """See the protocol."""
        row = self._connection.execute(f"{statement} RETURNING {number}", parameters).fetchone()
        return 0 if row is None else int(row[0])

    def note_changes(self, articles: Iterable[int], *, own: bool = False) -> None:
        """See the protocol. Units of work that write wait for each other, so that no number comes late."""
        given = [*dict.fromkeys(articles)]
        if given:
            self._connection.tell(_OWN if own else _SHARED, given)

    def last_change(self) -> int:
        """See the protocol."""
        row = self._connection.ask(
            "SELECT greatest((SELECT max(change) FROM shared_article), (SELECT max(change) FROM my_state), 0)"
        )
        return int(row[0])

    def numbers(self, what: Numbered, count: int) -> list[int]:
        """See the protocol."""
        (given,) = self._connection.ask(
            f"SELECT array_agg(nextval({_SEQUENCES[what]})) FROM generate_series(1, %s)", count
        )
        return sorted(given or [])

    def keep_texts(self, articles: Iterable[Article]) -> None:
        """See the protocol."""
        self._connection.executemany(
            "INSERT INTO text (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [(each.sha256, each.text) for each in articles],
        )
