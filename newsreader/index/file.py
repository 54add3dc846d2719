"""The file of the index: made anew whenever it is missing, damaged, of another form, or of another library."""

from __future__ import annotations

import logging
import os
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from newsreader import paths
from newsreader.index import claims, said, stories, things
from newsreader.index.errors import IndexFileError
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from pathlib import Path

FILE = "index.db"
FORM = 6
"""Raised with every change of what is kept, so that an older file is made anew."""
BUSY_SECONDS = 10.0
"""How long to wait for another process that brings the index up to date."""
MOST_SORTED = 32 * 1024 * 1024
"""Bytes of words that are put in order before they are written."""
PAGES = 4000
"""Pages of the log after which they are put in their place: 16 MB."""

_SCHEMA = (
    """
    CREATE TABLE article (
        id INTEGER PRIMARY KEY,
        version INTEGER NOT NULL,
        document INTEGER NOT NULL,
        title TEXT, byline TEXT, source TEXT, language TEXT, location TEXT NOT NULL,
        published TEXT,
        added TEXT NOT NULL,
        day TEXT NOT NULL,
        notes INTEGER NOT NULL,
        last_event INTEGER NOT NULL,
        progress REAL NOT NULL,
        state TEXT NOT NULL,
        starred INTEGER NOT NULL,
        tags TEXT NOT NULL,
        metadata TEXT NOT NULL,
        said TEXT NOT NULL,
        rules TEXT,
        outdated INTEGER NOT NULL DEFAULT 0,
        strongest TEXT,
        folded INTEGER NOT NULL DEFAULT 0,
        story INTEGER,
        place INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    # A list by day is one by document (`numbering`).
    "CREATE UNIQUE INDEX article_document ON article (document)",
    "CREATE INDEX article_added ON article (added, id)",
    "CREATE INDEX article_title ON article (coalesce(title, '') COLLATE NOCASE, id)",
    "CREATE INDEX article_story ON article (story, place) WHERE story IS NOT NULL",
    "CREATE INDEX article_unfolded ON article (day DESC, id DESC) WHERE NOT folded",
    "CREATE INDEX article_state ON article (state, document)",
    "CREATE INDEX article_outdated ON article (outdated, document) WHERE outdated",
    "CREATE INDEX article_source ON article (source)",
    # What few articles have; the values are words as a query has them.
    """
    CREATE TABLE label (
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        article INTEGER NOT NULL,
        by_notes INTEGER NOT NULL,
        shown TEXT NOT NULL,
        PRIMARY KEY (field, value, article, by_notes)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX label_article ON label (article)",
    """
    CREATE TABLE note (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL,
        words TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX note_article ON note (article)",
    # Nothing is ever taken out of it either.
    "CREATE VIRTUAL TABLE note_word USING fts5(words, content='', tokenize='ascii')",
    # Nothing is ever taken out of it: an article that changed has another document.
    "CREATE VIRTUAL TABLE word USING fts5(title, text, source, author, url, content='', tokenize='ascii')",
    # The words of one batch are put in order in memory.
    f"INSERT INTO word (word, rank) VALUES ('hashsize', {MOST_SORTED})",
    # In how many articles it stands, and how often, is kept in step with `appearance`.
    """
    CREATE TABLE name (
        id INTEGER PRIMARY KEY,
        category TEXT NOT NULL,
        key TEXT NOT NULL,
        name TEXT NOT NULL,
        articles INTEGER NOT NULL,
        mentions INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX name_articles ON name (category, articles DESC, mentions DESC, key)",
    # `forms` has a line for each other form that the name has there.
    """
    CREATE TABLE appearance (
        name INTEGER NOT NULL,
        document INTEGER NOT NULL,
        mentions INTEGER NOT NULL,
        forms TEXT,
        PRIMARY KEY (name, document)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE other_form (
        name INTEGER NOT NULL,
        form TEXT NOT NULL,
        articles INTEGER NOT NULL,
        PRIMARY KEY (name, form)
    ) STRICT, WITHOUT ROWID
    """,
    # What a name is found by; names and forms that are in no article any more stay here, and find nothing.
    """
    CREATE TABLE form (
        id INTEGER PRIMARY KEY,
        words TEXT NOT NULL,
        name INTEGER NOT NULL,
        UNIQUE (words, name)
    ) STRICT
    """,
    "CREATE VIRTUAL TABLE form_word USING fts5(words, content='', tokenize='ascii')",
    """
    CREATE TABLE span (
        id INTEGER PRIMARY KEY,
        first TEXT NOT NULL,
        last TEXT NOT NULL,
        articles INTEGER NOT NULL,
        UNIQUE (first, last)
    ) STRICT
    """,
    "CREATE INDEX span_articles ON span (articles DESC, first DESC, last DESC)",
    """
    CREATE TABLE dated (
        span INTEGER NOT NULL,
        document INTEGER NOT NULL,
        PRIMARY KEY (span, document)
    ) STRICT, WITHOUT ROWID
    """,
    # The same by document, to count in lists: numbers of `name`, those that stand there again, and numbers of `span`.
    """
    CREATE TABLE named (
        document INTEGER PRIMARY KEY,
        names BLOB NOT NULL, again BLOB NOT NULL, days BLOB NOT NULL
    ) STRICT
    """,
    # `gazetteer` is JSON: the forms of each entry that the names were last found with, by its id.
    """
    CREATE TABLE state (
        library TEXT NOT NULL,
        change INTEGER NOT NULL,
        said INTEGER NOT NULL DEFAULT 0,
        visited TEXT NOT NULL DEFAULT '',
        gazetteer TEXT NOT NULL DEFAULT '{}',
        gazetteer_version TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    *claims.SCHEMA,
    *things.SCHEMA,
    *said.SCHEMA,
    *stories.SCHEMA,
    f"PRAGMA user_version = {FORM}",
)

_OBJECTS = """
SELECT type, name FROM sqlite_schema
WHERE type IN ('table', 'view', 'trigger') AND name NOT LIKE 'sqlite_%'
ORDER BY sql NOT LIKE 'CREATE VIRTUAL%'
"""
"""Virtual tables first, which take their own tables with them."""

_TABLES = frozenset(
    [
        *"article label note note_word word name appearance other_form form form_word span dated named state".split(),
        *claims.TABLES,
        *things.TABLES,
        *said.TABLES,
        *stories.TABLES,
    ]
)
_MARK = "form_word"
"""The table that an index of any form has, and no database of another program."""

_log = logging.getLogger(__name__)


def connect(library: str, folder: Path | None = None) -> sqlite3.Connection:
    """Open the index of the library with that path; an empty one where there is none that can be used.

    Raises `IndexFileError` if there can be none.
    """
    try:
        file = (folder or paths.cache_dir()) / FILE
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if file.is_symlink() or (file.exists() and not file.is_file()):
            raise IndexFileError(f"{printable(str(file))} is no file: move it elsewhere, and the index is made there.")
        try:
            return _open(file, library)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as error:
            _log.warning("the index was damaged and is made anew: %s", error)
            drop(file.parent)
            return _open(file, library)
    except OSError as error:
        raise IndexFileError(f"The index of the library cannot be used: {error.strerror}.") from error
    except (sqlite3.Error, paths.NoHomeError) as error:
        raise IndexFileError(f"The index of the library cannot be used: {error}.") from error


def connect_in_memory() -> sqlite3.Connection:
    """Make an empty index that is in no file."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _make(connection, "")
    return connection


def drop(folder: Path | None = None) -> None:
    """Delete the index, if there is one; the next one is made anew. What is there of another program stays."""
    try:
        file = (folder or paths.cache_dir()) / FILE
    except paths.NoHomeError:
        return
    if file.is_symlink() or not file.is_file():
        return
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as there:
        if _is_foreign(there):
            return
    for each in (file, file.with_name(f"{FILE}-wal"), file.with_name(f"{FILE}-shm")):
        with suppress(OSError):
            each.unlink()


def _open(file: Path, library: str) -> sqlite3.Connection:
    # Created here, because SQLite would let everybody read what was read.
    os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))
    connection = sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        if _is_foreign(connection):
            raise IndexFileError(f"{printable(str(file))} is a database of another program: move it elsewhere.")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {PAGES}")
        if not _is_of(connection, library):
            _make(connection, library)
    except BaseException:
        connection.close()
        raise
    return connection


def _is_foreign(connection: sqlite3.Connection) -> bool:
    """Whether something is in a database that is no index: nothing of that is ever touched."""
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    return bool(names) and _MARK not in names


def _is_of(connection: sqlite3.Connection, library: str) -> bool:
    (form,) = connection.execute("PRAGMA user_version").fetchone()
    kinds = dict(connection.execute("SELECT name, type FROM sqlite_schema"))
    if form != FORM or not kinds.keys() >= _TABLES or "trigger" in kinds.values():
        return False
    return bool(connection.execute("SELECT library FROM state").fetchone() == (library,))


def _make(connection: sqlite3.Connection, library: str) -> None:
    """Make the tables, in place of whatever is there; of two processes only the first one does."""
    connection.execute("BEGIN EXCLUSIVE")
    try:
        if not _is_of(connection, library):
            for kind, name in connection.execute(_OBJECTS).fetchall():
                connection.execute(f'DROP {kind} IF EXISTS "{name}"')
            for statement in _SCHEMA:
                connection.execute(statement)
            connection.execute("INSERT INTO state (library, change) VALUES (?, 0)", (library,))
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
