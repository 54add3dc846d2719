"""The names and dates of the article as places to go to: from one to the next in the text, and from the panels."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.article.mention_index import MentionIndex, ShownMentions
from tui.panels.requests import EntityChosen, EntityPreviewed, MentionChosen, MentionPreviewed
from tui.reader.reading import matches_of

if TYPE_CHECKING:
    from newsreader.entity import Entity
    from tui.article.mention_index import PlacedMention
    from tui.reader.controllers.matches import MatchController
    from tui.reader.controllers.navigation import NavigationController
    from tui.reader.controllers.panes import PaneController
    from tui.reader.reader_context import ReaderContext


NOTHING_HERE = "There is no name or date in this line; <article.next_entity> goes to the next one."


class MentionController:
    """Goes to mentions, and makes those of the same entity the active matches."""

    def __init__(
        self,
        context: ReaderContext,
        navigation: NavigationController,
        matches: MatchController,
        panes: PaneController,
    ) -> None:
        self._context = context
        self._navigation = navigation
        self._matches = matches
        self._panes = panes
        context.commands.register(
            {
                "article.next_entity": partial(self.step, 1),
                "article.previous_entity": partial(self.step, -1),
                "article.next_mention": partial(self.follow_here, 1),
                "article.previous_mention": partial(self.follow_here, -1),
            }
        )
        context.listen(
            {
                EntityChosen: lambda message: self.choose(message.entity_id, 0),
                EntityPreviewed: self.preview_entity,
                MentionChosen: lambda message: self.choose(message.entity_id, message.index),
                MentionPreviewed: lambda message: self.go_to_number(message.entity_id, message.index),
            }
        )

    # What is here

    @property
    def here(self) -> PlacedMention | None:
        """The mention at the cursor, else the nearest one in its line."""
        viewport = self._context.view.viewport
        return self._shown.in_line(viewport.cursor, *viewport.line)

    @property
    def entity_here(self) -> Entity | None:
        """The entity of the mention at the cursor or nearest to it in its line."""
        here = self.here
        return self._context.entity(here.entity_id) if here else None

    @property
    def _shown(self) -> ShownMentions:
        """The names and dates that stand out in the text."""
        reading = self._context.reading
        return ShownMentions(reading.mentions if reading else MentionIndex(), self._context.plain)

    # In the text

    def step(self, direction: int) -> None:
        """Go to the next mention that stands out or, for a negative direction, the one before."""
        shown, cursor = self._shown, self._context.view.viewport.cursor
        found = shown.after(cursor) if direction > 0 else shown.before(cursor)
        if found is None:
            self._context.say("There is no further name or date in this direction.")
        else:
            self.go_to(found.entity_id, found.start)

    def follow_here(self, direction: int) -> None:
        """Follow the entity here and go to its next mention, or the one before."""
        here, entity = self.here, self.entity_here
        if here is None or entity is None:
            self._context.say(NOTHING_HERE)
            return
        index = matches_of(entity).at(here.start)
        self._matches.show_mentions(entity, index)
        if here.start <= self._context.view.viewport.cursor < here.end or index is None:
            self._matches.step(direction)
        else:
            self._matches.go_to(index)

    def go_to(self, entity_id: str, offset: int) -> None:
        """Follow an entity from its mention at `offset` (a code point within it), and jump there."""
        entity = self._context.entity(entity_id)
        if entity is not None:
            self._jump_to(entity, matches_of(entity).at(offset))

    # From the panels

    def choose(self, entity_id: str, index: int) -> None:
        """Go to a mention and give the article the focus."""
        self._panes.focus_article()
        self.go_to_number(entity_id, index)

    def preview_entity(self, message: EntityPreviewed) -> None:
        """Show the next mention of the entity; the panel keeps the focus."""
        reading = self._context.reading
        if reading is not None and reading.entity_id == message.entity_id:
            self._matches.step(1)
        else:
            self.go_to_number(message.entity_id, 0)

    def go_to_number(self, entity_id: str, index: int) -> None:
        """Follow an entity and go to its mention of that index."""
        entity = self._context.entity(entity_id)
        if entity is not None and index < len(entity.mentions):
            self._jump_to(entity, index)

    def _jump_to(self, entity: Entity, index: int | None) -> None:
        """Follow an entity and jump to its mention of that index, if there is one."""
        if index is not None:
            self._navigation.jump(entity.mentions[index].start, end=entity.mentions[index].end)
        self._matches.show_mentions(entity, index)
