"""Text in capitals read as if it were printed as usual: recognisers have seen little that shouts.

What is written small is told by a list of words of news and by the ends of words; all else may be a name.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from newsreader.languages.english.words.agencies import AGENCIES, MEDIA
from newsreader.languages.english.words.countries import COUNTRY_OF_NAME
from newsreader.languages.english.words.organisations import WELL_KNOWN

SMALL_WORDS_FILE = Path(__file__).parent / "data" / "small_words.txt"
"""The words that news writes with a small letter, one a line; `training/small_words.py` makes it."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_FEWEST_WORDS = 4
"""Words of the shortest line that shouts; fewer may be an acronym or two."""

_SHOUTING = 0.8
"""The part of the words that are in capitals where a text shouts."""

_SENTENCE = re.compile(r"[.!?]['’”\"]*(?:\s|$)|\n")
_FEWEST_IN_HEADLINE = 5
_MOST_IN_HEADLINE = 25
_LONGEST_SMALL = 3
"""Letters of a word that headlines may write small (`and`)."""

_HEADLINE = 0.85
"""The part of the longer words that have a capital in a headline."""

_FEWEST_ORDINARY = 3

_SMALL_ENDINGS = ("ing", "ed", "ly", "tion", "tions", "ment", "ments", "ness", "ity", "ism", "able", "ful", "less")
_SHORTEST = 6
"""Letters of a word whose ending tells that it is written small."""

_OPENS = re.compile(r"(?:^|(?<!\b\w)\.|[!?:;(\[“\"\n]|[–—-]{1,2})\s*$")
_SCOTS = re.compile(r"^(?:mc|o['’]|d['’])(?=\w{2})")
_VOWEL = re.compile("[AEIOUYÀ-Ý]")
_ACRONYMS = frozenset(name for name in AGENCIES | MEDIA | WELL_KNOWN | COUNTRY_OF_NAME.keys() if name.isupper())
"""Names in capitals however a text is printed."""

_POSSESSIVE = re.compile(r"['’]\w{1,2}$")


def shouts(text: str) -> bool:
    """Whether a text is in capitals throughout."""
    words = [match[0] for match in _WORD.finditer(text)]
    capitals = sum(word.isupper() for word in words)
    return len(words) >= _FEWEST_WORDS and capitals >= _SHOUTING * len(words)


def recased(text: str) -> str:
    """Return a text that shouts, or a headline, as a sentence is printed, as long as it is; any other as it is."""
    if shouts(text):
        return _WORD.sub(lambda match: _printed(match, text), text)
    return _WORD.sub(_unheaded, text) if _is_headline(text) else text


def _is_headline(text: str) -> bool:
    """Whether a text is one line in which words have capitals that news writes small (`Court Rejects Bid By Texas`)."""
    line = text.strip()
    words = [match[0] for match in _WORD.finditer(line)]
    if _SENTENCE.search(line) or not _FEWEST_IN_HEADLINE <= len(words) <= _MOST_IN_HEADLINE:
        return False
    long = [word for word in words if len(word) > _LONGEST_SMALL]
    capitals = sum(word[0].isupper() for word in long)
    ordinary = sum(word.istitle() and is_small(word.lower()) for word in long[1:])
    return capitals >= _HEADLINE * len(long) and ordinary >= _FEWEST_ORDINARY


def _unheaded(match: re.Match[str]) -> str:
    word = match[0]
    return word.lower() if match.start() and word.istitle() and is_small(word.lower()) else word


def _printed(match: re.Match[str], text: str) -> str:
    word = match[0]
    small = word.lower()
    if len(small) != len(word) or not word.isupper() or _is_letters(match, text):
        return word
    if word in _ACRONYMS or not _VOWEL.search(word):
        return word
    opens = bool(_OPENS.search(text, max(0, match.start() - 3), match.start()))
    return _capitalised(small) if opens or not is_small(small) else small


def _is_letters(match: re.Match[str], text: str) -> bool:
    """Whether the word is one letter with a dot, as in initials (`U.S.`)."""
    return len(match[0]) == 1 and text[match.end() : match.end() + 1] == "."


def _capitalised(small: str) -> str:
    opening = _SCOTS.match(small)
    start = opening.end() if opening else 0
    return small[:start].capitalize() + small[start:].capitalize() if start else small.capitalize()


def is_small(word: str) -> bool:
    """Whether a word, given in lower case, is one that news writes with a small letter."""
    plain = _POSSESSIVE.sub("", word)
    return plain in _small_words() or (len(plain) >= _SHORTEST and plain.endswith(_SMALL_ENDINGS))


@cache
def _small_words() -> frozenset[str]:
    return frozenset(SMALL_WORDS_FILE.read_text(encoding="utf-8").split())
