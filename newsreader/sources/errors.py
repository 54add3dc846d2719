"""The one error that sources raise, and how its sentence names what could not be had."""

from __future__ import annotations

from newsreader.addresses import without_password
from newsreader.sanitise import printable

MOST = 120
"""Code points of a name or an address in a sentence."""


class SourceError(Exception):
    """An article that could not be had. Its text is one sentence, safe to print, that says what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(printable(sentence))


def shown(name: str) -> str:
    """A path or an address for a sentence: no user name and password, and of a long one the start and the end."""
    public = without_password(name)
    return public if len(public) <= MOST else f"{public[: MOST // 3]}…{public[-MOST * 2 // 3 :]}"
