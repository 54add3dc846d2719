"""What of an article is kept as text and has a form of its own: its place, its day, its paragraphs, its links.

In a damaged library any of them may be no such thing. Then the rest of the article is read, and `check` says so.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import date
from functools import lru_cache
from operator import methodcaller
from typing import TYPE_CHECKING

from newsreader.addresses import without_password
from newsreader.article import Link, Origin, OriginKind, Paragraph, ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Callable

Key = str | bytes
"""What an article is known by; bytes when a path is not valid in the encoding of the file system, or has a part."""

_BEFORE_PART = b"\0"
"""What divides a location from the part of it that an article is; no path and no URL has it."""


readable: Callable[[bytes], str] = methodcaller("decode", "utf-8", "replace")
"""A text as it is kept; what is no UTF-8 in it is shown as such, and `check` says whose it is.

No function of Python, for it is called for each value that is read.
"""


def storable(path: str, part: str = "") -> Key:
    """The path, and the part if there is one, as SQLite can hold them."""
    if part:
        return os.fsencode(path) + _BEFORE_PART + part.encode("utf-8", "replace")
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        with suppress(UnicodeEncodeError):
            return os.fsencode(path)
        return path.encode("utf-8", "replace").decode("utf-8")  # no name of a file, but the id of a record
    return path


_ORIGINS: dict[object, OriginKind] = {each.value: each for each in OriginKind}


def kind_of(stored: str) -> OriginKind | None:
    """The kind of an origin; None if there is no such kind."""
    return _ORIGINS.get(stored)


def origin_of(kind: str, stored: object) -> Origin:
    """The origin, from its kind and what `storable` made of the rest; older libraries have passwords in addresses."""
    known = kind_of(kind) or OriginKind.RECORD
    if isinstance(stored, bytes):
        location, _, part = stored.partition(_BEFORE_PART)
        return Origin(known, os.fsdecode(location), part.decode("utf-8", "replace"))
    return Origin(known, without_password(str(stored)))


@lru_cache(maxsize=1024)
def day_of(stored: str | None) -> date | None:
    """The day of an article; None if there is none, or what is there is no day."""
    with suppress(ValueError):
        return date.fromisoformat(stored) if stored else None
    return None


_ENCODED = json.JSONEncoder(separators=(",", ":")).encode
NO_LINKS = "[]"
_DECODED = json.JSONDecoder().decode
_KINDS: dict[object, ParagraphKind] = {each.value: each for each in ParagraphKind}


def stored_paragraphs(paragraphs: tuple[Paragraph, ...]) -> str:
    """Paragraphs as they are kept."""
    return _ENCODED([*map(_stored, paragraphs)])


def paragraphs_of(stored: str, length: int) -> tuple[Paragraph, ...] | None:
    """The paragraphs of a text with so many code points; None if what is there are none of it."""
    try:
        found = tuple([Paragraph(start, end, _KINDS[kind], *form) for start, end, kind, *form in _DECODED(stored)])
        fits = all(0 <= each.start <= each.end <= length for each in found)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return found if fits else None


def stored_links(links: tuple[Link, ...]) -> str:
    """Links as they are kept."""
    return _ENCODED([(each.start, each.end, each.address) for each in links]) if links else NO_LINKS


def links_of(stored: str, length: int) -> tuple[Link, ...] | None:
    """The links of a text with so many code points; None if what is there are none of it."""
    if stored == NO_LINKS:
        return ()
    try:
        found = tuple(Link(start, end, address) for start, end, address in _DECODED(stored))
        fits = all(0 <= each.start <= each.end <= length and isinstance(each.address, str) for each in found)
    except (ValueError, TypeError, RecursionError):
        return None
    return found if fits else None


def _stored(paragraph: Paragraph) -> tuple[object, ...]:
    """A paragraph as it is kept; most have no form of their own."""
    plain = paragraph.start, paragraph.end, paragraph.kind
    return (*plain, paragraph.indent, paragraph.tight) if paragraph.indent or paragraph.tight else plain
