"""Several things beside each other: the articles and paragraphs where all of them meet, and where each is alone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from newsreader.dossier.gathering import sentence_at, source_of
from newsreader.dossier.model import Dated, Sentence, Source
from newsreader.dossier.texts import Text
from newsreader.index.numbering import article_of, day_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsreader.article import Article
    from newsreader.entity import Category
    from newsreader.index.appearing import Thing
    from newsreader.index.index import Index
    from newsreader.query.conditions import Condition
    from newsreader.store.library import Library
    from newsreader.store.records import ArticleRecord

    Places = list[tuple[int, int, int]]

_Read = TypeVar("_Read")


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


class Comparing:
    """Things beside each other, article by article, each by the number of its document in the index.

    Everything may raise `IndexFileError` and `LibraryError`.
    """

    def __init__(
        self, library: Library, index: Index, things: Sequence[Thing], condition: Condition | None = None
    ) -> None:
        """Find out where each stands in the articles that a condition finds."""
        self._library = library
        self._index = index
        self._things = things
        found = [index.standings.documents(each.id, condition) for each in things]
        sets = [{*each} for each in found]
        self.articles = [len(each) for each in found]
        """How many each stands in."""
        self.together = [each for each in found[0] if all(each in documents for documents in sets)]
        """The documents with all of them, the newest first."""
        self.alone = [[each for each in documents if sum(each in other for other in sets) == 1] for documents in found]
        """For each of them the documents in which none of the others stands, the newest first."""

    def source(self, document: int) -> Source | None:
        """The article of a document; None if the library has it no more."""
        record = self._library.latest(article_of(document))
        return self._source(document, self._library.stored(record)) if record else None

    def meeting(self, document: int) -> Meeting | None:
        """How all of them stand in the article of a document; None if the library has it no more."""
        record = self._library.latest(article_of(document))
        return self._meeting(document, record) if record else None

    def _meeting(self, document: int, record: ArticleRecord) -> Meeting:
        text = Text(record, self._library.stored(record))
        article = text.article
        source = self._source(document, article)
        paragraphs = [_by_paragraph(self._places(each, document, article)) for each in self._things]
        shared = sorted(set.intersection(*map(set, paragraphs)))
        firsts = [each[shared[0] if shared else min(each)][0] for each in paragraphs if each]
        sentences = (sentence_at(source, text, start, end) for start, end in sorted(firsts))
        bounds = [(article.paragraphs[each].start, article.paragraphs[each].end) for each in shared]
        dates = tuple(
            Dated(time.first, time.last, time.doubt, sentence_at(source, text, time.start, time.end))
            for time in self._index.things.times([source.id]).get(source.id, ())
            if any(start <= time.start < end for start, end in bounds)
        )
        return Meeting(source, len(shared), tuple({each.text: each for each in sentences}.values()), dates)

    def _places(self, thing: Thing, document: int, article: Article) -> Places:
        found = self._index.standings.appearances(thing.id, [document])
        return [place for each in found for place in each.places if place[1] <= len(article.text)]

    def _source(self, document: int, article: Article) -> Source:
        return source_of(article_of(document), article, day_of(document))


def compare(
    library: Library,
    index: Index,
    things: Sequence[Thing],
    condition: Condition | None = None,
    query: str = "",
    progress: Callable[[int, int], object] = lambda *_: None,
) -> Comparison:
    """Where things meet, and where each is alone, in the articles that a condition finds.

    `query` is what the condition was written as; `progress` is told after each article how many have been read, and of
    how many. May raise `IndexFileError` and `LibraryError`.
    """
    comparing = Comparing(library, index, things, condition)
    of = len(comparing.together) + sum(map(len, comparing.alone))
    done = 0

    def read(documents: Sequence[int], what: Callable[[int], _Read | None]) -> Iterator[_Read]:
        nonlocal done
        for document in documents:
            found = what(document)
            done += 1
            progress(done, of)
            if found is not None:
                yield found

    meetings = tuple(read(comparing.together, comparing.meeting))
    compared = (
        Compared(each.id, each.category, each.name, articles, tuple(read(alone, comparing.source)))
        for each, articles, alone in zip(things, comparing.articles, comparing.alone, strict=True)
    )
    return Comparison(query, tuple(compared), meetings)


def _by_paragraph(places: Places) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for start, end, paragraph in sorted(places):
        found[paragraph].append((start, end))
    return found
