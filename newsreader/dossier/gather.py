"""Gathers a dossier from the index and the texts of the library."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.dossier.model import Companion, Dated, Dossier, OwnNote, Sentence, Source
from newsreader.languages.names import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreader.annotations.model import Annotation
    from newsreader.article import Article
    from newsreader.index.appearing import Appearance, Thing
    from newsreader.index.index import Index
    from newsreader.query.conditions import Condition
    from newsreader.store.library import Library
    from newsreader.store.records import ArticleRecord

LONGEST = 500
"""Code points on each side of a place within which its sentence is looked for."""


def gather(
    library: Library, index: Index, thing: Thing, condition: Condition | None = None, query: str = "", limit: int = -1
) -> Dossier:
    """The dossier of a thing in the articles that a condition finds, at most the `limit` newest of them.

    `query` is what the condition was written as. May raise `IndexFileError` and `LibraryError`.
    """
    gathered = _Gathered(library, index, thing)
    for appearance in index.things.appearances(thing.id, condition, limit):
        gathered.add(appearance)
    forms = Counter(form for each in gathered.appearances for form in each.forms)
    forms.pop(thing.name, None)
    reasons = [f"{each.text}{'' if each.sure else ' (likely)'}" for each in index.things.reasons(thing.id)]
    return Dossier(
        id=thing.id,
        category=thing.category,
        name=thing.name,
        forms=tuple(form for form, _ in sorted(forms.items(), key=lambda each: (-each[1], each[0]))),
        scripts=_scripts([thing.name, *forms]),
        reasons=tuple(reasons),
        namesakes=tuple(f"{each.name} ({each.id})" for each in index.things.apart(thing.id)),
        query=query,
        weeks=tuple(_weeks(gathered.published)),
        mentions=tuple(gathered.mentions),
        timeline=tuple(sorted(gathered.dated, key=lambda each: (each.first, each.last))),
        company=gathered.company(),
        notes=tuple(sorted(gathered.notes, key=lambda each: each.created, reverse=True)),
    )


def mentions(library: Library, index: Index, thing: Thing, condition: Condition | None = None) -> Iterator[Sentence]:
    """Every mention of a thing in its sentence, the newest first, in the articles that a condition finds."""
    for appearance in index.things.appearances(thing.id, condition):
        record = library.latest(appearance.article)
        if record is not None:
            article = library.stored(record)
            source = source_of(record.id, article, appearance.day)
            places = (place for place in appearance.places if place[1] <= len(article.text))
            yield from (sentence_at(source, article, start, end) for start, end, _ in places)


@dataclass(slots=True)
class _Met:
    """A companion so far."""

    thing: Thing
    proof: Sentence
    paragraphs: int = 0
    articles: set[int] = field(default_factory=set)


class _Gathered:
    """What was found so far."""

    def __init__(self, library: Library, index: Index, thing: Thing) -> None:
        self._library = library
        self._index = index
        self._thing = thing
        self.appearances: list[Appearance] = []
        self.sources: dict[int, Source] = {}
        self.published: list[date] = []
        self.mentions: list[Sentence] = []
        self.dated: list[Dated] = []
        self.notes: list[OwnNote] = []
        self._met: dict[int, _Met] = {}
        with library.reading() as unit:
            self._written_on = {each.article for each in unit.journal.streams()}

    def add(self, appearance: Appearance) -> None:
        """Add what one article says; it comes after those that are newer."""
        record = self._library.latest(appearance.article)
        if record is None:
            return
        article = self._library.stored(record)
        if record.id not in self.sources and article.metadata.published:
            self.published.append(article.metadata.published)
        source = self.sources.setdefault(record.id, source_of(record.id, article, appearance.day))
        self.appearances.append(appearance)
        sentences: dict[tuple[int, int], None] = {}
        for start, end, _ in appearance.places:
            if end <= len(article.text):
                sentences.setdefault(_bounds(article, start, end))
                self.mentions.append(sentence_at(source, article, start, end))
        self._add_dates(source, article, sentences)
        self._add_company(source, article, appearance, sentences)
        if record.id in self._written_on:
            self._add_notes(source, article, record, sentences)

    def _add_dates(self, source: Source, article: Article, sentences: Iterable[tuple[int, int]]) -> None:
        times = self._index.things.times(source.id)
        starts = [each.start for each in times]
        for start, end in sentences:
            for time in times[bisect_left(starts, start) : bisect_left(starts, end)]:
                place = sentence_at(source, article, time.start, time.end)
                self.dated.append(Dated(time.first, time.last, time.doubt, place))

    def _add_company(
        self, source: Source, article: Article, appearance: Appearance, sentences: Iterable[tuple[int, int]]
    ) -> None:
        own = {paragraph for _, _, paragraph in appearance.places}
        for thing, here in self._index.things.in_article(source.id):
            shared = [place for place in here.places if place[2] in own]
            if thing.id == self._thing.id or not shared:
                continue
            if thing.id not in self._met:
                beside = (place for place in shared if any(first <= place[0] < last for first, last in sentences))
                start, end, _ = next(beside, shared[0])
                self._met[thing.id] = _Met(thing, sentence_at(source, article, start, end))
            self._met[thing.id].paragraphs += len({paragraph for _, _, paragraph in shared})
            self._met[thing.id].articles.add(source.id)

    def _add_notes(
        self, source: Source, article: Article, record: ArticleRecord, sentences: Iterable[tuple[int, int]]
    ) -> None:
        from newsreader.annotations.notebook import Notebook

        names = {key(form) for each in self.appearances for form in (each.name, *each.forms)}
        for each in Notebook(self._library, record, article).annotations:
            if _is_about(each, names) or any(_touches(each, *span) for span in sentences):
                self.notes.append(OwnNote(source, each.kind.value, each.text, each.quote, each.created))

    def company(self) -> tuple[Companion, ...]:
        """Who was met, in most paragraphs first."""
        met = sorted(self._met.values(), key=lambda each: (-each.paragraphs, each.thing.name))
        return tuple(
            Companion(one.id, one.category, one.name, each.paragraphs, len(each.articles), each.proof)
            for each in met
            for one in [each.thing]
        )


def source_of(number: int, article: Article, day: str) -> Source:
    """An article as a dossier names it."""
    data = article.metadata
    location = data.url or article.origin.name
    return Source(number, article.called, data.source or data.agency or "", day, location)


def _bounds(article: Article, start: int, end: int) -> tuple[int, int]:
    """The sentence that holds a place, in code points, within its paragraph."""
    first, last = max(0, start - LONGEST), min(len(article.text), end + LONGEST)
    for paragraph in article.paragraphs:
        if paragraph.start <= start < paragraph.end:
            first, last = max(first, paragraph.start), max(end, min(last, paragraph.end))
            break
    return languages.of_article(article).sentences().at(article.text, start, first, last)


def sentence_at(source: Source, article: Article, start: int, end: int) -> Sentence:
    """The sentence of an article with a place in it, in code points."""
    first, last = _bounds(article, start, end)
    text = " ".join(article.text[first : max(last, end)].split())
    return Sentence(source, text, " ".join(article.text[start:end].split()), start, end)


def _is_about(annotation: Annotation, names: set[str]) -> bool:
    """Whether a note is on the thing itself: the id that it names is that of one of its names."""
    return annotation.entity is not None and key(annotation.entity.partition(":")[2].replace("-", " ")) in names


def _touches(annotation: Annotation, start: int, end: int) -> bool:
    if annotation.start is None or annotation.end is None:
        return False
    return annotation.start < end and annotation.end > start


def _scripts(names: Iterable[str]) -> tuple[str, ...]:
    counts = Counter(
        unicodedata.name(letter, "").partition(" ")[0].title() for name in names for letter in name if letter.isalpha()
    )
    return tuple(script for script, _ in counts.most_common() if script)


def _weeks(days: Iterable[date]) -> Iterator[tuple[str, int]]:
    """How many of the days are in each week, from the first to the last."""
    mondays = Counter(day - timedelta(days=day.weekday()) for day in days)
    if mondays:
        week, last = min(mondays), max(mondays)
        while week <= last:
            yield str(week), mondays[week]
            week += timedelta(days=7)
