"""Gathers a dossier from the index and the texts of the library."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from newsreader.dossier.confirming import Confirmations
from newsreader.dossier.gathering import Gathering, sentence_at, source_of
from newsreader.dossier.knowing import known
from newsreader.dossier.model import Dossier
from newsreader.dossier.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from newsreader.annotations.events import NameKnown
    from newsreader.dossier.model import Sentence
    from newsreader.index.appearing import Appearance, Thing
    from newsreader.index.index import Index
    from newsreader.query.conditions import Condition
    from newsreader.store.library import Library

PIECE = 20
"""Articles that are read at once: so many are quicker than one by one, and few enough to stop between."""
DAYS = 7
"""Of a week; the first day of the calendar is a Monday."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Of what a dossier is to be."""

    thing: Thing
    condition: Condition | None = None
    """What its articles must have; None is all of them."""
    query: str = ""
    """What the condition was written as."""
    limit: int = -1
    """At most the newest so many of those that are left; below 0 all of them."""
    confirmed: bool = False
    """Whether only what the person confirmed is wanted."""
    bearer: NameKnown | None = None
    """One of its names, by which it is looked up where the index may have been made anew since `thing` was."""


class StoppedError(Exception):
    """Nobody wants the dossier any more."""


def gather(
    library: Library, index: Index, wanted: Wanted, progress: Callable[[int, int], object] = lambda *_: None
) -> Dossier:
    """The dossier that is wanted. May raise `IndexFileError` and `LibraryError`.

    `progress` is told after some articles how many have been read, and of how many; what it raises ends the work.
    """
    if wanted.bearer is not None:
        wanted = replace(wanted, thing=index.things.named(wanted.bearer) or wanted.thing)
    thing = wanted.thing
    confirmed = Confirmations(library, index) if wanted.confirmed else None
    gathered = Gathering(library, index, thing, confirmed=confirmed)
    appearances = _appearances(index, wanted, confirmed)
    for done, some in _pieces(appearances):
        gathered.add(some)
        progress(done, len(appearances))
    forms = Counter(form for each in gathered.appearances for form in each.forms)
    forms.pop(thing.name, None)
    return Dossier(
        id=thing.id,
        category=thing.category,
        name=thing.name,
        forms=tuple(form for form, _ in sorted(forms.items(), key=lambda each: (-each[1], each[0]))),
        scripts=scripts_of([thing.name, *forms]),
        reasons=tuple(_reasons(index, wanted)),
        namesakes=tuple(_namesakes(index, thing)),
        query=wanted.query,
        weeks=tuple(weeks_of(Counter(gathered.published))),
        mentions=tuple(gathered.mentions),
        timeline=tuple(sorted(gathered.dated, key=lambda each: (each.first, each.last))),
        company=gathered.company(),
        notes=tuple(sorted(gathered.notes, key=lambda each: each.created, reverse=True)),
        known=() if wanted.confirmed else known(library, index, thing, _first_day(gathered)),
        links=gathered.links(),
        entries=gathered.entries,
        confirmed=wanted.confirmed,
    )


def _appearances(index: Index, wanted: Wanted, confirmed: Confirmations | None) -> list[Appearance]:
    """Where it stands in the articles that are wanted, the newest first."""
    found = index.things.appearances(wanted.thing.id, wanted.condition)
    if confirmed is not None:
        found = [each for each in found if confirmed.has(wanted.thing, each)]
    if wanted.limit < 0:
        return found
    newest = {*[*dict.fromkeys(each.article for each in found)][: wanted.limit]}
    return [each for each in found if each.article in newest]


def _reasons(index: Index, wanted: Wanted) -> Iterator[str]:
    for each in index.things.reasons(wanted.thing.id):
        if each.sure:
            yield each.text
        elif not wanted.confirmed:
            yield f"{each.text} (likely)"


def _first_day(gathered: Gathering) -> str:
    return min((each.day for each in gathered.sources.values()), default="")


def _namesakes(index: Index, thing: Thing) -> Iterator[str]:
    """Others of the name, with their numbers and what articles tell them apart by."""
    for each in index.things.apart(thing.id):
        why = index.things.why_apart(thing.id, each.id)
        yield f"{each.name} ({each.id}{f': {why}' if why else ''})"


def mentions(library: Library, index: Index, thing: Thing, condition: Condition | None = None) -> Iterator[Sentence]:
    """Every mention of a thing in its sentence, the newest first, in the articles that a condition finds."""
    texts = Texts(library)
    for _, some in _pieces(index.things.appearances(thing.id, condition)):
        found = texts.of([each.article for each in some])
        for each in some:
            if (text := found.get(each.article)) is not None:
                source = source_of(each.article, text.article, each.day)
                places = (place for place in each.places if place[1] <= len(text.article.text))
                yield from (sentence_at(source, text, start, end) for start, end, _ in places)


def _pieces(appearances: Sequence[Appearance]) -> Iterator[tuple[int, Sequence[Appearance]]]:
    """A few at a time, each time with how many these and those before are."""
    for start in range(0, len(appearances), PIECE):
        some = appearances[start : start + PIECE]
        yield start + len(some), some


def scripts_of(names: Iterable[str]) -> tuple[str, ...]:
    """The scripts in which names are written, by Unicode, the most frequent first."""
    counts = Counter(
        unicodedata.name(letter, "").partition(" ")[0].title() for name in names for letter in name if letter.isalpha()
    )
    return tuple(script for script, _ in counts.most_common() if script)


def weeks_of(days: Mapping[date, int]) -> Iterator[tuple[str, int]]:
    """How many articles of these days are in each week, from the first to the last, each by its Monday in ISO 8601."""
    weeks: Counter[int] = Counter()
    for day, count in days.items():
        number = day.toordinal()
        weeks[number - (number - 1) % DAYS] += count
    for week in range(min(weeks, default=0), max(weeks, default=-1) + 1, DAYS):
        yield str(date.fromordinal(week)), weeks[week]
