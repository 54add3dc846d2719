"""What is new in words, the same on the screen, in a terminal and in a mail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.counting import counted
from newsreader.dossier.news import EVER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.dossier.news import News
    from newsreader.dossier.rising import Rise
    from newsreader.index.lately import Counted, Grown
    from newsreader.store.records import SavedSearch


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is new."""

    name: str
    """As it was taken in."""
    much: str
    """How much there is of it."""
    about: Counted | Grown | SavedSearch


@dataclass(frozen=True, slots=True)
class Section:
    """Those of one kind."""

    heading: str
    items: tuple[Item, ...]
    total: int
    """How many there are, some of them perhaps left out."""


def sections(found: News, limit: int | None = None) -> list[Section]:
    """What is new, at most `limit` of each kind; kinds of which there is nothing are left out."""
    kinds: list[tuple[str, Iterable[Item]]] = [
        ("Watched", map(_named, found.watched)),
        ("Risen", (Item(x.counted.thing.name, in_words(x.rise), x.counted) for x in found.risen)),
        ("New names", map(_named, found.new)),
        ("Searches that rose", (Item(x.search.name, in_words(x.rise), x.search) for x in found.searches)),
        ("Stories that grew", (Item(x.title, f"{x.new} of {x.articles} new", x) for x in found.grown)),
    ]
    made = ((heading, tuple(items)) for heading, items in kinds)
    return [Section(heading, items[:limit], len(items)) for heading, items in made if items]


def head(found: News) -> str:
    """How many articles came in, and since when."""
    since = "" if found.since == EVER else f" since {found.since[:10]}"
    return f"{counted(found.articles, 'article')} came in{since}."


def in_words(rise: Rise) -> str:
    """In how many articles something is, and would usually be."""
    return f"{counted(rise.articles, 'article')}, usually {rise.expected:.1f}"


def _named(one: Counted) -> Item:
    return Item(one.thing.name, counted(one.articles, "article"), one)
