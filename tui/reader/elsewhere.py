"""A name or a day of the article in the other articles of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from newsreader.entity import Category
from newsreader.index.content import FIELD_OF, days_of
from newsreader.query.conditions import Field, Term
from newsreader.query.printing import written

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.dossier.model import Subject
    from newsreader.entity import Entity
    from newsreader.index.index import Index

LOOKING = "looking through the library…"
"""What stands in place of the answer."""


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


def counting(field: Field, article: int) -> Callable[[Index], int]:
    """Asks in how many articles it is besides that one."""
    return lambda index: index.search.count(field) - index.search.finds(field, article)


def in_words(count: int) -> str:
    """What there is to say of so many other articles."""
    return f"also in {count:,} article{'' if count == 1 else 's'} of the library" if count else "in no other article"
