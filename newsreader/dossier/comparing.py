"""Several things beside each other: the articles and paragraphs where all of them meet, and where each is alone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.dossier.gathering import sentence_at, source_of
from newsreader.dossier.model import Dated, Sentence, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsreader.entity import Category
    from newsreader.index.appearing import Thing
    from newsreader.index.index import Index
    from newsreader.query.conditions import Condition
    from newsreader.store.library import Library

    Places = list[tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class Meeting:
    """An article in which all of them stand."""

    source: Source
    paragraphs: int
    """How many paragraphs have all of them; 0 if they never stand in the same."""
    sentences: tuple[Sentence, ...]
    """Of the first of these paragraphs, or else where each stands first: the sentences with them, in order."""
    dates: tuple[Dated, ...]
    """The dates of these paragraphs, in order of the text."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One of them."""

    id: int
    """What the index knows it by."""
    category: Category
    name: str
    articles: int
    """How many it stands in."""
    alone: tuple[Source, ...]
    """Those in which none of the others stands, the newest first."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two or more things over all articles, or over those that a query finds."""

    query: str
    """Which articles were looked at; empty for all."""
    things: tuple[Compared, ...]
    meetings: tuple[Meeting, ...]
    """The newest first."""


def compare(
    library: Library, index: Index, things: Sequence[Thing], condition: Condition | None = None, query: str = ""
) -> Comparison:
    """Where things meet, and where each is alone, in the articles that a condition finds.

    `query` is what the condition was written as. May raise `IndexFileError` and `LibraryError`.
    """
    places = [_places(index, each, condition) for each in things]
    days = {article: day for found in places for article, (day, _) in found.items()}
    newest = sorted(days, key=lambda article: (days[article], article), reverse=True)
    having = {article: [number for number, found in enumerate(places) if article in found] for article in newest}
    together = [article for article in newest if len(having[article]) == len(things)]
    return Comparison(
        query=query,
        things=tuple(
            Compared(
                *(each.id, each.category, each.name, len(places[number])),
                tuple(_sources(library, (article for article in newest if having[article] == [number]), days)),
            )
            for number, each in enumerate(things)
        ),
        meetings=tuple(_meetings(library, index, together, days, places)),
    )


def _places(index: Index, thing: Thing, condition: Condition | None) -> dict[int, tuple[str, Places]]:
    """The day of each article in which a thing stands, and where it stands there."""
    found: dict[int, tuple[str, Places]] = {}
    for each in index.things.appearances(thing.id, condition):
        found.setdefault(each.article, (each.day, []))[1].extend(each.places)
    return found


def _sources(library: Library, articles: Iterable[int], days: Mapping[int, str]) -> Iterator[Source]:
    for number in articles:
        record = library.latest(number)
        if record is not None:
            yield source_of(number, library.stored(record), days[number])


def _meetings(
    library: Library,
    index: Index,
    articles: Iterable[int],
    days: Mapping[int, str],
    places: Sequence[dict[int, tuple[str, Places]]],
) -> Iterator[Meeting]:
    for number in articles:
        record = library.latest(number)
        if record is None:
            continue
        article = library.stored(record)
        source = source_of(number, article, days[number])
        paragraphs = [_by_paragraph(found[number][1]) for found in places]
        shared = sorted(set.intersection(*map(set, paragraphs)))
        firsts = [each[shared[0] if shared else min(each)][0] for each in paragraphs]
        sentences = (sentence_at(source, article, start, end) for start, end in sorted(firsts))
        bounds = [(article.paragraphs[each].start, article.paragraphs[each].end) for each in shared]
        dates = tuple(
            Dated(time.first, time.last, time.doubt, sentence_at(source, article, time.start, time.end))
            for time in index.things.times(number)
            if any(start <= time.start < end for start, end in bounds)
        )
        yield Meeting(source, len(shared), tuple({each.text: each for each in sentences}.values()), dates)


def _by_paragraph(places: Places) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for start, end, paragraph in sorted(places):
        found[paragraph].append((start, end))
    return found
