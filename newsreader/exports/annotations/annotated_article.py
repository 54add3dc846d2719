"""What the formats for programs write: an article with its annotations, and with its entities where they carry them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.entity import LABEL_OF, doubt_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.annotations.corrections.model import Corrected
    from newsreader.annotations.model import Annotation
    from newsreader.article import Article
    from newsreader.entity import Category, TimeValue


@dataclass(frozen=True, slots=True)
class Span:
    """A mention of an entity, in code points of the article's text."""

    start: int
    end: int
    category: Category
    name: str
    by: str
    """`machine`, `person` or `gazetteer`."""
    doubt: str = ""
    """Why it is a guess, if it is one."""
    time: TimeValue | None = None
    """What a date stands for."""

    @property
    def label(self) -> str:
        """The category as the common spaCy schemes call it."""
        return LABEL_OF[self.category]


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """One article to write; `corrected` is None where no entities are wanted."""

    article: Article
    annotations: tuple[Annotation, ...]
    corrected: Corrected | None = None
    provenance: frozenset[str] | None = None
    """Whose entities are wanted; None for everybody's."""

    @property
    def spans(self) -> list[Span]:
        """The mentions of the entities, in order; none overlap."""
        return sorted(self._spans(), key=lambda span: span.start)

    def _spans(self) -> Iterator[Span]:
        if self.corrected is None:
            return
        for entity in self.corrected.analysis.entities:
            whose = self.corrected.provenance(entity.id)
            for mention in entity.mentions:
                # A mention that the machine found belongs to the person once its entity was corrected.
                by = str(self.corrected.mention_provenance(mention.start))
                by = str(whose) if by == "machine" else by
                if self.provenance is None or by in self.provenance:
                    yield Span(
                        mention.start, mention.end, entity.category, entity.name, by, doubt_of(mention), mention.time
                    )


def name_in(entity_id: str) -> str:
    """The name in an entity's id: `Vladimir Putin` for `person:vladimir-putin`."""
    category, _, slug = entity_id.partition(":")
    return slug if category == "date" else " ".join(word.capitalize() for word in slug.split("-"))
