"""Gathers what articles say of one thing, article by article, from the index and the texts of the library."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import combinations
from typing import TYPE_CHECKING

from newsreader.dossier.entering import own_entries
from newsreader.dossier.model import Companion, Dated, Link, OwnNote, Sentence, Source
from newsreader.dossier.texts import Texts
from newsreader.languages.names import key

if TYPE_CHECKING:
    from collections.abc import Container, Sequence
    from datetime import date

    from newsreader.annotations.model import Annotation
    from newsreader.article import Article
    from newsreader.dossier.confirming import Confirmations
    from newsreader.dossier.texts import Text
    from newsreader.index.appearing import Appearance, Places, Thing, TimeIn
    from newsreader.index.index import Index
    from newsreader.store.library import Library

LINKED = 40
"""Of so many of its company, those in most paragraphs, it is looked who meets whom."""


class Part(Enum):
    """What a dossier is made of."""

    MENTIONS = auto()
    TIMELINE = auto()
    COMPANY = auto()
    NOTES = auto()


class _Sentences:
    """The sentences with a thing in one article."""

    def __init__(self, text: Text, places: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.places = places
        """Where the thing stands, in order."""

    @property
    def spans(self) -> list[tuple[int, int]]:
        """All of them, each once."""
        return [*dict.fromkeys(self.text.sentence(*place) for place in self.places)]

    def is_in(self, first: int, last: int) -> bool:
        """Whether the thing stands in a stretch of the text."""
        return any(first <= start < last for start, _ in self.places)


@dataclass(slots=True)
class _Met:
    """A companion so far."""

    thing: Thing
    proof: Sentence
    paragraphs: set[tuple[int, int]] = field(default_factory=set)
    """The shared ones, each by its article and its place there."""

    @property
    def articles(self) -> int:
        """How many articles these are in."""
        return len({article for article, _ in self.paragraphs})


class Gathering:
    """What was found so far of some parts of a dossier."""

    def __init__(
        self,
        library: Library,
        index: Index,
        thing: Thing,
        parts: Container[Part] = frozenset(Part),
        confirmed: Confirmations | None = None,
        texts: Texts | None = None,
    ) -> None:
        """Begin with nothing; of other parts than those nothing is gathered.

        With `confirmed`, only what the person confirmed of the thing and of its company. `texts` are those that others
        who gather have at hand, too.
        """
        self._library = library
        self._texts = texts or Texts(library)
        self._index = index
        self.thing = thing
        self._parts = parts
        self._confirmed = confirmed
        self.appearances: list[Appearance] = []
        self.sources: dict[int, Source] = {}
        self.published: list[date] = []
        self.mentions: list[Sentence] = []
        self.dated: list[Dated] = []
        self.notes: list[OwnNote] = []
        self._met: dict[int, _Met] = {}
        self._known: dict[int, Thing] = {}
        """By their numbers, those that were looked up."""
        self.entries = own_entries(library, index, thing) if Part.TIMELINE in parts else ()
        """The person’s own in the timeline."""
        self._written_on = written_on(library) if Part.NOTES in parts else frozenset[int]()

    def add(self, appearances: Sequence[Appearance]) -> None:
        """Add what some articles say, which come after those that are newer; so few that they are held at once.

        Where this is interrupted, nothing of them was added.
        """
        if self._confirmed is not None:
            appearances = [each for each in appearances if self._confirmed.has(self.thing, each)]
        numbers = [*dict.fromkeys(each.article for each in appearances)]
        texts = self._texts.of(numbers)
        times = self._index.things.times(numbers) if Part.TIMELINE in self._parts else {}
        beside = self._beside(appearances) if Part.COMPANY in self._parts else {}
        for each in appearances:
            if each.article in texts:
                self._add(each, texts[each.article], times.get(each.article, ()), beside.get(each.article, ()))

    def _beside(self, appearances: Sequence[Appearance]) -> dict[int, list[tuple[int, Places]]]:
        """Who stands in the same paragraphs, and where, by the numbers of the articles."""
        own: dict[int, set[int]] = defaultdict(set)
        for each in appearances:
            own[each.article].update(paragraph for _, _, paragraph in each.places)
        found = self._index.things.beside(own)
        if self._confirmed is not None:
            for article, there in found.items():
                confirmed = self._confirmed_in(article, self._confirmed)
                found[article] = [each for each in there if each[0] in confirmed]
        met = {number for there in found.values() for number, _ in there}
        self._known |= self._index.things.several(met - self._known.keys())
        return found

    def _confirmed_in(self, article: int, confirmed: Confirmations) -> set[int]:
        return {thing.id for thing, here in self._index.things.in_article(article) if confirmed.has(thing, here)}

    def _add(
        self,
        appearance: Appearance,
        text: Text,
        times: Sequence[TimeIn],
        beside: Sequence[tuple[int, Places]],
    ) -> None:
        record, article = text.record, text.article
        if record.id not in self.sources and article.metadata.published:
            self.published.append(article.metadata.published)
        source = self.sources.setdefault(record.id, source_of(record.id, article, appearance.day))
        self.appearances.append(appearance)
        sentences = _Sentences(text, [place[:2] for place in appearance.places if place[1] <= len(article.text)])
        if Part.MENTIONS in self._parts:
            self.mentions += [sentence_at(source, text, *place) for place in sentences.places]
        if times:
            self._add_dates(source, sentences, times)
        if beside:
            self._add_company(source, appearance, sentences, beside)
        if record.id in self._written_on:
            self._add_notes(source, sentences)

    def _add_dates(self, source: Source, sentences: _Sentences, times: Sequence[TimeIn]) -> None:
        starts = [each.start for each in times]
        for start, end in sentences.spans:
            for time in times[bisect_left(starts, start) : bisect_left(starts, end)]:
                place = sentence_at(source, sentences.text, time.start, time.end, (start, end))
                self.dated.append(Dated(time.first, time.last, time.doubt, place))

    def _add_company(
        self, source: Source, appearance: Appearance, sentences: _Sentences, beside: Sequence[tuple[int, Places]]
    ) -> None:
        own = {paragraph for _, _, paragraph in appearance.places}
        for number, places in beside:
            thing = self._known.get(number)
            shared = [place for place in places if place[2] in own]
            if thing is None or number == self.thing.id or not shared:
                continue
            if number not in self._met:
                self._met[number] = _Met(thing, _proof(source, shared, sentences))
            self._met[number].paragraphs.update((source.id, paragraph) for _, _, paragraph in shared)

    def _add_notes(self, source: Source, sentences: _Sentences) -> None:
        from newsreader.annotations.notebook import Notebook

        text = sentences.text
        names = {key(form) for each in self.appearances for form in (each.name, *each.forms)}
        for each in Notebook(self._library, text.record, text.article).annotations:
            if is_about(each, names) or any(touches(each, *span) for span in sentences.spans):
                self.notes.append(OwnNote(source, each.id, each.kind.value, each.text, each.quote, each.created))

    def company(self) -> tuple[Companion, ...]:
        """Who was met, in most paragraphs first."""
        return tuple(
            Companion(one.id, one.category, one.name, len(each.paragraphs), each.articles, each.proof)
            for each in self._in_order()
            for one in [each.thing]
        )

    def links(self) -> tuple[Link, ...]:
        """Who of those that were met in most paragraphs share them, the most frequent first."""
        found = []
        for one, other in combinations(self._in_order()[:LINKED], 2):
            shared = one.paragraphs & other.paragraphs
            if shared:
                newest = max(
                    (self.sources[article] for article, _ in shared), key=lambda source: (source.day, source.id)
                )
                found.append(Link(one.thing.id, other.thing.id, len(shared), newest))
        return tuple(sorted(found, key=lambda each: -each.paragraphs))

    def _in_order(self) -> list[_Met]:
        return sorted(self._met.values(), key=lambda each: (-len(each.paragraphs), each.thing.name, each.thing.id))


def written_on(library: Library) -> frozenset[int]:
    """The numbers of the articles on which the person wrote something."""
    with library.reading() as unit:
        return frozenset(each.article for each in unit.journal.streams() if each.article is not None)


def source_of(number: int, article: Article, day: str) -> Source:
    """An article, by its number in the library, as a dossier names it."""
    data = article.metadata
    location = data.url or article.origin.name
    return Source(number, article.called, data.source or data.agency or "", day, location)


def sentence_at(source: Source, text: Text, start: int, end: int, within: tuple[int, int] | None = None) -> Sentence:
    """The sentence of a place, in code points; `within` is where it begins and ends, if it is to be another one."""
    first, last = within or text.sentence(start, end)
    whole = text.article.text
    before, words, behind = whole[first:start], whole[start:end], whole[end : max(last, end)]
    at = len(" ".join(f"{before}.".split())) - 1
    return Sentence(source, " ".join(f"{before}{words}{behind}".split()), " ".join(words.split()), at, start, end)


def _proof(source: Source, shared: Sequence[tuple[int, int, int]], sentences: _Sentences) -> Sentence:
    """The sentence of the first of these places with the thing in it, or else of the first of all."""
    found: list[Sentence] = []
    for start, end, _ in shared:
        found.append(sentence_at(source, sentences.text, start, end))
        if sentences.is_in(*sentences.text.sentence(start, end)):
            return found[-1]
    return found[0]


def is_about(annotation: Annotation, names: set[str]) -> bool:
    """Whether a note is on the thing itself: the id that it names is that of one of its names."""
    return annotation.entity is not None and key(annotation.entity.partition(":")[2].replace("-", " ")) in names


def touches(annotation: Annotation, start: int, end: int) -> bool:
    """Whether something is written on a span, in code points, or on a part of it."""
    if annotation.start is None or annotation.end is None:
        return False
    return annotation.start < end and annotation.end > start
