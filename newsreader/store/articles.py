"""Articles in the library: what identifies them, their metadata, and every version of their text."""

from __future__ import annotations

import json
import os
from dataclasses import astuple, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph, ParagraphKind
from newsreader.store import joining
from newsreader.store.clock import now
from newsreader.store.records import ArticleRecord

if TYPE_CHECKING:
    import sqlite3

_METADATA = tuple(field.name for field in fields(Metadata))

Key = str | bytes
"""What an article is known by; bytes when a path is not valid in the encoding of the file system, or has a part."""

_BEFORE_PART = b"\0"
"""What divides a location from the part of it that an article is; no path and no URL has it."""


def identify(article: Article) -> Key:
    """An article is its file (symbolic links followed) or its URL (without fragment) and its part, else its text."""
    origin = article.origin
    if origin.kind in (OriginKind.FILE, OriginKind.URL) and origin.location:
        return key_of(origin)
    return f"text:{article.sha256}"


def key_of(origin: Origin) -> Key:
    """What identifies the article at a path or URL."""
    if origin.kind is OriginKind.FILE:
        return storable(f"file:{os.path.realpath(origin.location)}", origin.part)
    return storable(f"url:{origin.location.partition('#')[0]}", origin.part)


def find(connection: sqlite3.Connection, article: Article) -> ArticleRecord | None:
    """The record of an article that was opened before with this text, None otherwise."""
    article_id = _known_id(connection, article)
    return None if article_id is None else _version(connection, article_id, article.sha256)


def remember(connection: sqlite3.Connection, article: Article) -> ArticleRecord:
    """The record of `article`, made if it is new; its metadata, text and identity are as given from now on."""
    article_id = _known_id(connection, article)
    if article_id is None:
        article_id = _insert(connection, article)
    else:
        _update(connection, article_id, article)
    connection.execute(
        "INSERT INTO identity (key, article_id) VALUES (?, ?) ON CONFLICT DO NOTHING", (identify(article), article_id)
    )
    record = _version(connection, article_id, article.sha256)
    if record is None:
        return _add_version(connection, article_id, article)
    _update_paragraphs(connection, record, article)
    return record


def holds(connection: sqlite3.Connection, record: ArticleRecord) -> bool:
    """Whether the record is still of this library; not if a copy took its place that does not know the article yet."""
    row = connection.execute(
        "SELECT 1 FROM version WHERE id = ? AND article_id = ? AND sha256 = ?",
        (record.version_id, record.id, record.text_sha256),
    ).fetchone()
    return row is not None


def text(connection: sqlite3.Connection, sha256: str) -> str | None:
    """The text of that digest, None if no article ever had it."""
    row = connection.execute("SELECT content FROM text WHERE sha256 = ?", (sha256,)).fetchone()
    return None if row is None else row[0]


def latest(connection: sqlite3.Connection, article_id: int) -> ArticleRecord | None:
    """The record of the version that was opened last, None if there is no such article."""
    row = connection.execute(
        "SELECT version_id, sha256 FROM recent JOIN version ON version.id = version_id WHERE recent.article_id = ?",
        (article_id,),
    ).fetchone()
    return None if row is None else ArticleRecord(article_id, *row)


def at(connection: sqlite3.Connection, origin: Origin) -> ArticleRecord | None:
    """The record of the version that was last opened from a path or URL, None if nothing was."""
    article_id = _identified(connection, key_of(origin))
    return None if article_id is None else latest(connection, article_id)


def annotated(connection: sqlite3.Connection) -> list[ArticleRecord]:
    """The records of all articles with annotations that are part of no other, the last opened first."""
    rows = connection.execute(
        """
        SELECT article.id, version_id, sha256 FROM article
        JOIN recent ON recent.article_id = article.id JOIN version ON version.id = version_id
        WHERE annotation_count > 0 AND article.id NOT IN (SELECT article_id FROM joined) ORDER BY turn DESC
        """
    )
    return [ArticleRecord(*row) for row in rows]


def stored(connection: sqlite3.Connection, record: ArticleRecord) -> Article:
    """The article at the version of `record`, from the library alone, with its newest metadata."""
    content, paragraphs, kind, location, *metadata = connection.execute(
        f"""
        SELECT content, paragraphs, kind, location, {", ".join(f"article.{name}" for name in _METADATA)}
        FROM article JOIN version ON article_id = article.id JOIN text USING (sha256)
        WHERE version.id = ?
        """,
        (record.version_id,),
    ).fetchone()
    return Article(
        text=content,
        paragraphs=tuple(Paragraph(start, end, ParagraphKind(what)) for start, end, what in json.loads(paragraphs)),
        metadata=_metadata(metadata),
        origin=origin_of(kind, location),
    )


def storable(path: str, part: str = "") -> Key:
    """The path, and the part if there is one, as SQLite can hold them."""
    if part:
        return os.fsencode(path) + _BEFORE_PART + part.encode("utf-8", "replace")
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def origin_of(kind: str, stored: Key) -> Origin:
    """The origin, from its kind and what `storable` made of the rest."""
    if isinstance(stored, str):
        return Origin(OriginKind(kind), stored)
    location, _, part = stored.partition(_BEFORE_PART)
    return Origin(OriginKind(kind), os.fsdecode(location), part.decode("utf-8"))


def _known_id(connection: sqlite3.Connection, article: Article) -> int | None:
    """The article, or the one that it is part of."""
    article_id = _identified(connection, identify(article))
    return article_id if article_id is not None else _moved_id(connection, article)


def _identified(connection: sqlite3.Connection, key: Key) -> int | None:
    row = connection.execute("SELECT article_id FROM identity WHERE key = ?", (key,)).fetchone()
    return None if row is None else joining.home(connection, row[0])


def _moved_id(connection: sqlite3.Connection, article: Article) -> int | None:
    """The article whose file had just this text and is gone: it was moved or renamed."""
    if article.origin.kind is not OriginKind.FILE:
        return None
    rows = connection.execute(
        """
        SELECT article.id, location FROM version JOIN article ON article.id = article_id
        WHERE sha256 = ? AND kind = ? ORDER BY article.id DESC
        """,
        (article.sha256, OriginKind.FILE),
    )
    gone = (
        article_id
        for article_id, location in rows
        if not os.path.lexists(origin_of(OriginKind.FILE, location).location)
    )
    return next((joining.home(connection, article_id) for article_id in gone), None)


def _insert(connection: sqlite3.Connection, article: Article) -> int:
    columns = ("kind", "location", *_METADATA)
    cursor = connection.execute(
        f"INSERT INTO article ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})", _row(article)
    )
    assert cursor.lastrowid is not None
    connection.execute("INSERT INTO newcomer (article_id) VALUES (?)", (cursor.lastrowid,))
    return cursor.lastrowid


def _update(connection: sqlite3.Connection, article_id: int, article: Article) -> None:
    assignments = ", ".join(f"{column} = ?" for column in ("kind", "location", *_METADATA))
    connection.execute(f"UPDATE article SET {assignments} WHERE id = ?", (*_row(article), article_id))


def _row(article: Article) -> tuple[str | bytes | None, ...]:
    where = storable(article.origin.location, article.origin.part)
    return (article.origin.kind, where, *map(_plain, astuple(article.metadata)))


def _plain(value: str | date | None) -> str | None:
    """A value of the metadata as text that SQLite takes."""
    if isinstance(value, date):
        return value.isoformat()
    return value and value.encode("utf-8", "replace").decode("utf-8")


def _metadata(row: list[Any]) -> Metadata:
    values = dict(zip(_METADATA, row, strict=True))
    published = values.pop("published")
    return Metadata(published=date.fromisoformat(published) if published else None, **values)


def _version(connection: sqlite3.Connection, article_id: int, sha256: str) -> ArticleRecord | None:
    row = connection.execute(
        "SELECT id FROM version WHERE article_id = ? AND sha256 = ?", (article_id, sha256)
    ).fetchone()
    return None if row is None else ArticleRecord(article_id, row[0], sha256)


def _add_version(connection: sqlite3.Connection, article_id: int, article: Article) -> ArticleRecord:
    _keep_text(connection, article)
    cursor = connection.execute(
        "INSERT INTO version (article_id, sha256, paragraphs, first_seen) VALUES (?, ?, ?, ?)",
        (article_id, article.sha256, _paragraphs(article), now()),
    )
    assert cursor.lastrowid is not None
    return ArticleRecord(article_id, cursor.lastrowid, article.sha256)


def _keep_text(connection: sqlite3.Connection, article: Article) -> None:
    """Keep the text unless it is known; in pieces, for of a whole one Python and SQLite would hold a copy each."""
    cursor = connection.execute(
        "INSERT INTO text (sha256, content) VALUES (?, CAST(zeroblob(?) AS TEXT)) ON CONFLICT DO NOTHING",
        (article.sha256, sum(map(len, article.encoded()))),
    )
    if not cursor.rowcount:
        return
    assert cursor.lastrowid is not None
    with connection.blobopen("text", "content", cursor.lastrowid) as content:
        for piece in article.encoded():
            content.write(piece)


def _update_paragraphs(connection: sqlite3.Connection, record: ArticleRecord, article: Article) -> None:
    """A newer version of the program may divide the same text otherwise."""
    paragraphs = _paragraphs(article)
    connection.execute(
        "UPDATE version SET paragraphs = ? WHERE id = ? AND paragraphs <> ?",
        (paragraphs, record.version_id, paragraphs),
    )


def _paragraphs(article: Article) -> str:
    return json.dumps([(each.start, each.end, each.kind) for each in article.paragraphs], separators=(",", ":"))
