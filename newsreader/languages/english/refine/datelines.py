"""Datelines, agencies and credits: the formulas in which news signs its stories and pictures.

`SEOUL (Reuters) - `, `VALDOSTA, Ga. (AP) —`, `(Reporting by Jane Roe; Editing by John Doe)`, `AP Photo/Jane Roe`,
`By Jane Roe`. Recognisers trained on running text miss most of them, above all in capitals.
"""

from __future__ import annotations

from newsreader.languages.english.refine.tokens import Name, component, free
from newsreader.languages.english.shapes import is_capital, is_capitals, is_particle
from newsreader.languages.english.words.agencies import AGENCIES, CREDITS, UNMISTAKABLE
from newsreader.languages.english.words.calendar import MONTHS
from newsreader.languages.english.words.countries import PLACES, STATE_OF_NAME
from newsreader.languages.english.words.junk import PAGE_WORDS

_DASHES = frozenset({"-", "--", "—", "–", ":", "―", "---"})
"""What closes a dateline."""

_SIGNED = frozenset({"by"})
"""The word before who signs."""

_SIGNERS = CREDITS.union("written reported edited additional photo photos photograph".split())
"""What stands before it in a credit (`Reporting by Jane Roe`)."""

_LONGEST_DATELINE = 16
_PLACE_WORDS = 4
_CAPITAL_PLACES = frozenset(place.upper() for place in PLACES)
"""Regions as a dateline in capitals writes them (`PARIS, FRANCE`)."""

_AGENCY_WORDS = frozenset(agency for agency in AGENCIES if " " not in agency)
"""Agencies of one word, which may stand among other words."""


@component
def datelines(words: list[str], names: list[Name]) -> list[Name]:
    """Set the place and agency of a dateline, agencies in brackets, and the names in credits and bylines."""
    found = _dateline(words)
    found += _agencies(words)
    found += _credits(words, names, found)
    return _override(names, found)


def _override(names: list[Name], found: list[Name]) -> list[Name]:
    """Return `names` with `found` in place of whatever it touches."""
    taken = {index for start, end, _ in found for index in range(start, end)}
    kept = [name for name in names if taken.isdisjoint(range(name[0], name[1]))]
    return sorted({*kept, *found})


def _dateline(words: list[str]) -> list[Name]:
    """Return the names of the dateline that opens the paragraph, if there is one."""
    place_end = _place_end(words)
    if not place_end:
        return []
    close = _dateline_close(words, place_end)
    if not close:
        return []
    text = " ".join(words[:place_end])
    in_capitals = all(not w.isalpha() or w.isupper() for w in words[:place_end])
    agency = _agency_between(words, place_end, close)
    if not (agency or in_capitals or text in PLACES):
        return []
    found: list[Name] = [(0, place_end, "GPE")]
    return found + _region(words, place_end) + agency


def _place_end(words: list[str]) -> int:
    end = 0
    while end < min(_PLACE_WORDS, len(words)) and (
        is_capital(words[end]) or (end and is_particle(words[end])) or words[: end + 1] == ["ST", "."]
    ):
        if words[end] in _AGENCY_WORDS and end:
            break
        end += 1
    return end


def _region(words: list[str], index: int) -> list[Name]:
    """Return the state or country after the comma of a dateline."""
    if index + 1 >= len(words) or words[index] != ",":
        return []
    for end in (index + 3, index + 2):
        region = " ".join(words[index + 1 : end]).replace(" .", ".")
        if region in PLACES or region in STATE_OF_NAME or region in _CAPITAL_PLACES:
            return [(index + 1, end, "GPE")]
    return []


def _dateline_close(words: list[str], index: int) -> int:
    """Return where the dateline that goes on at `index` is closed by a dash or colon; 0 if it is not."""
    bracket = "(" in words[index : index + 5]
    for end in range(index, min(_LONGEST_DATELINE, len(words))):
        word = words[end]
        if word in _DASHES:
            return end if end > index or word != "-" else 0
        if word == ")" and bracket and _agency_between(words, index, end):
            return end
        if not _fits_dateline(word):
            return 0
    return 0


def _fits_dateline(word: str) -> bool:
    """Whether a word may stand between the place and the dash of a dateline."""
    return word in ",()/." or is_capital(word) or word.isdigit() or word.lower().rstrip(".") in MONTHS


def _agency_between(words: list[str], start: int, end: int) -> list[Name]:
    for index in range(start, min(end + 1, len(words))):
        for length in (4, 3, 2, 1):
            if " ".join(words[index : index + length]) in AGENCIES and index + length <= end + 1:
                return [(index, index + length, "ORG")]
    return _unknown_agency(words, start, end)


def _unknown_agency(words: list[str], start: int, end: int) -> list[Name]:
    """Return what is signed with in brackets right before the dash (`JERUSALEM (JTA) —`)."""
    signed = end - start >= 3 and words[end - 3] == "(" and words[end - 1] == ")" and words[end] in _DASHES
    return [(end - 2, end - 1, "ORG")] if signed and is_capitals(words[end - 2]) else []


def _agencies(words: list[str]) -> list[Name]:
    """Return agencies in brackets or unmistakable, wherever they stand."""
    found: list[Name] = []
    for index, word in enumerate(words):
        if word not in _AGENCY_WORDS and word != "REUTERS":
            continue
        before = words[index - 1] if index else ""
        after = words[index + 1] if index + 1 < len(words) else ""
        plain = word in UNMISTAKABLE and not is_capital(after) and not (index and is_capital(before))
        signs = before in ("(", "/", "via") and after in (")", "/", "via", "Images", "")
        if plain or signs or after.lower() in ("photo", "photo/") or after == "/":
            found.append((index, index + 1 + (after == "Images"), "ORG"))
    return found


def _credits(words: list[str], names: list[Name], found: list[Name]) -> list[Name]:
    """Return the people who sign: after `Reporting by`, `AP Photo/`, or `By` at the start of the paragraph."""
    credited: list[Name] = []
    outside = free([*names, *found], len(words))
    for index, word in enumerate(words):
        if word.lower() in _SIGNED and (index == 0 or words[index - 1].lower() in _SIGNERS):
            credited += _people(words, index + 1, outside, listed=index > 0)
        elif (
            word == "/"
            and index
            and (
                words[index - 1].lower() in ("photo", "handout")
                or words[index - 1] in ("REUTERS", "AFP", "Reuters", "EPA")
            )
        ):
            credited += _people(words, index + 1, outside, listed=False)
    return credited


def _people(words: list[str], index: int, outside: list[bool], *, listed: bool) -> list[Name]:
    """Return the names of two or three capitalised words from `index` on, over commas and `and` if it is a list."""
    people: list[Name] = []
    while index < len(words):
        end = index
        while end < len(words) and (is_capital(words[end]) or is_particle(words[end])) and end - index < 4:
            end += 1
        if end - index >= 2 and all(outside[index:end]) and _is_full_name(words[index:end]):
            people.append((index, end, "PERSON"))
        if not listed or end >= len(words) or words[end] not in (",", "and", "&"):
            return people
        index = end + 1
    return people


def _is_full_name(own: list[str]) -> bool:
    """Whether the words are a person's and no line of a page."""
    return not any(word.lower() in PAGE_WORDS or is_capitals(word) for word in own)
