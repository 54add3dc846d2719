"""What the program knows of languages: each in a room of its own, behind one record that `of` returns."""

from __future__ import annotations

import re

from newsreader.languages.english import ENGLISH
from newsreader.languages.plain import PLAIN
from newsreader.languages.record import Language

__all__ = ["ENGLISH", "PLAIN", "Language", "of"]

_RECORDS = {language.code: language for language in (ENGLISH,)}
"""The languages with a record of their own, by ISO 639-1 code. A new one is one more here."""

_PRIMARY = re.compile(r"\s*([A-Za-z]{2})(?:[-_]|\s*$)")


def of(code: str | None) -> Language:
    """Return the record of a language by its code or tag (`en`, `en-GB`, `de_DE`), `PLAIN` for one without."""
    primary = _PRIMARY.match(code or "")
    return _RECORDS.get(primary[1].lower(), PLAIN) if primary else PLAIN
