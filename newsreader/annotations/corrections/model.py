"""What a correction is, and what corrections make of an analysis. Offsets are code points, end exclusive."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from newsreader.annotations.model import PERSON

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from newsreader.annotations.model import Anchor
    from newsreader.entity import Analysis, Category, Entity, TimeValue


class Scope(StrEnum):
    """How far a correction reaches."""

    MENTION = "mention"
    ARTICLE = "article"
    EVERYWHERE = "everywhere"


class Verdict(StrEnum):
    """What the person says."""

    NOT_AN_ENTITY = "not-an-entity"
    IS_A = "is-a"
    IS_NAMED = "is-named"
    SAME_AS = "same-as"
    NOT_SAME_AS = "not-same-as"
    BOUNDARY = "boundary"
    MISSED = "missed"
    IS_DATED = "is-dated"


class Provenance(StrEnum):
    """Who says so."""

    MACHINE = "machine"
    PERSON = "person"
    GAZETTEER = "gazetteer"
    """The person, in another article or in the gazetteer: a suggestion for this one."""


@dataclass(frozen=True, slots=True)
class Subject:
    """An entity as it was when it was corrected, so that it is found again in another analysis of the text."""

    entity: str | None
    """Its id; None where only the forms are known."""
    category: Category | None
    name: str
    forms: tuple[str, ...] = ()
    """All names it has in the text, as a reader would write them."""

    def shares_name_with(self, other: Subject) -> bool:
        """Whether the two have a name in common."""
        return not {self.name, *self.forms}.isdisjoint((other.name, *other.forms))

    @classmethod
    def of(cls, entity: Entity) -> Subject:
        """What describes `entity`."""
        return cls(entity.id, entity.category, entity.name, tuple(dict.fromkeys((entity.name, *entity.aliases))))


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction. As the notebook hands it out, `start` and `end` point into the text that is open."""

    id: str
    verdict: Verdict
    scope: Scope
    subject: Subject
    created: datetime
    quote: str = ""
    """The text of the mention, or the form, it was made on; empty when it was made on the entity as a whole."""
    start: int | None = None
    end: int | None = None
    category: Category | None = None
    """For IS_A and MISSED."""
    name: str | None = None
    """For IS_NAMED and MISSED."""
    time: TimeValue | None = None
    """For IS_DATED, what it stands for, which has a place on the calendar."""
    other: Subject | None = None
    """For SAME_AS, the entity that it is."""
    lead: int = 0
    """For BOUNDARY, how many code points the new start is behind the old one."""
    new_quote: str = ""
    """For BOUNDARY, the text that the mention has now."""
    author: str = PERSON
    here: bool = True
    """Whether it was made on this article; False for what comes from the gazetteer."""
    anchor: Anchor | None = None
    """The mention it was made on, or the span of a missed one; None when it was made on the entity as a whole."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """What the machine found and the person took away: the entity with the mentions that are gone."""

    entity: Entity
    corrections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """An analysis with the corrections laid over it, and whose word each part is.

    `analysis` is the machine's own object where nothing applied. `entities` maps ids of entities, and `mentions` the
    starts of mentions, to the ids of the corrections that made them what they are; what is missing is the machine's.
    """

    analysis: Analysis
    machine: Analysis
    entities: Mapping[str, tuple[str, ...]]
    mentions: Mapping[int, tuple[str, ...]]
    rejected: tuple[Rejected, ...]
    merged: Mapping[str, str]
    """The ids of entities that are part of another one now, with the id of that one."""
    idle: tuple[str, ...]
    """The corrections that found nothing to apply to."""
    suggested: frozenset[str]
    """Those of the corrections that come from the gazetteer."""
    authors: Mapping[str, str]
    """Who made those of the corrections that somebody else made."""

    def entity_id(self, entity_id: str) -> str:
        """The id under which the entity with that id is now: that of what it was merged into, or its own."""
        return self.merged.get(entity_id, entity_id)

    def provenance(self, entity_id: str) -> Provenance:
        """Who says what the entity is."""
        return self._by(self.entities.get(entity_id, ()))

    def mention_provenance(self, start: int) -> Provenance:
        """Who says that the mention that begins at `start` is there and belongs to its entity."""
        return self._by(self.mentions.get(start, ()))

    def author(self, entity_id: str) -> str:
        """Who said last what the entity is, where that is somebody else."""
        return self.authors.get(next(reversed(self.entities.get(entity_id, ())), ""), "")

    def mention_author(self, start: int) -> str:
        """The same of the mention that begins at `start`."""
        return self.authors.get(next(reversed(self.mentions.get(start, ())), ""), "")

    def touching(self, entity_id: str) -> tuple[str, ...]:
        """The ids of all corrections behind an entity and its mentions: what “back to the machine” withdraws."""
        found = list(self.entities.get(entity_id, ()))
        for entity in self.analysis.entities if self.mentions else ():
            if entity.id == entity_id:
                found += [each for mention in entity.mentions for each in self.mentions.get(mention.start, ())]
        found += [each for gone in self.rejected if gone.entity.id == entity_id for each in gone.corrections]
        return tuple(dict.fromkeys(found))

    def _by(self, corrections: Iterable[str]) -> Provenance:
        known = list(corrections)
        if not known:
            return Provenance.MACHINE
        return Provenance.GAZETTEER if self.suggested.issuperset(known) else Provenance.PERSON
