"""Finds annotated spans again when the text they were made on has been edited, and says what became of them.

A span is placed where there is no doubt, and nowhere otherwise. Offsets are code points, end exclusive.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from newsreader.alignment import Alignment, Orphan, Placement, QuoteFinder, SpanChange, place, realign
from newsreader.annotations.model import GONE, Anchor, Annotation, AnnotationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

CONTEXT = 64
"""How many code points before and after a span are kept with it."""

Span = tuple[int, int]


def anchor(text: str, text_sha256: str, start: int, end: int) -> Anchor:
    """Describe the span of `text` so that it can be found again; raises ValueError if it is empty or outside."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no span of a text of {len(text)} code points: {start} to {end}")
    prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Anchor(start, end, text[start:end], prefix, suffix, text_sha256)


class Placer:
    """Places anchors in one text; `old_text` gives the text of an earlier version by its digest, if it is known."""

    def __init__(self, text: str, text_sha256: str, old_text: Callable[[str], str | None]) -> None:
        self._text = text
        self.text_sha256 = text_sha256
        self._old_text = old_text
        self._alignments: dict[str, Alignment | None] = {}

    def anchor(self, start: int, end: int) -> Anchor:
        """What describes a span of this text; raises ValueError if it is empty or outside."""
        return anchor(self._text, self.text_sha256, start, end)

    def place(self, wanted: Anchor) -> Span | None:
        """Where the anchored span is in this text; None when it is gone, or could be in several places."""
        found = self.locate(wanted)
        return None if isinstance(found, Orphan) else (found.start, found.end)

    def locate(self, wanted: Anchor) -> Placement | Orphan:
        """Where the anchored span is and what happened to it, or the places that it might be meant for.

        Where both text versions are known, their alignment decides; only else is the quote looked for.
        """
        if wanted.text_sha256 == self.text_sha256 and self._text[wanted.start : wanted.end] == wanted.quote != "":
            return Placement(wanted.start, wanted.end, SpanChange.UNCHANGED, 1.0)
        alignment = self._alignment(wanted.text_sha256)
        if alignment and alignment.old[wanted.start : wanted.end] == wanted.quote != "":
            return place(alignment, wanted.start, wanted.end)
        return self._finder.find(wanted.quote, wanted.prefix, wanted.suffix)

    @cached_property
    def _finder(self) -> QuoteFinder:
        return QuoteFinder(self._text)

    def _alignment(self, sha256: str) -> Alignment | None:
        """Made once for each earlier version that anchors point into."""
        if sha256 not in self._alignments:
            old = None if sha256 == self.text_sha256 else self._old_text(sha256)
            self._alignments[sha256] = None if old is None else realign(old, self._text)
        return self._alignments[sha256]


class Standing:
    """Where the annotations of an article stand in its open text; each is looked for once."""

    def __init__(self, placer: Placer) -> None:
        self._placer = placer
        self._found: dict[Anchor, Placement | Orphan] = {}
        self._known: dict[str, tuple[Annotation, Annotation]] = {}
        self.placed: tuple[Annotation, ...] = ()
        """First what is on the whole article or an entity, then by position in the text."""
        self.orphans: tuple[Annotation, ...] = ()
        """What quotes something that the text no longer has, or has in several places; oldest first."""

    def anchor(self, start: int, end: int) -> Anchor:
        """What describes a span of the open text; raises ValueError if it is empty or outside."""
        return self._placer.anchor(start, end)

    def show(self, annotations: Iterable[Annotation]) -> None:
        """Take the annotations as they are now; only what is not as it was is looked at."""
        known = {}
        for each in annotations:
            before = self._known.get(each.id)
            known[each.id] = before if before and before[0] is each else (each, self._stood(each))
        self._known = known
        standing = [each for _, each in known.values()]
        self.placed = tuple(sorted((each for each in standing if each.placed), key=_position))
        self.orphans = tuple(each for each in standing if not each.placed)

    def find(self, annotation_id: str) -> Annotation:
        """The annotation with that id, as it stands; raises AnnotationError if there is none any more."""
        if annotation_id not in self._known:
            raise AnnotationError(GONE)
        return self._known[annotation_id][1]

    def at(self, offset: int) -> Annotation | None:
        """The annotation whose span has the code point `offset`: the shortest, and of equals the latest made."""
        at = [a for a in self.placed if a.start is not None and a.end is not None and a.start <= offset < a.end]
        return max(at, key=lambda a: (-len(a.quote), a.created), default=None)

    def reanchored(self) -> Reanchored:
        """What became of those that were made on another version of the text."""
        here = self._placer.text_sha256
        counts = Counter(
            each.change for _, each in self._known.values() if each.anchor and each.anchor.text_sha256 != here
        )
        return Reanchored(
            counts[SpanChange.UNCHANGED], counts[SpanChange.MOVED], counts[SpanChange.EDITED], counts[None]
        )

    def _stood(self, annotation: Annotation) -> Annotation:
        if annotation.anchor is None:
            return annotation
        if annotation.anchor not in self._found:
            self._found[annotation.anchor] = self._placer.locate(annotation.anchor)
        found = self._found[annotation.anchor]
        if isinstance(found, Orphan):
            return replace(annotation, candidates=found.candidates)
        return replace(annotation, start=found.start, end=found.end, change=found.change)


@dataclass(frozen=True, slots=True)
class Reanchored:
    """How many annotations of earlier versions of a text stand as they were, moved, were edited, or lost their text."""

    unchanged: int = 0
    moved: int = 0
    edited: int = 0
    orphaned: int = 0

    def __bool__(self) -> bool:
        """Whether there is anything to tell: something moved, changed or was lost."""
        return bool(self.moved or self.edited or self.orphaned)

    @property
    def sentence(self) -> str:
        """What happened, in one sentence; empty if nothing did."""
        parts = [
            f"{count} {what}"
            for count, what in (
                (self.moved, "moved with their text" if self.moved > 1 else "moved with its text"),
                (self.edited, "on text that was edited"),
                (self.orphaned, "without their text" if self.orphaned > 1 else "without its text"),
            )
            if count
        ]
        return f"The article was edited. Annotations: {', '.join(parts)}." if parts else ""


def _position(annotation: Annotation) -> tuple[int, int, datetime, str]:
    start, end = (-1, -1) if annotation.start is None or annotation.end is None else (annotation.start, annotation.end)
    return start, end, annotation.created, annotation.id
