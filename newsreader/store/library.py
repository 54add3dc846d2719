"""The library: everything the reader made, behind one door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from newsreader import paths
from newsreader.article import Origin, OriginKind
from newsreader.store import articles, database, drafts, joining, marks, places, recent
from newsreader.store.errors import LibraryError
from newsreader.store.records import ArticleRecord, ReadingPlace, RecentArticle

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from newsreader.article import Article

__all__ = ["ArticleRecord", "Library", "LibraryError", "ReadingPlace", "RecentArticle"]

FILE_NAME = "library.db"


class Library:
    """An open library. Every method may raise LibraryError, and then has changed nothing. Any thread may use it."""

    def __init__(self, store: database.Database, *, lasting: bool) -> None:
        self.database = store
        self.lasting = lasting
        """Whether anything is still there after closing; tell the reader if not."""

    @classmethod
    def open(cls, path: Path | None = None, *, check: bool = True) -> Self:
        """Open the library file, by default `library.db` in the data folder, creating it if there is none.

        Raises LibraryError, with one sentence for the reader, when the file is of a newer version, damaged, locked,
        not writable, or cannot be made; it is then left as it was. `in_memory` lets reading go on. Without `check`,
        whether it may be written is left to `check_writable`, which may have to wait for others.
        """
        try:
            file = path or paths.data_dir() / FILE_NAME
        except paths.NoHomeError as error:
            raise LibraryError(str(error)) from error
        return cls(database.open_file(file, check=check), lasting=True)

    @classmethod
    def in_memory(cls) -> Self:
        """An empty library that works like any other and is gone when it is closed."""
        return cls(database.open_in_memory(), lasting=False)

    def check_writable(self) -> None:
        """Find out whether anything can be kept."""
        self.database.check_writable()

    def remember(self, article: Article) -> ArticleRecord:
        """Note that `article` is opened now, keep this version of its text, and return its record."""
        with self.database.write() as connection:
            record = articles.remember(connection, article)
            recent.note_opening(connection, record)
            return record

    def find(self, article: Article) -> ArticleRecord | None:
        """The record of `article` if it was opened before with this very text; notes nothing."""
        with self.database.read() as connection:
            return articles.find(connection, article)

    def is_newcomer(self, record: ArticleRecord) -> bool:
        """Whether it is open whether the article is one that is known from elsewhere."""
        with self.database.read() as connection:
            return joining.is_newcomer(connection, record.id)

    def settle(self, record: ArticleRecord) -> None:
        """Note that the article need not be asked about any more."""
        with self.database.write() as connection:
            joining.settle(connection, record.id)

    def recent(self, limit: int = 50) -> list[RecentArticle]:
        """The articles opened last, the latest first."""
        with self.database.read() as connection:
            return recent.recent(connection, limit)

    def latest(self, article_id: int) -> ArticleRecord | None:
        """The record of the version that was opened last; None if there is no such article."""
        with self.database.read() as connection:
            return articles.latest(connection, article_id)

    def at(self, location: str) -> ArticleRecord | None:
        """The record of what was last opened from a path or URL; None if nothing was. Looks at no file and no page.

        Behind a `#` the location may have a part.
        """
        kind = OriginKind.URL if "://" in location else OriginKind.FILE
        whole, _, part = location.rpartition("#")
        with self.database.read() as connection:
            found = articles.at(connection, Origin(kind, location))
            return articles.at(connection, Origin(kind, whole, part)) if found is None and whole else found

    def annotated(self) -> list[ArticleRecord]:
        """The records of all articles with annotations, the last opened first."""
        with self.database.read() as connection:
            return articles.annotated(connection)

    def stored(self, record: ArticleRecord) -> Article:
        """The article at that version of its text, from the library alone."""
        with self.database.read() as connection:
            return articles.stored(connection, record)

    def text(self, sha256: str) -> str | None:
        """The text version of that digest, None if no article ever had it."""
        with self.database.read() as connection:
            return articles.text(connection, sha256)

    def place(self, record: ArticleRecord) -> ReadingPlace | None:
        """Where reading stopped, in code points of the text of `record`; None if it never began."""
        with self.database.read() as connection:
            _check(connection, record)
            return places.place(connection, record)

    def save_place(self, record: ArticleRecord, place: ReadingPlace) -> None:
        """Keep where reading stopped."""
        with self.database.write() as connection:
            _check(connection, record)
            places.save_place(connection, record, place)

    def marks(self, record: ArticleRecord) -> dict[str, int]:
        """The marks of the article: letter to offset in code points of the text of `record`."""
        with self.database.read() as connection:
            _check(connection, record)
            return marks.marks(connection, record)

    def set_mark(self, record: ArticleRecord, letter: str, offset: int) -> None:
        """Set or move the mark `letter` to `offset` (code points)."""
        with self.database.write() as connection:
            _check(connection, record)
            marks.set_mark(connection, record, letter, offset)

    def draft(self, key: str) -> str | None:
        """The note that was being written under `key` when it was last saved; None if there is none."""
        with self.database.read() as connection:
            return drafts.draft(connection, key)

    def save_draft(self, key: str, text: str) -> None:
        """Keep what has been written of a note so far; it is on the disk when this returns."""
        clean = text.encode("utf-8", "replace").decode("utf-8")
        with self.database.write(durable=True) as connection:
            drafts.save_draft(connection, key, clean)

    def drop_draft(self, key: str) -> None:
        """Forget a draft, since its note was saved or given up."""
        with self.database.write() as connection:
            drafts.drop_draft(connection, key)

    def close(self) -> None:
        """Close the file; safe to call twice."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _check(connection: sqlite3.Connection, record: ArticleRecord) -> None:
    """Raise LibraryError where a copy took the place of the library and the number may be another article's."""
    if not articles.holds(connection, record):
        raise LibraryError("Another copy of the library took its place: open the article again.")
