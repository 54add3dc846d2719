"""Highlighting text, writing notes on it, and taking all of that back.

The notebook has every change on disk before the screen shows it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.annotations.model import COLOURS, Kind
from newsreader.store.errors import LibraryError
from tui.article.matches import Matches, MatchKind
from tui.drafts import DraftOf
from tui.screens.reader.selecting import Selecting
from tui.text import excerpt

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.annotations.model import Annotation
    from newsreader.annotations.notebook import Notebook
    from tui.article.messages import AnnotationClicked
    from tui.panels.messages import (
        AnnotationChosen,
        AnnotationDeleteRequested,
        AnnotationEditRequested,
        AnnotationPreviewed,
        NoteRequested,
    )
    from tui.reading import Reading

NO_LIBRARY = "Nothing can be kept: there is no library."


class Annotating(Selecting):
    """Highlights and notes."""

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
        self.say(done or nothing)
        return kept

    def show_annotations(self) -> None:
        """Show the annotations as they are now, in the text, in their panel and as matches."""
        notebook = self.notebook
        if notebook is None:
            return
        self.view.set_annotations(notebook.annotations)
        self.sidebar.set_annotations((*notebook.annotations, *notebook.orphans))
        if self.reading is not None and self.reading.correct():
            self._show_corrections(self.reading)
        if self.following_annotations:
            self._follow_annotations(notebook)

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
        here = notebook.annotation_at(self.view.cursor)
        return here if here is not None and here.kind is Kind.HIGHLIGHT else None

    # Notes

    def action_article_note(self) -> None:
        """Write a note on the selection; else change the note here, or write one on the name or sentence here."""
        if self.notebook is None:
            self.say(NO_LIBRARY)
            return
        here = self.notebook.annotation_at(self.view.cursor)
        spot = self.reading.spots.at(self.view.cursor) if self.reading else None
        if self.view.selection is not None:
            self._write_on_span(*self.view.selection)
        elif here is not None:
            self._edit(here)
        elif spot is not None:
            self.write_on_entity(spot.entity_id)
        else:
            self._write_on_span(*self.selected_or_sentence())

    def action_reader_note_article(self) -> None:
        """Write a note on the whole article."""
        self._ask("the article", "", self._note, on="article")

    def on_note_requested(self, event: NoteRequested) -> None:
        """Write a note on the entity of a panel or a card."""
        event.stop()
        self.write_on_entity(event.entity_id)

    def on_annotation_edit_requested(self, event: AnnotationEditRequested) -> None:
        """Change the note of the notes panel."""
        event.stop()
        annotation = self._annotation(event.annotation_id)
        if annotation is not None:
            self._edit(annotation)

    def _write_on_span(self, start: int, end: int) -> None:
        if start < end:
            quote = self.text[start:end]
            keep = partial(self._note, span=(start, end))
            self._ask("this passage", "", keep, on=f"{start}-{end}", quote=quote)

    def write_on_entity(self, entity_id: str) -> None:
        """Write a note on an entity."""
        entity = self.reading.entity(entity_id) if self.reading else None
        if entity is not None:
            self._ask(entity.name, "", partial(self._note, entity=entity_id), on=entity_id)

    def _edit(self, annotation: Annotation) -> None:
        entity = self.reading.entity(annotation.entity) if self.reading and annotation.entity else None
        subject = entity.name if entity else "this passage" if annotation.quote else "the article"
        keep = partial(self._change_note, annotation)
        self._ask(subject, annotation.text, keep, on=annotation.id, quote=annotation.quote)

    def _ask(self, subject: str, text: str, keep: Callable[[str], bool], *, on: str, quote: str = "") -> None:
        """Let the reader write about `subject`, starting from `text`, and hand what was written to `keep`.

        Under `on`, which says what the note is on, its draft is kept until the note itself is, or is given up.
        """
        if self.notebook is None or self.reading is None or self.reading.record is None:
            self.say(NO_LIBRARY)
            return
        from tui.dialogs.note_editor import NoteEditor

        draft = DraftOf(self.session.library, f"{self.reading.record.id} {on}")

        def written(result: str | None) -> None:
            if result is None or keep(result):
                draft.drop()
            else:
                draft.write(result)

        unfinished = draft.read()
        if unfinished is not None:
            self.say("You go on with what was not saved.")
        editor = NoteEditor(subject, text, quote=excerpt(quote, 300), draft=unfinished, on_draft=draft.write)
        self.app.push_screen(editor, written)

    def _note(self, text: str, *, span: tuple[int, int] | None = None, entity: str | None = None) -> bool:
        if not text.strip():
            return True
        start, end = span or (None, None)

        def write(notebook: Notebook) -> str:
            notebook.note(text, start=start, end=end, entity=entity)
            return "The note is kept."

        return self.change(write)

    def _change_note(self, annotation: Annotation, text: str) -> bool:
        """Keep the changed note; a note that was emptied is deleted, a highlight loses its note."""

        def rewrite(notebook: Notebook) -> str:
            if not text.strip() and annotation.kind is Kind.NOTE:
                notebook.delete(annotation.id)
                return "The note was empty and is deleted; U brings it back."
            notebook.edit(annotation.id, text)
            return "The note is changed."

        return text == annotation.text or self.change(rewrite)

    # Deleting, undoing

    def action_article_delete_annotation(self) -> None:
        """Delete the annotation at the cursor."""
        here = self.notebook.annotation_at(self.view.cursor) if self.notebook else None
        if here is None:
            self.say("There is no annotation here; ( and ) go to the nearest ones.")
        else:
            self.delete(here)

    def on_annotation_delete_requested(self, event: AnnotationDeleteRequested) -> None:
        """Delete the annotation of the notes panel."""
        event.stop()
        annotation = self._annotation(event.annotation_id)
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

    # Going to annotations

    def action_article_next_annotation(self) -> None:
        """Go to the next annotation in the text."""
        self._step_annotations(1)

    def action_article_previous_annotation(self) -> None:
        """Go to the annotation before."""
        self._step_annotations(-1)

    def _step_annotations(self, direction: int) -> None:
        if self.notebook is None or not self._follow_annotations(self.notebook):
            self.say("There are no notes or highlights in the text yet.")
            return
        self._step(direction)

    def _follow_annotations(self, notebook: Notebook) -> bool:
        """Make the annotations in the text the matches; whether there are any."""
        placed = [(each.start, each.end) for each in notebook.annotations if each.start is not None and each.end]
        spans = sorted(placed)
        if not spans:
            self.clear_matches()
            return False
        matches = Matches(
            "Notes and highlights", [start for start, _ in spans], [end for _, end in spans], MatchKind.ANNOTATION
        )
        self.show_matches(matches, matches.at(self.view.cursor) if self.following_annotations else None)
        return True

    def on_annotation_chosen(self, event: AnnotationChosen) -> None:
        """Go to the annotation and read on."""
        event.stop()
        self.focus_article()
        self._go_to_annotation(event.annotation_id)

    def on_annotation_previewed(self, event: AnnotationPreviewed) -> None:
        """Show the annotation; the panel keeps the focus."""
        event.stop()
        self._go_to_annotation(event.annotation_id)

    def on_annotation_clicked(self, event: AnnotationClicked) -> None:
        """Say what is written there."""
        annotation = self._annotation(event.id)
        if annotation is not None:
            self.say(excerpt(annotation.text, 200) or f"A {annotation.colour} highlight.")

    def _go_to_annotation(self, annotation_id: str) -> None:
        annotation = self._annotation(annotation_id)
        if annotation is None:
            return
        if annotation.start is not None and annotation.end is not None:
            self.jump(annotation.start, end=annotation.end)
        elif annotation.entity is not None:
            self.go_to_mention_number(annotation.entity, 0)
        else:
            self.say("This text is not in the article any more." if annotation.quote else annotation.text)

    def _annotation(self, annotation_id: str) -> Annotation | None:
        notebook = self.notebook
        known = (*notebook.annotations, *notebook.orphans) if notebook else ()
        return next((each for each in known if each.id == annotation_id), None)

    def look_for_news(self) -> None:
        """Show what other windows did to the annotations of this article."""
        try:
            news = self.notebook is not None and self.notebook.refresh()
        except LibraryError as error:
            self.say(str(error))
            return
        if news:
            self.show_annotations()
