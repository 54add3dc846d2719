"""The annotations as places to go to: from one to the next, from their panel, and along the links in their notes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.article.messages import AnnotationClicked
from tui.base.captions import excerpt
from tui.panels.note_text import describe
from tui.panels.requests import AnnotationChosen, AnnotationPreviewed, LinkRequested
from tui.reader.linking import Destination, destination

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.annotations.model import Annotation
    from tui.reader.controllers.matches import MatchController
    from tui.reader.controllers.mentions import MentionController
    from tui.reader.controllers.navigation import NavigationController
    from tui.reader.controllers.orphans import OrphanController
    from tui.reader.controllers.panes import PaneController
    from tui.reader.reader_context import ReaderContext


class AnnotationStepController:
    """Goes to annotations."""

    def __init__(
        self,
        context: ReaderContext,
        navigation: NavigationController,
        matches: MatchController,
        panes: PaneController,
        mentions: MentionController,
        orphans: OrphanController,
    ) -> None:
        self._context = context
        self._navigation = navigation
        self._matches = matches
        self._panes = panes
        self._mentions = mentions
        self._orphans = orphans
        context.commands.register(
            {
                "article.next_annotation": partial(self.step, 1),
                "article.previous_annotation": partial(self.step, -1),
                "article.follow_link": self.follow_link_here,
            }
        )
        context.listen(
            {
                AnnotationChosen: self.choose,
                AnnotationPreviewed: self.preview,
                AnnotationClicked: self.describe,
                LinkRequested: self.follow_link_of,
            }
        )

    def step(self, direction: int) -> None:
        """Go to the next annotation in the text or, for a negative direction, the one before."""
        wanted = self._context.sidebar.notes.choices.wanted
        if self._matches.show_annotations():
            self._matches.step(direction)
        elif wanted:
            self._context.say(f"The notes panel lists nothing in the text for “{wanted}”; esc there clears.")
        else:
            self._context.say("There are no annotations in the text yet.")

    # From the panel, by the mouse

    def choose(self, message: AnnotationChosen) -> None:
        """Go to the annotation and read on; for one that lost its place, look for another."""
        annotation = self._context.annotation(message.annotation_id)
        if annotation is not None and not annotation.placed:
            self._orphans.find_place(annotation)
        elif annotation is not None:
            self._panes.focus_article()
            self.go_to(annotation)

    def preview(self, message: AnnotationPreviewed) -> None:
        """Show the annotation; the panel keeps the focus."""
        annotation = self._context.annotation(message.annotation_id)
        if annotation is not None:
            self.go_to(annotation)

    def describe(self, message: AnnotationClicked) -> None:
        """Say what is written there."""
        annotation = self._context.annotation(message.id)
        if annotation is not None:
            self._context.say(describe(annotation))

    def go_to(self, annotation: Annotation) -> None:
        """Go to where it is: its span, or the first mention of its entity."""
        if annotation.start is not None and annotation.end is not None:
            self._navigation.jump(annotation.start, end=annotation.end)
        elif annotation.entity is not None:
            self._mentions.go_to_number(annotation.entity, 0)
        elif annotation.quote:
            self._context.say("Its text is no longer in the article; enter finds it a place.")
        else:
            self._context.say(describe(annotation))

    # Along links

    def follow_link_here(self) -> None:
        """Follow a link of the note at the cursor, or of one on the entity there."""
        here, reading = self._context.annotation_here, self._context.reading
        name = reading.mentions.at(self._context.view.viewport.cursor) if reading else None
        notes = [here] if here else []
        if name is not None:
            notes += [each for each in self._context.annotations if each.entity == name.entity_id]
        self._follow_one_of([link for each in notes for link in each.links])

    def follow_link_of(self, message: LinkRequested) -> None:
        """Follow a link of the note in the panel."""
        annotation = self._context.annotation(message.annotation_id)
        if annotation is not None:
            self._follow_one_of(annotation.links)

    def _follow_one_of(self, links: Sequence[str]) -> None:
        """Go where the link leads; of several, let the reader choose."""
        names = list(dict.fromkeys(links))
        if not names:
            self._context.say("There is no [[link]] in a note here.")
        elif len(names) == 1:
            self._follow(names[0])
        else:
            from tui.dialogs.choice import Choice

            self._context.ask(Choice("Follow", names), lambda row: None if row is None else self._follow(names[row]))

    def _follow(self, name: str) -> None:
        """Go to the entity or the note of that name."""
        reading = self._context.reading
        match destination(name, reading.entities if reading else (), self._context.annotations):
            case Destination(entity=str() as entity):
                self._mentions.choose(entity, 0)
            case Destination(annotation=str() as annotation):
                self._panes.focus_article()
                found = self._context.annotation(annotation)
                if found is not None:
                    self.go_to(found)
            case _:
                self._context.say(f"Nothing in this article is called {excerpt(name)}.")
