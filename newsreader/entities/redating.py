"""The dates of an article counted from another day than it states, without a model."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.entities.model import Category
from newsreader.entities.timeline import date_entities, time_mentions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from newsreader.article import Article, Paragraph
    from newsreader.entities.model import Analysis, Mention


def redated(analysis: Analysis, article: Article, published: date | None) -> Analysis:
    """`analysis` of `article` with its time expressions resolved from `published`.

    Which expressions there are does not change, nor do the names. Linear in the paragraphs that have a date.
    """
    known = [entity for entity in analysis.entities if entity.category is Category.DATE]
    before = sorted((mention for entity in known for mention in entity.mentions), key=lambda mention: mention.start)
    spans = [(each.start, each.end) for each in _holding(article.paragraphs, before)]
    taken = {mention.start for mention in before}
    times = [each for each in time_mentions(article.text, spans, published, ()) if each.start in taken]
    others = [entity for entity in analysis.entities if entity.category is not Category.DATE]
    entities = sorted((*others, *date_entities(article.text, times)), key=lambda entity: entity.mentions[0].start)
    return replace(analysis, entities=tuple(entities))


def _holding(paragraphs: Sequence[Paragraph], mentions: Iterable[Mention]) -> list[Paragraph]:
    """The paragraphs in which the mentions, which are in order, stand."""
    places = [bisect_right(paragraphs, mention.start, key=lambda each: each.start) - 1 for mention in mentions]
    return [paragraphs[place] for place in dict.fromkeys(places)]
