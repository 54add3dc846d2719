"""The one gate for text from outside: what has passed it cannot steer a terminal or reorder what the reader sees.

It works on code points alone and knows no format. What is unsafe becomes a newline, a space or U+FFFD, or is left
out; an `OffsetMap` leads from every offset of the result back to the text as it was given.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_NEWLINES = "\r\v\f\x85\u2028\u2029"
"""Line ends other than the newline: CR, VT, FF, NEL, LS and PS (Unicode Standard 5.8)."""

_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
"""C0, DEL and C1 without the line ends and the tab: the characters a terminal obeys."""

_INVISIBLE = "\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
"""Left out: bidi controls, the byte order mark, soft hyphen, zero width space and other invisible format characters.

The joiners U+200C and U+200D and the variation selectors stay: scripts and emoji need them.
"""

_NO_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
"""Lone surrogates and the noncharacters of the first plane (Unicode Standard 23.7)."""

_RARE_NO_CHARACTERS = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
"""The noncharacters of the other planes: apart, because a class that holds them scans thirteen times slower."""

_ORDINARY = b"\n" + bytes(range(0x20, 0x7F))
"""The printable characters of ASCII and the newline."""

_UNSAFE = f"{_NEWLINES}\t{_CONTROLS}{_INVISIBLE}{_NO_CHARACTERS}"
_LEFT_OUT = f"\r\n|[{_INVISIBLE}]+"
"""After what fewer characters than as given stand in the sanitised text."""


@dataclass(frozen=True)
class OffsetMap:
    """Maps offsets in sanitised text to offsets in the text as given; what is between is counted when first asked for.

    `given` is that text, None where nothing was left out of it, and `start` how many characters of the sanitised text
    stand before the first one that is mapped. An empty map is the identity.
    """

    given: str | None = field(default=None, repr=False)
    start: int = 0
    cuts: tuple[tuple[int, int], ...] = ()
    """What was left out of the sanitised text afterwards, in order, counted from `start`."""

    def to_original(self, offset: int) -> int:
        """Return where the character at `offset` of the sanitised text stands in the text as given."""
        offset = self._with_cuts(offset) + self.start
        positions, originals = self._runs
        run = bisect_right(positions, offset) - 1
        return originals[run] + offset - positions[run]

    def span_to_original(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text as given that became `start:end`, without what was left out at its ends."""
        first = self.to_original(start)
        return first, self.to_original(end - 1) + 1 if end > start else first

    def to_sanitised(self, offset: int) -> int:
        """Return where the character at `offset` of the text as given stands in the sanitised text.

        A character that was left out stands where the next one that was kept stands.
        """
        positions, originals = self._runs
        run = bisect_right(originals, offset) - 1
        position = positions[run] + offset - originals[run]
        if run + 1 < len(positions):
            position = min(position, positions[run + 1])
        return self._without_cuts(max(position - self.start, 0))

    def from_offset(self, start: int) -> OffsetMap:
        """Return the map of the sanitised text without its first `start` characters."""
        return OffsetMap(self.given, self.start + start)

    def without(self, cuts: Sequence[tuple[int, int]]) -> OffsetMap:
        """Return the map of the sanitised text without these stretches of it, which are in order and apart."""
        return replace(self, cuts=tuple(cuts)) if cuts else self

    def _with_cuts(self, offset: int) -> int:
        """Return where a character stood before anything was cut."""
        places, lost = self._cut_places
        return offset + lost[bisect_right(places, offset)]

    def _without_cuts(self, offset: int) -> int:
        """Return where a character stands now; one that was cut stands where the next one does."""
        _, lost = self._cut_places
        index = bisect_right(self.cuts, (offset, sys.maxsize))
        inside = self.cuts[index - 1][1] - offset if index and offset < self.cuts[index - 1][1] else 0
        return offset + inside - lost[index]

    @cached_property
    def _cut_places(self) -> tuple[array[int], array[int]]:
        """Where the cuts are in what is left, and how much is lost before each, with a closing item."""
        places, lost = array("q"), array("q", [0])
        for start, end in self.cuts:
            places.append(start - lost[-1])
            lost.append(lost[-1] + end - start)
        return places, lost

    @cached_property
    def _runs(self) -> tuple[array[int], array[int]]:
        """Where the runs of characters without one left out between them start: in the sanitised text, and as given."""
        positions, originals, lost = array("q", [0]), array("q", [0]), 0
        for match in re.finditer(_LEFT_OUT, self.given or ""):
            lost += 1 if match[0] == "\r\n" else match.end() - match.start()
            originals.append(match.end())
            positions.append(match.end() - lost)
        return positions, originals


@dataclass(frozen=True, slots=True)
class Sanitised:
    """Safe text and the way back from it: its only control character is the newline."""

    text: str
    offsets: OffsetMap


_IDENTITY = OffsetMap()


def sanitise(text: str) -> Sanitised:
    """Return `text` without anything that a terminal obeys or that changes the order of what is seen.

    Line ends become newlines, a tab one space, controls, lone surrogates and noncharacters U+FFFD; bidi controls and
    invisible format characters are left out.
    """
    safe = text.replace("\r\n", "\n")
    unusual = _unusual(safe)
    if unusual and any(character in unusual for character in _RARE_NO_CHARACTERS):
        safe = _any_of(_UNSAFE + _RARE_NO_CHARACTERS).sub(_safe_match, safe)
    elif unusual and _any_of(_UNSAFE).search(unusual):
        safe = _any_of(_UNSAFE).sub(_safe_match, safe)
    return Sanitised(safe, OffsetMap(text) if len(safe) < len(text) else _IDENTITY)


def printable(text: str) -> str:
    """Return `text` as one safe line, for titles, file names and error messages: any white space is one space."""
    # Of all white space only the space is printable, and most texts are so already.
    if not text.isprintable():
        text = sanitise(text).text
    elif "  " not in text:
        return text.strip()
    return " ".join(text.split())


def in_one_line(text: str) -> str:
    """Return a safe text with each run of white space as one space, and none at its ends."""
    return text.strip() if "  " not in text and text.isprintable() else " ".join(text.split())


def _unusual(text: str) -> str:
    """What `text` has besides ordinary ASCII: little of most texts, and soon looked through."""
    return text.encode("utf-8", "surrogatepass").translate(None, _ORDINARY).decode("utf-8", "surrogatepass")


@lru_cache(maxsize=3)
def _any_of(characters: str) -> re.Pattern[str]:
    """What finds one of them; made when it is needed, which for most texts is never."""
    return re.compile(f"[{characters}]")


def _safe_match(match: re.Match[str]) -> str:
    return _safe(match[0])


@lru_cache(maxsize=512)
def _safe(unsafe: str) -> str:
    if unsafe == "\t":
        return " "
    if unsafe in _NEWLINES:
        return "\n"
    return "" if _any_of(_INVISIBLE).match(unsafe) else REPLACEMENT
