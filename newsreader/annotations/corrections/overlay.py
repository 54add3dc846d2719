"""What the person says of one article, laid over what the machine found in it and what the article says itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsreader.annotations.corrections.found_dates import with_values
from newsreader.annotations.corrections.model import Corrected
from newsreader.annotations.corrections.verdicts import Applier
from newsreader.annotations.corrections.working_copy import EntityDraft, WorkingCopy
from newsreader.annotations.model import OWN
from newsreader.article import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from newsreader.annotations.corrections.model import Correction
    from newsreader.article import Article
    from newsreader.entity import Analysis

_NOTHING_KNOWN = Metadata()

FROM_PERSON = "you"
"""Where the publication date is from when the person gave it (`Metadata.published_from`)."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """The corrections of what was found in an article, and the day on which it was published, if the person says."""

    corrections: tuple[Correction, ...] = ()
    published: date | None = None
    unread: tuple[str, ...] = ()
    """What the person did and cannot be read, a sentence each."""

    def dated(self, article: Article) -> Article:
        """The article with the person's date; `article` itself where there is none."""
        if self.published is None:
            return article
        metadata = replace(article.metadata, published=self.published, published_from=FROM_PERSON)
        return replace(article, metadata=metadata)

    def counted(self, analysis: Analysis, article: Article) -> Analysis:
        """`analysis` of `article` with its dates counted from the person's; `analysis` itself where there is none."""
        if self.published is None:
            return analysis
        # The grammar of dates takes its time to load, and few articles need this.
        from newsreader.entities.redating import redated

        return redated(analysis, article, self.published)

    def over(self, analysis: Analysis, article: Article) -> Corrected:
        """`analysis` of `article` with all of it laid over."""
        return apply(self.counted(analysis, article), self.corrections, article.text, self.dated(article).metadata)


def apply(
    analysis: Analysis, corrections: Iterable[Correction], text: str, metadata: Metadata = _NOTHING_KNOWN
) -> Corrected:
    """Return `analysis` of `text` as the person has it, after `corrections` in their order; itself it is not changed.

    `metadata` are those of the article, from whose day the dates are counted that the person found.
    A correction that finds nothing to apply to is idle, and does no harm.
    """
    known = list(corrections)
    copy = WorkingCopy(analysis, text)
    applier = Applier(copy)
    idle = tuple(correction.id for correction in known if not applier.apply(correction))
    drafts = [entity for entity in copy.entities.values() if isinstance(entity, EntityDraft)]
    entities = [
        with_values(each.finished(text, copy.names), text, metadata) if isinstance(each, EntityDraft) else each
        for each in copy.entities.values()
    ]
    entities.sort(key=lambda each: each.mentions[0].start)
    changed = len(idle) < len(known)
    return Corrected(
        analysis=replace(analysis, entities=tuple(entities)) if changed else analysis,
        machine=analysis,
        entities={draft.id: tuple(draft.by) for draft in drafts if draft.by},
        mentions={start: tuple(by) for start, by in copy.mentions.items()},
        rejected=tuple(applier.rejected),
        merged=copy.merged,
        idle=idle,
        suggested=frozenset(correction.id for correction in known if not correction.here),
        authors={correction.id: correction.author for correction in known if correction.author not in OWN},
    )
