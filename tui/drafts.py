"""The draft of a note that is being written, kept in the library so that a crash does not lose it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.store.errors import LibraryError

if TYPE_CHECKING:
    from newsreader.store.library import Library


class DraftOf:
    """The draft of one note. Nothing here raises: a draft that cannot be kept must not stop anybody from writing."""

    def __init__(self, library: Library | None, key: str) -> None:
        """Keep it under `key`, which says what the note is on; without a library there is no draft."""
        self._library = library
        self._key = key

    def read(self) -> str | None:
        """What was written last and neither kept nor thrown away; None if there is nothing."""
        try:
            return self._library.draft(self._key) if self._library else None
        except LibraryError:
            return None

    def write(self, text: str) -> None:
        """Keep what has been written so far."""
        try:
            if self._library:
                self._library.save_draft(self._key, text)
        except LibraryError:
            return

    def drop(self) -> None:
        """Forget it, since the note was kept or given up."""
        try:
            if self._library:
                self._library.drop_draft(self._key)
        except LibraryError:
            return
