"""One article that is open in the reader, and everything the screen knows about it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsreader.annotations.corrections.said import Said
from newsreader.entities.model import Analysis
from tui.article.matches import Matches, MatchKind
from tui.jumps import START, JumpList, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.annotations.corrections import Corrected
    from newsreader.annotations.notebook import Notebook
    from newsreader.article import Article
    from newsreader.entities.model import Entity
    from newsreader.store.library import ArticleRecord


@dataclass(frozen=True, slots=True)
class Spot:
    """One mention in the text, in code points, end exclusive, and whose it is."""

    start: int
    end: int
    entity_id: str


class Spots:
    """All mentions of an analysis in order of position, for questions by offset."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Take the mentions of `entities`."""
        self._found = sorted(
            (mention.start, mention.end, entity.id) for entity in entities for mention in entity.mentions
        )
        self._starts = [start for start, _, _ in self._found]

    def at(self, offset: int) -> Spot | None:
        """Find the mention that `offset` lies in."""
        spot = self._spot(bisect_right(self._starts, offset) - 1)
        return spot if spot is not None and offset < spot.end else None

    def after(self, offset: int) -> Spot | None:
        """Find the first mention that starts behind `offset`."""
        return self._spot(bisect_right(self._starts, offset))

    def before(self, offset: int) -> Spot | None:
        """Find the last mention that starts before `offset`."""
        return self._spot(bisect_left(self._starts, offset) - 1)

    def _spot(self, index: int) -> Spot | None:
        return Spot(*self._found[index]) if 0 <= index < len(self._found) else None

    def near(self, offset: int, start: int, end: int) -> Spot | None:
        """Find the mention at `offset`, else the next one that starts before `end`, else the last one from `start`."""
        here, after, before = self.at(offset), self.after(offset), self.before(offset)
        if here is not None:
            return here
        if after is not None and after.start < end:
            return after
        return before if before is not None and before.start >= start else None


@dataclass
class Reading:
    """The state of one open article; it outlives its time on the screen, so that one can come back to it."""

    index: int
    """Its place among the articles that were opened together."""
    article: Article
    """As it was read; `dated` has the person's word on its date."""
    record: ArticleRecord | None = None
    """What the library knows it by; None without a library."""
    notebook: Notebook | None = None
    """Its annotations; None without a library."""
    analysis: Analysis | None = None
    """What the machine has found so far."""
    corrected: Corrected | None = None
    """The same as the person has it, which is what the screen shows; None while nothing has been found."""
    trouble: str = ""
    """Why nothing will be found."""
    matches: Matches | None = None
    """What `n` steps through."""
    current: int | None = None
    """Index of the current match."""
    entity_id: str | None = None
    """The entity whose mentions are the matches."""
    place: Place = START
    """Where the reader is, or was when it left the screen."""
    progress: float = 0.0
    """The share of the article that has been read, 0 to 1."""
    jumps: JumpList = field(default_factory=JumpList)
    _spots: Spots | None = None
    _applied: Said = field(default_factory=Said)
    """What the person said that `corrected` comes of."""

    @property
    def dated(self) -> Article:
        """The article with the date that the person gave it, if any."""
        return self._said.dated(self.article)

    @property
    def _said(self) -> Said:
        return Said(self.notebook.corrections, self.notebook.published) if self.notebook else Said()

    @property
    def spots(self) -> Spots:
        """The mentions found so far, by position."""
        if self._spots is None:
            self._spots = Spots(self.entities)
        return self._spots

    @property
    def entities(self) -> tuple[Entity, ...]:
        """What has been found so far, as the person has it, by first appearance."""
        return self.corrected.analysis.entities if self.corrected else ()

    def understand(self, analysis: Analysis) -> None:
        """Take in what has been found now, and keep the active entity and its current mention."""
        self.analysis, self.trouble = analysis, ""
        self._apply(analysis)
        if self.entity_id is not None:
            self._refresh_entity()

    def correct(self) -> bool:
        """Lay what the person says over the findings as both are now; whether that changed anything.

        An active entity that is not one any more leaves no matches behind. Where the machine finds nothing because of
        some trouble, there is still what the person says.
        """
        machine = self.analysis or (self._nothing if self.trouble else None)
        if machine is None or self._said == self._applied:
            return False
        self._apply(machine)
        if self.entity_id is not None and not self._refresh_entity():
            self.matches, self.current, self.entity_id = None, None, None
        return True

    @property
    def _nothing(self) -> Analysis:
        """The analysis of a machine that found nothing."""
        paragraphs = len(self.article.paragraphs)
        return Analysis(self.article.sha256, "", (), paragraphs, paragraphs)

    def _apply(self, analysis: Analysis) -> None:
        self._applied = self._said
        self.corrected, self._spots = self._applied.over(analysis, self.article), None

    def entity(self, entity_id: str) -> Entity | None:
        """Find an entity by its id, or by that of one that was merged into it."""
        now = self.corrected.entity_id(entity_id) if self.corrected else entity_id
        return next((entity for entity in self.entities if entity.id == now), None)

    def _refresh_entity(self) -> bool:
        """Find the active entity again, by where its current mention stands, else by id; whether it is still there."""
        if self.matches is None:
            return False
        start = self.matches.starts[self.current] if self.current is not None else None
        spot = self.spots.at(start) if start is not None else None
        entity = self.entity(spot.entity_id if spot is not None else self.entity_id or "")
        if entity is None:
            return False
        self.entity_id, self.matches = entity.id, matches_of(entity)
        self.current = self.matches.at(start) if start is not None else None
        return True


def matches_of(entity: Entity) -> Matches:
    """Make the mentions of an entity the matches."""
    return Matches(
        title=entity.name,
        starts=[mention.start for mention in entity.mentions],
        ends=[mention.end for mention in entity.mentions],
        kind=MatchKind.ENTITY,
        category=entity.category,
        detail=_other_names(entity) or _meaning(entity),
    )


def _other_names(entity: Entity) -> str:
    names = [f"“{alias}”" for alias in entity.aliases]
    return f"also {', '.join(names)}" if names else ""


def _meaning(entity: Entity) -> str:
    """Say what a date stands for."""
    return next((mention.time.value for mention in entity.mentions if mention.time), "")
