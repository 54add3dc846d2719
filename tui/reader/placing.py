"""The annotations whose text is gone from an edited article: a new place for each, chosen by the reader alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.base.text import excerpt
from tui.panels.note_text import describe
from tui.panels.snippets import snippet
from tui.reader.noting import Noting

if TYPE_CHECKING:
    from newsreader.annotations.model import Annotation
    from newsreader.annotations.notebook import Notebook

CONTEXT = 24
"""Code points of the text on each side of a place that is offered."""


class Placing(Noting):
    """Places for orphans."""

    def find_place(self, annotation: Annotation) -> None:
        """Offer the selection and the places that the annotation may be meant for, or to keep or delete it."""
        if self.notebook is None:
            return
        from tui.dialogs.choice import Choice

        places = self._places(self.notebook, annotation)
        rows = [self._row(*place) for place in places]
        rows += [Content("Keep it as an orphan"), Content("Delete it")]
        before = self.here()

        def show(row: int) -> None:
            if row < len(places):
                self.view.go_to(places[row][0], end=places[row][1])
                self.view.select(places[row][0], places[row][1] - 1)
            else:
                self.view.clear_selection()

        def chosen(row: int | None) -> None:
            self.view.clear_selection()
            if row is not None and row < len(places):
                self._put_on(annotation, *places[row][:2])
                return
            self.return_to(before)
            if row == len(places) + 1:
                self.delete(annotation)

        quote = excerpt(annotation.quote, 60)
        title = f"“{quote}” is not in the text any more ({excerpt(describe(annotation), 40)})"
        hint = (
            "enter attaches it there · esc keeps it as it is"
            if places
            else "No place is like it: select one with v first"
        )
        self.app.push_screen(Choice(title, rows, hint=hint, on_row=show), chosen)

    def _places(self, notebook: Notebook, annotation: Annotation) -> list[tuple[int, int, float | None]]:
        """The selection if there is one, and the candidates: start, end and, for these, how likely, from 0 to 1."""
        selected = [(*self.view.selection, None)] if self.view.selection else []
        return [*selected, *((each.start, each.end, each.score) for each in notebook.candidates(annotation.id))]

    def _row(self, start: int, end: int, score: float | None) -> Content:
        part = snippet(self.text, start, end, CONTEXT)
        mark = f"{round(score * 100):3d} % " if score is not None else "selected "
        return Content.assemble(mark, (part.before, "dim"), (part.mention, "bold underline"), (part.after, "dim"))

    def _put_on(self, annotation: Annotation, start: int, end: int) -> None:
        def attach(notebook: Notebook) -> str:
            notebook.attach(annotation.id, start, end)
            return f"Attached to “{excerpt(self.text[start:end])}”; U undoes it."

        if self.change(attach):
            self.view.go_to(start, end=end)
