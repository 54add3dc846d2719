"""What is kept of an article to find others that tell the same: a sample of its phrases, names, numbers and day.

The sample is a FracMinHash with a floor (Irber and others, “Lightweight compositional analysis of metagenomes with
FracMinHash”, 2022): of the hashes of all phrases those below a ceiling, so that of two articles the smaller share
below the lower ceiling estimates what share of the shorter text stands in the other, however long that is. Nothing here
knows a language: names are what is written with a capital, and numbers what has digits.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self
from zlib import crc32

from newsreader.query.wording import words

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence
    from datetime import date

PHRASE = 3
"""Words of a phrase. With four, few phrases of a text are left once every third word of it was replaced."""
ALL = 1 << 32
"""No hash is as large."""
CEILING = ALL // 4
"""Phrases with hashes below this are kept: one in four."""
FLOOR = 32
"""So many phrases are kept at least, whatever their hashes."""

_PRIME = 0x9E3779B1
"""Odd, near the golden section of 2^32: multiplying by it spreads hashes that lie close together (Knuth, 6.4)."""

_NAME_OR_NUMBER = re.compile(r"(?<![\w’'-])(?:[^\W\d_a-z][\w’'-]*|\d+(?:[.,:]\d+)*)")
_SMALL = re.compile(r"(?<![\w’'-])[^\W\d_A-Z][\w’'-]*")
_OPENING = " “”\"‘'(–—-"
_ENDS = (".", "!", "?", ":", "\n")
_POSSESSIVE = re.compile(r"[’']s?$")
_MARKS = re.compile(r"[.,:]")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of an article."""

    phrases: tuple[int, ...]
    """The hashes that are below the ceiling, the smallest first; odd are those of phrases with a name or a number."""
    ceiling: int
    facts: frozenset[int]
    """Hashes of the words of names, and of numbers."""
    day: date | None
    """When it was published, if that is known."""

    def below(self, ceiling: int) -> frozenset[int]:
        """The phrases with hashes below a ceiling, which is not above the sketch's own."""
        return frozenset(each for each in self.phrases if each < ceiling)

    def packed(self) -> tuple[bytes, int, bytes]:
        """Phrases, ceiling and facts, as `unpacked` takes them."""
        return array("I", self.phrases).tobytes(), self.ceiling, array("I", sorted(self.facts)).tobytes()

    @classmethod
    def unpacked(cls, phrases: bytes, ceiling: int, facts: bytes, day: date | None) -> Self:
        """The sketch that was packed."""
        return cls(tuple(array("I", phrases)), ceiling, frozenset(array("I", facts)), day)


def sketch_of(paragraphs: Iterable[str], day: date | None) -> Sketch:
    """The sketch of an article from its paragraphs, without furniture."""
    text = "\n".join(paragraphs)
    names = told(text)
    hashes = sorted(set(_phrases(words(text), {*words(" ".join(names))})))
    kept = [each for each in hashes if each < CEILING]
    if len(kept) >= FLOOR:
        ceiling = CEILING
    else:
        kept = hashes[:FLOOR]
        ceiling = ALL if len(kept) == len(hashes) else kept[-1] + 1
    return Sketch(tuple(kept), ceiling, frozenset(crc32(each.encode()) for each in names), day)


def told(text: str) -> set[str]:
    """The words that are names, and the numbers, of a text: `karin`, `ahlstrom`, `1200`.

    A word with which a sentence begins has its capital from there, and counts only if it has one elsewhere, too; what
    is written small elsewhere is no name, as `we` in a quotation or `board` in a title.
    """
    found: set[str] = set()
    for match in _NAME_OR_NUMBER.finditer(text):
        word = match[0]
        if word[0].isdigit():
            found.add(_MARKS.sub("", word))
        elif len(word) > 1 and word[0].isupper() and not _begins(text, match.start()):
            found.add(_POSSESSIVE.sub("", word).casefold())
    return found.difference(_SMALL.findall(text))


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins at an offset."""
    before = text[max(0, start - 4) : start].rstrip(_OPENING)
    return before.endswith(_ENDS) or (not before and start < len(_OPENING))


def _phrases(all_words: Sequence[str], names: Container[str]) -> list[int]:
    """The hashes of all runs of `PHRASE` words, odd where one of them is among the `names`."""
    distinct = {*all_words}
    number = {word: crc32(word.encode()) for word in distinct}
    named = {word: word in names for word in distinct}
    hashes, odd = [number[word] for word in all_words], [named[word] for word in all_words]
    return [
        ((first * 31 + second) * 31 + third) * _PRIME % ALL & ~1 | (a or b or c)
        for first, second, third, a, b, c in zip(hashes, hashes[1:], hashes[2:], odd, odd[1:], odd[2:], strict=False)
    ]
