"""Who appears with whom: the list of pairs, and walking through the paragraphs in which two meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from tui.article.matches import Matches, MatchKind
from tui.reader.matching import Matching

if TYPE_CHECKING:
    from newsreader.entities.cooccurrence import Pair
    from newsreader.entity import Entity


class Company(Matching):
    """The company that entities keep."""

    def action_reader_company(self) -> None:
        """List who appears with whom in the article."""
        self.show_company(None)

    def show_company(self, entity: Entity | None) -> None:
        """List with whom `entity` appears, or all pairs, and go where the chosen two meet."""
        if self.reading is None or not self.reading.entities:
            self.say("No names have been found yet.")
            return
        from newsreader.entities.cooccurrence import company_of, pairs, presence
        from tui.dialogs.company import CompanyDialog

        known = presence(self.reading.entities, self.reading.article.paragraphs)
        found = company_of(entity.id, known) if entity else pairs(known)
        by_id = {each.id: each for each in self.reading.entities}
        self.app.push_screen(CompanyDialog(found, by_id, entity), self._meet)

    def _meet(self, pair: Pair | None) -> None:
        """Make the mentions of both, where they meet, the matches, and go to the first."""
        if pair is None or self.reading is None:
            return
        from newsreader.entities.cooccurrence import mentions_of

        mentions = mentions_of(pair, self.reading.entities, self.reading.article.paragraphs)
        one, other = self.reading.entity(pair.one), self.reading.entity(pair.other)
        if not mentions or one is None or other is None:
            return
        count = len(pair.paragraphs)
        matches = Matches(
            title=printable(f"{one.name} & {other.name}"),
            starts=[mention.start for mention in mentions],
            ends=[mention.end for mention in mentions],
            kind=MatchKind.ENTITY,
            category=one.category,
            detail=f"in {count} paragraph{'' if count == 1 else 's'}",
        )
        self.focus_article()
        self.show_matches(matches, 0)
        self.go_to_match(0)
