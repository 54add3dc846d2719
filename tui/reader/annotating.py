"""Highlighting and bookmarking text, deleting that, and taking all of it back.

The notebook has every change on disk before the screen shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.model import COLOURS, Kind
from newsreader.store.errors import LibraryError
from tui.base.text import excerpt
from tui.reader.walking import Walking

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.annotations.model import Annotation
    from newsreader.annotations.notebook import Notebook
    from tui.panels.messages import AnnotationDeleteRequested
    from tui.reader.reading import Reading

NO_LIBRARY = "Nothing can be kept: there is no library."


class Annotating(Walking):
    """Highlights, bookmarks, and what is done with any annotation."""

    def change(self, deed: Callable[[Notebook], str | None], *, nothing: str = "") -> bool:
        """Change the annotations, show them and say what was done; whether that could be kept.

        `nothing` is said when there was nothing to do.
        """
        notebook = self.notebook
        if notebook is None:
            self.say(NO_LIBRARY)
            return False
        kept = True
        try:
            done = deed(notebook)
        except LibraryError as error:
            done, kept = str(error), False
        self.view.clear_selection()
        self.show_annotations()
        self.refresh_status()
        self.say(done or nothing)
        return kept

    def show_annotations(self) -> None:
        """Show the annotations as they are now, in the text, in their panel and as matches."""
        notebook = self.notebook
        if notebook is None:
            return
        self.view.set_annotations(notebook.annotations)
        self.sidebar.set_annotations(self.all_annotations)
        if self.reading is not None:
            self.correct_findings(self.reading)
        if self.following_annotations:
            self.follow_annotations()

    def correct_findings(self, reading: Reading) -> None:
        """Lay what the person says now over the findings, and show that if it changes them."""
        if reading.correct():
            self._show_corrections(reading)

    def _show_corrections(self, reading: Reading) -> None:
        """Show the findings as they are corrected now, and the matches that come of them."""
        self.show_findings(reading)
        if reading.matches is None:
            self.clear_matches()

    # Highlights

    def action_article_highlight(self) -> None:
        """Highlight the selection or sentence; what is highlighted already gets the next colour."""
        if self.reading is not None:
            self.change(self._highlight)

    def _highlight(self, notebook: Notebook) -> str:
        here = self._highlight_here(notebook)
        if here is not None:
            colour = COLOURS[(COLOURS.index(here.colour or COLOURS[-1]) + 1) % len(COLOURS)]
            notebook.recolour(here.id, colour)
            return f"The highlight is {colour} now."
        start, end = self.selected_or_sentence()
        if start >= end:
            return "There is nothing to highlight here."
        notebook.highlight(start, end, COLOURS[0])
        return f"Highlighted “{excerpt(self.text[start:end])}”"

    def _highlight_here(self, notebook: Notebook) -> Annotation | None:
        """Find the highlight of just the selection, or without one the highlight at the cursor."""
        span = self.view.selection
        if span is not None:
            same = (each for each in notebook.annotations if (each.start, each.end) == span)
            return next((each for each in same if each.kind is Kind.HIGHLIGHT), None)
        here = self.annotation_here()
        return here if here is not None and here.kind is Kind.HIGHLIGHT else None

    # Bookmarks

    def action_article_bookmark(self) -> None:
        """Bookmark the selection or sentence; where there is a bookmark, take it away."""
        if self.reading is not None:
            self.change(self._bookmark)

    def _bookmark(self, notebook: Notebook) -> str:
        start, end = self.selected_or_sentence()
        if start >= end:
            return "There is nothing to bookmark here."
        for each in notebook.annotations:
            if each.kind is Kind.BOOKMARK and (each.start, each.end) == (start, end):
                notebook.delete(each.id)
                return "The bookmark is gone; U brings it back."
        notebook.bookmark(start, end)
        return f"Bookmarked “{excerpt(self.text[start:end])}”; ) and ( go to bookmarks and notes."

    # Deleting, undoing

    def action_article_delete_annotation(self) -> None:
        """Delete the annotation at the cursor."""
        here = self.annotation_here()
        if here is None:
            self.say("There is no annotation here; ( and ) go to the nearest ones.")
        else:
            self.delete(here)

    def on_annotation_delete_requested(self, event: AnnotationDeleteRequested) -> None:
        """Delete the annotation of the notes panel."""
        event.stop()
        annotation = self.annotation(event.annotation_id)
        if annotation is not None:
            self.delete(annotation)

    def delete(self, annotation: Annotation) -> None:
        """Delete an annotation."""

        def remove(notebook: Notebook) -> str:
            notebook.delete(annotation.id)
            return f"Deleted the {annotation.kind}; U brings it back."

        self.change(remove)

    def action_reader_undo(self) -> None:
        """Undo the last change to the annotations."""
        self.change(lambda notebook: notebook.undo(), nothing="There is nothing to undo.")

    def action_reader_redo(self) -> None:
        """Do again what was undone."""
        self.change(lambda notebook: notebook.redo(), nothing="There is nothing to redo.")
