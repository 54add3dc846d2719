"""What an article is: its text, its paragraphs and what is known about it.

Nothing here reads a file or knows a format; `newsreader.sources` builds articles. Every offset in the program is a
code point index into `Article.text`, end exclusive.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from newsreader.sanitise import OffsetMap

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_PIECE = 100_000
"""Code points that are encoded at once; a long text as a whole would take several megabytes more."""


class ParagraphKind(StrEnum):
    """What a paragraph is for, which decides how it is drawn and whether it is analysed."""

    TITLE = "title"
    """The headline, drawn apart from the body, analysed."""
    META = "meta"
    """A line that carries the byline, the source or the date; dimmed, analysed."""
    CAPTION = "caption"
    """What stands below a picture; dimmed, analysed."""
    HEADING = "heading"
    """A heading inside the body."""
    BODY = "body"
    FURNITURE = "furniture"
    """What a page has around its article (`Image`, `Also read: …`): kept, dimmed, never analysed."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of `Article.text` that is drawn and analysed as one.

    It has no blank at either end. A newline inside it is a line wrap of the source and reads as a space.
    """

    start: int
    end: int
    kind: ParagraphKind = ParagraphKind.BODY
    indent: int = 0
    """Cells that all of its rows are set in, as quotations, code and lists in lists are."""
    tight: bool = False
    """Whether it stands right below the paragraph before it, as the items of a list and the rows of a table do."""


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of `Article.text` that leads to a page of the web."""

    start: int
    end: int
    address: str


class OriginKind(StrEnum):
    """Where an article came from."""

    FILE = "file"
    STDIN = "stdin"
    URL = "url"
    RECORD = "record"
    """A line of a JSON Lines stream."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article came from: its kind and the absolute path, URL or record id (empty for standard input)."""

    kind: OriginKind
    location: str = ""
    part: str = ""
    """Which of several articles at the location: stable, printable; empty where the location is one article."""

    @property
    def name(self) -> str:
        """The location, and behind a `#` which article of it, as it can be opened by."""
        return f"{self.location}#{self.part}" if self.part else self.location


GUESS = "a guess from "
"""How `Metadata.published_from` begins where nothing states the day, but something gives it away."""


def is_guess(published_from: str | None) -> bool:
    """Whether a day of publication that is from there is a guess."""
    return published_from is not None and published_from.startswith(GUESS)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article; what nothing says or gives away is None."""

    title: str | None = None
    byline: str | None = None
    source: str | None = None
    """The publication or site."""
    agency: str | None = None
    """The news agency of the dateline or credit, such as Reuters."""
    place: str | None = None
    """The place of the dateline, as a reader would write it (`Seoul`, not `SEOUL`)."""
    published: date | None = None
    """The publication date: the document creation time on which relative dates are anchored."""
    published_from: str | None = None
    """Where `published` was found, for the reader: `the file's front matter`, `a dated line`, …; `GUESS` and from what
    where nothing states it."""
    url: str | None = None
    language: str | None = None

    @property
    def published_doubt(self) -> str:
        """Why `published` is not certain; empty where something states it."""
        return self.published_from or "" if is_guess(self.published_from) else ""


@dataclass(frozen=True)
class Article:
    """One article, ready to be drawn and analysed.

    `text` has passed the sanitiser: its only control character is the newline. `paragraphs` are in order, do not
    overlap and cover all of `text` but white space. `original` maps offsets back to the text as it was given.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    metadata: Metadata
    origin: Origin
    original: OffsetMap = field(default_factory=OffsetMap)
    given: str | None = field(default=None, repr=False)
    """The text that `original` leads to, as it was before the sanitiser; None where it is `text`."""
    links: tuple[Link, ...] = ()
    """In order; none reaches into another."""

    @property
    def called(self) -> str:
        """Its title, else its address, or its file without the folders, which are the reader's own business."""
        where = self.origin
        if where.kind is OriginKind.FILE:
            where = replace(where, location=os.path.basename(where.location))
        return self.metadata.title or where.name or "Untitled"

    @cached_property
    def sha256(self) -> str:
        """Hex digest of `text` in UTF-8: the name of this version of the text."""
        digest = hashlib.sha256()
        for piece in self.encoded():
            digest.update(piece)
        return digest.hexdigest()

    def encoded(self) -> Iterator[bytes]:
        """Yield `text` in UTF-8, in pieces."""
        return (self.text[start : start + _PIECE].encode("utf-8") for start in range(0, len(self.text), _PIECE))
