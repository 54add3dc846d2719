"""Who appears with whom: the list of pairs, and walking through the paragraphs in which two meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.counting import counted
from newsreader.sanitise import printable
from tui.article.active_matches import Matches, MatchKind

if TYPE_CHECKING:
    from newsreader.entities.cooccurrence import Pair
    from newsreader.entity import Entity
    from tui.reader.controllers.matches import MatchController
    from tui.reader.controllers.panes import PaneController
    from tui.reader.reader_context import ReaderContext


class CompanyController:
    """Shows the company that entities keep."""

    def __init__(self, context: ReaderContext, matches: MatchController, panes: PaneController) -> None:
        self._context = context
        self._matches = matches
        self._panes = panes
        context.commands.register({"reader.company": self.show})

    def show(self, entity: Entity | None = None) -> None:
        """List with whom `entity` appears, or all pairs, and go where the chosen two meet."""
        reading = self._context.reading
        if reading is None or not reading.entities:
            self._context.say("No names have been found yet.")
            return
        from newsreader.entities.cooccurrence import company_of, pairs, presence
        from tui.dialogs.company_dialog import CompanyDialog

        known = presence(reading.entities, reading.article.paragraphs)
        found = company_of(entity.id, known) if entity else pairs(known)
        by_id = {each.id: each for each in reading.entities}
        self._context.ask(CompanyDialog(found, by_id, entity), self._meet)

    def _meet(self, pair: Pair | None) -> None:
        """Make the mentions of both, where they meet, the matches, and go to the first."""
        reading = self._context.reading
        if pair is None or reading is None:
            return
        from newsreader.entities.cooccurrence import mentions_of

        mentions = mentions_of(pair, reading.entities, reading.article.paragraphs)
        one, other = reading.entity(pair.one), reading.entity(pair.other)
        if not mentions or one is None or other is None:
            return
        count = len(pair.paragraphs)
        matches = Matches(
            title=printable(f"{one.name} & {other.name}"),
            starts=[mention.start for mention in mentions],
            ends=[mention.end for mention in mentions],
            kind=MatchKind.ENTITY,
            category=one.category,
            detail=f"in {counted(count, 'paragraph')}",
        )
        self._panes.focus_article()
        self._matches.show(matches, 0)
        self._matches.go_to(0)
