"""Write-ahead logging, so that one instance can read a file of SQLite while another writes it."""

from __future__ import annotations

import sqlite3
import time


def use_write_ahead_log(connection: sqlite3.Connection, seconds: float) -> None:
    """Switch to it, waiting for others for so long. Raises sqlite3.OperationalError.

    SQLite does not wait by itself for this switch when two instances open a new file at the same moment. Where the
    file system cannot do it, SQLite stays with its rollback journal, which is as safe.
    """
    deadline = time.monotonic() + seconds
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return
