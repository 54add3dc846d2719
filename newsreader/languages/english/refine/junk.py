"""Junk: what recognisers take for a name and no reader would."""

from __future__ import annotations

import re

from newsreader.languages.english.refine.organisations import head_index
from newsreader.languages.english.refine.places import is_known
from newsreader.languages.english.refine.tokens import PLACE_LABELS, SHOWN, Name, component
from newsreader.languages.english.shapes import bare, is_capital, is_capitals
from newsreader.languages.english.words.agencies import MEDIA
from newsreader.languages.english.words.countries import DEMONYMS, PLACES
from newsreader.languages.english.words.junk import (
    ACRONYMS_OF_THINGS,
    COMMON_WORDS,
    GENERIC,
    INSTITUTIONS,
    PAGE_WORDS,
    PRODUCTS,
)
from newsreader.languages.english.words.organisations import (
    CONNECTORS,
    CORPORATE,
    EVENTS,
    FIELDS,
    OF_HEADS,
    PARTIES,
    PLATFORMS,
    STRONG_HEADS,
    WELL_KNOWN,
)
from newsreader.languages.english.words.titles import OFFICES, TITLES

_ADDRESS = re.compile(
    r"^(?:https?:|www\.)|@|\.(?:com|org|net|html?|ly|co|pdf|doc|gov|edu|io)\b|[<>{}\\=_]|\[\[", re.IGNORECASE
)
_COMPANY_ON_WEB = re.compile(r"[A-Z][A-Za-z]+\.com")
"""A company that is called by its address (`Amazon.com`)."""

_OPEN = re.compile(r"(?:(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b[.]?[\s–—/&-]*)+")
"""Days on which something is open (`Mon.-Fri.`)."""

_SEAT = re.compile(r"[DRI]\s?-\s?[A-Z][\w.]*(?: [A-Z]\w+)?")
"""Party and state of a member of the Congress of the United States (`D-Calif.`)."""

_MODEL = re.compile(r"[A-Z]{1,3}-?\d{2,4}[A-Za-z]?(?:-\d+)?s?|7\d7(?:-\w+)?s?")
_CODE = re.compile(r"(?=.{6})[A-Za-z]+-?\d+[a-z]+\d*|[a-z]+[A-Z]+-\d+")
"""The code of a drug or a part (`BNT162b2`)."""

_PRAISE = frozenset(
    """great good poor bad best worst excellent lovely nice amazing awesome terrible horrible fantastic perfect
    beautiful wonderful awful fabulous favorite favourite delicious""".split()
)
_PRAISED = frozenset(
    """service food school store place job work family fun cottage experience price prices staff people location
    customer atmosphere quality company value restaurant hotel shop product products selection and""".split()
)
_OPENERS = frozenset("Hurricane Typhoon Cyclone Tropical Operation Project Storm Member Members".split())
_OFFICES = frozenset({"Secretary", "Adviser", "Advisor"})
"""Who has a field as ministers do, but for bodies, too (`Social Welfare | Secretary`, `NATO Secretary General`)."""

_BODIES = STRONG_HEADS - frozenset({"aviation", "petroleum", "healthcare", "telecom"})
"""Heads of bodies that are not also what a minister is for."""

_WHERE = frozenset("in to from between near".split())
_MEANS = frozenset("on via using used use uses to through over by from".split())
_USES = frozenset(
    """post posts account accounts page pages channel video videos user users message messages event group app
    followers feed profile thread live chat search story stories bio handle hashtag""".split()
)


@component
def junk(words: list[str], names: list[Name]) -> list[Name]:
    """Drop names that are page furniture, common nouns, peoples, titles, prizes, laws, products or addresses."""
    names = [_of_country(words, name) for name in names]
    return [name for name in names if name[2] not in SHOWN or not is_junk(words, name)]


def _of_country(words: list[str], name: Name) -> Name:
    """Return the country whose office it is in the stead of one with the field (`U.S. | National Security Adviser`)."""
    start, end, label = name
    field = label == "ORG" and end - start > 1 and _is_portfolio(words, start, end)
    return (start, start + 1, "GPE") if field and words[start] in PLACES else name


def is_junk(words: list[str], name: Name) -> bool:
    """Whether a name of a shown label is none."""
    start, end, label = name
    own = words[start:end]
    text = " ".join(own)
    if is_known(text) or (text in WELL_KNOWN | MEDIA and end - start > 1) or _shares_party(words, start, end):
        return False
    return (
        _is_no_word(own, text)
        or _is_praise(own)
        or (end - start == 1 and _is_plain_word(words, start))
        or _is_lower(words, start, end, label)
        or (all(_is_common(word) for word in own) and not _is_office(own))
        or text in DEMONYMS
        or (end - start > 1 and _is_event(words, start, end, label))
        or (end - start == 1 and _is_means(words, start, end))
        or (label == "ORG" and (_is_product(words, start, end) or _is_portfolio(words, start, end)))
        or (label in ("PERSON", "GPE") and _is_product_word(words[end - 1]))
    )


def _is_praise(own: list[str]) -> bool:
    """Whether the words are the title that a customer gives to an opinion (`Great Service`)."""
    return len(own) > 1 and bare(own[0]) in _PRAISE and all(bare(w) in _PRAISED or bare(w) in _PRAISE for w in own)


def _shares_party(words: list[str], start: int, end: int) -> bool:
    """Whether the word is one of two that share a head, as in `Democratic and Republican Parties`."""
    around = (words[start - 1] if start else "", words[end] if end < len(words) else "")
    return (
        end - start == 1
        and words[start] in PARTIES
        and not {"and", "or"}.isdisjoint(around)
        and "part" in " ".join(words[end : end + 3]).lower()
    )


def _is_no_word(own: list[str], text: str) -> bool:
    letters = sum(c.isalpha() for c in text)
    if (
        not any(c.isalpha() and c < "\u0250" for c in text)
        or _SEAT.fullmatch(text)
        or _OPEN.fullmatch(text)
        or _CODE.fullmatch(text)
    ):
        return True
    if letters < 2 or letters * 2 < len(text):
        return True
    return bool(_ADDRESS.search(text)) and bare(own[-1]) not in CORPORATE and not _COMPANY_ON_WEB.fullmatch(text)


def _is_plain_word(words: list[str], index: int) -> bool:
    """Whether the one word is an ordinary one or the acronym of a thing; `US` and `WHO` among lower case are not."""
    word = words[index]
    name = bare(word)
    if name in ACRONYMS_OF_THINGS or name in CORPORATE:
        return True
    if name not in COMMON_WORDS:
        return False
    neighbours = words[max(0, index - 1) : index] + words[index + 1 : index + 2]
    return not (is_capitals(word) and word in WELL_KNOWN and not any(is_capitals(other) for other in neighbours))


def _is_lower(words: list[str], start: int, end: int, label: str) -> bool:
    """Whether most words have no capital, as in a passage in a foreign language.

    A place after a preposition may be so in texts from the web (`going to baguio alone`).
    """
    own = words[start:end]
    text = " ".join(own)
    if text.islower():
        before = words[start - 1].lower() if start else ""
        return label != "GPE" or (text.title() not in PLACES and (before not in _WHERE or not _is_plain(own)))
    lower = sum(word.isalpha() and word.islower() and word not in CONNECTORS for word in own)
    return lower > 1 and lower >= sum(is_capital(word) for word in own)


def _is_plain(own: list[str]) -> bool:
    return len(own) < 3 and all(word.isalpha() for word in own)


def _is_common(word: str) -> bool:
    name = bare(word)
    if name in INSTITUTIONS:
        return False
    return (
        name in GENERIC
        or name in FIELDS
        or name in PAGE_WORDS
        or name in TITLES
        or name in OFFICES
        or name in PRODUCTS
        or word in CONNECTORS
        or word in DEMONYMS
        or not any(c.isalpha() for c in word)
    )


def _is_office(own: list[str]) -> bool:
    """Whether common words make a proper name together (`State Department`, `Department of Defense`, `Air Force`)."""
    names = [bare(word) for word in own]
    heads = [name for name in names if name in OF_HEADS or name in STRONG_HEADS or name == "parties"]
    fields = [word for word in own if bare(word) in FIELDS or word in DEMONYMS or word in PARTIES]
    return bool(heads and fields) and all(is_capital(word) or word in CONNECTORS or word == "party" for word in own)


def _is_event(words: list[str], start: int, end: int, label: str) -> bool:
    """Whether the head of the name is that of a prize, a law, a match, a work."""
    if words[start] in _OPENERS or (words[end - 1] == "Fire" and label in PLACE_LABELS):
        return True
    head = words[head_index(words, start, end)]
    return (
        head[:1].isupper() and bare(head) in EVENTS and (label != "PERSON" or head != words[end - 1] or end - start > 2)
    )


def _is_means(words: list[str], start: int, end: int) -> bool:
    """Whether a platform is only where something was said (`posted on Twitter`), or `State` an office's field."""
    name = bare(words[start])
    before = words[start - 1].lower() if start else ""
    after = words[end].lower() if end < len(words) else ""
    if name in FIELDS and (before == "of" or name != "treasury"):
        return True
    return name in PLATFORMS and (before in _MEANS or after in _USES or before in _USES or before == "site")


def _is_portfolio(words: list[str], start: int, end: int) -> bool:
    """Whether a name is only what an office is for (`Civil Aviation | Minister`, `Police and Crime | Commissioner`)."""
    office = words[end] if end < len(words) else ""
    if office == "Commissioner":
        return words[start:end] == ["Police", "and", "Crime"]
    if office in _OFFICES:
        return bare(words[end - 1]) in FIELDS and words[start] not in WELL_KNOWN
    return office == "Minister" and bare(words[end - 1]) not in _BODIES and words[start] not in WELL_KNOWN


def _is_product_word(word: str) -> bool:
    name = bare(word)
    return name in PRODUCTS or name.removesuffix("s") in PRODUCTS


def _is_product(words: list[str], start: int, end: int) -> bool:
    """Whether the maker's name is the beginning of a model's (`Airbus A380`, `Boeing 787 Dreamliner`)."""
    if _is_product_word(words[start]) or _is_product_word(words[end - 1]):
        return True
    inside = any(_MODEL.fullmatch(word) for word in words[start + 1 : end])
    return inside or (end < len(words) and bool(_MODEL.fullmatch(words[end])))
