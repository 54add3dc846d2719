"""The tables of the library, as the list of steps that lead from an empty file to the newest form.

A step, once released, is never changed: a new form is a new step at the end. SQLite's `user_version` counts the steps
that a file has seen. Tables are STRICT, which is why SQLite 3.37 is needed.
"""

from __future__ import annotations

APPLICATION_ID = 0x4E575352
"""Written into the header of the file (`NWSR`), so that no other program's database is taken for a library."""

Migration = tuple[str, ...]
"""The statements of one migration."""

_ARTICLES: Migration = (
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

_READING: Migration = (
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

_APPEND_ONLY: Migration = (
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

_JOURNAL: Migration = (
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
    *_APPEND_ONLY,
)

_CORRECTING: Migration = (
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

_JOINING: Migration = (
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

_STREAMS: Migration = (
    # What events belong to: an article, or with no article the gazetteer or the library as a whole.
    """
    CREATE TABLE stream (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        article_id INTEGER UNIQUE REFERENCES article (id)
    ) STRICT
    """,
    "CREATE UNIQUE INDEX stream_alone ON stream (kind) WHERE article_id IS NULL",
    # Until now, the gazetteer's own events hung on an article that was made up for it.
    "INSERT INTO stream (kind) SELECT 'gazetteer' FROM identity WHERE key = 'gazetteer:'",
    """
    INSERT INTO stream (kind, article_id) SELECT DISTINCT 'article', article_id FROM event
    WHERE article_id NOT IN (SELECT article_id FROM identity WHERE key = 'gazetteer:') ORDER BY article_id
    """,
    "DROP TRIGGER event_no_update",
    "DROP TRIGGER event_no_delete",
    "DROP TRIGGER event_no_replace",
    "ALTER TABLE gazetteer RENAME TO gazetteer_by_article",
    "ALTER TABLE event RENAME TO event_by_article",
    """
    CREATE TABLE event (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        stream_id INTEGER NOT NULL REFERENCES stream (id),
        kind TEXT NOT NULL,
        body TEXT NOT NULL,
        at TEXT NOT NULL,
        author TEXT NOT NULL,
        app TEXT NOT NULL
    ) STRICT
    """,
    """
    INSERT INTO event
    SELECT seq, old.id, coalesce(stream.id, (SELECT id FROM stream WHERE kind = 'gazetteer')),
           old.kind, body, at, author, app
    FROM event_by_article AS old LEFT JOIN stream ON stream.article_id = old.article_id ORDER BY seq
    """,
    """
    CREATE TABLE gazetteer (
        turn INTEGER PRIMARY KEY AUTOINCREMENT,
        correction TEXT NOT NULL UNIQUE,
        stream_id INTEGER NOT NULL REFERENCES stream (id),
        event_id TEXT NOT NULL REFERENCES event (id)
    ) STRICT
    """,
    """
    INSERT INTO gazetteer SELECT turn, correction, stream_id, event_id
    FROM gazetteer_by_article JOIN event ON event.id = event_id ORDER BY turn
    """,
    # Neither a number of an event nor a turn is given out twice, also where the last ones are gone.
    "DELETE FROM sqlite_sequence WHERE name IN ('event', 'gazetteer')",
    """
    INSERT INTO sqlite_sequence (name, seq)
    SELECT replace(name, '_by_article', ''), seq FROM sqlite_sequence WHERE name LIKE '%_by_article'
    """,
    "DROP TABLE gazetteer_by_article",
    "DROP TABLE event_by_article",
    "DELETE FROM identity WHERE key = 'gazetteer:'",
    "DELETE FROM article WHERE kind = 'record'",
    "CREATE INDEX event_stream ON event (stream_id, seq)",
    "CREATE INDEX gazetteer_stream ON gazetteer (stream_id)",
    *_APPEND_ONLY,
)

_SETTINGS: Migration = (
    """
    CREATE TABLE setting (
        name TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

_ADDING: Migration = (
    # An article need not have been opened: it has a text that is its own, and a day on which it came in.
    "ALTER TABLE article ADD COLUMN version_id INTEGER REFERENCES version (id)",
    """
    UPDATE article SET version_id = coalesce(
        (SELECT version_id FROM recent WHERE recent.article_id = article.id),
        (SELECT max(id) FROM version WHERE version.article_id = article.id)
    )
    """,
    "ALTER TABLE article ADD COLUMN added TEXT NOT NULL DEFAULT ''",
    """
    UPDATE article
    SET added = coalesce((SELECT min(first_seen) FROM version WHERE version.article_id = article.id), '')
    """,
    # Rises with whatever an index would have to know of the article, over all articles; never the same twice.
    "ALTER TABLE article ADD COLUMN change INTEGER NOT NULL DEFAULT 0",
    "UPDATE article SET change = id",
    "CREATE UNIQUE INDEX article_change ON article (change)",
    # JSON: a list of start, end and address for each.
    "ALTER TABLE version ADD COLUMN links TEXT NOT NULL DEFAULT '[]'",
)

_STATES: Migration = (
    "ALTER TABLE article ADD COLUMN starred INTEGER NOT NULL DEFAULT 0",
    # Null as long as how far it was read says it.
    "ALTER TABLE article ADD COLUMN is_read INTEGER",
    "ALTER TABLE article ADD COLUMN taken_out INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE article ADD COLUMN is_apart INTEGER NOT NULL DEFAULT 0",
    """
    CREATE TABLE tag (
        article_id INTEGER NOT NULL REFERENCES article (id),
        tag TEXT NOT NULL,
        PRIMARY KEY (article_id, tag)
    ) STRICT, WITHOUT ROWID
    """,
    # No number is given out twice, so that what was removed can be put back under its own.
    """
    CREATE TABLE search (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE,
        query TEXT NOT NULL,
        place INTEGER NOT NULL
    ) STRICT
    """,
)

_FEEDS: Migration = (
    # `tags` is JSON, a list of texts; of `holder`, who has the feed in hand, nothing holds beyond `held_until`.
    """
    CREATE TABLE feed (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        address TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL, folder TEXT NOT NULL, tags TEXT NOT NULL,
        full_article TEXT NOT NULL, interval INTEGER, keep_articles INTEGER, keep_days INTEGER,
        muted INTEGER NOT NULL,
        title TEXT NOT NULL DEFAULT '', site TEXT NOT NULL DEFAULT '',
        etag TEXT NOT NULL DEFAULT '', modified TEXT NOT NULL DEFAULT '', digest TEXT NOT NULL DEFAULT '',
        fetched TEXT NOT NULL DEFAULT '', due TEXT NOT NULL DEFAULT '', wait TEXT NOT NULL DEFAULT '',
        failures INTEGER NOT NULL DEFAULT 0, problem TEXT NOT NULL DEFAULT '',
        gone INTEGER NOT NULL DEFAULT 0, moved_from TEXT NOT NULL DEFAULT '',
        holder TEXT NOT NULL DEFAULT '', held_until TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    # `digest` is of what the feed said of the article; `page` says whether its page was read (1) or is to be read (2).
    """
    CREATE TABLE feed_item (
        feed_id INTEGER NOT NULL REFERENCES feed (id),
        key BLOB NOT NULL,
        article_id INTEGER NOT NULL REFERENCES article (id),
        digest BLOB NOT NULL,
        page INTEGER NOT NULL,
        PRIMARY KEY (feed_id, key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX feed_item_article ON feed_item (article_id, feed_id)",
)

_KNOWN: Migration = (
    # `state` is of `SqlKnownThings`.
    """
    CREATE TABLE known_source (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        digest TEXT NOT NULL,
        taken TEXT NOT NULL,
        records INTEGER NOT NULL DEFAULT 0,
        things INTEGER NOT NULL DEFAULT 0,
        state INTEGER NOT NULL
    ) STRICT
    """,
    # `aliases` and `countries` have a line for each.
    """
    CREATE TABLE known_thing (
        id INTEGER PRIMARY KEY,
        source_id INTEGER NOT NULL REFERENCES known_source (id),
        own_id TEXT NOT NULL,
        category TEXT NOT NULL,
        name TEXT NOT NULL, aliases TEXT NOT NULL, countries TEXT NOT NULL,
        birth TEXT NOT NULL, note TEXT NOT NULL, address TEXT NOT NULL,
        UNIQUE (source_id, own_id)
    ) STRICT
    """,
    # `key` is eight bytes of the digest of a key. No reference to the things: SQLite would read all of this for each
    # one that goes.
    """
    CREATE TABLE known_key (
        source_id INTEGER NOT NULL,
        key INTEGER NOT NULL,
        thing_id INTEGER NOT NULL,
        PRIMARY KEY (source_id, key, thing_id)
    ) STRICT, WITHOUT ROWID
    """,
)

MIGRATIONS: tuple[Migration, ...] = (
    _ARTICLES + _READING + _JOURNAL,
    _CORRECTING,
    _JOINING,
    _STREAMS,
    _SETTINGS,
    _ADDING,
    _STATES,
    _FEEDS,
    _KNOWN,
)
"""All steps in order; the first makes the tables of version 1."""
