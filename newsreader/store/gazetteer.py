"""The person's gazetteer: the corrections that hold everywhere, as rows that follow from the journals of articles.

What the bodies mean is the business of `annotations`; here they are the JSON of the journal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

OWN_KEY = "gazetteer:"
"""The identity of the article that has the journal of what was put into the gazetteer by itself; it has no text."""


@dataclass(frozen=True, slots=True)
class Row:
    """A correction that holds everywhere, and the article in whose journal it is."""

    correction: str
    article_id: int
    entry_id: str
    kind: str
    body: str
    at: str
    author: str
    app: str


def rows(connection: sqlite3.Connection) -> list[Row]:
    """All rows, in the order in which they came to hold."""
    found = connection.execute(
        """
        SELECT correction, gazetteer.article_id, event.id, kind, body, at, author, app
        FROM gazetteer JOIN event ON event.id = gazetteer.event_id ORDER BY turn
        """
    )
    return [Row(*each) for each in found]


def version(connection: sqlite3.Connection) -> tuple[int, int]:
    """Something that is another whenever rows came or went."""
    count, newest = connection.execute("SELECT count(*), coalesce(max(turn), 0) FROM gazetteer").fetchone()
    return count, newest


def follow(connection: sqlite3.Connection, article_id: int, corrections: Mapping[str, str]) -> None:
    """Have exactly `corrections` (id to the id of its event) of the article's journal hold; inside a transaction."""
    known = {
        each for (each,) in connection.execute("SELECT correction FROM gazetteer WHERE article_id = ?", (article_id,))
    }
    connection.executemany("DELETE FROM gazetteer WHERE correction = ?", [(each,) for each in known - {*corrections}])
    connection.executemany(
        "INSERT INTO gazetteer (correction, article_id, event_id) VALUES (?, ?, ?)",
        [(each, article_id, event) for each, event in corrections.items() if each not in known],
    )


def own_article(connection: sqlite3.Connection) -> int:
    """The id of the article that stands for the gazetteer itself, made if there is none; inside a transaction."""
    row = connection.execute("SELECT article_id FROM identity WHERE key = ?", (OWN_KEY,)).fetchone()
    if row is not None:
        return int(row[0])
    cursor = connection.execute("INSERT INTO article (kind, location) VALUES ('record', '')")
    connection.execute("INSERT INTO identity (key, article_id) VALUES (?, ?)", (OWN_KEY, cursor.lastrowid))
    assert cursor.lastrowid is not None
    return cursor.lastrowid
