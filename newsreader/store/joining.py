"""Articles that are read as one: the same article was opened from two places, and the person said so.

Each keeps its own journal and its own name. While one is part of another, its home, whoever asks for it gets the home;
which ones are follows from the journals of the homes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.store.errors import LibraryError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Set


def home(connection: sqlite3.Connection, article_id: int) -> int:
    """The id of the article that an article is part of, however many steps away; its own if it is part of none."""
    while row := connection.execute("SELECT home FROM joined WHERE article_id = ?", (article_id,)).fetchone():
        article_id = row[0]
    return article_id


def parts(connection: sqlite3.Connection) -> dict[int, int]:
    """All articles that are part of another one, with that one."""
    return dict(connection.execute("SELECT article_id, home FROM joined"))


def follow(connection: sqlite3.Connection, article_id: int, wanted: Set[int]) -> None:
    """Have exactly the articles `wanted` be parts of an article; inside a transaction.

    Raises LibraryError if one of them is part of another article by now.
    """
    known = {each for (each,) in connection.execute("SELECT article_id FROM joined WHERE home = ?", (article_id,))}
    for part in known - wanted:
        connection.execute("DELETE FROM joined WHERE article_id = ?", (part,))
        _share_versions(connection, article_id, part)
    for part in wanted - known:
        if home(connection, part) != part or home(connection, article_id) == part:
            raise LibraryError("That article is part of another one by now.")
        connection.execute("INSERT INTO joined (article_id, home) VALUES (?, ?)", (part, article_id))
        _share_versions(connection, part, article_id)
        connection.execute(
            """
            INSERT INTO mark (article_id, letter, version_id, offset)
            SELECT ?, letter, version_id, offset FROM mark WHERE article_id = ? ON CONFLICT DO NOTHING
            """,
            (article_id, part),
        )


def _share_versions(connection: sqlite3.Connection, known: int, to: int) -> None:
    """Let all texts that one article had be known of another one, too."""
    connection.execute(
        """
        INSERT INTO version (article_id, sha256, paragraphs, first_seen)
        SELECT ?, sha256, paragraphs, first_seen FROM version WHERE article_id = ? ON CONFLICT DO NOTHING
        """,
        (to, known),
    )


def is_newcomer(connection: sqlite3.Connection, article_id: int) -> bool:
    """Whether it is open whether the article is known from elsewhere."""
    return connection.execute("SELECT 1 FROM newcomer WHERE article_id = ?", (article_id,)).fetchone() is not None


def settle(connection: sqlite3.Connection, article_id: int) -> None:
    """Note that it is settled."""
    connection.execute("DELETE FROM newcomer WHERE article_id = ?", (article_id,))
