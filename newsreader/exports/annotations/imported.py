"""Annotations as a file has them, and how each becomes an annotation of an article."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.addresses import without_passwords
from newsreader.annotations.anchor import CONTEXT
from newsreader.annotations.events import this_moment
from newsreader.annotations.journal_entries import read_moment
from newsreader.annotations.model import COLOURS, IMPORT, Anchor, Annotation, Kind, tags
from newsreader.sanitise import printable, sanitise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.article import Article


@dataclass(frozen=True, slots=True)
class ImportedAnnotation:
    """An annotation as a file has it; offsets are code points of the text the file was made on, if it says any."""

    id: str
    """Ours if it is 32 hexadecimal digits, else whatever tells it from the others of its source."""
    text: str = ""
    colour: str | None = None
    start: int | None = None
    end: int | None = None
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    kind: Kind | None = None
    tags: tuple[str, ...] = ()
    entity: str | None = None
    written: str | None = None
    changed: str | None = None
    author: str | None = None


def as_annotation(read: ImportedAnnotation, article: Article) -> Annotation:
    """The annotation on `article`; where its quote is elsewhere or gone, the notebook finds out, as after an edit."""
    kind = read.kind or (Kind.NOTE if read.text.strip() or not read.quote else Kind.HIGHLIGHT)
    colour = read.colour if read.colour in COLOURS else COLOURS[0] if kind is Kind.HIGHLIGHT else None
    now = this_moment()
    return Annotation(
        identity(read.id),
        kind,
        _anchor(read, article),
        colour,
        _text(read),
        line(read.entity),
        created=read_moment(line(read.written), now),
        modified=read_moment(line(read.changed) or line(read.written), now),
        author=line(read.author) or IMPORT,
    )


def line(value: object) -> str | None:
    """What a file says in a line of text that is safe to show; None for what is no text, since files have anything."""
    return printable(without_passwords(value)) or None if isinstance(value, str) else None


def identity(name: str) -> str:
    """The id in the library of what a file calls `name`: always the same, so that it is never imported twice."""
    plain = name.removeprefix("urn:uuid:").replace("-", "")
    if len(plain) == 32 and not set(plain) - set("0123456789abcdef"):
        return plain
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _anchor(read: ImportedAnnotation, article: Article) -> Anchor | None:
    text = article.text
    if read.start is not None and read.end is not None and 0 <= read.start < read.end <= len(text):
        found = text[read.start : read.end]
        # Where a file writes a quotation on one line, its white space says nothing.
        if read.quote in ("", found) or read.quote.split() == found.split():
            prefix, suffix = text[max(0, read.start - CONTEXT) : read.start], text[read.end : read.end + CONTEXT]
            return Anchor(read.start, read.end, found, prefix, suffix, article.sha256)
    quote, prefix, suffix = (sanitise(each).text for each in (read.quote, read.prefix, read.suffix))
    return Anchor(read.start or 0, read.end or 0, quote, prefix, suffix, "") if quote else None


def _text(read: ImportedAnnotation) -> str:
    """The note, with the tags that it does not have yet behind it."""
    known = tags(read.text)
    more = [tag for tag in (f"#{'-'.join(tag.split())}" for tag in read.tags) if tag[1:].casefold() not in known]
    return sanitise(without_passwords("\n\n".join(part for part in (read.text, " ".join(more)) if part))).text


def whole_number(value: object) -> int | None:
    """The value if it is an offset, None otherwise."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def first(values: Iterable[str | None]) -> str | None:
    """The first that says something."""
    return next((each for each in values if each), None)
