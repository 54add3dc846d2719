"""Finds annotated spans again when the text they were made on has been edited.

A span is placed where there is no doubt, and nowhere otherwise. Offsets are code points, end exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.model import Anchor
from newsreader.store.shift import Shift, common_beginning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CONTEXT = 64
"""How many code points before and after a span are kept with it."""

LONG_QUOTE = 32
"""From this length a quote is known by itself, and it is enough that one side of its context agrees."""

AGREEMENT = 12
"""How many code points of context must agree on a side: two words or so. A name alone is found in any sentence."""

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
        self._shifts: dict[str, Shift | None] = {}

    def place(self, wanted: Anchor) -> Span | None:
        """Where the anchored span is in this text; None when it is gone, or could be in several places."""
        if wanted.text_sha256 == self._text_sha256:
            span: Span | None = (wanted.start, wanted.end)
        else:
            shift = self._shift(wanted.text_sha256)
            span = shift.span(wanted.start, wanted.end, margin=AGREEMENT) if shift else None
        if span is not None and self._text[span[0] : span[1]] == wanted.quote:
            return span
        return _search(self._text, wanted)

    def _shift(self, sha256: str) -> Shift | None:
        if sha256 not in self._shifts:
            old = self._old_text(sha256)
            self._shifts[sha256] = None if old is None else Shift(old, self._text)
        return self._shifts[sha256]


def _search(text: str, wanted: Anchor) -> Span | None:
    """The one place where the exact quote stands in its context."""
    if not wanted.quote:
        return None
    found = [start for start in _candidates(text, wanted) if _fits(text, start, wanted)]
    if len(found) > 1:
        found = [start for start in found if _agreement(text, start, wanted) == _whole(wanted)]
    return (found[0], found[0] + len(wanted.quote)) if len(found) == 1 else None


def _candidates(text: str, wanted: Anchor) -> Iterator[int]:
    """Where the quote may be: a short one only with the context that it needs, or a common word would be everywhere."""
    if len(wanted.quote) >= LONG_QUOTE:
        return _occurrences(text, wanted.quote)
    before, after = wanted.prefix[-AGREEMENT:], wanted.suffix[:AGREEMENT]
    return (start + len(before) for start in _occurrences(text, before + wanted.quote + after))


def _occurrences(text: str, quote: str) -> Iterator[int]:
    start = text.find(quote)
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)


def _fits(text: str, start: int, wanted: Anchor) -> bool:
    """Whether enough of the context agrees to know the place."""
    before, after = _agreement(text, start, wanted)
    if len(wanted.quote) >= LONG_QUOTE and max(before, after) >= AGREEMENT:
        return True
    # A span near an end of its text has less context on that side, and needs more on the other.
    whole_before, whole_after = _whole(wanted)
    both = min(2 * AGREEMENT, whole_before + whole_after)
    return before >= min(AGREEMENT, whole_before) and after >= min(AGREEMENT, whole_after) and before + after >= both


def _agreement(text: str, start: int, wanted: Anchor) -> tuple[int, int]:
    """How many code points next to the occurrence of the quote at `start` are as they were, before and after it."""
    end = start + len(wanted.quote)
    before = common_beginning(text[max(0, start - len(wanted.prefix)) : start][::-1], wanted.prefix[::-1])
    after = common_beginning(text[end : end + len(wanted.suffix)], wanted.suffix)
    return before, after


def _whole(wanted: Anchor) -> tuple[int, int]:
    return len(wanted.prefix), len(wanted.suffix)
