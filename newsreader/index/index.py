"""The index of the library as the rest of the program sees it."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, Self

from newsreader.index import current, file
from newsreader.index.asking import HAS_PARAGRAPH
from newsreader.index.errors import IndexFileError, explained
from newsreader.index.rows import Rows
from newsreader.index.searching import Searcher
from newsreader.index.stored import StoredArticles
from newsreader.index.transaction import writing
from newsreader.query.wording import words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newsreader.article import Article
    from newsreader.entity import Analysis
    from newsreader.index.appearing import Things
    from newsreader.index.arrivals import Arrivals
    from newsreader.index.lately import Lately
    from newsreader.index.nearby import Paragraphs
    from newsreader.index.packing import Packing
    from newsreader.index.standing import Standings
    from newsreader.index.stories import Told
    from newsreader.store.library import Library
    from newsreader.store.records import ArticleRecord
    from newsreader.store.server_address import ServerAddress
    from newsreader.store.standing import Standing


STEPS = 20_000
"""Instructions of SQLite after which it is asked whether an answer is still wanted: less than a millisecond."""


def _has_paragraph(connection: sqlite3.Connection, stored: StoredArticles, today: date) -> Callable[..., bool]:
    """What answers the function of that name, made when it is asked for the first time."""

    @cache
    def paragraphs() -> Paragraphs:
        from newsreader.index.nearby import Paragraphs

        return Paragraphs(connection, stored, today)

    return lambda *asked: paragraphs().has(*asked)


class Index:
    """An open index, for one thread. It may be dropped at any time, and is made anew from the library.

    Every method may raise `IndexFileError`.
    """

    def __init__(self, connection: sqlite3.Connection, stored: StoredArticles, today: date | None = None) -> None:
        """Take the connection; ages in queries count from `today`, by default the day that it is."""
        self._connection = connection
        self._stored = stored
        with explained():
            self._seen = file.Seen(connection)
        today = today or date.today()
        self.search = Searcher(Rows(connection), today)
        """Answers queries."""
        self._today = today
        connection.create_function("is_whole", 2, lambda text, wanted: " ".join(words(text or "")) == wanted)
        connection.create_function(HAS_PARAGRAPH, 3, _has_paragraph(connection, stored, today))

    @cached_property
    def arrivals(self) -> Arrivals:
        """Answers what rules ask."""
        from newsreader.index.arrivals import Arrivals

        return Arrivals(Rows(self._connection), self._today)

    @cached_property
    def packing(self) -> Packing:
        """Has names and days be counted quickly in long lists, too, after some were taken in."""
        from newsreader.index.packing import Packing

        return Packing(self._connection)

    @cached_property
    def things(self) -> Things:
        """Answers what is asked about one thing."""
        from newsreader.index.appearing import Things

        return Things(Rows(self._connection), self._today)

    @cached_property
    def standings(self) -> Standings:
        """Answers where things stand, however often that is."""
        from newsreader.index.standing import Standings

        return Standings(Rows(self._connection), self._today)

    @cached_property
    def lately(self) -> Lately:
        """Answers what is new."""
        from newsreader.index.lately import Lately

        return Lately(Rows(self._connection), self._today)

    @classmethod
    def open(cls, library: Path | ServerAddress, folder: Path | None = None, today: date | None = None) -> Self:
        """Open the index of the library there, in `folder` or the cache folder. Raises `IndexFileError`."""
        return cls(file.connect(library, folder), StoredArticles(library), today)

    @classmethod
    def open_default(cls) -> Self:
        """Open the index of the library of the settings. Raises `IndexFileError`."""
        from newsreader.paths import NoHomeError
        from newsreader.store.errors import LibraryError
        from newsreader.store.library import library_place

        try:
            return cls.open(library_place())
        except (LibraryError, NoHomeError) as error:
            raise IndexFileError(str(error)) from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Have all that is taken in meanwhile be in the index as a whole or not at all, which is quicker, too."""
        with explained(), writing(self._connection):
            yield

    @classmethod
    def in_memory(cls, library: Library, today: date | None = None) -> Self:
        """An empty index of a library, which works like any other and is gone when it is closed."""
        return cls(file.connect_in_memory(), StoredArticles(None, library), today)

    def follow(
        self, library: Library, progress: Callable[[int], object] = lambda _: None, *, most: int | None = None
    ) -> int:
        """Take in what changed in the library, and return how many articles that were.

        With `most` nothing is done if there are more changes than that. `progress` is told after each batch how many it
        was. Being killed at any time costs one batch.
        """
        from newsreader.index import following

        with explained():
            if most is not None and following.count_behind(self._connection, library) > most:
                return 0
            return following.follow(self._connection, library, progress)

    def is_current(self, standing: Standing) -> bool:
        """Whether a library that stands there has nothing that `follow` would take in."""
        with explained():
            return current.is_current(self._connection, standing)

    def unnamed(self, rules: str, limit: int) -> list[int]:
        """The articles whose names are not known yet, or only by other `rules`, the newest first."""
        with explained():
            return current.unnamed(self._connection, rules, limit)

    def count_unnamed(self, rules: str | None = None) -> int:
        """How many articles that are; without `rules`, those that were never read for names."""
        with explained():
            return current.count_unnamed(self._connection, rules)

    def name(self, record: ArticleRecord, article: Article, analysis: Analysis, rules: str) -> bool:
        """Take in the names and days of an article; False, and nothing is done, if the index has another text of it."""
        from newsreader.index import naming

        with explained():
            return naming.name(self._connection, record, article, analysis, rules)

    def stop_when(self, unwanted: Callable[[], bool]) -> None:
        """From now on, have what is being asked end with `Interrupted` as soon as it is `unwanted`."""
        self._connection.set_progress_handler(unwanted, STEPS)

    def has_changed(self) -> bool:
        """Whether somebody else changed the index since this was asked last."""
        with explained():
            return self._seen.has_changed()

    def is_replaced(self) -> bool:
        """Whether there is another file in place of this one since this was asked first: the index was made anew.

        What is asked here is then out of date, and stays so.
        """
        with explained():
            return self._seen.is_replaced()

    def fold(
        self, library: Library, progress: Callable[[int], object] = lambda _: None, *, most: int | None = None
    ) -> int:
        """Find out of all articles that came in which tell the same story, and return how many were looked at.

        With `most` it stops once it has looked at so many. `progress` is told after each batch how many it was. Being
        killed at any time costs one batch.
        """
        from newsreader.index import stories

        with explained():
            return stories.fold(self._connection, library, progress, most=most)

    def count_unfolded(self) -> int:
        """How many articles `fold` would look at."""
        from newsreader.index import stories

        with explained():
            return stories.count_unfolded(self._connection)

    def told_with(self, article: int) -> list[Told]:
        """The other articles of the story of an article, the fullest first, each with the reason."""
        from newsreader.index import stories

        with explained():
            return stories.told_with(self._connection, article)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
        self._stored.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
