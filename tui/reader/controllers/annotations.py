"""Changing the annotations of the article and showing what came of it; undoing, and what other windows did.

The notebook has every change on disk before the screen shows it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.annotations.corrections.model import Provenance
from newsreader.annotations.model import OWN, AnnotationError
from newsreader.annotations.wording import correction_in_words
from newsreader.sanitise import printable
from tui.base.keeping import ON_SERVER
from tui.panels.requests import AnnotationDeleteRequested
from tui.reader.controllers.edit_conflicts import EditConflicts
from tui.reader.provenance import SIGNS
from tui.reader.reader_context import NO_LIBRARY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.annotations.correcting import Corrections
    from newsreader.annotations.corrections import Correction
    from newsreader.annotations.model import Annotation
    from newsreader.annotations.notebook import Notebook
    from newsreader.store.errors import LibraryError
    from tui.reader.controllers.findings import FindingsController
    from tui.reader.controllers.matches import MatchController
    from tui.reader.controllers.status import StatusController
    from tui.reader.reader_context import ReaderContext
    from tui.reader.reading import Reading


class AnnotationController:
    """The one way in which the reader changes the notebook."""

    def __init__(
        self, context: ReaderContext, status: StatusController, matches: MatchController, findings: FindingsController
    ) -> None:
        self._context = context
        self._status = status
        self._matches = matches
        self._findings = findings
        self._is_looking = False
        """Whether it is being looked for what others did."""
        self._said = ""
        """Why that cannot be looked for, as it was said last."""
        self._done: tuple[Reading, Callable[[], object]] | None = None
        """What was done last, if that is in no notebook: with which article, and what undoes it."""
        self._conflicts = EditConflicts(context, self.change)
        context.commands.register(
            {
                "article.delete_annotation": self.delete_here,
                "reader.undo": self.undo,
                "reader.redo": self.redo,
            }
        )
        context.listen({AnnotationDeleteRequested: self.delete_requested})

    def change(
        self,
        deed: Callable[[Notebook], str | None],
        *,
        nothing: str = "",
        then: Callable[[], object] = lambda: None,
    ) -> None:
        """Change the annotations, show them and say what was done; on a server when that is done, and no key waits.

        The deed must look at nothing but the notebook, and may raise LibraryError. `nothing` is said when there was
        nothing to do. `then` is called when it was done.
        """
        notebook = self._context.notebook
        if notebook is None:
            self._context.say(NO_LIBRARY)
            return
        self._done = None
        self._context.view.selecting.clear()

        def changed(done: str | None) -> None:
            self._show_change(done or nothing)
            then()

        self._context.keeping.do(
            partial(deed, notebook), changed, partial(self._refused, notebook), meanwhile=ON_SERVER
        )

    def _refused(self, notebook: Notebook, error: LibraryError) -> None:
        """Show what there is, and say or ask why nothing was changed."""
        self._show_change("")
        self._context.keeping.complain(error)
        if isinstance(error, AnnotationError) and error.conflict is not None:
            self._conflicts.ask(notebook, error.conflict)

    def _show_change(self, done: str) -> None:
        self.show()
        self._status.refresh()
        self._context.say(done)

    def correct(self, act: Callable[[Corrections], Correction], more: str = "") -> None:
        """Keep a correction, show what comes of it, and say what was done; `more` is said behind that."""
        self.change(partial(_corrected, act, more))

    def take_back(self, name: str, corrections: Sequence[str]) -> None:
        """Take back corrections, given by their ids, of what goes by `name`."""

        def withdraw(notebook: Notebook) -> str:
            notebook.corrections.back_to_machine(corrections)
            return f"{name} is as it was found; <reader.undo> brings the correction back."

        self.change(withdraw)

    def show(self) -> None:
        """Show the annotations as they are now, in the text, in their panel and as matches, and the date."""
        reading, notebook = self._context.reading, self._context.notebook
        if notebook is not None:
            self._context.view.text_layers.set_annotations(notebook.annotations)
            self._context.sidebar.set_annotations(self._context.annotations)
            if reading is not None:
                self._findings.correct(reading)
            if self._matches.are_annotations:
                self._matches.show_annotations()
        self._show_date()

    def _show_date(self) -> None:
        """Show the date of the article, which the person may have given."""
        if self._context.reading is not None:
            article = self._context.reading.dated
            self._status.show_about()
            given = article is not self._context.reading.article
            sign, guessed = SIGNS[Provenance.PERSON] if given else "", bool(article.metadata.published_doubt)
            self._context.sidebar.set_published(article.metadata.published, sign, guessed=guessed)

    def look_for_news(self) -> None:
        """Show what other windows, or others who share the library, did to the annotations of this article."""
        notebook = self._context.notebook
        if notebook is not None and not self._is_looking:
            self._is_looking = True
            self._context.keeping.do(notebook.refresh, self._take_news, self._no_news)

    def _take_news(self, news: bool) -> None:
        self._is_looking, self._said = False, ""
        if news:
            self.show()

    def _no_news(self, error: LibraryError) -> None:
        """Say once that nothing is heard of others; it is looked again."""
        self._is_looking = False
        if str(error) != self._said:
            self._context.keeping.complain(error)
        self._said = str(error)

    # Deleting, undoing

    def delete_here(self) -> None:
        """Delete the annotation at the cursor."""
        here = self._context.annotation_here
        if here is None:
            nearest = "<article.previous_annotation> and <article.next_annotation> go to the nearest ones."
            self._context.say(f"There is no annotation here; {nearest}")
        else:
            self.delete(here)

    def delete_requested(self, message: AnnotationDeleteRequested) -> None:
        """Delete the annotation of the notes panel."""
        annotation = self._context.annotation(message.annotation_id)
        if annotation is not None:
            self.delete(annotation)

    def delete(self, annotation: Annotation) -> None:
        """Delete an annotation."""

        def remove(notebook: Notebook) -> str:
            notebook.delete(annotation.id, annotation)
            return f"Deleted the {annotation.kind}; <reader.undo> brings it back."

        self.change(remove)

    def did(self, reading: Reading, undo: Callable[[], object]) -> None:
        """Have something be undone next that is in no notebook; `undo` does that, and says so."""
        self._done = reading, undo

    def undo(self) -> None:
        """Undo the last change to the annotations, or what was done with the article since."""
        done = self._done
        if done is not None and done[0] is self._context.reading:
            self._done = None
            done[1]()
            return
        self.change(lambda notebook: notebook.undo(), nothing="There is nothing to undo.")

    def redo(self) -> None:
        """Do again what was undone."""
        self.change(lambda notebook: notebook.redo(), nothing="There is nothing to redo.")


def _corrected(act: Callable[[Corrections], Correction], more: str, notebook: Notebook) -> str:
    """Carry a correction out, and write what was done as a sentence."""
    sentence = correction_in_words(act(notebook.corrections))
    done = f"{sentence[:1].upper()}{sentence[1:]}{more}; <reader.undo> undoes it."
    return " ".join((done, *map(_overtaken, notebook.corrections.meanwhile)))


def _overtaken(correction: Correction) -> str:
    """What somebody else, or another window, said of the same name at the same time: what is said later holds."""
    who = "Another window" if correction.author in OWN else printable(correction.author)
    return f"{who} {correction_in_words(correction)} meanwhile; yours holds."
