"""Acronyms: `European Aviation Safety Agency (EASA)` and `EASA (European Aviation Safety Agency)`."""

from __future__ import annotations

from newsreader.languages.english.refine.tokens import SHOWN, Name, component
from newsreader.languages.english.shapes import bare, is_capital, is_ticker, opens_sentence
from newsreader.languages.english.words.organisations import CONNECTORS, EVENTS, HEADS

_LONGEST_NAME = 10


@component
def acronyms(words: list[str], names: list[Name]) -> list[Name]:
    """Make a name and the acronym in brackets behind it two names with one label."""
    current = list(names)
    for index in range(1, len(words) - 2):
        if words[index] == "(" and words[index + 2] in (")", ",", ";") and is_acronym(words[index + 1]):
            current = _pair(words, current, index)
    return current


def is_acronym(word: str) -> bool:
    """Whether the word looks like an acronym: capitals lead, two of them at least, no more than ten signs."""
    if is_ticker(word):
        return False
    capitals = sum(c.isupper() for c in word)
    return capitals >= 2 and len(word) <= 10 and word[0].isupper() and capitals * 2 >= len(word.replace(".", ""))


def _pair(words: list[str], names: list[Name], bracket: int) -> list[Name]:
    acronym = words[bracket + 1]
    holder = next((n for n in names if n[0] < bracket <= n[1] and n[2] not in ("DATE", "TIME", "CARDINAL")), None)
    start = expansion_start(words, bracket, acronym)
    if holder and (start is None or holder[0] <= start):
        start = holder[0]
    if holder and holder[2] == "GPE" and expansion_start(words, bracket, acronym) is None:
        return names
    if start is None or (_is_person(words, holder) and expansion_start(words, bracket, acronym) is None):
        return names
    label = _label(words, start, bracket, holder)
    if label is None:
        return names
    pair = [(start, bracket, label), (bracket + 1, bracket + 2, label)]
    kept = [n for n in names if n[1] <= start or n[0] >= bracket + 2]
    return sorted([*kept, *pair])


def _is_person(words: list[str], holder: Name | None) -> bool:
    return holder is not None and holder[2] == "PERSON" and bare(words[holder[1] - 1]) not in HEADS


def _label(words: list[str], start: int, bracket: int, holder: Name | None) -> str | None:
    head = bare(_head(words, start, bracket))
    if head in EVENTS:
        return None
    if holder and holder[2] in SHOWN - {"PERSON"}:
        return holder[2]
    if head in HEADS:
        return "ORG"
    return holder[2] if holder and holder[2] == "PERSON" else None


def _head(words: list[str], start: int, end: int) -> str:
    """Return the last word before the first lower-case connector (`National Coalition` for `… for Men`)."""
    for index in range(start + 1, end):
        if words[index] in CONNECTORS and words[index] != "and":
            return words[index - 1]
    return words[end - 1]


def expansion_start(words: list[str], end: int, acronym: str) -> int | None:
    """Return where the words before `end` begin that the letters of `acronym` stand for, or None.

    Every letter must open a word, in order; small words and the second parts of hyphenated ones may be skipped.
    """
    letters = [c for c in acronym.lower() if c.isalpha()]
    start = _match_back(words, end, letters)
    if start is None or not is_capital(words[start]):
        return None
    return start + 1 if words[start] == "The" and opens_sentence(words, start) else start


def _match_back(words: list[str], end: int, letters: list[str]) -> int | None:
    index, left = end - 1, list(letters)
    while left and index >= max(0, end - _LONGEST_NAME):
        word = words[index].lower()
        if word[:1] == left[-1]:
            left.pop()
        elif len(left) > 1 and word[:1] == left[-2] and left[-1] in word:
            del left[-2:]
        elif word not in CONNECTORS and word not in ("-", "'", '"'):
            return None
        index -= 1
    return index + 1 if not left else None
