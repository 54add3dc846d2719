"""What the program knows of languages: each in a room of its own, behind one record that `of` returns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.languages.english import ENGLISH
from newsreader.languages.plain import PLAIN
from newsreader.languages.record import Language, Press
from newsreader.languages.spoken import spoken

if TYPE_CHECKING:
    from newsreader.article import Article

__all__ = ["ENGLISH", "PLAIN", "Language", "Press", "code_of", "of", "of_article", "of_text", "press_of"]

_RECORDS = {language.code: language for language in (ENGLISH,)}
"""The languages with a record of their own, by ISO 639-1 code. A new one is one more here."""

_PRIMARY = re.compile(r"\s*([A-Za-z]{2})(?:[-_]|\s*$)")


def of(code: str | None) -> Language:
    """Return the record of a language by its code or tag (`en`, `en-GB`, `de_DE`), `PLAIN` for one without."""
    primary = _PRIMARY.match(code or "")
    return _RECORDS.get(primary[1].lower(), PLAIN) if primary else PLAIN


def of_article(article: Article) -> Language:
    """Return the record of the language that an article states or shows; English if it does neither."""
    return of(code_of(article, ENGLISH.code))


def of_text(text: str) -> Language:
    """Return the record of the language that the words of a text show; English if they show none."""
    return of(spoken(text) or ENGLISH.code)


def code_of(article: Article, otherwise: str) -> str:
    """Return the code of an article's language: what it states, or what its words show, or else `otherwise`."""
    return _tag(article.metadata.language) or spoken(article.text) or otherwise


def press_of(stated: str | None) -> Press:
    """Return the press habits of an article that states this language; one that states none is taken for English.

    An article is read for its byline, dateline and date before its words are, and most do not say their language.
    """
    return of(_tag(stated) or ENGLISH.code).press()


def _tag(stated: str | None) -> str | None:
    """Return what an article states as its language if that is a tag; `English` and `x-default` are none."""
    return stated if stated and _PRIMARY.match(stated) else None
