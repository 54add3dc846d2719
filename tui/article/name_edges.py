"""Which part of a selection can be a name: all but blanks and stray marks at its edges."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.languages.record import Stretch
    from newsreader.languages.sentences import Sentences

_BEGINS = "@#"
"""Marks that a name may begin with; signs of currencies besides."""
_ENDS = "%°+"
"""Marks that a name may end with (`Disney+`); signs of currencies besides."""
_BRACKETS = {"(": ")", "[": "]"}
_OPENING = {close: opening for opening, close in _BRACKETS.items()}


def name_in(text: str, start: int, end: int, sentences: Sentences) -> Stretch | None:
    """Find the name in `text[start:end]`: without quotation marks, commas or what else belongs to the sentence.

    A bracket stays if its other half is within, a full stop if the word before it is written with one; None if nothing
    is left.
    """
    end = _trimmed_end(text, start, end, sentences)
    while start < end and not _can_begin(text, start, end):
        start += 1
    end = _trimmed_end(text, start, end, sentences)  # a bracket may have lost its other half
    return (start, end) if start < end else None


def _trimmed_end(text: str, start: int, end: int, sentences: Sentences) -> int:
    while start < end and not _can_end(text, start, end, sentences):
        end -= 1
    return end


def _can_begin(text: str, start: int, end: int) -> bool:
    first = text[start]
    return first.isalnum() or _is_sign(first, _BEGINS) or _BRACKETS.get(first, "\0") in text[start : end - 1]


def _can_end(text: str, start: int, end: int, sentences: Sentences) -> bool:
    last, inside = text[end - 1], text[start : end - 1]
    if last == ".":
        token = inside.rpartition(" ")[2].rpartition("\n")[2]
        return token != "" and sentences.writes_stop_behind(token)
    return last.isalnum() or _is_sign(last, _ENDS) or _OPENING.get(last, "\0") in inside


def _is_sign(character: str, marks: str) -> bool:
    """Whether it is one of these marks, the sign of a currency, or a part of the letter before it."""
    return character in marks or unicodedata.category(character) in ("Sc", "Mn", "Mc", "Me")
