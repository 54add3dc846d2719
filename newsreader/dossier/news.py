"""What is new since a moment: names never seen before, what has risen, watched names, stories that grew.

`Numbers` has it by numbers, which costs little, and `News` by name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsreader.dossier import rising
from newsreader.dossier.watching import things_watched
from newsreader.index.lately import Came, Span
from newsreader.query.fields import ARTICLES
from newsreader.query.parser import parse
from newsreader.store.records import LAST_VISIT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsreader.dossier.rising import Rise
    from newsreader.index.index import Index
    from newsreader.index.lately import Counted, Grown, Lately
    from newsreader.store.library import Library
    from newsreader.store.records import SavedSearch

EVER = "0001-01-01T00:00:00"
"""A moment before all others: since then, everything is new."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is new, by the numbers that the index and the library know it by."""

    since: str
    """ISO 8601 in UTC."""
    came: Came
    """What came in and was read for names."""
    new: frozenset[int]
    """Names that no article had before."""
    risen: Mapping[int, Rise]
    """Names, the least likely rise first."""
    watched: frozenset[int]
    """The names that are watched, in what came in or not."""
    searches: Mapping[int, Rise]
    """Saved searches, in their order."""
    grown: tuple[Grown, ...]


@dataclass(frozen=True, slots=True)
class Risen:
    """A name that stands in more articles than usual."""

    counted: Counted
    rise: Rise


@dataclass(frozen=True, slots=True)
class RisenSearch:
    """A saved search that finds more articles than usual."""

    search: SavedSearch
    rise: Rise


@dataclass(frozen=True, slots=True)
class News:
    """What is new, by name."""

    since: str
    """ISO 8601 in UTC."""
    articles: int
    """Those that came in and were read for names."""
    new: tuple[Counted, ...]
    """Names that no article had before, those in most articles first."""
    risen: tuple[Risen, ...]
    """The least likely first."""
    watched: tuple[Counted, ...]
    searches: tuple[RisenSearch, ...]
    grown: tuple[Grown, ...]


def last_visit(library: Library) -> str | None:
    """When the library was left last (ISO 8601 in UTC); None if it never was, or if that cannot be read."""
    moment = library.setting(LAST_VISIT)
    try:
        return moment and f"{date.fromisoformat(moment[:10])}{moment[10:]}"
    except ValueError:
        return None


def numbers(library: Library, index: Index, since: str) -> Numbers:
    """What is new since a moment (ISO 8601 in UTC). May raise `IndexFileError`, `Interrupted` and `LibraryError`."""
    lately = index.lately
    came = lately.came(Span(since))
    return Numbers(
        since=since,
        came=came,
        new=frozenset(lately.new(came)),
        risen=_risen(lately, since),
        watched=frozenset(each.id for each in things_watched(library, index)),
        searches=_risen_searches(lately, since, _searches(library)),
        grown=tuple(lately.grown(since)),
    )


def watched_alone(library: Library, index: Index) -> Numbers:
    """The names that are watched, where there is no moment since which anything could be new."""
    watched = frozenset(each.id for each in things_watched(library, index))
    return Numbers("", Came(0, {}), frozenset(), {}, watched, {}, ())


def news(library: Library, index: Index, since: str) -> News:
    """What is new since a moment (ISO 8601 in UTC). May raise `IndexFileError`, `Interrupted` and `LibraryError`.

    A search that somebody removed while this was found out is left out.
    """
    found, lately = numbers(library, index, since), index.lately
    names = {each.thing.id: each for each in lately.counted(found.came, found.risen)}
    searches = {each.id: each for each in _searches(library)}
    return News(
        since=since,
        articles=found.came.articles,
        new=tuple(lately.counted(found.came, found.new)),
        risen=tuple(Risen(names[number], rise) for number, rise in found.risen.items()),
        watched=tuple(lately.counted(found.came, found.watched)),
        searches=tuple(RisenSearch(searches[each], rise) for each, rise in found.searches.items() if each in searches),
        grown=found.grown,
    )


def _searches(library: Library) -> list[SavedSearch]:
    with library.reading() as unit:
        return unit.searches.all()


def _spans(since: str) -> tuple[Span, Span]:
    """What is recent and what is usual; articles of earlier days that came in late are neither, as they are no news."""
    day = date.fromisoformat(since[:10])
    usual = Span(since, str(_moved(day, -rising.USUAL)), str(_moved(day, 1)), before=True)
    return Span(since, str(day)), usual


def _risen(lately: Lately, since: str) -> dict[int, Rise]:
    recent, usual = map(lately.came, _spans(since))
    found = {
        number: rising.rise(count, recent.articles, usual.names.get(number, 0), usual.articles)
        for number, count in recent.names.items()
    }
    risen = {number: rise for number, rise in found.items() if rise is not None}
    return dict(sorted(risen.items(), key=lambda each: (each[1].chance, -each[1].articles, each[0])))


def _risen_searches(lately: Lately, since: str, searches: Sequence[SavedSearch]) -> dict[int, Rise]:
    recent, usual = _spans(since)
    totals = lately.count(recent), lately.count(usual)
    known = {each.name: each.query for each in searches}
    found: dict[int, Rise] = {}
    for each in searches:
        condition = parse(each.query, ARTICLES, searches=known).condition
        count = lately.count(recent, condition)
        if count >= rising.FEWEST and (
            rise := rising.rise(count, totals[0], lately.count(usual, condition), totals[1])
        ):
            found[each.id] = rise
    return found


def _moved(day: date, days: int) -> date:
    """The day so many days later, or the last or first that there is."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
