"""What a word is for a query, in a text as in the query itself: without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_SPELT = {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe"}
"""Letters of the Latin alphabet that have an accent to the eye and none to Unicode."""

_ACCENT = "[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u200c\u200d]+"
"""Marks on Latin, Greek and Cyrillic letters, the points of Hebrew and Arabic, and joiners; the vowel signs of other
scripts are letters like any other."""

_PRINT = "[\u2010-\u201f\u2026]"
"""The quotation marks and dashes of print, without which most English texts are ASCII."""

_NO_BLANKS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Thai, Lao, Burmese, Khmer, kana and Han: scripts that are written without blanks, of which each sign is a word."""

_IS_SPELT = f"[{''.join(_SPELT)}]"
_SIGN = r"[^\w\x00-\x7f\u0900-\u0dff]+"
"""Signs of money, marks of lists and the like, without which many a text is ASCII."""

_ASCII_WORD = re.compile("[a-z0-9]+")
_WORD = rf"[{_NO_BLANKS}]|(?:(?![{_NO_BLANKS}_])[\w\u0900-\u0dff])+"


@cache
def _pattern(expression: str) -> re.Pattern[str]:
    """One of these; made when it is needed, which for what is ASCII is never."""
    return re.compile(expression)


_ASCII = bytes(range(0x80))


def folded_in_place(text: str) -> str | None:
    """A text without case and accents, sign for sign, of which the words are runs of ASCII.

    None if it has letters of other scripts, or signs in place of which stands more or less than one.
    """
    if not text.isascii():
        # The signs that are no ASCII are found at once, and few texts have more than ten different ones.
        for sign in {*text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")}:
            plain = _in_place(sign)
            if plain is None:
                return None
            text = text.replace(sign, plain)
    return text.lower()


@lru_cache(4096)
def _in_place(sign: str) -> str | None:
    """What is compared in place of a sign, if that is one sign of ASCII."""
    plain, compared = _folded_through(sign)
    return compared if plain and len(compared) == 1 else None


def words(text: str) -> list[str]:
    """The words of a text in their order, as they are compared."""
    plain, compared = _folded(text)
    return (_ASCII_WORD if plain else _pattern(_WORD)).findall(compared)


def folded(text: str) -> str:
    """A text without case and accents, in which all of its words stand as they are compared."""
    return _folded(text)[1]


def searchable(text: str) -> str:
    """A text with the same words, of which each is a run of ASCII letters and digits and of other characters."""
    plain, compared = _folded(text)
    return compared if plain else " ".join(_pattern(_WORD).findall(compared))


def _folded(text: str) -> tuple[bool, str]:
    """A text without case and accents, and whether it is ASCII."""
    plain = folded_in_place(text)
    return _folded_through(text) if plain is None else (True, plain)


def _folded_through(text: str) -> tuple[bool, str]:
    """The same of a text in which what is compared does not stand sign for sign."""
    compared = _pattern(_ACCENT).sub("", unicodedata.normalize("NFKD", _pattern(_PRINT).sub(" ", text)).casefold())
    for sign, spelling in ((_IS_SPELT, lambda found: _SPELT[found[0]]), (_SIGN, " ")):
        if compared.isascii():
            break
        compared = _pattern(sign).sub(spelling, compared)
    return (True, compared) if compared.isascii() else (False, unicodedata.normalize("NFC", compared))
