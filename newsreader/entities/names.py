"""Names as strings: what belongs to a name, how two spellings compare, and the slug that stands for one.

Nothing here knows a text or a mention.
"""

from __future__ import annotations

import re
import unicodedata

_POSSESSIVE = re.compile(r"(?:['’ʼ]s|(?<=[sS])['’ʼ])$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


def display(text: str) -> str:
    """Return the name as a reader would write it: on one line, without a leading article or a possessive."""
    name = _SPACE.sub(" ", text).strip()
    name = _POSSESSIVE.sub("", name).rstrip()
    return _ARTICLE.sub("", name) or name


def key(text: str) -> str:
    """Return the form in which two spellings of one name are equal: case, accents, dots and dashes fold away."""
    folded = unicodedata.normalize("NFKD", display(text)).casefold()
    kept = "".join(c for c in folded if not unicodedata.combining(c) and c != ".")
    return " ".join(re.sub(r"[^\w&]+", " ", kept).split()) or folded


def slug(text: str) -> str:
    """Return a short stable identifier for a name: lower-case words joined by hyphens."""
    return "-".join(key(text).replace("&", " and ").split()) or "x"
