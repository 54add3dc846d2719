"""Organisations that an article introduces and the recogniser missed: by a noun, in brackets, as a force of a country.

News says what a name is before or behind it (`the retailer Salling`, `its Netto chain`), gives the short form of a long
name in brackets (`Department of Fire Protection (CalFire)`), and calls the U.S. Navy the Navy later.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.languages.english.capitals import is_small
from newsreader.languages.english.passes.clue_patterns import BODY_BEFORE
from newsreader.languages.english.passes.whole_names import named
from newsreader.languages.english.shapes import bare, is_blend, is_capitals
from newsreader.languages.english.words.agencies import AGENCIES
from newsreader.languages.english.words.countries import DEMONYMS, PLACES
from newsreader.languages.english.words.junk import COMMON_WORDS, GENERIC, PAGE_WORDS, PRODUCTS
from newsreader.languages.english.words.organisations import CORPORATE, EVENTS, HEADS, VENUES
from newsreader.languages.english.words.titles import TITLES, TRADES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.languages.document import Document, Name

_TRADES = (
    r"airline|carrier|company|firm|carmaker|automaker|chipmaker|planemaker|drugmaker|chain|retailer|supermarket|broadcaster"
    r"|newspaper|tabloid|magazine|website|publisher|lender|insurer|startup|start-up|conglomerate|charity|nonprofit|non-profit"
    r"|consultancy|brewer|subsidiary|watchdog|brand|union|regulator|manufacturer|shipbuilder|drug maker|news agency"
)
_WORD = r"[A-ZÀ-Þ][\w&’'-]*[\w]"
_FIRST = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?"
_BEHIND = re.compile(rf"\b(?:{_TRADES}) ({_WORD}(?: {_WORD}){{0,2}})(?=[,.;)’'\s])")
"""A name behind what it is (`the retailer Salling`)."""

_ACRONYM = re.compile(r"\b(?<=[a-z,] )([A-Z]{3,8})(?=[,.;)’'\s])")
"""The acronym of a body behind what it is (`the electoral commission CENI`)."""

_BEFORE = re.compile(rf"\b(?:the|its|their|own) ({_WORD}) (?:chain|airline|newspaper|brand|stores|supermarkets?)\b")
"""A name before what it is (`its Netto chain`)."""

_TOWN = re.compile(
    r"\b(?:village|town|city|district|suburb|hamlet|municipality|neighbou?rhood|[Rr]esidents) of "
    rf"({_WORD})(?![\w’'-]| [A-Z])"
)
"""A town that is called one (`the village of Roe`)."""

_LISTED = re.compile(
    rf"((?:{_WORD} )+(?:{_WORD}|Co\.|Inc\.|Corp\.|Ltd\.)) \("
    r"(?:(?:NYSE|NASDAQ|Nasdaq|AMEX|LSE|AIM|ASX|TSX|TSE|HKEX|SGX|NSE|BSE|OTC|OTCMKTS|FRA|EPA|ETR)\s?:\s?[A-Z0-9.]{1,8}"
    r"|[A-Z0-9]{1,6}\.[A-Z]{1,2})\)"
)
"""A company before the code of its share (`First Roe Bank (NYSE: FRB)`)."""

_SAID = re.compile(
    rf"(?:^|[.!?][”\"]? |[a-z], |\b(?:and|but|that|while|as) )({_FIRST} (?:[A-Z]\. )?{_WORD}),?"
    r" (?:said|told|added|tweeted)\b",
    re.MULTILINE,
)
"""Who says something, by first name and surname (`Kino Gabriel said`)."""

_QUARTER = re.compile(r"\b([A-Z][a-z]+-(?:gu|dong|eup|myeon))\b")
"""Quarters and towns of Korea (`Seongbuk-gu`)."""

_BRACKET = re.compile(r" \(([A-Z][A-Za-z&-]{1,9})\)")
"""The short form of a name."""

_FORCES = re.compile(r"(?:^|\W)(Navy|Army|Air Force|Marine Corps|Marines|Coast Guard|National Guard)$")
"""How the names of the armed forces of a country end."""

_HOUSE = re.compile(r"\bHouse of Representatives\b")
_THE_HOUSE = re.compile(r"(?<=[a-z,] )(?:[Tt]he|full) (House)(?=['’]s|[,.;]|\s[a-z]+)(?!\sof\b)")
"""A chamber by its short name (`the House voted`)."""

_PEOPLES = ("ean", "ian", "ese", "ish")
"""How the names of peoples end."""

_NOBODY = GENERIC | TITLES | TRADES | HEADS | CORPORATE | VENUES | EVENTS | COMMON_WORDS | PAGE_WORDS
"""Words that nobody who says something is called by."""

_CONFIDENCE = 0.7
_FAR = 48
"""Code points before an acronym in which what the body is may stand."""


def with_introduced(document: Document) -> Document:
    """Add the organisations and towns that the article introduces."""
    text, taken = document.text, document.taken()
    bodies = (("ORG", span) for span in (*_described(document), *_short_forms(document), *_forces(document)))
    towns = (("GPE", match.span(1)) for match in _TOWN.finditer(text) if not is_small(match[1].lower()))
    quarters = (("GPE", match.span(1)) for match in _QUARTER.finditer(text))
    people = (("PERSON", match.span(1)) for match in _SAID.finditer(text) if _may_be_speaker(match[1]))
    for label, (start, end) in (*bodies, *towns, *quarters, *people):
        inside = any(first <= start and end <= last for first, last in document.spans)
        name = named(text, start, end, label, _CONFIDENCE) if inside and taken.is_free(start, end) else None
        if name:
            taken.put(name)
    return document.with_names(taken.names())


def _described(document: Document) -> Iterator[tuple[int, int]]:
    """Yield where names stand beside the noun that says what they are."""
    for match in _ACRONYM.finditer(document.text):
        if BODY_BEFORE.search(document.text, max(0, match.start() - _FAR), match.start()) and _may_be_company(match[1]):
            yield match.span(1)
    for pattern in (_BEHIND, _BEFORE, _LISTED):
        for match in pattern.finditer(document.text):
            if _may_be_company(match[1]) or pattern is _LISTED:
                yield match.span(1)


def _may_be_speaker(form: str) -> bool:
    """Whether two words before `said` may be a person: none of them an ordinary word, a place, a people or a body."""
    words = form.split()
    return not any(
        is_small(word.lower()) or word in PLACES or word in DEMONYMS or is_capitals(word) or bare(word) in _NOBODY
        for word in words
    )


def _may_be_company(form: str) -> bool:
    first = form.split()[0]
    people = first in DEMONYMS or first.endswith(_PEOPLES)
    return not (is_small(first.lower()) or people or first in PLACES or bare(first) in GENERIC | TITLES | PRODUCTS)


def _short_forms(document: Document) -> Iterator[tuple[int, int]]:
    """Yield where the short form of a long name stands in brackets behind it."""
    for name in document.names:
        bracket = _BRACKET.match(document.text, name.end)
        if bracket and name.category is Category.ORGANISATION and _is_short(name, bracket[1]):
            yield bracket.span(1)


def _is_short(name: Name, short: str) -> bool:
    capitals = is_capitals(short) and short not in AGENCIES
    return " " in name.form and (capitals or is_blend(name.form, short))


def _forces(document: Document) -> Iterator[tuple[int, int]]:
    """Yield where the force or chamber of a country goes by its short name, after `the`."""
    text = document.text
    owned = {match[1] for name in document.names if (match := _FORCES.search(name.form)) and name.form != match[1]}
    for force in owned:
        for match in re.finditer(rf"\b[Tt]he ({force})(?=['’]s|[,.;]|\s[a-z])", text):
            yield match.span(1)
    if _HOUSE.search(text):
        yield from (match.span(1) for match in _THE_HOUSE.finditer(text))
