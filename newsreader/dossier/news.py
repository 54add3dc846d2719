"""What is new since a moment: names never seen before, names that have risen, watched names, stories that grew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsreader.dossier import rising
from newsreader.dossier.watching import things_watched

if TYPE_CHECKING:
    from newsreader.index.index import Index
    from newsreader.index.lately import Counted, Grown
    from newsreader.store.library import Library


@dataclass(frozen=True, slots=True)
class Risen:
    """A name that stands in more articles than usual."""

    counted: Counted
    expected: float
    """In how many it would have stood as usual."""
    chance: float
    """How likely that many or more would be if nothing had changed."""


@dataclass(frozen=True, slots=True)
class News:
    """What is new."""

    since: str
    """ISO 8601 in UTC."""
    articles: int
    """Those that came in and were read for names."""
    new: tuple[Counted, ...]
    """Names that no article had before, those in most articles first."""
    risen: tuple[Risen, ...]
    """The least likely first."""
    watched: tuple[Counted, ...]
    grown: tuple[Grown, ...]


def news(library: Library, index: Index, since: str) -> News:
    """What is new since a moment (ISO 8601 in UTC). May raise `IndexFileError` and `LibraryError`."""
    lately = index.lately
    articles, _ = lately.came(since, "0001-01-01")
    of = [each.id for each in things_watched(library, index)]
    return News(
        since=since,
        articles=articles,
        new=tuple(sorted(lately.new(since), key=_place)),
        risen=tuple(_risen(index, since)),
        watched=tuple(sorted(lately.of(since, of), key=_place)),
        grown=tuple(lately.grown(since)),
    )


def _risen(index: Index, since: str) -> list[Risen]:
    """The names that have risen; articles of earlier days that came in late do not count, as they are no news."""
    day = date.fromisoformat(since[:10])
    articles, recent = index.lately.came(since, str(day))
    first, behind = _moved(day, -rising.USUAL), _moved(day, 1)
    usual_articles, usual = index.lately.before(since, str(first), str(behind))
    found = []
    for each in recent:
        counts = each.articles, articles, usual.get(each.thing.id, 0), usual_articles
        if rising.has_risen(*counts):
            found.append(Risen(each, rising.expected(*counts[1:]), rising.chance(*counts)))
    return sorted(found, key=lambda each: (each.chance, _place(each.counted)))


def _moved(day: date, days: int) -> date:
    """The day so many days later, or the last or first that there is."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def _place(counted: Counted) -> tuple[int, int, str]:
    return -counted.articles, -counted.thing.mentions, counted.thing.name
