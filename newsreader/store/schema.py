"""The tables of the library, as the list of steps that lead from an empty file to the newest form.

A step, once released, is never changed: a new form is a new step at the end. SQLite's `user_version` counts the steps
that a file has seen. Tables are STRICT, which is why SQLite 3.37 is needed.
"""

from __future__ import annotations

APPLICATION_ID = 0x4E575352
"""Written into the header of the file (`NWSR`), so that no other program's database is taken for a library."""

Step = tuple[str, ...]
"""The statements of one migration."""

_ARTICLES: Step = (
    # `location` is text, or bytes when a path is not valid in the encoding of the file system.
    """
    CREATE TABLE article (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        location ANY NOT NULL,
        title TEXT, byline TEXT, source TEXT, agency TEXT, place TEXT,
        published TEXT, published_from TEXT, url TEXT, language TEXT,
        annotation_count INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    # The names an article is known by; it has several when its file was moved.
    """
    CREATE TABLE identity (
        key ANY NOT NULL PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES article (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE text (
        sha256 TEXT NOT NULL PRIMARY KEY,
        content TEXT NOT NULL
    ) STRICT
    """,
    # `paragraphs` is JSON: a list of start, end and kind for each.
    """
    CREATE TABLE version (
        id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES article (id),
        sha256 TEXT NOT NULL REFERENCES text (sha256),
        paragraphs TEXT NOT NULL,
        first_seen TEXT NOT NULL,
        UNIQUE (article_id, sha256)
    ) STRICT
    """,
    "CREATE INDEX version_sha256 ON version (sha256)",
)

_READING: Step = (
    # `turn` orders the openings, whatever the clock said.
    """
    CREATE TABLE recent (
        article_id INTEGER PRIMARY KEY REFERENCES article (id),
        version_id INTEGER NOT NULL REFERENCES version (id),
        opened_at TEXT NOT NULL,
        turn INTEGER NOT NULL UNIQUE
    ) STRICT
    """,
    """
    CREATE TABLE place (
        article_id INTEGER PRIMARY KEY REFERENCES article (id),
        version_id INTEGER NOT NULL REFERENCES version (id),
        offset INTEGER NOT NULL,
        cursor INTEGER NOT NULL,
        progress REAL NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE mark (
        article_id INTEGER NOT NULL REFERENCES article (id),
        letter TEXT NOT NULL,
        version_id INTEGER NOT NULL REFERENCES version (id),
        offset INTEGER NOT NULL,
        PRIMARY KEY (article_id, letter)
    ) STRICT, WITHOUT ROWID
    """,
)

_JOURNAL: Step = (
    """
    CREATE TABLE event (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        article_id INTEGER NOT NULL REFERENCES article (id),
        kind TEXT NOT NULL,
        body TEXT NOT NULL,
        at TEXT NOT NULL,
        author TEXT NOT NULL,
        app TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX event_article ON event (article_id, seq)",
    """
    CREATE TRIGGER event_no_update BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
    """,
    """
    CREATE TRIGGER event_no_delete BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
    """,
    # INSERT OR REPLACE deletes without firing the trigger above.
    """
    CREATE TRIGGER event_no_replace BEFORE INSERT ON event
    WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id OR seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
    """,
)

_CORRECTING: Step = (
    # What follows from the journals; `turn` orders the rows and is never used twice.
    """
    CREATE TABLE gazetteer (
        turn INTEGER PRIMARY KEY AUTOINCREMENT,
        correction TEXT NOT NULL UNIQUE,
        article_id INTEGER NOT NULL REFERENCES article (id),
        event_id TEXT NOT NULL REFERENCES event (id)
    ) STRICT
    """,
    "CREATE INDEX gazetteer_article ON gazetteer (article_id)",
    """
    CREATE TABLE draft (
        key TEXT NOT NULL PRIMARY KEY,
        content TEXT NOT NULL,
        saved_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

_JOINING: Step = (
    # What follows from the journals: an article that is read as a part of another one, its home.
    """
    CREATE TABLE joined (
        article_id INTEGER PRIMARY KEY REFERENCES article (id),
        home INTEGER NOT NULL REFERENCES article (id)
    ) STRICT
    """,
    "CREATE INDEX joined_home ON joined (home)",
    # Articles of which the person has not yet said, if need be, whether they are known from elsewhere.
    """
    CREATE TABLE newcomer (
        article_id INTEGER PRIMARY KEY REFERENCES article (id)
    ) STRICT
    """,
)

MIGRATIONS: tuple[Step, ...] = (_ARTICLES + _READING + _JOURNAL, _CORRECTING, _JOINING)
"""All steps in order; the first makes the tables of version 1."""
