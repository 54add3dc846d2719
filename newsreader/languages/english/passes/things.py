"""Things that an article introduces, and their short names: no people, places or organisations wherever they are named.

Ships and storms go by their names alone later, and so do the acronyms of laws and of common nouns.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.languages.english.names import key as key_of
from newsreader.languages.english.passes.clue_patterns import MEASURED
from newsreader.languages.english.passes.sport import is_report
from newsreader.languages.english.shapes import bare
from newsreader.languages.english.words.organisations import HEADS

if TYPE_CHECKING:
    from newsreader.languages.document import Document

_THING = re.compile(
    r"\b(?:Hurricane|Typhoon|Cyclone|Tropical Storm|Storm|USS|U\.S\.S\.|HMS|H\.M\.S\.|MV|M/V|RMS|HMAS|INS|ship|tanker"
    r"|ferry|trawler|freighter|yacht|schooner|barge|destroyer|frigate|submarine|warship|icebreaker|sailboat)"
    r" ([A-Z][\w-]+)\b(?! [A-Z])"
)
_MEASURED = re.compile(rf"\b[Tt]he ([A-Z][\w-]+(?: [A-Z][\w-]+)?)(?:{MEASURED.pattern.replace('^', '')})")
"""What is measured is a thing wherever it is named (`The Dali, 948 feet long`)."""

_ACRONYM = re.compile(r" \(([A-Z][A-Za-z]{1,6})\)")
"""A short form in brackets."""

_SHORT = re.compile(r"(?: \(|, or | \(or )([A-Z]{2,6})\b")
"""What something is called in capitals, behind it."""

_COMMON_NOUN = re.compile(r"(?:[a-z]{1,80}[ -]){1,4}[a-z]{1,80}$")
"""The lower-case words before that (`flight data subsystem, or FDS`)."""

_LONGEST_NOUN = 80
_FULL_ACT = re.compile(r"\b([A-Z]{2,6}) \((?:[A-Z]\w+ ){1,4}([A-Z][a-z]+)\)")
"""The same the other way round (`CAA (Clean Air Act)`)."""

_ACT = re.compile(r"[A-Z]\w{1,30} ([A-Z][a-z]{1,30})$")
"""The last word before such a bracket, in the name of a law or treaty (`Clean Air Act (CAA)`)."""

_LONGEST_ACT = 30
_ACTS = frozenset(
    "act bill law treaty convention agreement accord pact protocol programme program syndrome benefit".split()
)
"""Last words of the names of laws, treaties and illnesses, whose acronyms name no organisation."""


_MODEL = re.compile(
    r" (?!500)(?:7\d7|A3\d\d|[2-9]0[0-9]|[A-Z]{1,3}-?\d{2,4}[A-Za-z]?)(?:-\d+\w*)?s?"
    r"(?=[ ,.;)](?!(?:million|billion|percent)\b))"
)
"""The number of a model of aeroplanes, helicopters and cars (`Boeing 707`, `Bell 206`)."""


def introduced_things(text: str) -> set[str]:
    """Return the keys of the storms and ships of the document, which may go by their names alone later."""
    return {key_of(match[1]) for pattern in (_THING, _MEASURED) for match in pattern.finditer(text)}


def introduced_acronyms(text: str) -> set[str]:
    """Return the keys of the acronyms of laws, treaties and common nouns, which stand behind them."""
    acts = {
        key_of(acronym[1])
        for acronym in _ACRONYM.finditer(text)
        if (act := _ACT.search(text, max(0, acronym.start() - _LONGEST_ACT), acronym.start())) and bare(act[1]) in _ACTS
    }
    acts |= {key_of(full[1]) for full in _FULL_ACT.finditer(text) if bare(full[2]) in _ACTS}
    return acts | {key_of(short[1]) for short in _SHORT.finditer(text) if _is_common_noun(text, short)}


def _is_common_noun(text: str, short: re.Match[str]) -> bool:
    """Whether the letters of a short form begin the lower-case words before it, which name no organisation."""
    noun = _COMMON_NOUN.search(text, max(0, short.start() - _LONGEST_NOUN), short.start())
    words = noun[0].replace("-", " ").split() if noun else [""]
    return bare(words[-1]) not in HEADS and "".join(word[:1] for word in words).upper().endswith(short[1])


def without_models(document: Document) -> Document:
    """Leave out makers whose names begin those of their models (`Boeing 707`), but not teams with their points."""
    text = document.text
    if is_report(text):
        return document
    return document.with_names(
        name for name in document.names if name.category is not Category.ORGANISATION or not names_model(text, name.end)
    )


def names_model(text: str, end: int) -> bool:
    """Whether the number of a model stands behind the name that ends at `end`."""
    return bool(_MODEL.match(text, end))
