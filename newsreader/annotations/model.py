"""What an annotation is. Offsets are code points into `Article.text`, end exclusive."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING
from unicodedata import category

from newsreader.annotations.kinds import COLOURS, CORRECTION, Kind
from newsreader.store.errors import LibraryError

if TYPE_CHECKING:
    from datetime import datetime

    from newsreader.alignment import Candidate, SpanChange

__all__ = [
    "COLOURS",
    "CORRECTION",
    "GONE",
    "IMPORT",
    "LINK",
    "PERSON",
    "TAG",
    "Anchor",
    "Annotation",
    "AnnotationError",
    "EditConflict",
    "Kind",
    "tag_in",
    "tags",
]

PERSON = "person"
"""The provenance of what the reader wrote, as against what was imported."""

IMPORT = "import"
"""The provenance of what came from a file that does not say."""

OWN = (PERSON, IMPORT)
"""The provenance of what is the reader's own."""

LINK = re.compile(r"\[\[([^\[\]\n]+)\]\]")
"""A link to an entity or another note; its group is the name."""

# Not after a word, an entity or a path (`page#part`).
TAG = re.compile(r"(?<![\w#&/])#([^\s#]+)")
"""What may be a tag; its group is what `tag_in` looks at."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A span of text with what is needed to find it again after an edit.

    `prefix` and `suffix` are the up to 64 code points before and after; `text_sha256` names the text version that
    the offsets point into.
    """

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note, highlight or bookmark, on a span, on an entity, or on the article as a whole.

    `anchor` is the span it was made on, None for what belongs to the article or to an entity as a whole. As the
    notebook hands it out, it also has where it stands in the text that is open.
    """

    id: str
    kind: Kind
    anchor: Anchor | None
    colour: str | None
    """One of `COLOURS`; None for a plain note."""
    text: str
    """The note, Markdown; empty for a plain highlight."""
    entity: str | None
    """The id of the entity it is about (`person:vladimir-putin`)."""
    created: datetime
    """In UTC."""
    modified: datetime
    author: str = PERSON
    """Where it comes from."""
    start: int | None = None
    """Where it stands; None also for what is not placed: something was quoted, but the text no longer has it."""
    end: int | None = None
    change: SpanChange | None = None
    """What became of its text since it was made; None for what has no span, or no place."""
    candidates: tuple[Candidate, ...] = ()
    """Where it may belong if it is not placed, the best first, for the reader to choose."""

    @property
    def quote(self) -> str:
        """The exact text that was annotated; empty when there is no span."""
        return self.anchor.quote if self.anchor else ""

    @property
    def prefix(self) -> str:
        """The text before it, where it was annotated."""
        return self.anchor.prefix if self.anchor else ""

    @property
    def suffix(self) -> str:
        """The text behind it, where it was annotated."""
        return self.anchor.suffix if self.anchor else ""

    @property
    def tags(self) -> tuple[str, ...]:
        """The words marked `#word` in the note, lower case, each once, in order."""
        return tags(self.text)

    @property
    def links(self) -> tuple[str, ...]:
        """The names in `[[…]]` in the note, each once, in order."""
        return tuple(dict.fromkeys(name for found in LINK.findall(self.text) if (name := " ".join(found.split()))))

    @property
    def placed(self) -> bool:
        """Whether it is where it belongs: on its span, or on the whole article or entity."""
        return self.start is not None or not self.quote


GONE = "This annotation was deleted in another window."


@dataclass(frozen=True, slots=True)
class EditConflict:
    """Another window changed or deleted a note that was to be changed; nothing was done to it."""

    seen: Annotation
    """As it was when the editing began."""
    mine: str
    """The text that was to be kept."""
    theirs: Annotation | None
    """As the other window left it; None if it was deleted there."""
    both: str
    """A text with all that both have."""


class AnnotationError(LibraryError):
    """An annotation was to be changed that is not there any more, or not as it was seen; there may be a conflict."""

    def __init__(self, sentence: str, conflict: EditConflict | None = None) -> None:
        super().__init__(sentence)
        self.conflict = conflict


def tags(text: str) -> tuple[str, ...]:
    """The words marked `#word` in a text, lower case, each once, in order."""
    return tuple(dict.fromkeys(tag.casefold() for found in TAG.findall(text) if (tag := tag_in(found))))


def tag_in(found: str) -> str:
    """The tag that what stands behind `#` begins with, as it is written; empty without a letter: it is a number."""
    word = "".join(takewhile(_in_tag, found)).rstrip("-")
    return word if any(map(str.isalpha, word)) else ""


def _in_tag(character: str) -> bool:
    """Letters, digits, `_` and `-`, and the marks without which many scripts cannot be written."""
    return character.isalnum() or character in "_-\u200c\u200d" or category(character).startswith("M")
