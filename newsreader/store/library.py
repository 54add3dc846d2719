"""The library: everything the reader made, behind one door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from newsreader import config, paths
from newsreader.article import Origin, OriginKind
from newsreader.store.errors import LibraryError
from newsreader.store.server_address import ServerAddress
from newsreader.store.sqlite import opening
from newsreader.store.work_queue import WorkQueue

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from newsreader.article import Article
    from newsreader.store.protocols import Store, Unit
    from newsreader.store.records import ArticleRecord, ReadingPlace, RecentArticle

FILE_NAME = paths.LIBRARY


def library_place() -> Path | ServerAddress:
    """Where the library is unless it is told otherwise: on the server that the settings name, else in a file.

    Raises `paths.NoHomeError`, and LibraryError where the settings name something else: what is written must not go
    into another library than was meant.
    """
    named = config.load().library
    return ServerAddress.of(named) if named else paths.data_dir() / FILE_NAME


def library_file() -> Path:
    """The file of the library, for what can be done with files alone.

    Raises `paths.NoHomeError`, and LibraryError if the library is on a server.
    """
    place = library_place()
    if isinstance(place, ServerAddress):
        raise LibraryError(f"The library is on a server ({place}): copies of it are made and checked there.")
    return place


def library_exists() -> bool:
    """Whether there is a library; one on a server is thought to be there. Raises what `library_place` does."""
    place = library_place()
    return isinstance(place, ServerAddress) or place.exists()


class Library:
    """An open library. Any thread may use it; every method may raise LibraryError, and then has changed nothing.

    `reading` and `writing` lend a unit of work for whatever takes several steps; each other method is one by itself.
    """

    def __init__(self, store: Store, *, lasting: bool, is_shared: bool = False, shares_notes: bool = False) -> None:
        self._store = store
        self.is_shared = is_shared
        """Whether several people may use it."""
        self.shares_notes = shares_notes
        """Whether what is noted from now on is seen by all with whom the library is shared."""
        self.queue = WorkQueue(at_once=not is_shared)
        """Does what nobody is to wait for, one thing after the other."""
        self.lasting = lasting
        """Whether anything is still there after closing; tell the reader if not."""

    @classmethod
    def open(cls, place: Path | ServerAddress | None = None, *, check: bool = True) -> Self:
        """Open the library in a file or on a server, by default that of the settings; a file is made if there is none.

        Raises LibraryError, with one sentence for the reader, when it is of a newer version, damaged, locked, not
        writable, out of reach, or cannot be made; it is then left as it was. `in_memory` lets reading go on. Without
        `check`, whether it may be written is left to `check_writable`, which may have to wait for others, and one that
        may not can be read.
        """
        try:
            where = place or library_place()
        except paths.NoHomeError as error:
            raise LibraryError(str(error)) from error
        if isinstance(where, ServerAddress):
            shares = config.load().shared_notes
            return cls(_on_server(where, check=check), lasting=True, is_shared=True, shares_notes=shares)
        return cls(opening.open_file(where, check=check), lasting=True)

    @classmethod
    def in_memory(cls) -> Self:
        """An empty library that works like any other and is gone when it is closed."""
        return cls(opening.open_in_memory(), lasting=False)

    def reading(self) -> AbstractContextManager[Unit]:
        """A unit of work that changes nothing."""
        return self._store.reading()

    def writing(self, *, durable: bool = False) -> AbstractContextManager[Unit]:
        """A unit of work that happens on leaving, as a whole or not at all; a `durable` one survives a power cut."""
        return self._store.writing(durable=durable)

    def check_writable(self) -> None:
        """Find out whether anything can be kept."""
        self._store.check_writable()

    def remember(self, article: Article) -> ArticleRecord:
        """Note that `article` is opened now, keep this version of its text, and return its record."""
        with self.writing() as unit:
            record = unit.articles.remember(article)
            unit.reading.note_opening(record)
            return record

    def find(self, article: Article) -> ArticleRecord | None:
        """The record of `article` if it was opened before with this very text; notes nothing."""
        with self.reading() as unit:
            return unit.articles.find(article)

    def recent(self, limit: int = 50) -> list[RecentArticle]:
        """The articles opened last, the latest first."""
        with self.reading() as unit:
            return unit.reading.recent(limit)

    def latest(self, article_id: int) -> ArticleRecord | None:
        """The record of the version that was opened last; None if there is no such article."""
        with self.reading() as unit:
            return unit.articles.latest(article_id)

    def at(self, location: str) -> ArticleRecord | None:
        """The record of what was last opened from a path or URL; None if nothing was. Looks at no file and no page.

        Behind a `#` the location may have a part.
        """
        kind = OriginKind.URL if "://" in location else OriginKind.FILE
        whole, _, part = location.rpartition("#")
        with self.reading() as unit:
            found = unit.articles.at(Origin(kind, location))
            return unit.articles.at(Origin(kind, whole, part)) if found is None and whole else found

    def annotated(self) -> list[ArticleRecord]:
        """The records of all articles with annotations, the last opened first."""
        with self.reading() as unit:
            return unit.articles.annotated()

    def stored(self, record: ArticleRecord) -> Article:
        """The article at that version of its text, from the library alone."""
        with self.reading() as unit:
            return unit.articles.stored(record)

    def text(self, sha256: str) -> str | None:
        """The text version of that digest, None if no article ever had it."""
        with self.reading() as unit:
            return unit.articles.text(sha256)

    def place(self, record: ArticleRecord) -> ReadingPlace | None:
        """Where reading stopped, in code points of the text of `record`; None if it never began."""
        with self.reading() as unit:
            return unit.reading.place(record)

    def save_place(self, record: ArticleRecord, place: ReadingPlace) -> None:
        """Keep where reading stopped."""
        with self.writing() as unit:
            unit.reading.save_place(record, place)

    def marks(self, record: ArticleRecord) -> dict[str, int]:
        """The marks of the article: letter to offset in code points of the text of `record`."""
        with self.reading() as unit:
            return unit.reading.marks(record)

    def set_mark(self, record: ArticleRecord, letter: str, offset: int) -> None:
        """Set or move the mark `letter` to `offset` (code points)."""
        with self.writing() as unit:
            unit.reading.set_mark(record, letter, offset)

    def draft(self, key: str) -> str | None:
        """The note that was being written under `key` when it was last saved; None if there is none."""
        with self.reading() as unit:
            return unit.drafts.find(key)

    def save_draft(self, key: str, text: str | None) -> None:
        """Keep what has been written of a note so far; it is on the disk when this returns.

        None forgets it, since the note was saved or given up.
        """
        with self.writing(durable=text is not None) as unit:
            if text is None:
                unit.drafts.drop(key)
            else:
                unit.drafts.save(key, text)

    def setting(self, name: str) -> str | None:
        """A setting that is kept here; None as long as it was never set."""
        with self.reading() as unit:
            return unit.settings.find(name)

    def keep_setting(self, name: str, value: str) -> None:
        """Set it from now on."""
        with self.writing() as unit:
            unit.settings.put(name, value)

    def close(self) -> None:
        """Close the file; safe to call twice."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _on_server(address: ServerAddress, *, check: bool) -> Store:
    from newsreader.store.postgres.opening import open_server

    store = open_server(address.url)
    try:
        if check:
            store.check_writable()
    except LibraryError:
        store.close()
        raise
    return store
