"""The notes of a page, each with the passage it is about."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from newsreader.annotations.model import PERSON, Kind
from newsreader.annotations.tagging import bare
from newsreader.exports.annotations.annotated_article import name_in
from newsreader.languages.english.time_words import day_spelled

if TYPE_CHECKING:
    from newsreader.annotations.model import Annotation
    from newsreader.article import Paragraph
    from newsreader.exports.annotations.annotated_article import AnnotatedArticle


@dataclass(frozen=True, slots=True)
class Note:
    """A note or bookmark as it stands beside the text, or below it."""

    annotation: Annotation
    number: int
    paragraph: Paragraph | None
    """In which its passage ends; None for what has no place in the text."""
    subject: str
    """Which entity it is about, if it says so."""

    @property
    def end(self) -> int:
        """Where its number stands in the text."""
        end = self.annotation.end or 0
        return min(end, self.paragraph.end) if self.paragraph else end

    def html(self) -> str:
        """The note as an element; what was written stays as it was written."""
        each = self.annotation
        number = f'<a class="number" href="#r{self.number}">{self.number}</a> ' if self.paragraph else ""
        quote = f"<blockquote>{escape(each.quote)}</blockquote>" if each.quote and not self.paragraph else ""
        words = bare(each.text) or ("bookmark" if each.kind is Kind.BOOKMARK else "")
        written = f'<span class="words">{escape(words)}</span>' if words else ""
        tags = "".join(f'<span class="tag">{escape(tag)}</span> ' for tag in each.tags)
        line = f'<span class="when">{tags}{escape(" · ".join(self._facts()))}</span>'
        colour = f" {each.colour}" if each.colour else ""
        return f'<div class="note{colour}" id="n{self.number}">{quote}{number}{written}{line}</div>'

    def _facts(self) -> list[str]:
        each = self.annotation
        return [
            *(["bookmark"] if each.kind is Kind.BOOKMARK and bare(each.text) else []),
            *([f"on {self.subject}"] if self.subject else []),
            *([] if each.placed else ["no longer in the text"]),
            day_spelled(each.created.date()),
            *([] if each.author == PERSON else [f"by {each.author}"]),
        ]


def notes_of(document: AnnotatedArticle) -> list[Note]:
    """Notes and bookmarks, numbered: those beside passages in their order, then those without a place in the text.

    A highlight without a note is seen by its colour alone, and is among them only if the text lost it.
    """
    written = [each for each in document.annotations if _stands(each)]
    ordered = sorted((each for each in written if each.start is not None), key=lambda each: (each.end, each.start))
    ordered += [each for each in written if each.start is None]
    starts = [each.start for each in document.article.paragraphs]
    names = _names(document)
    notes = []
    for number, each in enumerate(ordered, 1):
        paragraph = None
        if each.start is not None and starts:
            last = max(each.start, (each.end or 0) - 1)
            paragraph = document.article.paragraphs[max(0, bisect_right(starts, last) - 1)]
        notes.append(Note(each, number, paragraph, names.get(each.entity or "", "")))
    return notes


def _stands(each: Annotation) -> bool:
    return bool(each.text) or each.kind is Kind.BOOKMARK or each.start is None


def _names(document: AnnotatedArticle) -> dict[str, str]:
    """What the entities are called that notes are about; by their ids alone where nothing was found."""
    ids = {each.entity for each in document.annotations if each.entity}
    found = document.corrected.analysis.entities if document.corrected and ids else ()
    called = {entity.id: entity.name for entity in found if entity.id in ids}
    return {each: called.get(each) or name_in(each) for each in ids}
