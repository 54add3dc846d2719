"""Kinship: who is introduced as the relative of another, and so is not the one that the surname alone means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.entity import Mention
    from newsreader.languages.groups import Group

_KIN = (
    r"(?:son|daughter|wife|husband|widow|widower|brother|sister|father|mother|twin|cousin|nephew|niece|uncle|aunt"
    r"|grandson|granddaughter|grandfather|grandmother|stepson|stepdaughter|son-in-law|daughter-in-law)"
)
_KIN_BEFORE = re.compile(
    rf"(?:\b(?:[Hh]is|[Hh]er|[Aa]nother|whose)|['’]s?)\s(?:[a-z-]+\s){{0,2}}{_KIN},?\s(?:[A-Z][a-z]+\.?\s)?$"
)
"""Kinship before a name (`his son Jim`)."""

_KIN_BEHIND = re.compile(rf"^,\s(?:(?:his|her|the|a)\s|[A-Z]\w+['’]s?\s)(?:[a-z’'-]+\s)?{_KIN}\b")
"""Kinship behind a name (`Jim, Roe's son,`, `Jim Roe, the president's son,`)."""

_AROUND = 60


def is_relative(text: str, owner: Group) -> bool:
    """Whether `owner` is named once in `text`, as somebody's relative (`his son, Senator Flavio Bolsonaro,`)."""
    if len(owner.mentions) > 1:
        return False
    first = owner.mentions[0]
    before, behind = text[max(0, first.start - _AROUND) : first.start], text[first.end : first.end + _AROUND]
    return bool(_KIN_BEFORE.search(before) or _KIN_BEHIND.match(behind))


def is_beside(text: str, owner: Group, mention: Mention) -> bool:
    """Whether `mention` is said of `owner` in the same breath, and so is another (`Kim Yo Jong, Kim's sister`)."""
    if text[mention.start - 2 : mention.start] != ", " or text[mention.end : mention.end + 2] not in ("'s", "’s"):
        return False
    return any(each.end == mention.start - 2 for each in owner.mentions)
