"""The kinds of annotation and the colours of highlights, by the words that stand for them in files and queries."""

from __future__ import annotations

from enum import StrEnum

COLOURS = ("yellow", "green", "blue", "pink", "orange", "purple")
"""The colours of highlights, in the order in which a key steps through them."""


class Kind(StrEnum):
    """The kinds of annotation."""

    NOTE = "note"
    HIGHLIGHT = "highlight"
    BOOKMARK = "bookmark"
    """A place to come back to, with or without words on it."""


CORRECTION = "correction"
"""What a correction of what was found is called beside the kinds of annotation."""
