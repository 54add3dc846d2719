"""Mails and letters: who is greeted, who signs, and whose address stands in angle brackets.

Where mails stand one behind another without line breaks, as people quote them, a signature runs into the next greeting
and the words behind it into the signature; what follows a closing phrase tells them apart.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreader.languages.english.capitals import is_small
from newsreader.languages.english.passes.whole_names import named
from newsreader.languages.english.shapes import bare
from newsreader.languages.english.words.given_names import GIVEN_NAMES
from newsreader.languages.english.words.junk import COMMON_WORDS, GENERIC, PAGE_WORDS
from newsreader.languages.english.words.organisations import CORPORATE, HEADS, VENUES
from newsreader.languages.english.words.titles import TITLES, TRADES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.languages.document import Document, Name

_WORD = r"[A-ZÀ-Þ](?:[\w’']*[\w]|\.)?(?:-[A-ZÀ-Þ]\w+)?"
_WORDS = rf"{_WORD}(?: {_WORD}){{0,4}}"
_CLOSING = (
    r"\b(?:Thanks|Thank you|Thx|(?:[A-Z][a-z]+ )?[Rr]egards|Sincerely|Cheers|Take care|[Kk]eep in touch"
    r"|Best(?: wishes)?|Yours(?: truly| faithfully| sincerely)?)(?:[,!]|\.(?= [A-Z][a-z]+ [A-Z]))?"
)
"""What stands before a signature."""

_SIGNED = re.compile(rf"{_CLOSING}\s+({_WORDS})(?![\w@’'-])")
"""Who signs, and whatever has a capital behind that (`Thanks, Jane Roe`)."""

_BESIDE = re.compile(rf"(?<=[.!?] )({_WORD} {_WORD}(?: {_WORD}){{0,2}})(?=,\s[A-Z]| - [A-Z])")
"""Who signs and who is greeted by the next mail, side by side (`See you. Jane Tom, Thanks`)."""

_NEXT_MAIL = re.compile(r",\s[A-Z]| - [A-Z]")
"""What stands behind whom a mail greets."""

_GREETED = re.compile(
    rf"\b(?:Dear|Hi|Hello|Hey|[Gg]ood (?:[Mm]orning|[Aa]fternoon|[Ee]vening)),? ({_WORD}(?: {_WORD})?)(?=,| -|!|\n|:)"
)
"""Who is greeted (`Dear Jane,`)."""

_ADDRESSED = re.compile(
    rf"[\"“]({_WORD}(?:,? {_WORD}){{0,2}})[\"”]\s?<[\w.+…-]+@"
    rf"|\b(?:From|To|Cc|Sender): ({_WORD}(?: {_WORD}){{1,2}}) <[\w.+-]+@"
)
"""Whose address stands in angle brackets (`"Roe, Jane" <jroe@…>`)."""

_IS_MAIL = re.compile(r"@|\b(?:[Rr]egards|Sincerely|Thanks|Thx|Dear|Hi),? [A-Z]")
_NOBODY = TITLES | TRADES | HEADS | CORPORATE | VENUES | GENERIC | COMMON_WORDS | PAGE_WORDS | {"all", "everyone", "ps"}
_CONFIDENCE = 0.8
_INITIALLED = 3
"""Words of a first name, an initial and a family name, behind which a signature goes on with something else."""


def with_mail_names(document: Document) -> Document:
    """Make people of who signs, who is greeted and whose address is given, each a person of his or her own."""
    text = document.text
    if not _IS_MAIL.search(text):
        return document
    document = document.with_names(part for name in document.names for part in _greeting_apart(text, name))
    taken = document.taken()
    for first, last in document.spans:
        for start, end in _people(text, first, last):
            person = named(text, start, end, "PERSON", _CONFIDENCE)
            if person and not any(other < start for other in taken.inside(start, end)):
                taken.put(person)
    return document.with_names(taken.names())


def _greeting_apart(text: str, name: Name) -> list[Name]:
    """Take apart who signs with a full name that the text has elsewhere, and who is greeted right behind that."""
    full, _, greeted = name.form.rpartition(" ")
    signs = name.label == "PERSON" and full.count(" ") == 1 and text.count(full) > 1
    if not signs or not _NEXT_MAIL.match(text, name.end):
        return [name]
    spans = ((name.start, name.start + len(full)), (name.end - len(greeted), name.end))
    return [part for span in spans if (part := named(text, *span, "PERSON"))]


def _people(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield where people stand between two offsets."""
    for match in _SIGNED.finditer(text, first, last):
        yield from _apart(text, match)
    for match in _BESIDE.finditer(text, first, last):
        words = match[1].split()
        if words[0] in GIVEN_NAMES and len(_apart_words(words, greets=True)) > 1:
            yield from _apart(text, match)
    for match in _GREETED.finditer(text, first, last):
        if _are_names(match[1].split()):
            yield match.span(1)
    for match in _ADDRESSED.finditer(text, first, last):
        group = match.lastindex or 1
        if _are_names(match[group].replace(",", "").split()):
            yield match.span(group)


def _apart(text: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield where each of those stands whose names follow one another."""
    start, words = match.start(1), match[1].split(" ")
    for person in _apart_words(words, greets=bool(_NEXT_MAIL.match(text, match.end(1)))):
        end = start + len(" ".join(person))
        if _are_names(person):
            yield start, end
        start = end + 1


def _apart_words(words: list[str], *, greets: bool) -> list[list[str]]:
    """Return the names in a run of words with capitals, of which the last is who is greeted, if the run `greets`.

    `Jane Here` is Jane, `Jane Jane Roe` are two, and what stands behind `Jane B. Roe` is no part of her name.
    """
    names = _without_openers(words)
    repeated = next((index + 1 for index, (a, b) in enumerate(pairwise(names)) if a == b), 0)
    if repeated:
        return [names[:repeated], names[repeated:]]
    if greets and len(names) == len(words) > 1 and names[-1] in GIVEN_NAMES:
        return [names[:-1], names[-1:]]
    if len(names) > _INITIALLED and bare(names[1]).isalpha() and len(bare(names[1])) == 1:
        return [names[:_INITIALLED]]
    return [names]


def _without_openers(words: list[str]) -> list[str]:
    """Return the words up to the first ordinary one, which begins the next sentence (`Jane | Here you go`)."""
    for index, word in enumerate(words):
        if index and word not in GIVEN_NAMES and (is_small(word.lower()) or bare(word) == "ps"):
            return words[:index]
    return words


def _are_names(words: list[str]) -> bool:
    """Whether none of the words is an ordinary one or says what a body is, and there are no more than a name has."""
    whole = [word for word in words if len(bare(word)) > 1]
    return 0 < len(whole) <= len(words) <= _INITIALLED and not any(
        bare(word) in _NOBODY or (is_small(word.lower()) and word not in GIVEN_NAMES) for word in whole
    )
