"""What a word is for a query, in a text as in the query itself: without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata

_SPELT = {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe"}
"""Letters of the Latin alphabet that have an accent to the eye and none to Unicode."""

_ACCENT = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u200c\u200d]+")
"""Marks on Latin, Greek and Cyrillic letters, the points of Hebrew and Arabic, and joiners; the vowel signs of other
scripts are letters like any other."""

_PRINT = re.compile("[\u2010-\u201f\u2026]")
"""The quotation marks and dashes of print, without which most English texts are ASCII."""

_NO_BLANKS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Thai, Lao, Burmese, Khmer, kana and Han: scripts that are written without blanks, of which each sign is a word."""

_IS_SPELT = re.compile(f"[{''.join(_SPELT)}]")
_SIGN = re.compile(r"[^\w\x00-\x7f\u0900-\u0dff]+")
"""Signs of money, marks of lists and the like, without which many a text is ASCII."""

_ASCII_WORD = re.compile("[a-z0-9]+")
_WORD = re.compile(rf"[{_NO_BLANKS}]|(?:(?![{_NO_BLANKS}_])[\w\u0900-\u0dff])+")


def folded_in_place(text: str) -> str | None:
    """A text without case, sign for sign, of which the words are runs of ASCII; None if it has other letters."""
    text = text if text.isascii() else _PRINT.sub(" ", text)
    return text.lower() if text.isascii() else None


def words(text: str) -> list[str]:
    """The words of a text in their order, as they are compared."""
    plain, folded = _folded(text)
    return (_ASCII_WORD if plain else _WORD).findall(folded)


def searchable(text: str) -> str:
    """A text with the same words, of which each is a run of ASCII letters and digits and of other characters."""
    plain, folded = _folded(text)
    return folded if plain else " ".join(_WORD.findall(folded))


def _folded(text: str) -> tuple[bool, str]:
    """A text without case and accents, and whether it is ASCII."""
    plain = folded_in_place(text)
    if plain is not None:
        return True, plain
    folded = _ACCENT.sub("", unicodedata.normalize("NFKD", _PRINT.sub(" ", text)).casefold())
    for sign, spelling in ((_IS_SPELT, lambda found: _SPELT[found[0]]), (_SIGN, " ")):
        if folded.isascii():
            break
        folded = sign.sub(spelling, folded)
    return (True, folded) if folded.isascii() else (False, unicodedata.normalize("NFC", folded))
