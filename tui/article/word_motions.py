"""Words of news text: what a double click takes, and how far a motion goes. Rules, not a model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.languages.record import Stretch

_WORD = re.compile(r"[^\W_]+(?:[.'’\-&@_][^\W_]+)*")
"""A word holds its inner apostrophes, hyphens and full stops: `Kim’s`, `post-Soviet`, `U.S`, `AT&T`."""


def word_at(text: str, offset: int) -> Stretch | None:
    """Find the word that holds code point `offset`, or None where there is none."""
    line_start = max(text.rfind(" ", 0, offset + 1), text.rfind("\n", 0, offset + 1)) + 1
    for match in _WORD.finditer(text, line_start):
        if match.start() > offset:
            return None
        if offset < match.end():
            return match.span()
    return None


def next_word(text: str, offset: int, limit: int) -> int:
    """Start of the first word behind `offset`; `limit` if there is none before it."""
    inside = word_at(text, offset)
    match = _WORD.search(text, inside[1] if inside else offset + 1, limit)
    return match.start() if match else limit


def word_end(text: str, offset: int, limit: int) -> int:
    """Offset of the last character of this word or, from there, of the next; `limit` if there is none before it."""
    inside = word_at(text, offset)
    if inside and offset < inside[1] - 1:
        return inside[1] - 1
    match = _WORD.search(text, offset + 1, limit)
    return match.end() - 1 if match else limit


def previous_word(text: str, offset: int, limit: int) -> int:
    """Start of this word or, from there, of the one before; `limit` if there is none behind it."""
    inside = word_at(text, offset)
    if inside and offset > inside[0]:
        return max(inside[0], limit)
    reach = 64
    while True:
        start = max(offset - reach, limit)
        last = max((match.start() for match in _WORD.finditer(text, start, offset)), default=start)
        if last > start or start == limit:
            return last
        reach *= 2
