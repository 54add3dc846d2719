"""Going to annotations: from one to the next, from their panel, and along the links in their notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.store.errors import LibraryError
from tui.article.matches import Matches, MatchKind
from tui.base.text import excerpt
from tui.panels.note_text import describe
from tui.reader.linking import Destination, destination
from tui.reader.selecting import Selecting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.annotations.model import Annotation
    from tui.article.messages import AnnotationClicked
    from tui.panels.messages import AnnotationChosen, AnnotationPreviewed, LinkRequested


class Walking(Selecting):
    """The annotations as places to go to."""

    def annotation(self, annotation_id: str) -> Annotation | None:
        """Find an annotation by its id, placed or not."""
        return next((each for each in self.all_annotations if each.id == annotation_id), None)

    @property
    def all_annotations(self) -> tuple[Annotation, ...]:
        """What is on the article, placed or not."""
        notebook = self.notebook
        return (*notebook.annotations, *notebook.orphans) if notebook else ()

    def annotation_here(self) -> Annotation | None:
        """The annotation at the cursor."""
        return self.notebook.annotation_at(self.view.cursor) if self.notebook else None

    # One after the other

    def action_article_next_annotation(self) -> None:
        """Go to the next annotation in the text."""
        self._step_annotations(1)

    def action_article_previous_annotation(self) -> None:
        """Go to the annotation before."""
        self._step_annotations(-1)

    def _step_annotations(self, direction: int) -> None:
        if self.follow_annotations():
            self._step(direction)
        elif self.sidebar.notes.wanted:
            self.say(f"The notes panel lists nothing in the text for “{self.sidebar.notes.wanted}”; esc there clears.")
        else:
            self.say("There are no annotations in the text yet.")

    def follow_annotations(self) -> bool:
        """Make the annotations that the panel lists and the text has the matches; whether there are any."""
        notes = self.sidebar.notes
        spans = sorted((each.start, each.end) for each in notes.listed if each.start is not None and each.end)
        if not spans:
            self.clear_matches()
            return False
        title = f"Notes /{notes.wanted}" if notes.wanted else "Notes and highlights"
        matches = Matches(title, [start for start, _ in spans], [end for _, end in spans], MatchKind.ANNOTATION)
        self.show_matches(matches, matches.at(self.view.cursor) if self.following_annotations else None)
        return True

    # From the panel, by the mouse

    def on_annotation_chosen(self, event: AnnotationChosen) -> None:
        """Go to the annotation and read on; for one that lost its place, look for another."""
        event.stop()
        annotation = self.annotation(event.annotation_id)
        if annotation is not None and not annotation.placed:
            self.find_place(annotation)
        elif annotation is not None:
            self.focus_article()
            self.go_to_annotation(annotation)

    def on_annotation_previewed(self, event: AnnotationPreviewed) -> None:
        """Show the annotation; the panel keeps the focus."""
        event.stop()
        annotation = self.annotation(event.annotation_id)
        if annotation is not None:
            self.go_to_annotation(annotation)

    def on_annotation_clicked(self, event: AnnotationClicked) -> None:
        """Say what is written there."""
        annotation = self.annotation(event.id)
        if annotation is not None:
            self.say(describe(annotation))

    def go_to_annotation(self, annotation: Annotation) -> None:
        """Go to where it is: its span, or the first mention of its entity."""
        if annotation.start is not None and annotation.end is not None:
            self.jump(annotation.start, end=annotation.end)
        elif annotation.entity is not None:
            self.go_to_mention_number(annotation.entity, 0)
        else:
            self.say("Its text is not in the article any more; enter finds it a place." if annotation.quote else
                     describe(annotation))  # fmt: skip

    def find_place(self, annotation: Annotation) -> None:
        """Let the reader choose where an annotation belongs whose text is gone."""
        raise NotImplementedError

    # Along links

    def action_article_follow_link(self) -> None:
        """Follow a link of the note at the cursor, or of one on the entity there."""
        here = self.annotation_here()
        spot = self.reading.spots.at(self.view.cursor) if self.reading else None
        notes = [here] if here else []
        if spot is not None:
            notes += [each for each in self.all_annotations if each.entity == spot.entity_id]
        self._follow([link for each in notes for link in each.links])

    def on_link_requested(self, event: LinkRequested) -> None:
        """Follow a link of the note in the panel."""
        event.stop()
        annotation = self.annotation(event.annotation_id)
        if annotation is not None:
            self._follow(annotation.links)

    def _follow(self, links: Sequence[str]) -> None:
        """Go where the link leads; of several, let the reader choose."""
        names = list(dict.fromkeys(links))
        if not names:
            self.say("There is no [[link]] in a note here.")
        elif len(names) == 1:
            self.follow_link(names[0])
        else:
            from tui.dialogs.choice import Choice

            self.app.push_screen(
                Choice("Follow", names), lambda row: None if row is None else self.follow_link(names[row])
            )

    def follow_link(self, name: str) -> None:
        """Go to the entity or the note of that name."""
        match destination(name, self.reading.entities if self.reading else (), self.all_annotations):
            case Destination(entity=str() as entity):
                self.choose_mention(entity, 0)
            case Destination(annotation=str() as annotation):
                self.focus_article()
                found = self.annotation(annotation)
                if found is not None:
                    self.go_to_annotation(found)
            case _:
                self.say(f"Nothing in this article is called {excerpt(name)}.")

    def look_for_news(self) -> None:
        """Show what other windows did to the annotations of this article."""
        try:
            news = self.notebook is not None and self.notebook.refresh()
        except LibraryError as error:
            self.say(str(error))
            return
        if news:
            self.show_annotations()

    def show_annotations(self) -> None:
        """Show the annotations as they are now."""
        raise NotImplementedError
