"""Lines in capitals: a heading that shouts has names in it only where the article or the atlas knows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.languages.english.names import key
from newsreader.languages.english.words.agencies import AGENCIES
from newsreader.languages.english.words.countries import PLACES
from newsreader.languages.english.words.organisations import WELL_KNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.languages.english.passes.mentions import Named

_LINE = re.compile(r"[^\n]+")
_FEWEST_WORDS = 3
"""Words of the shortest line that is taken for shouting; two may be a name on a line of its own."""

_KNOWN = frozenset(key(name) for name in (*PLACES, *WELL_KNOWN, *AGENCIES))


def without_shouts(text: str, mentions: Sequence[Named]) -> list[Named]:
    """Leave out the names in lines of capitals that neither the rest of the article nor the lists know.

    A text that is written in capitals throughout keeps all its names.
    """
    shouted = _shouted(text)
    outside = [m for m in mentions if m.start not in shouted]
    if not outside:
        return list(mentions)
    known = {m.key for m in outside} | {word for m in outside if m.label == "PERSON" for word in m.words[-1:]}
    return [m for m in mentions if m.start not in shouted or m.key in known or m.key in _KNOWN]


def _shouted(text: str) -> set[int]:
    """Return the offsets that lie in lines of capitals."""
    return {
        offset
        for line in _LINE.finditer(text)
        if line[0].isupper() and len(line[0].split()) >= _FEWEST_WORDS
        for offset in range(line.start(), line.end())
    }
