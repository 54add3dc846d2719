"""Mr and Mrs: what a form of address and a first name say about which of two people with one surname is meant."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from newsreader.languages.english.words.given_names import GIVEN_NAMES, WOMENS_NAMES

if TYPE_CHECKING:
    from newsreader.languages.groups import Group

_TITLE = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Dame|Lady|Lord|Mme|Madame|Monsieur|Herr|Frau)\.?\s$")
"""Forms of address right before a name."""

_REACH = 12
_WOMEN = frozenset({"Mrs", "Ms", "Miss", "Dame", "Lady", "Mme", "Madame", "Frau"})
"""Those for women, which rule out the men of a surname (`Mrs Roe`)."""


class Address(Enum):
    """How a person is addressed."""

    MAN = "man"
    WOMAN = "woman"


def address(text: str, start: int) -> Address | None:
    """Return how the person named at `start` is addressed right there, None if with no form of address."""
    title = _TITLE.search(text, max(0, start - _REACH), start)
    if not title:
        return None
    return Address.WOMAN if title[1] in _WOMEN else Address.MAN


def address_of(group: Group, text: str) -> Address | None:
    """Return how a person is addressed anywhere, or else by the first name; None if nothing says."""
    for mention in group.mentions:
        found = address(text, mention.start)
        if found:
            return found
    first = max(group.forms, key=len).split()[0]
    if first in WOMENS_NAMES:
        return Address.WOMAN
    return Address.MAN if first in GIVEN_NAMES else None
