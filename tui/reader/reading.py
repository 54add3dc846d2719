"""One article that is open in the reader, and everything the screen knows about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsreader.annotations.corrections import Overlay, apply
from newsreader.entity import MARK, Analysis, doubt_of
from newsreader.languages.english.time_words import readable
from tui.article.active_matches import Matches, MatchKind
from tui.article.mention_index import MentionIndex, at_once
from tui.reader.jumps import START, JumpList, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.annotations.corrections import Corrected
    from newsreader.annotations.notebook import Notebook
    from newsreader.article import Article
    from newsreader.entity import Entity
    from tui.article.mention_index import Pace
    from tui.article.viewport import Viewport
    from tui.reader.story import Story, Tellings

LONG = 200_000
"""Code points of a text whose dates take some 40 milliseconds to be counted anew."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What has been found in an article, as the person has it, in order for the screen."""

    machine: Analysis
    """The same without what the person says."""
    overlay: Overlay
    """What the person says."""
    corrected: Corrected
    mentions: MentionIndex
    """The mentions by position."""

    @classmethod
    def of(
        cls,
        machine: Analysis,
        overlay: Overlay,
        article: Article,
        *,
        pace: Pace = at_once,
        before: Findings | None = None,
    ) -> Findings:
        """Lay what the person says over what the machine found in `article`; any thread may do it, at its `pace`.

        Dates that were counted from the same day for the findings `before` are not counted again.
        """
        same = before is not None and before.machine is machine and before.overlay.published == overlay.published
        counted = before.corrected.machine if before is not None and same else overlay.counted(machine, article)
        corrected = apply(counted, overlay.corrections, article.text, overlay.dated(article).metadata)
        return cls(machine, overlay, corrected, MentionIndex(corrected.analysis.entities, pace=pace))


@dataclass
class Reading:
    """The state of one open article; it outlives its time on the screen, so that one can come back to it."""

    index: int
    """Its place among the articles that were opened at once."""
    article: Article
    """As it was read; `dated` has the person's word on its date."""
    notebook: Notebook | None = None
    """Its annotations; None without a library."""
    analysis: Analysis | None = None
    """What the machine has found so far."""
    findings: Findings | None = None
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
    viewport: Viewport | None = None
    """What showed it until there was a view for that."""
    jumps: JumpList = field(default_factory=JumpList)
    tellings: Tellings | None = None
    """The articles of its story; None while that is not known, or without a library."""
    story: Story | None = None
    """Who else tells it, and what it alone says; None while that is not known."""
    overlay: Overlay = field(default_factory=Overlay)
    """What the person says, as it was last asked for; any thread may read it."""

    @property
    def number(self) -> int | None:
        """What the library knows the article by; None if it knows nothing of it."""
        return (self.notebook.number or None) if self.notebook else None

    @property
    def telling(self) -> str:
        """Which one of its story it is, `2 of 3 tellings`; empty if nobody else is known to tell it."""
        return self.tellings.counter(self.number) if self.tellings and self.number else ""

    @property
    def dated(self) -> Article:
        """The article with the date that the person gave it, if any."""
        return self._overlay_now.dated(self.article)

    @property
    def _overlay_now(self) -> Overlay:
        return self.notebook.overlay if self.notebook else Overlay()

    @property
    def corrected(self) -> Corrected | None:
        """What has been found so far, as the person has it; None while there is nothing."""
        return self.findings.corrected if self.findings else None

    @property
    def partial(self) -> bool:
        """Whether something was found and more may come."""
        return self.analysis is not None and not self.analysis.complete

    @property
    def mentions(self) -> MentionIndex:
        """The mentions found so far, by position."""
        return self.findings.mentions if self.findings else _NO_MENTIONS

    @property
    def entities(self) -> Sequence[Entity]:
        """What has been found so far, as the person has it, by first appearance."""
        return self.mentions.entities

    def understand(self, findings: Findings) -> None:
        """Take in what has been found now, and keep the active entity and its current mention."""
        self.analysis, self.trouble = findings.machine, ""
        self.overlay = self._overlay_now
        outdated = findings.overlay != self.overlay
        self.findings = Findings.of(findings.machine, self.overlay, self.article) if outdated else findings
        if self.entity_id is not None:
            self._refresh_entity()

    def correct(self) -> bool:
        """Lay what the person says over the findings as both are now; whether that changed anything.

        An active entity that is not one any more leaves no matches behind. Where the machine finds nothing because of
        some trouble, there is still what the person says.
        """
        self.overlay = self._overlay_now
        machine = self.analysis or (_nothing(self.article) if self.trouble else None)
        if machine is None or self.overlay == (self.findings.overlay if self.findings else Overlay()):
            return False
        self.accept(Findings.of(machine, self.overlay, self.article, before=self.findings))
        return True

    def accept(self, findings: Findings) -> None:
        """Take in findings that the person has otherwise now."""
        self.findings = findings
        if self.entity_id is not None and not self._refresh_entity():
            self.matches, self.current, self.entity_id = None, None, None

    def to_count(self) -> Callable[[Pace], Findings] | None:
        """What a thread should do in place of `correct`, since the article is long and its date another than before."""
        self.overlay = self._overlay_now
        known = self.findings
        if known is None or len(self.article.text) < LONG or known.overlay.published == self.overlay.published:
            return None
        machine, overlay = known.machine, self.overlay
        return lambda pace: Findings.of(machine, overlay, self.article, pace=pace)

    def entity(self, entity_id: str) -> Entity | None:
        """Find an entity by its id, or by that of one that was merged into it."""
        return self.mentions.entity(self.corrected.entity_id(entity_id)) if self.corrected else None

    def _refresh_entity(self) -> bool:
        """Find the active entity again, by where its current mention stands, else by id; whether it is still there."""
        if self.matches is None:
            return False
        start = self.matches.starts[self.current] if self.current is not None else None
        found = self.mentions.at(start) if start is not None else None
        entity = self.entity(found.entity_id if found is not None else self.entity_id or "")
        if entity is None:
            return False
        self.entity_id, self.matches = entity.id, matches_of(entity)
        self.current = self.matches.at(start) if start is not None else None
        return True


_NO_MENTIONS = MentionIndex()


def _nothing(article: Article) -> Analysis:
    """The analysis of a machine that found nothing."""
    paragraphs = len(article.paragraphs)
    return Analysis(article.sha256, "", (), paragraphs, paragraphs)


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
    """Say what a date stands for, unless its words do."""
    dated = next((mention for mention in entity.mentions if mention.time), None)
    value = f"{readable(dated.time)}{MARK if doubt_of(dated) else ''}" if dated and dated.time else ""
    return "" if value == entity.name else value
