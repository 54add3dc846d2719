"""Lines in capitals: a heading that shouts has names in it only where the article or the atlas knows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.languages.english.names import key
from newsreader.languages.english.words.agencies import AGENCIES
from newsreader.languages.english.words.countries import PLACES
from newsreader.languages.english.words.organisations import WELL_KNOWN

if TYPE_CHECKING:
    from newsreader.languages.document import Document

_LINE = re.compile(r"[^\n]+")
"""A line of the text."""

_FEWEST_WORDS = 3
"""Words of the shortest line that is taken for shouting; two may be a name on a line of its own."""

_KNOWN = frozenset(key(name) for name in (*PLACES, *WELL_KNOWN, *AGENCIES))
"""Names that a line in capitals may have although the article has them nowhere else."""


def without_shouts(document: Document) -> Document:
    """Leave out the names in lines of capitals that neither the rest of the article nor the lists know.

    A text that is written in capitals throughout keeps all its names.
    """
    shouted = _shouted(document.text)
    outside = [name for name in document.names if name.start not in shouted]
    if not outside or not shouted:
        return document
    people = (name for name in outside if name.label == "PERSON")
    known = _KNOWN | {name.key for name in outside} | {word for name in people for word in name.words[-1:]}
    return document.with_names(name for name in document.names if name.start not in shouted or name.key in known)


def _shouted(text: str) -> set[int]:
    """Return the offsets that lie in lines of capitals."""
    return {
        offset
        for line in _LINE.finditer(text)
        if line[0].isupper() and len(line[0].split()) >= _FEWEST_WORDS
        for offset in range(line.start(), line.end())
    }
