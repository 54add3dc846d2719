"""Highlighting and bookmarking the selection or the sentence at the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.model import COLOURS, Kind
from tui.base.captions import excerpt

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.annotations.model import Annotation
    from newsreader.annotations.notebook import Notebook
    from tui.reader.controllers.annotations import AnnotationController
    from tui.reader.controllers.selection import SelectionController
    from tui.reader.reader_context import ReaderContext


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
                "article.highlight": lambda: self._change(self._highlight),
                "article.bookmark": lambda: self._change(self._bookmark),
            }
        )

    def _change(self, deed: Callable[[Notebook], str]) -> None:
        if self._context.reading is not None:
            self._annotations.change(deed)

    def _highlight(self, notebook: Notebook) -> str:
        """Highlight the selection or sentence; what is highlighted already gets the next colour."""
        here = self._highlight_here(notebook)
        if here is not None:
            colour = COLOURS[(COLOURS.index(here.colour or COLOURS[-1]) + 1) % len(COLOURS)]
            notebook.recolour(here.id, colour)
            return f"The highlight is {colour} now."
        start, end = self._selection.or_sentence
        if start >= end:
            return "There is nothing to highlight here."
        notebook.highlight(start, end, COLOURS[0])
        return f"Highlighted “{excerpt(self._context.text[start:end])}”"

    def _highlight_here(self, notebook: Notebook) -> Annotation | None:
        """Find the highlight of just the selection, or without one the highlight at the cursor."""
        span = self._context.view.selecting.span
        if span is not None:
            same = (each for each in notebook.annotations if (each.start, each.end) == span)
            return next((each for each in same if each.kind is Kind.HIGHLIGHT), None)
        here = self._context.annotation_here
        return here if here is not None and here.kind is Kind.HIGHLIGHT else None

    def _bookmark(self, notebook: Notebook) -> str:
        """Bookmark the selection or sentence; where there is a bookmark, take it away."""
        start, end = self._selection.or_sentence
        if start >= end:
            return "There is nothing to bookmark here."
        for each in notebook.annotations:
            if each.kind is Kind.BOOKMARK and (each.start, each.end) == (start, end):
                notebook.delete(each.id)
                return "The bookmark is gone; <reader.undo> brings it back."
        notebook.bookmark(start, end)
        back = "<article.next_annotation> and <article.previous_annotation> go to bookmarks and notes."
        return f"Bookmarked “{excerpt(self._context.text[start:end])}”; {back}"
