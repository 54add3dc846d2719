"""How an article says by what other name it goes on calling someone: in brackets, `or`, `known as`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.languages.english import names
from newsreader.languages.english.aliases.organisations import initials
from newsreader.languages.english.shapes import is_blend, is_latin, is_short_form
from newsreader.languages.english.words.agencies import AGENCIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsreader.entity import Mention
    from newsreader.languages.groups import Group

KNOWN_AS = re.compile(
    r"(?: \([^()\n]{1,20}\))?, (?:who is |which is )?(?:(?:also|better|widely|commonly|popularly|simply) )*"
    r"(?:known|nicknamed|dubbed|called)(?: (?:by his|by her|by the) (?:nickname|initials|acronym))?(?: simply)?(?: as)?"
    r" (?:the )?[“\"‘']?"
)
"""What stands between a name and another one that it goes by (`Joko Widodo, known as Jokowi`)."""

_REAL_NAME = re.compile(
    r"(?: \(\d\d\))?(?:, | \()(?:(?:and |who is |which is |was )?"
    r"(?:whose (?:real|birth|given|legal|full|stage|pen) name (?:is|was)|real name:?|born|n[ée]e|a\.?k\.?a\.?|alias"
    r"|(?:formerly|previously)(?: known as| called)?|who goes by(?: the name)?|who performs? as"
    r"|who performs? under the (?:stage )?name|renamed(?: as)?)) (?:the )?[“\"‘']?"
)
"""What stands between a name and the one that somebody or something has or had besides (`Roe, whose real name is`)."""

_BRACKET = re.compile(r" \((?:(?:NYSE|NASDAQ|Nasdaq|LSE|ASX|TSX|Euronext|[A-Z]{3,8}): ?(?=[A-Z]+\b)|(?![A-Za-z]+:))")
"""An opened bracket, past the exchange that stands before the code of a share (`Intel Corp. (NASDAQ: INTC)`)."""

_OR = re.compile(r"(?: \([^()\n]{1,20}\))?, or (?:the )?")
"""What stands between a name and a short form of it (`Petróleo Brasileiro SA, or Petrobras`), among much else."""

_SCRIPT = re.compile(r" ?[(（/／] ?(?:[A-Z]?[a-z]+(?: [a-z]+)?: ?)?")
"""What stands before the form of a name in its own script (`Seoul (서울)`), perhaps the language (`Korean: `)."""

_OPENINGS = (" (", "(", "（", " /", "/", ", ")
"""How all of these begin."""

_LONGEST_ACRONYM = 10


def with_introduced(text: str, groups: Sequence[Group]) -> list[Group]:
    """Return the groups with those merged that the article itself introduces as one: `African Union (AU)`."""
    at = {mention.start: group for group in groups for mention in group.mentions}
    moved: dict[int, Group] = {}
    for group in groups:
        for mention in group.mentions:
            if not text.startswith(_OPENINGS, mention.end):
                continue
            for short in _introduced(text, group, mention, at):
                if short.category is group.category and _leader(group, moved) is not short:
                    moved.setdefault(id(short), group)
    for group in groups:
        if id(group) in moved:
            owner = _leader(group, moved)
            owner.absorb(group, f"The article introduces “{group.form}” as short for {owner.form}.")
    return [group for group in groups if id(group) not in moved]


def _leader(group: Group, moved: Mapping[int, Group]) -> Group:
    """Return the group that `group` goes to in the end, itself if it stays."""
    while id(group) in moved:
        group = moved[id(group)]
    return group


def _introduced(text: str, group: Group, mention: Mention, at: Mapping[int, Group]) -> Iterator[Group]:
    """Yield the groups of the names that stand behind a mention of `group` as short for it."""
    for pattern, fits in _INTRODUCTIONS:
        match = pattern.match(text, mention.end)
        short = at.get(match.end()) if match else None
        if match and short and fits(group, short) and not text.startswith(" of ", match.end() + len(short.form)):
            yield short


def _introduces(group: Group, short: Group) -> bool:
    """Whether the name in brackets is an acronym for the one before, and not the other way round."""
    acronym = short.form
    if acronym in AGENCIES:
        return False
    if group.category is not Category.ORGANISATION and short.key not in initials(names.key(group.form).split()):
        return False
    blend = is_blend(group.form, acronym) or is_short_form(group.form, acronym)
    if group.category is Category.ORGANISATION and blend:
        return True
    capitals = sum(c.isupper() for c in acronym)
    return " " not in acronym and capitals >= 2 and len(acronym) <= _LONGEST_ACRONYM and len(group.form) > len(acronym)


def _is_made_of(group: Group, short: Group) -> bool:
    """Whether the letters of `short` are taken from the name of `group`."""
    return short.key in initials(names.key(group.form).split()) or is_blend(group.form, short.form)


def _is_called(group: Group, short: Group) -> bool:
    """Whether two names are one because the article says so: any two that differ."""
    return group is not short


def _is_foreign(group: Group, short: Group) -> bool:
    """Whether the name behind is in another script than the one before."""
    return is_latin(group.form[:1]) and not is_latin(short.form[:1])


_INTRODUCTIONS = (
    (_BRACKET, _introduces),
    (_OR, _is_made_of),
    (KNOWN_AS, _is_called),
    (_REAL_NAME, _is_called),
    (_SCRIPT, _is_foreign),
)
"""What stands between two names of one thing, and what has to hold of both."""
