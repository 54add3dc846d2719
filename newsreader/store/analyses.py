"""What was found in the texts of a shared library, so that it is found once for all who share it."""

from __future__ import annotations

from typing import Protocol


class SharedAnalyses(Protocol):
    """An analysis for each text, the last that was kept. In a file none is: its reader has a cache beside it."""

    def find(self, text_sha256: str, key: str) -> bytes | None:
        """What was kept for a text under just this key; None if nothing or something else was."""

    def keep(self, text_sha256: str, key: str, payload: bytes) -> None:
        """Keep it in place of what is there, if whoever asks may write what others read."""
