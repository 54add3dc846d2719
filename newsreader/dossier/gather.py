"""Gathers a dossier from the index and the texts of the library."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsreader.dossier.gathering import Gathering, sentence_at, source_of
from newsreader.dossier.knowing import known
from newsreader.dossier.model import Dossier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newsreader.dossier.model import Sentence
    from newsreader.index.appearing import Thing
    from newsreader.index.index import Index
    from newsreader.query.conditions import Condition
    from newsreader.store.library import Library


def gather(
    library: Library, index: Index, thing: Thing, condition: Condition | None = None, query: str = "", limit: int = -1
) -> Dossier:
    """The dossier of a thing in the articles that a condition finds, at most the `limit` newest of them.

    `query` is what the condition was written as. May raise `IndexFileError` and `LibraryError`.
    """
    gathered = Gathering(library, index, thing)
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
        scripts=scripts_of([thing.name, *forms]),
        reasons=tuple(reasons),
        namesakes=tuple(f"{each.name} ({each.id})" for each in index.things.apart(thing.id)),
        query=query,
        weeks=tuple(weeks_of(Counter(gathered.published))),
        mentions=tuple(gathered.mentions),
        timeline=tuple(sorted(gathered.dated, key=lambda each: (each.first, each.last))),
        company=gathered.company(),
        notes=tuple(sorted(gathered.notes, key=lambda each: each.created, reverse=True)),
        known=known(library, index, thing, min((each.day for each in gathered.sources.values()), default="")),
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


def scripts_of(names: Iterable[str]) -> tuple[str, ...]:
    """The scripts in which names are written, by Unicode, the most frequent first."""
    counts = Counter(
        unicodedata.name(letter, "").partition(" ")[0].title() for name in names for letter in name if letter.isalpha()
    )
    return tuple(script for script, _ in counts.most_common() if script)


def weeks_of(days: Mapping[date, int]) -> Iterator[tuple[str, int]]:
    """How many articles of these days are in each week, from the first to the last, each by its Monday in ISO 8601."""
    mondays: Counter[date] = Counter()
    for day, count in days.items():
        mondays[day - timedelta(days=min(day.weekday(), (day - date.min).days))] += count
    if mondays:
        week, last = min(mondays), max(mondays)
        while week < last:
            yield str(week), mondays[week]
            week += timedelta(days=7)
        yield str(week), mondays[week]
