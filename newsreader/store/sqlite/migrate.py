"""Brings a library file to the newest form, and keeps a copy of how it was before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.store.errors import LibraryError
from newsreader.store.sqlite.copies import back_up_before
from newsreader.store.sqlite.schema import APPLICATION_ID, MIGRATIONS, Migration

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path


def migrate(
    connection: sqlite3.Connection, path: Path | None, name: str, migrations: Sequence[Migration] = MIGRATIONS
) -> None:
    """Take the file through the steps it has not seen; a copy goes beside it first unless it is new or in memory.

    `path` is None for a library in memory; `name` is what to call the file in a sentence. All steps are one
    transaction: a crash leaves the old form. Raises LibraryError for another program's file and for one that a newer
    version of this program wrote, both untouched.
    """
    if steps_seen(connection, name, len(migrations)) == len(migrations):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another instance may have migrated between the look above and the lock.
        version = steps_seen(connection, name, len(migrations))
        if version and path is not None:
            back_up_before(path, f"update-from-v{version}")
        for step in migrations[version:]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(migrations)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def steps_seen(connection: sqlite3.Connection, name: str, newest: int = len(MIGRATIONS)) -> int:
    """How many steps the file has seen, 0 for an empty one; changes nothing.

    Raises LibraryError for another program's file and for one that has seen more steps than the `newest` form.
    """
    version, application, tables = _header(connection)
    if application != APPLICATION_ID and (version or tables):
        raise LibraryError(f"{name} is another program's database: name another data folder in NEWSREADER_DATA_DIR.")
    if version > newest:
        raise LibraryError(f"{name} was written by a newer version of newsreader: update newsreader to use it.")
    return version


def _header(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """The version, whose file it is, and how many tables and the like it has, all at one moment."""
    alone = not connection.in_transaction
    if alone:
        connection.execute("BEGIN")
    try:
        statements = ("PRAGMA user_version", "PRAGMA application_id", "SELECT count(*) FROM sqlite_schema")
        version, application, tables = (connection.execute(statement).fetchone()[0] for statement in statements)
    finally:
        if alone and connection.in_transaction:
            connection.execute("ROLLBACK")
    return version, application, tables
