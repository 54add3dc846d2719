"""Numbers of documents and of names.

Those of documents are in the order in which articles are listed: by day, and on one day as they came in. So whatever is
gone through by these numbers, such as the full-text index, gives the newest articles first.
"""

from __future__ import annotations

from array import array
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from newsreader.category import Category

if TYPE_CHECKING:
    from collections.abc import Iterable

CODES: dict[Category, int] = {Category.PERSON: 0, Category.PLACE: 1, Category.ORGANISATION: 2}
"""The category of a name is in its number, which leaves one of these when it is divided by how many there are."""

_TURN_BITS, _ARTICLE_BITS = 6, 28
TURNS = 1 << _TURN_BITS
"""Different texts of one article on one day that are told apart."""
ARTICLES = 1 << _ARTICLE_BITS
"""Articles that are told apart."""


def first_document(day: str, article: int = 0) -> int:
    """The smallest number of a document of an article on a day, which is in ISO 8601."""
    try:
        number = date.fromisoformat(day).toordinal()
    except ValueError:
        number = 0
    return (number << _ARTICLE_BITS | article) << _TURN_BITS


def last_document(day: str, article: int = ARTICLES - 1) -> int:
    """The largest number of a document of an article on a day; without an article, of any."""
    return first_document(day, article) + TURNS - 1


def article_of(document: int) -> int:
    """The article that a document is of."""
    return document // TURNS % ARTICLES


def day_of(document: int) -> str:
    """The day that the article of a document is listed under, ISO 8601; empty if it is none."""
    number = document >> _TURN_BITS + _ARTICLE_BITS
    return date.fromordinal(number).isoformat() if number else ""


def days_of(documents: Iterable[int]) -> dict[date, int]:
    """The days that the articles of documents are listed under, each with how many of these."""
    bits = _TURN_BITS + _ARTICLE_BITS
    counts = Counter([document >> bits for document in documents])
    return {date.fromordinal(number): count for number, count in counts.items() if number}


def numbers_in(blob: bytes) -> array[int]:
    """The numbers that were kept in a row."""
    return array("I", blob)
