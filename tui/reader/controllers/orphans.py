"""The annotations whose text is gone from an edited article: a new place for each, chosen by the reader alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.base.captions import excerpt
from tui.panels.note_text import describe
from tui.panels.snippets import snippet

if TYPE_CHECKING:
    from newsreader.annotations.model import Annotation
    from newsreader.annotations.notebook import Notebook
    from tui.reader.controllers.annotations import AnnotationController
    from tui.reader.controllers.navigation import NavigationController
    from tui.reader.reader_context import ReaderContext

CONTEXT = 24
"""Code points of the text on each side of a place that is offered."""


class OrphanController:
    """Finds places for orphans."""

    def __init__(
        self, context: ReaderContext, navigation: NavigationController, annotations: AnnotationController
    ) -> None:
        self._context = context
        self._navigation = navigation
        self._annotations = annotations

    def find_place(self, annotation: Annotation) -> None:
        """Offer the selection and the places that the annotation may be meant for, or to keep or delete it."""
        notebook, view = self._context.notebook, self._context.view
        if notebook is None:
            return
        from tui.dialogs.choice import Choice

        places = self._places(annotation)
        rows = [self._row(*place) for place in places]
        rows += [Content("Keep it as an orphan"), Content("Delete it")]
        before = self._context.here

        def show(row: int) -> None:
            if row < len(places):
                view.viewport.go_to(places[row][0], end=places[row][1])
                view.selecting.between(places[row][0], places[row][1] - 1)
            else:
                view.selecting.clear()

        def chosen(row: int | None) -> None:
            view.selecting.clear()
            if row is not None and row < len(places):
                self._attach(annotation, *places[row][:2])
                return
            self._navigation.return_to(before)
            if row == len(places) + 1:
                self._annotations.delete(annotation)

        hints = (*[("enter", "attaches it there")] * bool(places), ("escape", "keeps it as it is"))
        words = "" if places else self._context.with_keys("no place is like it: select one with <article.select> first")
        self._context.ask(Choice(_title(annotation), rows, hints=hints, words=words, on_row=show), chosen)

    def _places(self, annotation: Annotation) -> list[tuple[int, int, float | None]]:
        """The selection if there is one, and the candidates: start, end and, for these, how likely, from 0 to 1."""
        selection = self._context.view.selecting.span
        selected = [(*selection, None)] if selection else []
        return [*selected, *((each.start, each.end, each.score) for each in annotation.candidates)]

    def _row(self, start: int, end: int, score: float | None) -> Content:
        part = snippet(self._context.text, start, end, CONTEXT)
        mark = f"{round(score * 100):3d} % " if score is not None else "selected "
        return Content.assemble(mark, (part.before, "dim"), (part.mention, "bold underline"), (part.after, "dim"))

    def _attach(self, annotation: Annotation, start: int, end: int) -> None:
        where = excerpt(self._context.text[start:end])

        def attach(notebook: Notebook) -> str:
            notebook.attach(annotation.id, start, end)
            return f"Attached to “{where}”; <reader.undo> undoes it."

        self._annotations.change(attach, then=lambda: self._context.view.viewport.go_to(start, end=end))


def _title(annotation: Annotation) -> str:
    return f"“{excerpt(annotation.quote, 60)}” is no longer in the text ({excerpt(describe(annotation), 40)})"
