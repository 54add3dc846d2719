"""The articles of the library, for what the index does not keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.article import Article
    from newsreader.store.library import Library
    from newsreader.store.server_address import ServerAddress


class StoredArticles:
    """The articles of the library in a place, which is opened when the first of them is wanted."""

    def __init__(self, place: Path | ServerAddress | None, library: Library | None = None) -> None:
        """Take the place, or a library that is open and stays so."""
        self._place = place
        self._library = library

    def find(self, article: int) -> Article | None:
        """The article with that number; None if it cannot be had."""
        from newsreader.store.errors import LibraryError
        from newsreader.store.library import Library

        try:
            if self._library is None:
                self._library = Library.open(self._place, check=False)
            with self._library.reading() as unit:
                record = unit.articles.latest(article)
                return None if record is None else unit.articles.stored(record)
        except LibraryError:
            return None

    def close(self) -> None:
        """Close the library, if it was opened."""
        if self._library is not None and self._place is not None:
            self._library.close()
