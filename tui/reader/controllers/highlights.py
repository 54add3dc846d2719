"""Highlighting and bookmarking the selection or the sentence at the cursor."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from newsreader.annotations.model import COLOURS, Kind
from tui.base.captions import excerpt

if TYPE_CHECKING:
    from newsreader.annotations.model import Annotation
    from newsreader.annotations.notebook import Notebook
    from tui.reader.controllers.annotations import AnnotationController
    from tui.reader.controllers.selection import SelectionController
    from tui.reader.reader_context import ReaderContext


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, in code points, and its words in short."""

    start: int
    end: int
    words: str


class HighlightController:
    """Highlights and bookmarks."""

    def __init__(
        self, context: ReaderContext, selection: SelectionController, annotations: AnnotationController
    ) -> None:
        self._context = context
        self._selection = selection
        self._annotations = annotations
        context.commands.register(
            {
                "article.highlight": self.highlight,
                "article.bookmark": self.bookmark,
            }
        )

    def highlight(self) -> None:
        """Highlight the selection or sentence; what is highlighted already gets the next colour."""
        if self._context.reading is not None:
            selected = self._context.view.selecting.span
            here = self._context.view.viewport.cursor if selected is None else None
            self._annotations.change(partial(_highlight, self._span_here(), here))

    def bookmark(self) -> None:
        """Bookmark the selection or sentence; where there is a bookmark, take it away."""
        if self._context.reading is not None:
            self._annotations.change(partial(_bookmark, self._span_here()))

    def _span_here(self) -> Span:
        start, end = self._selection.or_sentence
        return Span(start, end, excerpt(self._context.text[start:end]))


def _highlight(span: Span, cursor: int | None, notebook: Notebook) -> str:
    """Highlight a span, or give the next colour to a highlight of just that or, if it is given, at the `cursor`."""
    here = _highlight_at(span, cursor, notebook)
    if here is not None:
        colour = COLOURS[(COLOURS.index(here.colour or COLOURS[-1]) + 1) % len(COLOURS)]
        notebook.recolour(here.id, colour)
        return f"The highlight is {colour} now."
    if span.start >= span.end:
        return "There is nothing to highlight here."
    notebook.highlight(span.start, span.end, COLOURS[0])
    return f"Highlighted “{span.words}”"


def _highlight_at(span: Span, cursor: int | None, notebook: Notebook) -> Annotation | None:
    if cursor is None:
        same = (each for each in notebook.annotations if (each.start, each.end) == (span.start, span.end))
        return next((each for each in same if each.kind is Kind.HIGHLIGHT), None)
    here = notebook.annotation_at(cursor)
    return here if here is not None and here.kind is Kind.HIGHLIGHT else None


def _bookmark(span: Span, notebook: Notebook) -> str:
    if span.start >= span.end:
        return "There is nothing to bookmark here."
    for each in notebook.annotations:
        if each.kind is Kind.BOOKMARK and (each.start, each.end) == (span.start, span.end):
            notebook.delete(each.id)
            return "The bookmark is gone; <reader.undo> brings it back."
    notebook.bookmark(span.start, span.end)
    back = "<article.next_annotation> and <article.previous_annotation> go to bookmarks and notes."
    return f"Bookmarked “{span.words}”; {back}"
