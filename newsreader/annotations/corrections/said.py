"""Everything the person said of one article against the machine and the article itself, to be laid over both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsreader.annotations.corrections.apply import apply

if TYPE_CHECKING:
    from datetime import date

    from newsreader.annotations.corrections.model import Corrected, Correction
    from newsreader.article import Article
    from newsreader.entity import Analysis

FROM_PERSON = "you"
"""Where the publication date is from when the person gave it (`Metadata.published_from`)."""


@dataclass(frozen=True, slots=True)
class Said:
    """The corrections of what was found in an article, and the day on which it was published, if the person says."""

    corrections: tuple[Correction, ...] = ()
    published: date | None = None

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
        return apply(self.counted(analysis, article), self.corrections, article.text)
