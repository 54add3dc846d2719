"""What a list of articles is about, found again in one of them: a name, a day, or words of its query. No Textual."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.index.content import days_of, forms_of
from newsreader.query.conditions import And, Condition, Field, Near, Or, Saved, Words
from newsreader.query.fields import FIELD_OF
from newsreader.query.matching import Findable, holds
from newsreader.query.places import places
from tui.article.active_matches import Matches, MatchKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from newsreader.entity import Entity

_OF_ENTITIES = frozenset({"name", "on", *FIELD_OF.values()})


@dataclass(frozen=True, slots=True)
class Sought:
    """The names and days that a query wants, what was added last first, and the query itself for its words."""

    condition: Condition | None
    fields: tuple[Field, ...]

    @classmethod
    def by(cls, condition: Condition | None) -> Sought:
        """Read a query for what it wants; what it does not want is nothing to go to."""
        return cls(condition, tuple(reversed([*_wanted(condition)])))

    @property
    def names(self) -> tuple[Field, ...]:
        """Those of the fields that are names."""
        return tuple(each for each in self.fields if each.name != "on")

    def entity(self, entities: Sequence[Entity], text: str, today: date, called: Sequence[str]) -> Entity | None:
        """The entity of an article that the list is about: of several that are meant, the one named most often.

        `called` are the names that it has in this article, by what is known of all articles.
        """
        known = {each.name: each for each in entities if each.category is not Category.DATE}
        if (found := next((known[name] for name in called if name in known), None)) is not None:
            return found
        for field in self.fields:
            meant = [each for each in entities if holds(field, _findable(each, text), today)]
            if meant:
                return max(meant, key=lambda each: len(each.mentions))
        return None

    def words(self, text: str) -> Matches | None:
        """Where the words of the query stand in a text; None if it has none, or they are not in there."""
        starts, ends = list[int](), list[int]()
        for start, end in places(self.condition, text):
            if not ends or start >= ends[-1]:
                starts.append(start)
                ends.append(end)
        title = " ".join(each.term.text for each in _words(self.condition))
        return Matches(f"/{title}", starts, ends, MatchKind.SEARCH) if starts else None


def _wanted(condition: Condition | None) -> Iterator[Field]:
    match condition:
        case Field(name) if name in _OF_ENTITIES:
            yield condition
        case Near(part) | Saved(_, part):
            yield from _wanted(part)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _wanted(part)


def _words(condition: Condition | None) -> Iterator[Words]:
    match condition:
        case Words():
            yield condition
        case Near(part) | Saved(_, part):
            yield from _words(part)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _words(part)


def _findable(entity: Entity, text: str) -> Findable:
    """An entity as what a field of the query language can find."""
    if entity.category is Category.DATE:
        return Findable((), days={"on": days_of(entity)})
    forms = tuple(forms_of(entity, text))
    return Findable((), values={"name": forms, FIELD_OF[entity.category]: forms})
