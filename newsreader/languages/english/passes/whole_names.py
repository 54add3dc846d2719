"""Names as English writes them: trimmed of what is no part of them, and taken apart where two were run together."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.languages.document import Name
from newsreader.languages.english import names
from newsreader.languages.english.passes.clue_patterns import EVENT_OF
from newsreader.languages.english.shapes import bare, is_capitals
from newsreader.languages.english.words.agencies import AGENCIES, MEDIA
from newsreader.languages.english.words.countries import DEMONYMS, PLACES
from newsreader.languages.english.words.given_names import GIVEN_NAMES
from newsreader.languages.english.words.organisations import WELL_KNOWN
from newsreader.languages.english.words.titles import TITLES

if TYPE_CHECKING:
    from newsreader.languages.document import Document

_SENTENCE_END = re.compile(r"(?<=[a-z]{4})(\.)\s+(?=[A-Z])")
_ABBREVIATED = frozenset("prof calif mass minn mich penn bros corp capt supt insp sept miss".split()) | TITLES
"""What a dot stands behind inside of names, lower case."""

_NUMBER = re.compile(r"(?<=[a-z])\s\d{1,3}$")
_RESULT = re.compile(r"[–-]\d|,\s[A-Z][\w. ]+\s\d{1,3}\b|\s*$", re.MULTILINE)
"""What stands behind the number of points of a team: those of the other one, or nothing."""

_WITHOUT = re.compile(r" (?:sans|sin|senza|ohne) [^\W\d_]+")
"""How organisations without borders go on (`Charpentiers | sans Frontières`)."""

_ELIDED = re.compile(r"(?<![\w’'])[dD]['’]$")
"""An elided particle before a surname (`d’Artagnan`)."""


def named(
    text: str, start: int, end: int, label: str, confidence: float = 1.0, *, possessive: bool = False
) -> Name | None:
    """Return the name at `text[start:end]` without what does not belong to it; None if nothing is left.

    What looks like a `possessive` at its end belongs to it in `St. John’s`.
    """
    if possessive:
        form = text[start:end]
        return Name(start, end, label, form, names.key(form), confidence)
    start, end = names.trim(text, start, names.hyphen_start(text, start, end))
    if label == "PERSON" and _ELIDED.search(text, max(0, start - 3), start):
        start -= 2
    if label == "ORG" and (rest := _WITHOUT.match(text, end)):
        end = rest.end()
    if label == "PERSON" or (label in ("GPE", "LOC") and _is_one_place(text, start, end)):
        end = names.hyphen_end(text, start, end)
    if start >= end:
        return None
    form = names.display(text[start:end])
    return Name(start, end, label, form, names.key(form), confidence)


def _is_one_place(text: str, start: int, end: int) -> bool:
    """Whether the hyphen behind a place joins parts of one name (`Seine-Saint-Denis`)."""
    rest = text[end + 1 : end + 2]
    if text[end : end + 1] != "-" or not rest.isupper() or text[start:end] in PLACES:
        return False
    following = text[end + 1 : names.hyphen_end(text, start, end)].split("-")[0]
    return following not in PLACES and following not in DEMONYMS


def with_whole_names(document: Document) -> Document:
    """Trim the names, leave out the second of two that overlap, and take apart what was run together.

    Two names are apart where the document has them so elsewhere (`Jane Roe | John`, `Kraków | Jan Nowak`).
    """
    text = document.text
    kept: list[Name] = []
    sentences = (part for name in document.names for part in _in_one_sentence(text, name))
    for each in (part for name in sentences for part in _signed(text, name)):
        name = named(text, each.start, _before_result(text, each), each.label)
        if name and not EVENT_OF.search(document.before(name)) and (not kept or name.start >= kept[-1].end):
            kept.append(name)
    known = {name.key: name for name in kept}
    parts = [part for name in kept for part in _uncoupled(text, name, known)]
    return document.with_names(whole for part in parts for whole in _whole(text, part, known))


def _in_one_sentence(text: str, name: Name) -> list[Name]:
    """Take apart what reaches over the end of a sentence (`Cardiff. | Leinster`)."""
    end = _SENTENCE_END.search(text, name.start, name.end)
    if not end or bare(text[name.start : end.start()].split()[-1]) in _ABBREVIATED:
        return [name]
    return [replace(name, end=end.start(1)), *_in_one_sentence(text, replace(name, start=end.end()))]


def _signed(text: str, name: Name) -> list[Name]:
    """Take apart who signs a mail and is greeted by the next one (`Thanks, Renee | Renee, I read it`)."""
    words = name.form.split()
    twice = name.label == "PERSON" and len(words) > 1 and words[: len(words) // 2] == words[len(words) // 2 :]
    if not twice or not _GREETING.match(text, name.end):
        return [name]
    second = text.rindex(words[0], name.start, name.end)
    return [replace(name, end=second), replace(name, start=second)]


_GREETING = re.compile(r"\s?(?:,|-)\s+[A-Z]")
"""What stands behind whom a mail greets."""


def _before_result(text: str, name: Name) -> int:
    """Return where a team's name ends whose result was taken for a part of it (`Boston ¦ 101, Miami 99`)."""
    number = _NUMBER.search(text, name.start, name.end)
    return number.start() if number and _RESULT.match(text, number.end()) else name.end


def _whole(text: str, part: Name, known: dict[str, Name]) -> list[Name]:
    return _apart(text, part, known) if part.label in ("PERSON", "ORG") else [part]


def _uncoupled(text: str, name: Name, known: dict[str, Name]) -> list[Name]:
    """Take apart two names joined by `and` of which the article names one alone (`Bernstein | and | Jefferies`)."""
    joint = text.find(" and ", name.start, name.end)
    if name.label != "ORG" or joint < 0 or name.form in WELL_KNOWN:
        return [name]
    first = named(text, name.start, joint, name.label)
    second = named(text, joint + len(" and "), name.end, name.label)
    if first is None or second is None or second.form[:1].islower():
        return [name]
    return [first, second] if first.key in known or second.key in known else [name]


def _apart(text: str, name: Name, known: dict[str, Name]) -> list[Name]:
    words = name.form.split(" ")
    for count in (2, 1):
        first = known.get(names.key(" ".join(words[:count])))
        if len(words) <= count or first is None or not _stand_apart(first, words[count:], known):
            continue
        middle = name.start + len(" ".join(words[:count]))
        parts = (named(text, name.start, middle, first.label), named(text, middle, name.end, "PERSON"))
        return [part for part in parts if part]
    return [name]


def _stand_apart(first: Name, rest: list[str], known: dict[str, Name]) -> bool:
    if first.category is Category.PLACE:
        return len(rest) > 1 and rest[0] in GIVEN_NAMES
    if first.category is Category.ORGANISATION:
        owner = known.get(names.key(" ".join(rest)))
        signs = is_capitals(first.form) or first.form in AGENCIES or first.form in MEDIA
        return signs and owner is not None and owner.label == "PERSON"
    return (
        first.category is Category.PERSON
        and " " in first.form
        and (rest[0] in GIVEN_NAMES or names.key(" ".join(rest)) in known)
    )
