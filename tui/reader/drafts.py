"""The draft of a note that is being written, kept in the library so that a crash does not lose it."""

from __future__ import annotations

from threading import Lock, Thread
from typing import TYPE_CHECKING, Self, TypeVar

from newsreader.store.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.annotations.notebook import Notebook
    from newsreader.store.library import Library


_Done = TypeVar("_Done")

_UNSAVED: dict[str, str] = {}
"""What could not be written, by key: kept as long as the program runs, for when there is room on the disk again."""


def keep_the_rest(library: Library | None) -> list[str]:
    """Try once more to keep what could not be written, and return what still cannot: the reader is to see it."""
    for key, text in [*_UNSAVED.items()]:
        DraftOf(library, key).write(text)
    rest = [*_UNSAVED.values()]
    _UNSAVED.clear()
    return rest


class DraftOf:
    """The draft of one note. Nothing here raises: a draft that cannot be kept must not stop anybody from writing."""

    def __init__(self, library: Library | None, key: str) -> None:
        """Keep it under `key`, which says what the note is on; without a library there is no draft."""
        self._library = library
        self._key = key
        self._lock = Lock()
        self._waiting: str | None = None
        """What is to be written next by a thread; taken with the lock held, so that nothing older comes later."""

    @classmethod
    def of(cls, library: Library | None, notebook: Notebook, on: str) -> Self:
        """The draft of the note that `on` says what it is on, of an article's notebook."""
        return cls(library, f"{notebook.number} {on}")

    def until_kept(self, text: str, deed: Callable[[Notebook], _Done]) -> Callable[[Notebook], _Done]:
        """A deed that keeps the note; where it cannot, which it raises at once, `text` is the draft."""

        def kept(notebook: Notebook) -> _Done:
            try:
                done = deed(notebook)
            except LibraryError:
                _UNSAVED[self._key] = text
                self.write_soon(text)
                raise
            self.drop()
            return done

        return kept

    def read(self) -> str | None:
        """What was written last and neither kept nor thrown away; None if there is nothing."""
        if self._key in _UNSAVED:
            return _UNSAVED[self._key]
        try:
            return self._library.draft(self._key) if self._library else None
        except LibraryError:
            return None

    def write_soon(self, text: str) -> None:
        """Have what has been written so far kept without anybody waiting for the disk."""
        self._waiting = text
        Thread(target=self._write_waiting, name="draft", daemon=True).start()

    def write(self, text: str) -> None:
        """Keep what has been written so far; it is kept when this returns."""
        with self._lock:
            self._waiting = None
            self._save(text)

    def _write_waiting(self) -> None:
        with self._lock:
            text, self._waiting = self._waiting, None
            if text is not None:
                self._save(text)

    def _save(self, text: str) -> None:
        try:
            if self._library:
                self._library.save_draft(self._key, text)
                _UNSAVED.pop(self._key, None)
        except LibraryError:
            _UNSAVED[self._key] = text

    def drop(self) -> None:
        """Forget it, since the note was kept or given up."""
        with self._lock:
            self._waiting = None
            _UNSAVED.pop(self._key, None)
            try:
                if self._library:
                    self._library.save_draft(self._key, None)
            except LibraryError:
                return
