"""Going on from an entry: to its article at its place, with the name active there and its other articles beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsreader.index.found import Anchor, Order
from newsreader.query.conditions import Field, Term, every
from newsreader.query.fields import FIELD_OF
from newsreader.query.printing import written
from newsreader.store.errors import LibraryError
from tui.reader.list_walk import ListWalk
from tui.reader.opened import remember

if TYPE_CHECKING:
    from newsreader.index.appearing import Thing
    from newsreader.index.index import Index
    from newsreader.query.conditions import Condition
    from newsreader.store.library import Library
    from tui.dossier.entries import Place
    from tui.reader.opened import Opened
    from tui.reader.session import Session


@dataclass(frozen=True, slots=True)
class Ready:
    """An article that can be opened."""

    opened: Opened
    walk: ListWalk | None
    passage: str | None
    """The id of the annotation to open it at."""

    def session(self, session: Session) -> Session:
        """The session of its reader."""
        article = self.opened.reading.article
        session = replace(session, locations=[article.origin.name], load=lambda _: article, unreadable={})
        return replace(session, first=self.opened, walk=self.walk, passage=self.passage, lesson=None)


def asked_for(thing: Thing, condition: Condition | None) -> Condition:
    """What finds the articles of a thing among those that a condition finds."""
    named = Field(FIELD_OF[thing.category], (Term(thing.name, whole=True),))
    return named if condition is None else every((named, condition)) or named


def query_for(thing: Thing) -> str:
    """What finds its articles, as it is typed."""
    return written(asked_for(thing, None))


def load(library: Library, thing: Thing, condition: Condition | None, place: Place, index: Index) -> Ready | str:
    """The article of a place, or why it cannot be opened; called in the thread that asks the index."""
    try:
        record = library.latest(place.article)
        if record is None:
            return "The library has no such article any more."
        opened = remember(library, library.stored(record))
    except LibraryError as error:
        return str(error)
    if place.annotation:
        return Ready(opened, None, place.annotation)
    asked = asked_for(thing, condition)
    found = index.search.window(asked, Order.NEWEST, Anchor(place.day, place.article + 1), 1)
    here = [each for each in found if each.id == place.article]
    return Ready(opened, ListWalk(asked, Order.NEWEST, here[0], place.start) if here else None, None)
