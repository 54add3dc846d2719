"""Things that an article introduces, and their short names: no people, places or organisations wherever they are named.

Ships and storms go by their names alone later, and so do the acronyms of laws and of common nouns.
"""

from __future__ import annotations

import re

from newsreader.languages.english.names import key as key_of
from newsreader.languages.english.passes.clue_patterns import MEASURED
from newsreader.languages.english.shapes import bare
from newsreader.languages.english.words.organisations import HEADS

_THING = re.compile(
    r"\b(?:Hurricane|Typhoon|Cyclone|Tropical Storm|Storm|USS|U\.S\.S\.|HMS|H\.M\.S\.|MV|M/V|RMS|HMAS|INS|ship|tanker"
    r"|ferry|trawler|freighter|yacht|schooner|barge|destroyer|frigate|submarine|warship|icebreaker|sailboat)"
    r" ([A-Z][\w-]+)\b(?! [A-Z])"
)
_MEASURED = re.compile(rf"\b[Tt]he ([A-Z][\w-]+(?: [A-Z][\w-]+)?)(?:{MEASURED.pattern.replace('^', '')})")
"""What is measured is a thing wherever it is named (`The Dali, 948 feet long`)."""

_ACRONYM = re.compile(r" \(([A-Z][A-Za-z]{1,6})\)")
"""A short form in brackets."""

_COMMON_NOUN = re.compile(r"((?:[a-z]+[ -]){1,4}[a-z]+)(?: \(|, or | \(or )([A-Z]{2,6})\b")
"""Lower-case words and what they are called in capitals (`flight data subsystem, or FDS`)."""

_ACT = re.compile(r"[A-Z]\w+ ([A-Z][a-z]+)$")
"""The last word before such a bracket, in the name of a law or treaty (`Clean Air Act (CAA)`)."""

_LONGEST_ACT = 30
_ACTS = frozenset("act bill law treaty convention agreement accord pact protocol programme program syndrome".split())
"""Last words of the names of laws, treaties and illnesses, whose acronyms name no organisation."""


def introduced_things(text: str) -> set[str]:
    """Return the keys of the storms and ships of the document, which may go by their names alone later."""
    return {key_of(match[1]) for pattern in (_THING, _MEASURED) for match in pattern.finditer(text)}


def introduced_acronyms(text: str) -> set[str]:
    """Return the keys of the acronyms of laws, treaties and common nouns, which stand behind them."""
    nouns = {
        key_of(noun[2])
        for noun in _COMMON_NOUN.finditer(text)
        if (words := noun[1].replace("-", " ").split())
        and bare(words[-1]) not in HEADS
        and "".join(word[0] for word in words).upper().endswith(noun[2])
    }
    return nouns | {
        key_of(acronym[1])
        for acronym in _ACRONYM.finditer(text)
        if (act := _ACT.search(text, max(0, acronym.start() - _LONGEST_ACT), acronym.start())) and bare(act[1]) in _ACTS
    }
