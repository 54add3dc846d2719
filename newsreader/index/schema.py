"""The tables of the index."""

from __future__ import annotations

FORM = 14
"""Raised with every change of what is kept, so that an older file is made anew, but for what `STEPS` brings up."""
MOST_SORTED = 32 * 1024 * 1024
"""Bytes of words of one batch that are put in order in memory before they are written."""

CALLED_KEY, LINK_OTHER = "INDEXED BY called_key", "INDEXED BY link_other"
"""Said where SQLite, which does not know how many names a category has, would go through all of them."""

_RULES = "CREATE INDEX article_rules ON article (rules, document)"
_UNDATED = "CREATE INDEX article_undated ON article (document) WHERE published IS NULL"

_PACKED = """
    CREATE TABLE packed (
        block INTEGER PRIMARY KEY,
        names_each BLOB NOT NULL, names BLOB NOT NULL,
        again_each BLOB NOT NULL, again BLOB NOT NULL,
        days_each BLOB NOT NULL, days BLOB NOT NULL
    ) STRICT
    """
_WRITTEN = """
    CREATE TABLE written (
        bearer INTEGER NOT NULL,
        shown TEXT NOT NULL,
        articles INTEGER NOT NULL,
        PRIMARY KEY (bearer, shown)
    ) STRICT, WITHOUT ROWID
"""
_GONE = "CREATE TABLE gone (document INTEGER PRIMARY KEY) STRICT"

_ARTICLES = (
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
    _RULES,
    _UNDATED,
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
        base TEXT NOT NULL,
        articles INTEGER NOT NULL,
        mentions INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX name_articles ON name (category, articles DESC, mentions DESC, key)",
    # `forms` has a line for each form but `name.base` that the name has there: it may be shown by another one later.
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
        names BLOB NOT NULL, again BLOB NOT NULL, days BLOB NOT NULL,
        times TEXT NOT NULL
    ) STRICT
    """,
    # The same once more, of thousands of articles in a row, as `packing` has it; what is missing is made of `named`.
    _PACKED,
    # The documents of `word` that are of no article any more.
    _GONE,
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
)

_CLAIMS = (
    # `apart` is the mark of the bearer where several have the name, empty for the one most articles mean; `name` is
    # the row of what it is taken for.
    """
    CREATE TABLE bearer (
        id INTEGER PRIMARY KEY,
        category TEXT NOT NULL,
        key TEXT NOT NULL,
        mark TEXT NOT NULL,
        shown TEXT NOT NULL,
        vague INTEGER NOT NULL,
        articles INTEGER NOT NULL,
        apart TEXT,
        name INTEGER,
        UNIQUE (category, key, mark)
    ) STRICT
    """,
    "CREATE INDEX bearer_name ON bearer (name)",
    # `mark` is what the article says, whatever the person said of it. `places` has three numbers for each mention:
    # where it starts and ends, and in which paragraph.
    """
    CREATE TABLE claim (
        bearer INTEGER NOT NULL,
        document INTEGER NOT NULL,
        shown TEXT NOT NULL,
        forms TEXT NOT NULL,
        places BLOB NOT NULL,
        called TEXT NOT NULL,
        mark TEXT NOT NULL,
        PRIMARY KEY (bearer, document)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX claim_document ON claim (document)",
    # In how many articles a bearer is called what; it is shown by what most of them call it.
    _WRITTEN,
    # In how many articles what has a key is called by a form, too, and whether the form might stand for it in any case.
    """
    CREATE TABLE called (
        category TEXT NOT NULL,
        form TEXT NOT NULL,
        key TEXT NOT NULL,
        articles INTEGER NOT NULL,
        short INTEGER NOT NULL,
        PRIMARY KEY (category, form, key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX called_key ON called (category, key)",
    "CREATE INDEX called_form ON called (category, form, articles DESC, key)",
    """
    CREATE TABLE spelling (
        category TEXT NOT NULL,
        spelling TEXT NOT NULL,
        key TEXT NOT NULL,
        PRIMARY KEY (category, spelling, key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX spelling_key ON spelling (category, key)",
)

_THINGS = (
    """
    CREATE TABLE link (
        category TEXT NOT NULL,
        one TEXT NOT NULL,
        other TEXT NOT NULL,
        reason TEXT NOT NULL,
        sure INTEGER NOT NULL,
        PRIMARY KEY (category, one, other)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX link_other ON link (category, other)",
)

_SAID = (
    # `other` is what the word needs besides: another name with its mark, a name to be shown, or an article.
    """
    CREATE TABLE said (
        word TEXT NOT NULL,
        category TEXT NOT NULL,
        key TEXT NOT NULL,
        mark TEXT NOT NULL,
        other TEXT NOT NULL,
        other_mark TEXT NOT NULL,
        PRIMARY KEY (word, category, key, mark, other, other_mark)
    ) STRICT, WITHOUT ROWID
    """,
)

_STORIES = (
    """
    CREATE TABLE sketch (
        article INTEGER PRIMARY KEY,
        day TEXT NOT NULL,
        dated INTEGER NOT NULL,
        apart INTEGER NOT NULL,
        length INTEGER NOT NULL,
        phrases BLOB NOT NULL, ceiling INTEGER NOT NULL, facts BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE phrase (
        hash INTEGER NOT NULL,
        day TEXT NOT NULL,
        article INTEGER NOT NULL,
        PRIMARY KEY (hash, day, article)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE likeness (
        one INTEGER NOT NULL,
        other INTEGER NOT NULL,
        phrases REAL NOT NULL, facts REAL NOT NULL, days INTEGER,
        PRIMARY KEY (one, other)
    ) STRICT, WITHOUT ROWID
    """,
)
"""Each link stands in `likeness` twice, from either side."""

SCHEMA = (*_ARTICLES, *_CLAIMS, *_THINGS, *_SAID, *_STORIES, f"PRAGMA user_version = {FORM}")
"""What makes an empty index."""

STEPS = {
    11: ("DROP INDEX IF EXISTS article_unnamed", _RULES, _UNDATED, "PRAGMA user_version = 12"),
    12: (
        _PACKED,
        _GONE,
        "INSERT INTO gone SELECT id FROM word_docsize WHERE id NOT IN (SELECT document FROM article)",
        "PRAGMA user_version = 13",
    ),
    # What is called otherwise from then on shows in the next article that has it.
    13: (
        _WRITTEN,
        "INSERT INTO written SELECT bearer, shown, count(*) FROM claim GROUP BY bearer, shown",
        "PRAGMA user_version = 14",
    ),
}
"""What makes an index of one form one of the next, where that takes less than making it anew."""

VIRTUAL = ("note_word", "word", "form_word")
TABLES = (
    "article",
    "label",
    "note",
    "name",
    "appearance",
    "other_form",
    "form",
    "span",
    "dated",
    "named",
    "packed",
    "gone",
    "state",
    "bearer",
    "claim",
    "written",
    "called",
    "spelling",
    "link",
    "said",
    "sketch",
    "phrase",
    "likeness",
)
"""All others."""
