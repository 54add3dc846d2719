"""Who appears with whom in an article, by paragraph, and which dates stand in the sentences of an entity.

Pure functions over an analysis, the same for the same input. What is asked about one entity costs time in proportion
to the mentions of the article; pairs are looked for among the entities that stand in most paragraphs only.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from operator import attrgetter
from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.entity import Category

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsreader.article import Article, Paragraph
    from newsreader.entity import Entity, Mention

MOST = 100
"""So many entities, those in most paragraphs, are paired with one another."""
REACH = 500
"""Code points on each side of a mention within which its sentence is looked for."""

Presence = dict[str, tuple[int, ...]]
"""The paragraphs (indices, in order) in which each entity stands, by its id, in order of first mention."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities, by their ids, and the paragraphs (indices, in order) in which both stand."""

    one: str
    other: str
    paragraphs: tuple[int, ...]


def presence(entities: Iterable[Entity], paragraphs: Sequence[Paragraph]) -> Presence:
    """Where each person, place and organisation stands; dates are left out."""
    starts = [paragraph.start for paragraph in paragraphs]
    return {
        entity.id: tuple(dict.fromkeys(bisect_right(starts, mention.start) - 1 for mention in entity.mentions))
        for entity in entities
        if entity.category is not Category.DATE
    }


def company_of(entity_id: str, known: Mapping[str, Sequence[int]]) -> tuple[Pair, ...]:
    """With whom an entity appears: those it shares most paragraphs with first, then by where they first meet."""
    own = set(known.get(entity_id, ()))
    shared = (
        Pair(entity_id, other, tuple(place for place in places if place in own))
        for other, places in known.items()
        if other != entity_id
    )
    return _ordered(pair for pair in shared if pair.paragraphs)


def pairs(known: Mapping[str, Sequence[int]], most: int = MOST) -> tuple[Pair, ...]:
    """Who appears with whom among the `most` entities that stand in most paragraphs, in the same order."""
    frequent = set(sorted(known, key=lambda each: -len(known[each]))[:most])
    present: dict[int, list[str]] = defaultdict(list)
    for entity_id, places in known.items():
        if entity_id in frequent:
            for place in places:
                present[place].append(entity_id)
    shared: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place in sorted(present):
        for couple in combinations(present[place], 2):
            shared[couple].append(place)
    return _ordered(Pair(one, other, tuple(places)) for (one, other), places in shared.items())


def mentions_of(pair: Pair, entities: Iterable[Entity], paragraphs: Sequence[Paragraph]) -> list[Mention]:
    """The mentions of both in the paragraphs they share, in order of position."""
    starts, shared = [paragraph.start for paragraph in paragraphs], set(pair.paragraphs)
    both = (entity for entity in entities if entity.id in (pair.one, pair.other))
    found = (each for entity in both for each in entity.mentions if bisect_right(starts, each.start) - 1 in shared)
    return sorted(found, key=attrgetter("start"))


def dates_beside(article: Article, entity: Entity, entities: Iterable[Entity]) -> Iterator[Mention]:
    """The dates in the sentences that name the entity, in order, each value once.

    They are looked for as they are taken, so that the first few of a long article come at once.
    """
    starts = [mention.start for mention in entity.mentions]
    others = (each for each in entities if each.category is Category.DATE and each.id != entity.id)
    known: set[str] = set()
    for date in sorted((each for other in others for each in other.mentions), key=attrgetter("start")):
        near = bisect_left(starts, date.start - REACH)
        if date.time is None or date.time.value in known or near == len(starts) or starts[near] > date.end + REACH:
            continue
        start, end = sentence_of(article, date)
        if bisect_left(starts, start) < bisect_left(starts, end):
            known.add(date.time.value)
            yield date


def sentence_of(article: Article, mention: Mention) -> tuple[int, int]:
    """The sentence that holds a mention, in code points, end exclusive; within `REACH` of it and its paragraph."""
    place = bisect_right(article.paragraphs, mention.start, key=attrgetter("start")) - 1
    start, end = max(0, mention.start - REACH), min(len(article.text), mention.end + REACH)
    if place >= 0 and mention.start < article.paragraphs[place].end:
        start, end = max(start, article.paragraphs[place].start), min(end, article.paragraphs[place].end)
    return languages.of_article(article).sentences().at(article.text, mention.start, start, max(end, mention.end))


def _ordered(found: Iterable[Pair]) -> tuple[Pair, ...]:
    return tuple(sorted(found, key=lambda pair: (-len(pair.paragraphs), pair.paragraphs[0])))
