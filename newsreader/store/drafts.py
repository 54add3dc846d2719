"""Notes that are still being written, so that a crash loses none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.store.clock import now

if TYPE_CHECKING:
    import sqlite3


def draft(connection: sqlite3.Connection, key: str) -> str | None:
    """The draft kept under `key`, None if there is none."""
    row = connection.execute("SELECT content FROM draft WHERE key = ?", (key,)).fetchone()
    return None if row is None else row[0]


def save_draft(connection: sqlite3.Connection, key: str, content: str) -> None:
    """Keep or replace a draft."""
    connection.execute("REPLACE INTO draft (key, content, saved_at) VALUES (?, ?, ?)", (key, content, now()))


def drop_draft(connection: sqlite3.Connection, key: str) -> None:
    """Forget a draft, if there is one."""
    connection.execute("DELETE FROM draft WHERE key = ?", (key,))
