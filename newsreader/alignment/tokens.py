"""Divides a text into tokens and sentences, blind to white space and to the style of quotes and dashes."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\d+(?:[.,:]\d+)*\w*"  # a number stays whole, or an update of its end would look like half of it
    r"|[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"  # scripts without blanks between words: each sign
    r"|(?:(?![\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])\w[\u0300-\u036f]*)+"
    r"|``|''|\.{3}|[-‐‑‒–—―−]{1,3}|[^\w\s]"
)
_KEYS = {**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛`´′", "'"), **dict.fromkeys("‐‑‒–—―−", "-")}
_KEYS |= {"``": '"', "''": '"', "...": "…"}
_DASHES = frozenset("-‐‑‒–—―−")
_SAME_LENGTH = {ord(mark): key for mark, key in _KEYS.items() if len(mark) == 1}
_BREAK = re.compile(r"\n\s*\n")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen rep gov gen col lt sgt capt st no vs inc ltd corp co jr sr jan feb mar apr jun jul aug sep "
    "sept oct nov dec mt ft u.s u.k e.g i.e".split()
)
_CLOSING = frozenset("\"')]}")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: offsets in code points (end exclusive), comparable keys, and the sentence each is in."""

    starts: list[int]
    ends: list[int]
    keys: list[str]
    sentences: list[int]

    def __len__(self) -> int:
        return len(self.keys)


def tokenise(text: str) -> Tokens:
    """Divide `text`; what white space divides it with is not in any token."""
    matches = list(_TOKEN.finditer(text))
    starts, ends = [match.start() for match in matches], [match.end() for match in matches]
    keys = [_key(match.group()) for match in matches]
    return Tokens(starts, ends, keys, _sentences(text, starts, ends, keys))


def plain(text: str) -> str:
    """The text, of the same length, with quotes and dashes of one style and each white space a blank."""
    return "".join(" " if character.isspace() else character for character in text.translate(_SAME_LENGTH))


def _key(token: str) -> str:
    return "-" if token[0] in _DASHES else _KEYS.get(token) or token.casefold()


def _sentences(text: str, starts: list[int], ends: list[int], keys: list[str]) -> list[int]:
    """A sentence ends at a blank line, and after its mark where what follows begins like one."""
    numbers, number = [], 0
    ended = False
    for index, start in enumerate(starts):
        before = ends[index - 1] if index else 0
        blank = text[before:start]
        if index and ((ended and blank and _begins(text[start])) or _BREAK.search(blank)):
            number += 1
            ended = False
        numbers.append(number)
        key = keys[index]
        if key in ".!?…":
            ended = not (key == "." and index and _abbreviated(keys[index - 1]))
        elif key not in _CLOSING:
            ended = False
    return numbers


def _begins(character: str) -> bool:
    return not character.islower()


def _abbreviated(word: str) -> bool:
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())
