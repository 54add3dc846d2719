"""What may be wrong inside a library file: its pages, its tables and triggers, its rows, its texts."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from newsreader.store.errors import LibraryError
from newsreader.store.sql.kept_values import day_of, kind_of, links_of, paragraphs_of, readable
from newsreader.store.sqlite.migrate import steps_seen
from newsreader.store.sqlite.schema import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal obeys, or what reorders a line: nothing that came in through a file or an address has it."""

_SHOWN = ("title", "byline", "source", "agency", "place", "language", "url")

Made = tuple[str, str]
"""What kind of thing is in a schema, and the statement that made it, with single blanks."""


def problems(connection: sqlite3.Connection, name: str) -> list[str]:
    """What is wrong with the open file, a clause each. Raises LibraryError if it is no library, and sqlite3.Error."""
    connection.text_factory = readable
    version = require_library(connection, name)
    damaged = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    # Of pages that are damaged, nothing else can be trusted.
    if damaged:
        return damaged
    wrong = [*_schema(connection, version), *_references(connection), *_texts(connection)]
    # What an older form lacks, or a table that is otherwise, cannot be asked for.
    return wrong or [*_articles(connection)]


def require_library(connection: sqlite3.Connection, name: str) -> int:
    """How many steps the file has seen. Raises LibraryError if it is no library, and sqlite3.Error."""
    version = steps_seen(connection, name)
    if version == 0:
        raise LibraryError(f"{name} is not a library: there is nothing in it.")
    return version


def _schema(connection: sqlite3.Connection, version: int) -> Iterator[str]:
    """What of the schema is not as the steps that the file has seen make it."""
    wanted, found = _wanted(version), _made(connection)
    for name, (kind, _) in wanted.items():
        if name not in found:
            yield f"its {kind} {name} is gone"
    for name, made in found.items():
        if name not in wanted:
            yield f"its {made[0]} {name} is not of newsreader"
        elif made != wanted[name]:
            yield f"its {made[0]} {name} is not as newsreader made it"


def _wanted(version: int) -> dict[str, Made]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        for step in MIGRATIONS[:version]:
            for statement in step:
                fresh.execute(statement)
        return _made(fresh)


def _made(connection: sqlite3.Connection) -> dict[str, Made]:
    """Everything in the schema but for what SQLite makes by itself."""
    rows = connection.execute("SELECT name, type, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    return {name: (kind, " ".join((statement or "").split())) for name, kind, statement in rows}


def _references(connection: sqlite3.Connection) -> Iterator[str]:
    for table, *_ in connection.execute("PRAGMA foreign_key_check"):
        yield f"a row of {table} points nowhere"


def _texts(connection: sqlite3.Connection) -> Iterator[str]:
    """The texts that are not what their digests say."""
    rows = connection.execute("SELECT CAST(sha256 AS BLOB), CAST(content AS BLOB) FROM text")
    for digest, content in rows:
        if hashlib.sha256(content).hexdigest().encode() != digest:
            yield f"the text {digest.decode('utf-8', 'backslashreplace')[:12]}… is not the one that was kept"
        elif _OBEYED.search(content.decode("utf-8", "replace")):
            yield f"the text {digest.decode('utf-8', 'backslashreplace')[:12]}… has what a terminal would obey"


def _articles(connection: sqlite3.Connection) -> Iterator[str]:
    """What is kept of articles and cannot be what it should."""
    columns = ", ".join(f"CAST({name} AS BLOB)" for name in _SHOWN)
    for article, kind, published, *raw in connection.execute(f"SELECT id, kind, published, {columns} FROM article"):
        shown = [readable(each or b"") for each in raw]
        if any(text.encode() != (each or b"") for text, each in zip(shown, raw, strict=True)):
            yield f"what is known of article {article} is no UTF-8"
        if any(map(_OBEYED.search, shown)):
            yield f"what is known of article {article} has what a terminal would obey"
        if kind_of(kind) is None:
            yield f"article {article} is of no kind that there is"
        if published and day_of(published) is None:
            yield f"the day of article {article} is none"
    has_links = any(name == "links" for _, name, *_ in connection.execute("PRAGMA table_info(version)"))
    rows = connection.execute(
        f"""
        SELECT article_id, paragraphs, {"links" if has_links else "'[]'"}, length(content)
        FROM version JOIN text ON text.sha256 = version.sha256
        """
    )
    for article, paragraphs, links, length in rows:
        if paragraphs_of(paragraphs, length) is None:
            yield f"the paragraphs of article {article} are none"
        if links_of(links, length) is None:
            yield f"the links of article {article} are none"
