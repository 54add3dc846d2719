"""Names as strings: what belongs to a name, how two spellings compare, and the slug that stands for one.

Nothing here knows a document or a mention.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsreader.languages.english.words.organisations import BRANDS_IN_S
from newsreader.languages.names import folded

_POSSESSIVE = re.compile(r"(?:\s?['’ʼ`´]s|(?<=[sS])\s?['’ʼ])$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_PLAIN = re.compile(r"(?!(?:the|a|an) )[a-z0-9]+(?: [a-z0-9]+)*", re.IGNORECASE | re.ASCII)
"""A name that has nothing to fold but its case: most have not, and a long text has more than are remembered."""

_SAINT = re.compile(r"(?:St\.?|Saint) [A-Z]\w+")
"""Saints, whose places have an s of their own (`St. John’s`)."""

_NOTHING_OWNED = re.compile(r"[,.;:)]|(?<!\s)\s+(?:and|or|in|on|from|to|is|was|has|had|where|after|before|with|by)\b|$")
"""What stands behind a name that ends with an apostrophe and an s and owns nothing."""

_DOTTED = re.compile(r"(?<![\w&])(?:\w\.)+$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros|Calif|Ala|Fla|Pa|Va|Ga|Mass|Mich|Minn)\.$")
_HYPHENATED = re.compile(r"-(\w+)")
_COMPOUND = re.compile(r"(?<=[\w.])-([a-z]{3,})$")
_COMPOUNDS = frozenset(
    """led backed era style like run owned based appointed related themed aligned supported supporting inspired
    controlled held born elect free dominated made sponsored affiliated endorsed friendly esque y in by""".split()
)
_FORMER = ("Ex-", "ex-")
"""What stands before a name and says that somebody or something was so once (`Ex-Nissan chairman`)."""

_SHORTEST_FORMER = 4
_LEADING = frozenset(" \n\t\"“”‘’'`´.,;:!?()[]{}<>|/*•–—-")
_TRAILING = frozenset(" \n\t\"“”‘’'`´.,;:!?()[]{}<>|/*•–—-")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without blanks, quotes, punctuation and possessive at its ends; `U.S.` and `Inc.` keep a dot."""
    while start < end and text[start] in _LEADING:
        start += 1
    if text.startswith(_FORMER, start) and text[start + 3 : start + 4].isupper() and end - start > _SHORTEST_FORMER:
        start += 3
    while end > start:
        possessive = _POSSESSIVE.search(text, max(start, end - 3), end)
        if possessive and _has_own_s(text[start : possessive.start()], text, end):
            break
        if possessive and possessive.start() > start:
            end = possessive.start()
        elif text[end - 1] in _TRAILING and not (text[end - 1] == "." and _DOTTED.search(text, start, end)):
            end -= 1
        else:
            break
    return start, end


def _has_own_s(plain: str, text: str, end: int) -> bool:
    """Whether the possessive that ends at `end` is a part of the name."""
    return plain in BRANDS_IN_S or bool(_SAINT.fullmatch(plain) and _NOTHING_OWNED.match(text, end))


def hyphen_end(text: str, start: int, end: int) -> int:
    """Return the end of the name at `start:end` with the rest of a hyphenated last word (`Chan-ocha`), but not `-led`.

    `in` belongs to a name of two words (`Moon Jae-in`).
    """
    allowed = {"in"} if " " in text[start:end] else set()
    while (rest := _HYPHENATED.match(text, end)) and rest[1].lower() not in _COMPOUNDS - allowed:
        end = rest.end()
    return end


def hyphen_start(text: str, start: int, end: int) -> int:
    """Return where the name ends of which the last word is only the beginning (`U.S.-led`)."""
    last = _COMPOUND.search(text, start, end)
    return last.start() if last and last[1].lower() in _COMPOUNDS else end


def display(text: str) -> str:
    """Return the name as a reader would write it: on one line, without a possessive."""
    name = _SPACE.sub(" ", text).strip()
    plain = _POSSESSIVE.sub("", name).rstrip()
    return name if not plain or plain in BRANDS_IN_S or _SAINT.fullmatch(plain) else plain


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """Return the form in which two spellings of one name are equal: case, accents, article, dots and dashes fold."""
    return text.lower() if _PLAIN.fullmatch(text) else folded(_ARTICLE.sub("", display(text)))
