"""Organisations and venues: the head of a name says what it is, better than a recogniser can."""

from __future__ import annotations

from newsreader.languages.english.refine.tokens import SHOWN, Name, add, component, free
from newsreader.languages.english.shapes import bare, is_capital, opens_sentence
from newsreader.languages.english.words.agencies import MEDIA
from newsreader.languages.english.words.junk import INSTITUTIONS
from newsreader.languages.english.words.organisations import (
    CLUB_HEADS,
    CONNECTORS,
    CORPORATE,
    FACILITIES,
    OF_HEADS,
    PARTIES,
    STRONG_HEADS,
    SUBJECTS,
    VENUES,
    WELL_KNOWN,
)

_OTHER = frozenset({"NORP", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"})
_VENUE_OPENERS = frozenset("mount mt lake port fort cape gulf strait isle camp".split())
"""What the names of mountains, lakes and the like begin with (`Mount Etna`)."""

_LANDMARKS = {name for name in FACILITIES if " " in name}
"""Buildings of several words, which are found wherever they stand (`10 Downing Street`)."""

_KNOWN = WELL_KNOWN | {name for name in MEDIA if " " in name} | _LANDMARKS
_FIRST_WORDS = frozenset(name.split()[0] for name in _KNOWN)
_LONGEST_NAME = 8
_LONGEST_KNOWN = max(len(name.split()) for name in _KNOWN)


@component
def organisations(words: list[str], names: list[Name]) -> list[Name]:
    """Relabel names by their heads, then add what ends with such a head and was missed."""
    relabelled = [_relabel(words, name) for name in names]
    relabelled = _with_parties(words, relabelled)
    relabelled = _with_well_known(words, _with_subjects(words, relabelled))
    parties = _lone_parties(words, relabelled)
    starts = {start for start, _, _ in parties}
    relabelled = add([n for n in relabelled if n[0] not in starts], parties)
    return add(relabelled, _missed(words, relabelled))


def _with_well_known(words: list[str], names: list[Name]) -> list[Name]:
    """Add what everybody knows by name, whole where only a part was recognised (`Mail | on Sunday`)."""
    for index, word in enumerate(words):
        end = _well_known_end(words, index) if word in _FIRST_WORDS else index
        names = _cut(names, index, end) if end - index > 1 else names
        touched = [n for n in names if n[0] < end and n[1] > index]
        shown = [n for n in touched if n[2] in SHOWN]
        if end > index and all(index <= n[0] and n[1] <= end and n[1] - n[0] < end - index for n in shown):
            label = "FAC" if " ".join(words[index:end]) in _LANDMARKS else "ORG"
            names = sorted([*(n for n in names if n not in touched), (index, end, label)])
    return names


def _with_subjects(words: list[str], names: list[Name]) -> list[Name]:
    """Make one name of what a body is for (`National Union of Rail | , | Maritime and Transport Workers`)."""
    for start, end, label in names:
        last = _last_subject(words, end) if label == "ORG" and {"of", "for"} & {*words[start:end]} else end
        if last > end and bare(words[head_index(words, start, end)]) in OF_HEADS:
            names = sorted([*(n for n in names if n[1] <= start or n[0] >= last), (start, last, label)])
    return names


def _last_subject(words: list[str], end: int) -> int:
    """Return where a list of subjects ends that goes on behind `end`, with a last `and`; `end` if none does."""
    index = end
    while index + 1 < len(words) and words[index] in (",", "and"):
        closes = words[index] == "and" or words[index + 1] == "and"
        index += 1 + (words[index + 1] in ("and", "the"))
        if index >= len(words) or bare(words[index]) not in SUBJECTS or not is_capital(words[index]):
            return end
        while index < len(words) and is_capital(words[index]):
            index += 1
        if closes:
            return index
    return end


def _cut(names: list[Name], start: int, end: int) -> list[Name]:
    """Return the names without what one that goes on behind `end` has of `start:end` (`Black Lives | Matter Roe`)."""
    return [(end, n[1], n[2]) if start < n[0] < end < n[1] else n for n in names]


def _well_known_end(words: list[str], index: int) -> int:
    ends = range(min(index + _LONGEST_KNOWN, len(words)), index, -1)
    return next((end for end in ends if " ".join(words[index:end]) in _KNOWN), index)


def _with_parties(words: list[str], names: list[Name]) -> list[Name]:
    """Name both of `Democratic and Republican Parties`; without a head each alone would be an adjective."""
    for index in range(len(words) - 3):
        if _are_parties(words, index):
            end = index + 3 + words[index + 3][:1].isupper()
            kept = [n for n in names if n[1] <= index or n[0] >= end]
            names = sorted([*kept, (index, index + 1, "ORG"), (index + 2, end, "ORG")])
    return names


def _lone_parties(words: list[str], names: list[Name]) -> list[Name]:
    """Return the parties with a head in lower case that were missed (`the Liberal party said`)."""
    outside = free((n for n in names if n[2] in SHOWN), len(words))
    return [
        (index, index + 2, "ORG")
        for index in range(len(words) - 1)
        if words[index] in PARTIES and words[index + 1] == "party" and outside[index] and outside[index + 1]
    ]


def _are_parties(words: list[str], index: int) -> bool:
    joined = words[index + 1] in ("and", "or") and words[index + 3].lower() in ("party", "parties")
    return joined and words[index] in PARTIES and words[index + 2] in PARTIES


def _relabel(words: list[str], name: Name) -> Name:
    start, end, label = name
    if label not in SHOWN and label not in _OTHER:
        return name
    return (start, end, _label_by_head(words, start, end, label))


def _label_by_head(words: list[str], start: int, end: int, label: str) -> str:
    if " ".join(words[start:end]) in FACILITIES:
        return "FAC"
    if " ".join(words[start:end]) in WELL_KNOWN:
        return "ORG"
    head = bare(words[head_index(words, start, end)])
    if end - start == 1:
        return "ORG" if label in _OTHER | {"PERSON"} and head in INSTITUTIONS and is_capital(words[start]) else label
    if head in STRONG_HEADS or (head in CORPORATE and label != "LOC"):
        return "ORG"
    if head in CLUB_HEADS and label != "LOC":
        return "ORG"
    if label in SHOWN and (head in VENUES or bare(words[start]) in _VENUE_OPENERS) and label != "GPE":
        return "FAC" if label != "LOC" else label
    return label


def head_index(words: list[str], start: int, end: int) -> int:
    """Return the index of the head of a name: the word before its first `of`, `for`, `in`, … or else its last."""
    for index in range(start + 1, end):
        if words[index] in ("of", "for", "in", "on", "at", "against") and words[index - 1][:1].isupper():
            return index - 1
    while end - start > 1 and words[end - 1].isdigit():
        end -= 1
    return end - 1


def _missed(words: list[str], names: list[Name]) -> list[Name]:
    """Return capitalised sequences outside all names that end with the head of an organisation."""
    outside = free(names, len(words))
    found: list[Name] = []
    for index, word in enumerate(words):
        name = bare(word)
        if not outside[index] or not word[:1].isupper() or (name not in STRONG_HEADS and name not in OF_HEADS):
            continue
        span = _span_around(words, index, outside)
        if span:
            found.append((*span, "ORG"))
    return found


def _span_around(words: list[str], head: int, outside: list[bool]) -> tuple[int, int] | None:
    start = head
    while start > 0 and head - start < _LONGEST_NAME and outside[start - 1] and _continues(words, start - 1):
        start -= 1
    while start < head and (not is_capital(words[start]) or _opens_with_article(words, start)):
        start += 1
    end = _of_end(words, head, outside)
    if end - start < 2 or (head == start and end == head + 1):
        return None
    return start, end


def _continues(words: list[str], index: int) -> bool:
    word = words[index]
    return is_capital(word) or (
        word in CONNECTORS and index > 0 and is_capital(words[index - 1]) and word in ("of", "and", "&", "for")
    )


def _opens_with_article(words: list[str], index: int) -> bool:
    return words[index].lower() in ("the", "a", "an", "this", "our") or (
        opens_sentence(words, index)
        and words[index].lower() in ("in", "at", "on", "after", "when", "for", "while", "but", "and", "as", "if")
    )


def _of_end(words: list[str], head: int, outside: list[bool]) -> int:
    if bare(words[head]) not in OF_HEADS or head + 2 >= len(words) or words[head + 1] not in ("of", "for"):
        return head + 1
    index = head + 2 + (words[head + 2] == "the")
    end = index
    while end < len(words) and outside[end] and is_capital(words[end]):
        end += 1
    return end if end > index else head + 1
