"""The append-only journal of what a reader did to articles. What the events mean is the business of `annotations`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as it is stored."""

    id: str
    kind: str
    body: str
    """JSON."""
    at: str
    """ISO 8601 in UTC; for people, the order is that of the journal."""
    author: str
    """Where it comes from: `person`, later also imports."""
    app: str
    """The version of the program that wrote it."""


def append(connection: sqlite3.Connection, article_id: int, entry: Entry) -> int:
    """Add an event to the article's journal and return its number, larger than all before; inside a transaction."""
    cursor = connection.execute(
        "INSERT INTO event (id, article_id, kind, body, at, author, app) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (entry.id, article_id, entry.kind, entry.body, entry.at, entry.author, entry.app),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def after(connection: sqlite3.Connection, article_id: int, seq: int) -> list[tuple[int, Entry]]:
    """The article's events with a number above `seq`, with their numbers, in order."""
    rows = connection.execute(
        "SELECT seq, id, kind, body, at, author, app FROM event WHERE article_id = ? AND seq > ? ORDER BY seq",
        (article_id, seq),
    )
    return [(number, Entry(*rest)) for number, *rest in rows]


def last(connection: sqlite3.Connection, article_id: int) -> int:
    """The number of the article's latest event, 0 if there is none."""
    row = connection.execute("SELECT coalesce(max(seq), 0) FROM event WHERE article_id = ?", (article_id,)).fetchone()
    return int(row[0])


def holds(connection: sqlite3.Connection, seq: int, event_id: str) -> bool:
    """Whether the event with this number is still the one with this id; not if a copy took the place of the library."""
    row = connection.execute("SELECT 1 FROM event WHERE seq = ? AND id = ?", (seq, event_id)).fetchone()
    return row is not None


def count_annotations(connection: sqlite3.Connection, article_id: int, count: int) -> None:
    """Note how many annotations the events come to, so that lists of articles need not read them."""
    connection.execute("UPDATE article SET annotation_count = ? WHERE id = ?", (count, article_id))
