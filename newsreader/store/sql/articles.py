"""Articles: what identifies them, their metadata, and every version of their text."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, Any

from newsreader.article import Article, Origin, OriginKind, Paragraph
from newsreader.store.clock import now
from newsreader.store.errors import LibraryError
from newsreader.store.records import ArticleChange, ArticleRecord
from newsreader.store.sql.article_rows import COLUMNS, METADATA, identify, key_of, metadata_of, row_of
from newsreader.store.sql.feeds import FEEDS_OF_ARTICLE, named_in
from newsreader.store.sql.kept_values import (
    Key,
    links_of,
    origin_of,
    paragraphs_of,
    stored_links,
    stored_paragraphs,
)
from newsreader.store.sql.new_articles import add_all
from newsreader.store.sql.states import TAGS_OF_ARTICLE, state_of
from newsreader.store.sql.texts import whole

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from newsreader.store.sql.connection import Connection, Engine, Rows
    from newsreader.store.sql.joined import SqlJoinedArticles

NEXT_CHANGES = "WHERE change > ? ORDER BY change LIMIT ?"
_AT_ONCE = 500
"""Titles that are looked up in one statement; SQLite takes 999 parameters at least."""
_KEPT = f"""
CAST(content AS BLOB), paragraphs, links, kind, location, {", ".join(f"article.{name}" for name in METADATA)}
"""
_STORED = f"""
SELECT {_KEPT} FROM article JOIN version ON article_id = article.id JOIN text USING (sha256) WHERE version.id = ?
"""
_NEWEST = f"""
SELECT article.id, version.id, version.sha256, {_KEPT}
FROM article JOIN version ON version.id = version_id LEFT JOIN text ON text.sha256 = version.sha256
WHERE article.id IN ({{}})
"""


class SqlArticles:
    """`protocols.Articles`."""

    def __init__(self, connection: Connection, engine: Engine, joined: SqlJoinedArticles) -> None:
        self._connection = connection
        self._engine = engine
        self._joined = joined

    def find(self, article: Article) -> ArticleRecord | None:
        """See the protocol."""
        number = self._known(article)
        return None if number is None else self._version(number, article.sha256)

    def remember(self, article: Article) -> ArticleRecord:
        """See the protocol. Whoever only reads what is shared gets what is known already, as it is."""
        if self._engine.only_reads and (record := self.find(article)) is not None:
            return record
        number = self._known(article)
        if number is None:
            (record,) = self.add_all([article])
            return record
        done = [_update(self._connection, number, article), _identify(self._connection, number, article)]
        record = self._version(number, article.sha256)
        if record is None:
            record = self._add_version(number, article)
        else:
            done.append(_update_form(self._connection, record, article))
        done.append(_make_newest(self._connection, record))
        # Asked for at the end, since each look at what was done is a way to the server and back.
        if any(each.rowcount for each in done):
            self._engine.note_changes([number])
        return record

    def add_all(self, articles: Sequence[Article]) -> list[ArticleRecord]:
        """See the protocol."""
        return add_all(self._connection, self._engine, articles)

    def changes_after(self, change: int, limit: int) -> list[ArticleChange]:
        """See the protocol."""
        known = ", ".join(f"article.{name}" for name in ("kind", "location", *METADATA))
        rows = self._connection.execute(
            f"""
            SELECT change, article.id, version.id, sha256, added, annotation_count,
                   (SELECT coalesce(max(seq), 0) FROM event JOIN stream ON stream.id = stream_id
                    WHERE stream.article_id = article.id),
                   (SELECT progress FROM place WHERE place.article_id = article.id),
                   article.id IN (SELECT article_id FROM joined),
                   starred, is_read, taken_out, is_apart, {TAGS_OF_ARTICLE}, {FEEDS_OF_ARTICLE}, {known}
            FROM article JOIN version ON version.id = version_id
            {NEXT_CHANGES}
            """,
            (change, limit),
        )
        return [_change(row) for row in rows]

    def last_change(self) -> int:
        """See the protocol."""
        return self._engine.last_change()

    def last(self) -> int:
        """See the protocol."""
        return int(self._connection.execute("SELECT coalesce(max(id), 0) FROM article").fetchone()[0])

    def count(self) -> int:
        """See the protocol."""
        return int(self._connection.execute("SELECT count(*) FROM article WHERE NOT taken_out").fetchone()[0])

    def holds(self, record: ArticleRecord) -> bool:
        """See the protocol."""
        row = self._connection.execute(
            "SELECT 1 FROM version WHERE id = ? AND article_id = ? AND sha256 = ?",
            (record.version_id, record.id, record.text_sha256),
        ).fetchone()
        return row is not None

    def came(self, article: int, at: str) -> None:
        """See the protocol."""
        self._connection.execute("UPDATE article SET added = ? WHERE id = ?", (at, article))
        self._engine.note_changes([article])

    def titled(self, titles: Collection[str]) -> dict[str, int]:
        """See the protocol."""
        wanted = [*titles]
        found: dict[str, int] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            rows = self._connection.execute(
                f"SELECT title, id FROM article WHERE title IN ({', '.join('?' * len(some))}) AND NOT taken_out "
                "ORDER BY kind = ?, id",
                (*some, OriginKind.URL),
            )
            found.update(rows.fetchall())
        return found

    def latest(self, article: int) -> ArticleRecord | None:
        """See the protocol."""
        row = self._connection.execute(
            "SELECT version_id, sha256 FROM article JOIN version ON version.id = version_id WHERE article.id = ?",
            (article,),
        ).fetchone()
        return None if row is None else ArticleRecord(article, *row)

    def newest(self, articles: Collection[int]) -> dict[int, tuple[ArticleRecord, Article]]:
        """See the protocol."""
        wanted = [*articles]
        found: dict[int, tuple[ArticleRecord, Article]] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            rows = self._connection.execute(_NEWEST.format(", ".join("?" * len(some))), some).fetchall()
            for article, version, sha256, *kept in rows:
                found[article] = ArticleRecord(article, version, sha256), _article(article, kept)
        return found

    def at(self, origin: Origin) -> ArticleRecord | None:
        """See the protocol."""
        number = self._identified(key_of(origin))
        return None if number is None else self.latest(number)

    def annotated(self) -> list[ArticleRecord]:
        """See the protocol."""
        return _listed(
            self._connection,
            "annotation_count > 0",
            "coalesce((SELECT abs(turn) FROM recent WHERE article_id = article.id), 0)",
        )

    def written_on(self) -> list[ArticleRecord]:
        """See the protocol."""
        last = "(SELECT max(seq) FROM event JOIN stream ON stream.id = stream_id WHERE stream.article_id = article.id)"
        return _listed(
            self._connection,
            "article.id IN (SELECT article_id FROM stream WHERE id IN (SELECT stream_id FROM event))",
            last,
        )

    def stored(self, record: ArticleRecord) -> Article:
        """See the protocol."""
        return _article(record.id, self._connection.execute(_STORED, (record.version_id,)).fetchone())

    def text(self, sha256: str) -> str | None:
        """See the protocol."""
        row = self._connection.execute("SELECT CAST(content AS BLOB) FROM text WHERE sha256 = ?", (sha256,)).fetchone()
        return None if row is None else whole(row[0])

    def text_of(self, version: int) -> str:
        """The text of the version with that number."""
        row = self._connection.execute(
            "SELECT CAST(content AS BLOB) FROM version JOIN text USING (sha256) WHERE version.id = ?", (version,)
        ).fetchone()
        return "" if row is None else whole(row[0])

    def count_annotations(self, article: int, count: int, *, private: bool = False) -> None:
        """See the protocol."""
        self._connection.execute("UPDATE article SET annotation_count = ? WHERE id = ?", (count, article))
        self._engine.note_changes([article], own=private)

    def annotation_counts(self) -> dict[int, int]:
        """See the protocol."""
        return dict(self._connection.execute("SELECT id, annotation_count FROM article"))

    def _known(self, article: Article) -> int | None:
        """The article, or the one that it is part of."""
        number = self._identified(identify(article))
        return number if number is not None else self._moved(article)

    def _identified(self, key: Key) -> int | None:
        row = self._connection.execute("SELECT article_id FROM identity WHERE key = ?", (key,)).fetchone()
        return None if row is None else self._joined.home(row[0])

    def _moved(self, article: Article) -> int | None:
        """The article whose file had just this text and is gone: it was moved or renamed."""
        if article.origin.kind is not OriginKind.FILE:
            return None
        rows = self._connection.execute(
            """
            SELECT article.id, location FROM version JOIN article ON article.id = article_id
            WHERE sha256 = ? AND kind = ? ORDER BY article.id DESC
            """,
            (article.sha256, OriginKind.FILE),
        )
        where = ((number, origin_of(OriginKind.FILE, location).location) for number, location in rows)
        gone = (number for number, location in where if not os.path.lexists(location))
        return next(map(self._joined.home, gone), None)

    def _version(self, number: int, sha256: str) -> ArticleRecord | None:
        row = self._connection.execute(
            "SELECT id FROM version WHERE article_id = ? AND sha256 = ?", (number, sha256)
        ).fetchone()
        return None if row is None else ArticleRecord(number, row[0], sha256)

    def _add_version(self, number: int, article: Article) -> ArticleRecord:
        self._engine.keep_texts([article])
        version = self._engine.insert(
            "INSERT INTO version (article_id, sha256, paragraphs, links, first_seen) VALUES (?, ?, ?, ?, ?)",
            (number, article.sha256, stored_paragraphs(article.paragraphs), stored_links(article.links), now()),
        )
        return ArticleRecord(number, version, article.sha256)


def _change(row: Sequence[Any]) -> ArticleChange:
    """A change, of which the last columns are what is known of the article."""
    number, article, version, digest, added, notes, last, progress, is_part, *state, feeds = row[: -len(METADATA) - 2]
    known = repr(row[-len(METADATA) - 2 :]).encode("utf-8", "backslashreplace")
    return ArticleChange(
        *(number, ArticleRecord(article, version, digest), added, notes, last, progress or 0.0, bool(is_part)),
        state=state_of(*state),
        feeds=named_in(feeds),
        metadata=hashlib.sha256(known).hexdigest()[:16],
    )


def _listed(connection: Connection, which: str, order: str) -> list[ArticleRecord]:
    """The records of articles that are listed by themselves, those with most of `order` first."""
    rows = connection.execute(
        f"""
        SELECT article.id, article.version_id, sha256 FROM article JOIN version ON version.id = article.version_id
        WHERE {which} AND NOT taken_out AND article.id NOT IN (SELECT article_id FROM joined)
        ORDER BY {order} DESC, article.id DESC
        """
    )
    return [ArticleRecord(*row) for row in rows]


def _identify(connection: Connection, number: int, article: Article) -> Rows:
    """Have an article be known by where it is, too, or by its text."""
    return connection.execute(
        "INSERT INTO identity (key, article_id) VALUES (?, ?) ON CONFLICT DO NOTHING", (identify(article), number)
    )


def _make_newest(connection: Connection, record: ArticleRecord) -> Rows:
    """Have a version be the one that is read, if another is."""
    return connection.execute(
        "UPDATE article SET version_id = ? WHERE id = ? AND version_id IS NOT ?",
        (record.version_id, record.id, record.version_id),
    )


def _update(connection: Connection, number: int, article: Article) -> Rows:
    """Take over what is known of an article by now, if anything is otherwise than before."""
    columns = COLUMNS
    assignments = ", ".join(f"{column} = ?" for column in columns)
    same = " AND ".join(f"{column} IS ?" for column in columns)
    row = row_of(article)
    return connection.execute(f"UPDATE article SET {assignments} WHERE id = ? AND NOT ({same})", (*row, number, *row))


def _update_form(connection: Connection, record: ArticleRecord, article: Article) -> Rows:
    """A newer version of the program may divide the same text otherwise, and a page may lead elsewhere."""
    form = stored_paragraphs(article.paragraphs), stored_links(article.links)
    return connection.execute(
        "UPDATE version SET paragraphs = ?, links = ? WHERE id = ? AND (paragraphs, links) <> (?, ?)",
        (*form, record.version_id, *form),
    )


def _article(number: int, kept: Sequence[Any] | None) -> Article:
    """An article of what is kept of it, as `_KEPT` has that. Raises LibraryError without a text."""
    if kept is None or kept[0] is None:
        raise LibraryError(f"The library is damaged: the text of article {number} is missing.")
    raw, paragraphs, links, kind, location, *metadata = kept
    content = whole(raw)
    found = paragraphs_of(paragraphs, len(content))
    return Article(
        text=content,
        paragraphs=(Paragraph(0, len(content)),) if found is None else found,
        metadata=metadata_of(metadata),
        origin=origin_of(kind, location),
        links=links_of(links, len(content)) or (),
    )
