"""The text of a page with its names, highlights and links as elements: what is between the tags is the text."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreader.entity import MARK
from newsreader.exports.about import is_web
from newsreader.languages.english.time_words import spelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsreader.exports.annotations.annotated_article import AnnotatedArticle, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text, in code points, and the element that it is in."""

    start: int
    end: int
    tag: str
    attributes: str


class Marked:
    """The text of an article with its marks, stretch by stretch."""

    def __init__(self, document: AnnotatedArticle) -> None:
        self._text = document.article.text
        self._marks = sorted(_marks(document), key=lambda mark: mark.start)
        self._starts = [mark.start for mark in self._marks]
        self._at, self._active = 0, list[Mark]()

    def inline(self, start: int, end: int, references: Mapping[int, Sequence[int]]) -> str:
        """What stands from `start` to `end`, which is behind all that was asked for before.

        `references` are the numbers of the notes on passages that end at these offsets, within the stretch.
        """
        until = bisect_left(self._starts, end)
        marks = [mark for mark in self._active if mark.end > start] + self._marks[self._at : until]
        self._at, self._active = until, [mark for mark in marks if mark.end > end]
        edges = (edge for mark in marks for edge in (mark.start, mark.end) if start < edge < end)
        cuts = sorted({start, end, *references, *edges})
        return "".join(self._stretches(cuts, marks, references))

    def _stretches(
        self, cuts: Sequence[int], marks: Sequence[Mark], references: Mapping[int, Sequence[int]]
    ) -> Iterator[str]:
        begun, active = 0, list[Mark]()
        for start, end in pairwise(cuts):
            while begun < len(marks) and marks[begun].start <= start:
                active.append(marks[begun])
                begun += 1
            active = [mark for mark in active if mark.end > start]
            yield _element(self._text[start:end], active)
            for number in references.get(end, ()):
                yield f'<a class="ref" id="r{number}" href="#n{number}" data-number="{number}"></a>'


def _element(text: str, marks: Sequence[Mark]) -> str:
    # A carriage return, if written as it is, would be read as a newline.
    shown = escape(text, quote=False).replace("\r", "&#13;")
    for mark in sorted(marks, key=lambda each: _DEPTH.index(each.tag), reverse=True):
        shown = f"<{mark.tag} {mark.attributes}>{shown}</{mark.tag}>"
    return shown


_DEPTH = ("a", "mark", "span")
"""What stands around what: links around highlights around names."""


def _marks(document: AnnotatedArticle) -> Iterator[Mark]:
    for link in document.article.links:
        if is_web(link.address):
            yield Mark(link.start, link.end, "a", f'href="{escape(link.address)}" rel="noreferrer"')
    for each in document.annotations:
        if each.start is not None and each.end is not None:
            yield Mark(each.start, each.end, "mark", f'class="{" ".join(filter(None, (each.kind, each.colour)))}"')
    for span in document.spans:
        yield Mark(span.start, span.end, "span", f'class="{_class(span)}" title="{escape(_meaning(span))}"')


def _class(span: Span) -> str:
    """How it is drawn; what has no place on a calendar is not, as in the reader."""
    if span.time and not span.time.start:
        return "vague"
    return f"{span.category} guess" if span.doubt else span.category


def _meaning(span: Span) -> str:
    """What a name or date stands for, and why that is a guess, where it is one."""
    what = spelled(span.time) if span.time else span.name
    return f"{what}{MARK} {span.doubt}" if span.doubt else what
