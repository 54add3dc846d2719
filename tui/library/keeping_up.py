"""Keeps the index in step with the library, and has the rules of the configuration hold for what came in."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from newsreader.index.errors import IndexFileError
from newsreader.index.index import Index
from newsreader.intake import rules
from newsreader.store.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.store.library import Library
    from tui.reader.session import Session


FOLDED = 600
"""So many of the articles that came in are compared with others at a time; “newsreader index” compares all."""


class KeepingUp:
    """Works in a thread of its own; `failed` is told what could not be done, and which rule is mistaken."""

    def __init__(self, session: Session, library: Library, failed: Callable[[str], object]) -> None:
        self._session = session
        self._library = library
        self._failed = failed
        self._mistaken: list[str] = []
        """What was said of rules that are left aside."""
        self.once_followed: list[Callable[[], object]] = []
        """What waits until the index in memory knows what changed."""

    def tell(self, changed: Callable[[], object]) -> None:
        """Call what waited for the index in memory, and then say that it has `changed`."""
        waiting, self.once_followed = self.once_followed, []
        for each in (*waiting, changed):
            each()

    def open_index(self) -> Index:
        """The index, for the thread that asks it; one in memory where there is no file for it."""
        if self._session.index is not None:
            return self._session.index()
        index = Index.in_memory(self._library)
        index.follow(self._library)
        return index

    def follow_in(self, opened: Callable[[], Index]) -> None:
        """Have the index that is opened so know what is in the library."""
        try:
            with opened() as index:
                self.follow(index)
        except (IndexFileError, LibraryError) as error:
            self._failed(str(error))

    def follow(self, index: Index) -> None:
        """Have an index know what is in the library. Raises `IndexFileError`, LibraryError."""
        index.follow(self._library)
        index.fold(self._library, most=FOLDED)
        with suppress(LibraryError):  # in one that may not be written nothing came in
            _, problems = rules.hold(self._library, index, self._session.config.rules)
            for sentence in problems:
                if sentence not in self._mistaken:
                    self._mistaken.append(sentence)
                    self._failed(sentence)
        if self._session.behind is not None:
            self._session.behind.look(index)
