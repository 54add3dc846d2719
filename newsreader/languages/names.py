"""Names as strings, by what holds for any language in a Latin script: how one is shown, how two spellings compare."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.languages.groups import Group

_NOT_WORD = re.compile(r"[^\w&]+")


def display(text: str) -> str:
    """Return a name on one line."""
    return " ".join(text.split())


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """Return the form in which two spellings of one name are equal: case, accents, apostrophes, dots, dashes fold."""
    return folded(display(text))


def folded(name: str) -> str:
    """Return `name` without case, accents, apostrophes, dots and dashes; something is left of every name."""
    whole = unicodedata.normalize("NFKD", name).casefold().replace("’", "").replace("'", "").replace("ʻ", "")
    kept = "".join(c for c in whole if not unicodedata.combining(c) and c != ".")
    return " ".join(_NOT_WORD.sub(" ", kept).split()) or whole


def preferred(group: Group) -> str:
    """Return the form with the most words, of equals the most frequent, then the first."""
    return group.form
