"""The look of single words: capitals, dots, particles. Pure functions that every rule about names shares."""

from __future__ import annotations

import re

from newsreader.languages.english.words.titles import PARTICLES

_TICKER = re.compile(r"[A-Z0-9]{1,6}\.[A-Z]{1,2}|\.[A-Z]{2,6}")
_DOTTED = frozenset({"U.S", "U.K", "U.N", "D.C", "U.A", "B.C", "N.Y", "L.A", "E.U"})
_SCORE = re.compile(r"(?:^|\s)\d{1,3}\s?[–-]\s?\d{1,3}$")

_SHORTEST_BLEND = 4
_LONG_NAME = 4
_LONGEST_SHORT = 8

SENTENCE_OPENERS = frozenset(
    {".", "!", "?", ":", ";", '"', "“", "”", "‘", "``", "''", "—", "–", "--", "-", "(", "[", "•", "*", "…", "..."}
)
"""Tokens after which a capital may only mean that something begins."""

POSSESSIVES = frozenset({"'s", "’s", "ʼs", "'", "’", "'S", "’S", "`s", "´s"})
"""Tokens of a possessive."""


def bare(word: str) -> str:
    """Return the word as the word lists write it: lower case, without dots (`U.S.` -> `us`, `Gen.` -> `gen`)."""
    return word.lower().replace(".", "")


def is_capital(word: str) -> bool:
    """Whether the word is written with a capital as names are (`Kim`, `al-Assad`, `eBay`, `O’Neill`)."""
    first = word[:1]
    if first.isupper():
        return True
    return first.isalpha() and any(c.isupper() for c in word[1:])


def is_capitals(word: str) -> bool:
    """Whether the word consists of capitals, two at least (`NATO`, `AT&T`, `G7`)."""
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


def is_latin(letter: str) -> bool:
    """Whether a letter is of the Latin script; what is no letter is of no other script."""
    latin = letter < "\u0370" or "\u1e00" <= letter < "\u1f00" or "\u2c60" <= letter < "\u2c80"
    return latin or not letter.isalpha()


def is_short_form(long: str, short: str) -> bool:
    """Whether a single word in brackets may be what a long name goes by, although it is not made of its letters."""
    words = long.split()
    return len(words) >= _LONG_NAME and short.isalpha() and short not in words and 2 < len(short) <= _LONGEST_SHORT


def is_blend(long: str, short: str) -> bool:
    """Whether a word is made of the letters of a longer name in their order (`Petróleos Mexicanos`, `Pemex`)."""
    if " " in short or " " not in long or len(short) < _SHORTEST_BLEND or not short.isalpha() or short[0] != long[0]:
        return False
    letters = iter(long.lower())
    return all(letter in letters for letter in short.lower())


def is_particle(word: str) -> bool:
    """Whether the word is a small word inside names of people, such as `von`, `bin`, `al`."""
    return word.lower() in PARTICLES and (word.islower() or word[:1].isupper())


def opens_sentence(words: list[str], index: int) -> bool:
    """Whether the word at `index` stands where any word would have a capital."""
    return index == 0 or words[index - 1] in SENTENCE_OPENERS or words[index - 1].isspace()


def is_ticker(word: str) -> bool:
    """Whether the word is the code of a share or index (`AAPL.O`, `.DJI`), which agencies put behind names."""
    return bool(_TICKER.fullmatch(word)) and word not in _DOTTED


def is_score(words: list[str]) -> bool:
    """Whether the last words are the result of a match (`4 - 0`, `4-0`)."""
    return bool(words) and bool(_SCORE.search(" ".join(words[-3:])))
