"""A name or a day of the article in the other articles of the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from newsreader.counting import counted
from newsreader.entity import Category
from newsreader.index.content import days_of
from newsreader.query.conditions import Field, Term
from newsreader.query.fields import FIELD_OF
from newsreader.query.printing import written
from newsreader.store.errors import LibraryError
from tui.base.cell_text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.dossier.model import Subject
    from newsreader.entity import Entity
    from newsreader.index.index import Index
    from newsreader.store.library import Library

LOOKING = "looking through the library…"
"""What stands in place of the answer."""
NOT_KNOWN = "not known from elsewhere"


class LibraryWanted(Message):
    """The reader wants to see what a query finds in the library."""

    def __init__(self, query: str) -> None:
        super().__init__()
        self.query = query


class DossierWanted(Message):
    """The reader wants to see all that the articles of the library say of somebody or something."""

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self.subject = subject


def asked_for(entity: Entity) -> Field | None:
    """What finds the articles with an entity; None for a date that has no place on the calendar."""
    if entity.category is not Category.DATE:
        return Field(FIELD_OF[entity.category], (Term(entity.name, whole=True),))
    days = {f"{each.first}..{each.last}" for each in days_of(entity)}
    return Field("on", tuple(Term(each, whole=True) for each in sorted(days))) if days else None


def query_for(entity: Entity) -> str:
    """The same as it is typed; empty for such a date."""
    asked = asked_for(entity)
    return written(asked) if asked else ""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What there is of an entity besides the article, in words."""

    articles: str
    """In how many others it is."""
    known: str = ""
    """What is known of it from files of known things; empty where there are none."""


def looking(field: Field, article: int, subject: Subject, library: Library | None) -> Callable[[Index], Elsewhere]:
    """Asks for it; without a library, or for a date, nothing is looked for but other articles."""

    def look(index: Index) -> Elsewhere:
        count = index.search.count(field) - index.search.finds(field, article)
        return Elsewhere(in_words(count), _known(library, index, subject) if library is not None else "")

    return look


def knows_things(library: Library) -> bool:
    """Whether there are files of known things; never raises."""
    try:
        with library.reading() as unit:
            return bool(unit.known.sources())
    except LibraryError:
        return False


def _known(library: Library, index: Index, subject: Subject) -> str:
    """What is surest of what files say of it, in one line."""
    from newsreader.dossier.knowing import known
    from newsreader.dossier.windows import find
    from newsreader.exports.dossier.wording import known_in_words
    from newsreader.index.numbering import day_of

    try:
        thing = find(index, subject)
        documents = index.standings.documents(thing.id) if thing is not None else ()
        found = known(library, index, thing, day_of(documents[-1])) if thing is not None and documents else ()
    except LibraryError:
        return NOT_KNOWN
    return one_line(f"known from {found[0].source}: {known_in_words(found[0])}") if found else NOT_KNOWN


def in_words(count: int) -> str:
    """What there is to say of so many other articles."""
    return f"also in {counted(count, 'article')} of the library" if count else "in no other article"
