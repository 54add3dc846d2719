"""Finds annotated spans again when the text they were made on has been edited.

A span is placed where there is no doubt, and nowhere otherwise. Offsets are code points, end exclusive.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newsreader.alignment import Alignment, Change, Orphan, Placement, QuoteFinder, place, realign
from newsreader.annotations.model import Anchor

if TYPE_CHECKING:
    from collections.abc import Callable

CONTEXT = 64
"""How many code points before and after a span are kept with it."""

Span = tuple[int, int]


def anchor(text: str, text_sha256: str, start: int, end: int) -> Anchor:
    """Describe the span of `text` so that it can be found again; raises ValueError if it is empty or outside."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no span of a text of {len(text)} code points: {start} to {end}")
    prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Anchor(start, end, text[start:end], prefix, suffix, text_sha256)


class Placer:
    """Places anchors in one text; `old_text` gives the text of an earlier version by its digest, if it is known."""

    def __init__(self, text: str, text_sha256: str, old_text: Callable[[str], str | None]) -> None:
        self._text = text
        self._text_sha256 = text_sha256
        self._old_text = old_text
        self._alignments: dict[str, Alignment | None] = {}

    def place(self, wanted: Anchor) -> Span | None:
        """Where the anchored span is in this text; None when it is gone, or could be in several places."""
        found = self.locate(wanted)
        return None if isinstance(found, Orphan) else (found.start, found.end)

    def locate(self, wanted: Anchor) -> Placement | Orphan:
        """Where the anchored span is and what happened to it, or the places that it might be meant for.

        Where both text versions are known, their alignment decides; only else is the quote looked for.
        """
        if wanted.text_sha256 == self._text_sha256 and self._text[wanted.start : wanted.end] == wanted.quote != "":
            return Placement(wanted.start, wanted.end, Change.UNCHANGED, 1.0)
        alignment = self._alignment(wanted.text_sha256)
        if alignment and alignment.old[wanted.start : wanted.end] == wanted.quote != "":
            return place(alignment, wanted.start, wanted.end)
        return self._finder.find(wanted.quote, wanted.prefix, wanted.suffix)

    @cached_property
    def _finder(self) -> QuoteFinder:
        return QuoteFinder(self._text)

    def _alignment(self, sha256: str) -> Alignment | None:
        """Made once for each earlier version that anchors point into."""
        if sha256 not in self._alignments:
            old = None if sha256 == self._text_sha256 else self._old_text(sha256)
            self._alignments[sha256] = None if old is None else realign(old, self._text)
        return self._alignments[sha256]
