"""The one error that sources raise."""

from __future__ import annotations

from newsreader.sanitise import printable


class SourceError(Exception):
    """An article that could not be had. Its text is one sentence, safe to print, that says what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(printable(sentence))
