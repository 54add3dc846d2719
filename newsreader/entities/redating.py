"""The dates of an article counted from another day than it states, without a model."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.entities.doubts import with_doubts
from newsreader.entities.timeline import date_entities
from newsreader.entity import Category

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from newsreader.article import Article
    from newsreader.entity import Analysis, Entity, Mention


def redated(analysis: Analysis, article: Article, published: date | None) -> Analysis:
    """`analysis` of `article` with its time expressions resolved from `published`, which is certain.

    Which expressions there are does not change, nor do the names. Linear in the number of dates: a third of a second
    for the 7,000 of a text of 250,000 words.
    """
    starts = sorted(mention.start for entity in analysis.entities for mention in _dates(entity))
    language = languages.of_article(article)
    times = language.times().read_again(article.text, _places(article, starts), published)
    mentions = with_doubts(article.text, [time.mention() for time in times], "")
    dates = date_entities(article.text, mentions, language.names())
    others = [entity for entity in analysis.entities if entity.category is not Category.DATE]
    entities = sorted((*others, *dates), key=lambda entity: entity.mentions[0].start)
    return replace(analysis, entities=tuple(entities))


def _dates(entity: Entity) -> tuple[Mention, ...]:
    return entity.mentions if entity.category is Category.DATE else ()


def _places(article: Article, starts: Iterable[int]) -> list[tuple[int, int, list[int]]]:
    """The paragraphs in which the offsets lie, which are in order, each with its offsets."""
    paragraphs = article.paragraphs
    place_of = lambda start: bisect_right(paragraphs, start, key=lambda each: each.start) - 1  # noqa: E731
    groups = [(paragraphs[place], list(inside)) for place, inside in groupby(starts, place_of)]
    return [(paragraph.start, paragraph.end, inside) for paragraph, inside in groups]
