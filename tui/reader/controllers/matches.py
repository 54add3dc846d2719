"""The active matches: an entity's mentions, a search's hits or the annotations, which `n` and `N` step through."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.article.active_matches import Matches, MatchKind
from tui.reader.reading import matches_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.entity import Entity
    from tui.reader.controllers.navigation import NavigationController
    from tui.reader.controllers.status import StatusController
    from tui.reader.reader_context import ReaderContext


class MatchController:
    """Says what the matches are, and goes from one to the next."""

    def __init__(self, context: ReaderContext, status: StatusController, navigation: NavigationController) -> None:
        self._context = context
        self._status = status
        self._navigation = navigation
        self.beyond: Callable[[int], bool] = lambda _: False
        """Goes on where there is no match in a direction; False if there is nothing to go on to."""
        context.commands.register(
            {"reader.next_match": partial(self.step, 1), "reader.previous_match": partial(self.step, -1)}
        )

    # What they are

    def show(self, matches: Matches | None, current: int | None = None, *, entity_id: str | None = None) -> None:
        """Make these the active matches; the text stays where it is."""
        reading = self._context.reading
        if reading is None:
            return
        reading.matches, reading.current, reading.entity_id = matches, current, entity_id
        self._context.view.text_layers.set_matches(matches, current=current)
        self._context.sidebar.set_active(entity_id)
        self._status.refresh()

    def clear(self) -> None:
        """Have no active matches."""
        self.show(None)

    def show_mentions(self, entity: Entity, current: int | None) -> None:
        """Make the mentions of `entity` the matches, the one of index `current` the current one."""
        self.show(matches_of(entity), current, entity_id=entity.id)

    @property
    def are_annotations(self) -> bool:
        """Whether the matches are the annotations."""
        matches = self._context.reading.matches if self._context.reading else None
        return matches is not None and matches.kind is MatchKind.ANNOTATION

    def show_annotations(self) -> bool:
        """Make the annotations that the panel lists and the text has the matches; whether there are any."""
        notes = self._context.sidebar.notes
        spans = sorted((each.start, each.end) for each in notes.rows.annotations if each.start is not None and each.end)
        if not spans:
            self.clear()
            return False
        title = f"Notes /{notes.choices.wanted}" if notes.choices.wanted else "Notes and highlights"
        matches = Matches(title, [start for start, _ in spans], [end for _, end in spans], MatchKind.ANNOTATION)
        self.show(matches, matches.at(self._context.view.viewport.cursor) if self.are_annotations else None)
        return True

    # Going to them

    def go_to(self, index: int) -> None:
        """Make the match of that index the current one and jump to it."""
        reading = self._context.reading
        if reading is None or reading.matches is None:
            return
        reading.current = index
        self._navigation.jump(reading.matches.starts[index], end=reading.matches.ends[index])
        self._context.view.text_layers.set_current(index)
        self._status.refresh()

    def step(self, direction: int) -> None:
        """Go to the next match or, for a negative direction, the one before; at the end, go on or start over."""
        self._context.status.be_silent()  # What was said stands where the counter is.
        matches = self._context.reading.matches if self._context.reading else None
        if not matches:
            if not self.beyond(direction):
                self._context.say("Nothing to step through: choose a name in a panel or search with <reader.search>.")
            return
        index = self._neighbour(matches, direction)
        if index is None and self.beyond(direction):
            return
        if index is None:
            index = 0 if direction > 0 else len(matches) - 1
            way = "From the last back to the first" if direction > 0 else "From the first on to the last"
            self._context.say(f"{way}.")
        self.go_to(index)

    def _neighbour(self, matches: Matches, direction: int) -> int | None:
        """Find the index of the match after or before the current one if that is the place, else the place."""
        current = self._context.reading.current if self._context.reading else None
        cursor = self._context.view.viewport.cursor
        if current is not None and (cursor == matches.starts[current] or matches.at(cursor) == current):
            index = current + direction
            return index if 0 <= index < len(matches) else None
        if direction < 0:
            return matches.before(cursor)
        here = matches.at(cursor)
        return matches.after(cursor) if here is None else here
