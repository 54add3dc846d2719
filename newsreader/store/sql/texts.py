"""The texts of articles as they are kept, each once, by its digest."""

from __future__ import annotations

from newsreader.store.errors import LibraryError


def whole(stored: bytes | str) -> str:
    """The text of an article, whose offsets and digest would not hold with other signs. Raises LibraryError."""
    if isinstance(stored, str):
        return stored
    try:
        return stored.decode()
    except UnicodeDecodeError as error:
        raise LibraryError(
            "The text of an article is damaged: “newsreader annotations check” says which, and “restore” takes a copy."
        ) from error
