"""The active matches: an entity's mentions, a search's hits or the annotations, chosen here and stepped through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article.matches import MatchKind
from tui.reader.base import ReaderBase
from tui.reader.reading import matches_of

if TYPE_CHECKING:
    from newsreader.entity import Entity
    from tui.article.matches import Matches
    from tui.article.messages import EntityClicked
    from tui.article.spots import Spot
    from tui.panels.messages import EntityChosen, EntityPreviewed, MentionChosen, MentionPreviewed


class Matching(ReaderBase):
    """Choosing what the matches are, and going from one to the next."""

    def show_matches(
        self, matches: Matches | None, current: int | None = None, *, entity_id: str | None = None
    ) -> None:
        """Make these the active matches; the text stays where it is."""
        if self.reading is None:
            return
        self.reading.matches, self.reading.current, self.reading.entity_id = matches, current, entity_id
        self.view.set_matches(matches, current=current)
        self.sidebar.set_active(entity_id)
        self.refresh_status()

    def follow(self, entity: Entity, current: int | None) -> None:
        """Make the mentions of `entity` the matches, the one of index `current` the current one."""
        self.show_matches(matches_of(entity), current, entity_id=entity.id)

    def follow_to(self, entity: Entity, index: int | None) -> None:
        """Follow an entity and jump to its mention of that index, if there is one."""
        if index is not None:
            self.jump(entity.mentions[index].start, end=entity.mentions[index].end)
        self.follow(entity, index)

    def go_to_match(self, index: int) -> None:
        """Make the match of that index the current one and jump to it."""
        if self.reading is None or self.reading.matches is None:
            return
        matches = self.reading.matches
        self.reading.current = index
        self.jump(matches.starts[index], end=matches.ends[index])
        self.view.current = index
        self.refresh_status()

    # Stepping

    def action_reader_next_match(self) -> None:
        """Go to the next match; after the last one, to the first."""
        self._step(1)

    def action_reader_previous_match(self) -> None:
        """Go to the match before; before the first one, to the last."""
        self._step(-1)

    def _step(self, direction: int) -> None:
        self.status.be_silent()  # What was said stands where the counter is.
        matches = self.reading.matches if self.reading else None
        if not matches:
            self.say("Nothing to step through: choose a name in a panel or search with /.")
            return
        index = self._neighbour(matches, direction)
        if index is None:
            index = 0 if direction > 0 else len(matches) - 1
            self.say(f"{'From the last back to the first' if direction > 0 else 'From the first on to the last'}.")
        self.go_to_match(index)

    def _neighbour(self, matches: Matches, direction: int) -> int | None:
        """Find the index of the match after or before the current one, or the cursor if that is out of sight."""
        current = self.reading.current if self.reading else None
        if current is not None and self._in_sight(matches.starts[current]):
            index = current + direction
            return index if 0 <= index < len(matches) else None
        cursor = self.view.cursor
        if direction < 0:
            return matches.before(cursor)
        here = matches.at(cursor)
        return here if here is not None and here != current else matches.after(cursor)

    def _in_sight(self, offset: int) -> bool:
        start, end = self.view.visible_range()
        return start <= offset < end

    def clear_matches(self) -> None:
        """Have no active matches."""
        self.show_matches(None)

    # Entities in the text

    def spot_here(self) -> Spot | None:
        """Find the mention at the cursor, else the nearest one in sight."""
        if self.reading is None:
            return None
        return self.reading.spots.near(self.view.cursor, *self.view.visible_range())

    def entity_here(self) -> Entity | None:
        """Find the entity of the mention at the cursor or nearest to it in sight."""
        spot = self.spot_here()
        return self.reading.entity(spot.entity_id) if self.reading and spot else None

    def action_article_next_entity(self) -> None:
        """Go to the next mention of anything."""
        self._go_to_spot(self.reading.spots.after(self.view.cursor) if self.reading else None)

    def action_article_previous_entity(self) -> None:
        """Go to the mention of anything before."""
        self._go_to_spot(self.reading.spots.before(self.view.cursor) if self.reading else None)

    def _go_to_spot(self, spot: Spot | None) -> None:
        if spot is None:
            self.say("There is no further name or date in this direction.")
            return
        self.go_to_mention(spot.entity_id, spot.start)

    def go_to_mention(self, entity_id: str, offset: int) -> None:
        """Follow an entity from its mention at `offset` (a code point within it), and jump there."""
        entity = self.reading.entity(entity_id) if self.reading else None
        if entity is None:
            return
        self.follow_to(entity, matches_of(entity).at(offset))

    def action_article_next_mention(self) -> None:
        """Follow the entity here and go to its next mention."""
        self._follow_here(1)

    def action_article_previous_mention(self) -> None:
        """Follow the entity here and go to the mention before."""
        self._follow_here(-1)

    def _follow_here(self, direction: int) -> None:
        spot = self.spot_here()
        entity = self.reading.entity(spot.entity_id) if self.reading and spot else None
        if spot is None or entity is None:
            self.say("There is no name or date in sight.")
            return
        index = matches_of(entity).at(spot.start)
        self.follow(entity, index)
        if spot.start <= self.view.cursor < spot.end or index is None:
            self._step(direction)
        else:
            self.go_to_match(index)

    def on_entity_clicked(self, event: EntityClicked) -> None:
        """Follow the entity; a click on the one that is followed opens its card."""
        reading = self.reading
        entity = reading.entity(event.entity_id) if reading else None
        if reading is None or entity is None:
            return
        if reading.entity_id == entity.id and reading.current == matches_of(entity).at(event.offset):
            self.show_card(entity)
        else:
            self.follow(entity, matches_of(entity).at(event.offset))

    def action_article_card(self) -> None:
        """Show the card of the entity here."""
        entity = self.entity_here()
        if entity is None:
            self.say("There is no name or date in sight.")
        else:
            self.show_card(entity)

    def show_card(self, entity: Entity) -> None:
        """Show who or what an entity is."""
        raise NotImplementedError

    # Entities in the panels

    def on_entity_chosen(self, event: EntityChosen) -> None:
        """Go to the entity's first mention and read on."""
        event.stop()
        self.choose_mention(event.entity_id, 0)

    def on_mention_chosen(self, event: MentionChosen) -> None:
        """Go to the mention and read on."""
        event.stop()
        self.choose_mention(event.entity_id, event.index)

    def on_entity_previewed(self, event: EntityPreviewed) -> None:
        """Show the next mention of the entity; the panel keeps the focus."""
        event.stop()
        if self.reading is not None and self.reading.entity_id == event.entity_id:
            self._step(1)
        else:
            self.go_to_mention_number(event.entity_id, 0)

    def on_mention_previewed(self, event: MentionPreviewed) -> None:
        """Show the mention; the panel keeps the focus."""
        event.stop()
        self.go_to_mention_number(event.entity_id, event.index)

    def choose_mention(self, entity_id: str, index: int) -> None:
        """Go to a mention and give the article the focus."""
        self.focus_article()
        self.go_to_mention_number(entity_id, index)

    def go_to_mention_number(self, entity_id: str, index: int) -> None:
        """Follow an entity and go to its mention of that index."""
        entity = self.reading.entity(entity_id) if self.reading else None
        if entity is not None and index < len(entity.mentions):
            self.follow_to(entity, index)

    def focus_article(self) -> None:
        """Give the article the focus."""
        raise NotImplementedError

    @property
    def following_annotations(self) -> bool:
        """Whether the matches are the annotations."""
        matches = self.reading.matches if self.reading else None
        return matches is not None and matches.kind is MatchKind.ANNOTATION
