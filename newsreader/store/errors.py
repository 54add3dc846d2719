"""What can go wrong with the library, in one sentence that says what to do."""

from __future__ import annotations


class LibraryError(Exception):
    """The library could not be opened, read or written; `sentence` tells the reader what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
