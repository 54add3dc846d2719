"""Reads from a library file how far it has come; nothing is changed by that."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from newsreader.store.sqlite.schema import APPLICATION_ID, MIGRATIONS

if TYPE_CHECKING:
    from pathlib import Path

_STANDING = """
SELECT
    (SELECT coalesce(max(change), 0) FROM article),
    (SELECT coalesce(max(seq), 0) FROM event JOIN stream ON stream.id = stream_id
     WHERE stream.kind = 'library' AND article_id IS NULL),
    (SELECT count(*) FROM gazetteer),
    (SELECT coalesce(max(turn), 0) FROM gazetteer),
    coalesce((SELECT value FROM setting WHERE name = 'last visit'), '')
"""


def read(path: Path) -> tuple[int, int, tuple[int, int], str] | None:
    """The fields of `standing.Standing`; None of a file that is no library of this form, or that cannot be read."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=0)) as library:
            form = (*library.execute("PRAGMA application_id").fetchone(), *_form(library))
            if form != (APPLICATION_ID, len(MIGRATIONS)):
                return None
            change, said, count, turn, visited = library.execute(_STANDING).fetchone()
            return int(change), int(said), (int(count), int(turn)), str(visited)
    except (sqlite3.Error, OSError, ValueError):
        return None


def _form(library: sqlite3.Connection) -> tuple[int, ...]:
    found: tuple[int, ...] = library.execute("PRAGMA user_version").fetchone()
    return found
