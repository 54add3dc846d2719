"""Parties by their short names: `Labour said`, `the Greens`, but not `Labour voters`, which only describes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.languages.english.passes.whole_names import named
from newsreader.languages.english.shapes import bare
from newsreader.languages.english.words.countries import DEMONYMS, PLACES
from newsreader.languages.english.words.junk import COMMON_WORDS, GENERIC
from newsreader.languages.english.words.organisations import FIELDS, HEADS, PARTIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.languages.document import Document, Name

_PLURALS = {"Conservative": ("Conservatives", "Tories"), "Green": ("Greens",), "Liberal": ("Liberals",)}
"""What the members of a party are called as one, by the word before `Party`."""

_ALWAYS = ("Liberal Democrats", "Lib Dems")
"""Names that are a party's wherever they stand."""

_BRITISH = ("Labour", "Conservatives", "Tories", "Greens")
"""Short names of parties in articles about Britain."""

_AUSTRALIAN = ("Labor", "Greens")
"""Short names of parties in articles about Australia."""

_GERMANY = re.compile(r"\b(?:SPD|CDU|CSU|AfD|FDP)\b")
"""What shows that `Greens` are the German ones."""

_AUSTRALIA = re.compile(r"\bLabor\s(?:leader|MPs?|senators?|frontbencher|government|party)\b|\bLabor Party\b")
"""What shows that `Labor` is the Australian party."""

_BRITAIN = re.compile(r"\b(?:Labour Party|Conservative Party|Tories|Liberal Democrats|Lib Dems)\b")
"""What shows that an article is about parties that have these short names."""

_STANDS_ALONE = re.compile(
    r"\s(?:leader|MPs?|senators?|frontbencher)\b|['’]s?(?!\w)|[.,;:!?)\]”]|\s[–—]|\s*$|\s(?:said|says|won|wins|lost|loses|had|has|have|is|are|was|were|will|would|can"
    r"|could|should|must|may|might|did|does|do|under|in|of|by|and|or|from|to|for|on|at|after|before|as|who|which|that|than"
    r"|with|since|into|leads|led|took|takes|held|holds|kept|keeps|gained|gains|fell|wants|promised|promises|plans|called"
    r"|calls|lead|win|beat|beats|came|went|made|gave|put|saw|ran|[a-z]{3,}ed|also|still|now|not|never|party|but)\b"
)
_MEMBERS = re.compile(r"(?<![\w-])[Tt]he\s$")
"""The article that a plural needs before it to be a party (`the Greens`)."""

_CONFIDENCE = 0.8


def with_parties(document: Document) -> Document:
    """Add the parties that are called by their short names."""
    text = document.text
    forms = _forms(text, document.names)
    if not forms:
        return document
    taken = document.taken()
    pattern = re.compile(
        r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) + r")(?![\w-])"
    )
    for start, end in document.spans:
        for match in pattern.finditer(text, start, end):
            free = taken.is_free(match.start(), match.start() + 1)
            name = named(text, *match.span(), "ORG", _CONFIDENCE) if free and _is_party(text, match, end) else None
            if name:
                taken.put(name)
    return document.with_names(taken.names())


def _forms(text: str, mentions: Iterable[Name]) -> set[str]:
    forms = {form for form in _ALWAYS if form in text}
    if _BRITAIN.search(text):
        forms.update(_BRITISH)
    if _GERMANY.search(text):
        forms.add("Greens")
    if _AUSTRALIA.search(text):
        forms.update(_AUSTRALIAN)
    for mention in mentions:
        if mention.category is Category.ORGANISATION and mention.form.endswith(" Party"):
            words = mention.form.split()[:-1]
            forms.update(_PLURALS.get(words[-1], ()))
            if len(words) == 1 and _is_own_name(words[0], text):
                forms.add(words[0])
    return forms


def _is_own_name(word: str, text: str) -> bool:
    """Whether the word before `Party` is a name and no adjective (`Likud Party`, not `Republican Party`)."""
    if word in ("Labour", "Labor"):
        return True
    name = bare(word)
    common = (
        name in GENERIC
        or name in FIELDS
        or name in HEADS
        or name in COMMON_WORDS
        or bool(re.search(rf"\b{re.escape(name)}\b", text))
    )
    return not (
        common
        or word in PARTIES
        or word in DEMONYMS
        or word in PLACES
        or name.endswith(("ist", "ic", "ive", "ian", "ion"))
    )


def _is_party(text: str, match: re.Match[str], limit: int) -> bool:
    """Whether the name at `match` stands for the party itself."""
    if match[0].endswith("s") and (
        match[0] in _ALWAYS or _MEMBERS.search(text, max(0, match.start() - 5), match.start())
    ):
        return True
    return bool(_STANDS_ALONE.match(text, match.end(), limit))
