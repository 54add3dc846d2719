"""What stands in a list of articles: its names and days with the number of articles, as the panels take it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsreader.query.conditions import And, Condition, Field, Term
from newsreader.query.fields import FIELD_OF
from newsreader.query.printing import written
from newsreader.sanitise import printable
from tui.base.captions import day, month
from tui.base.marks import NEW, RISEN, WATCHED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsreader.entity import Category
    from newsreader.index.found import FoundDays, FoundName


@dataclass(frozen=True, slots=True)
class ListedItem:
    """A name or a day of the articles that are listed."""

    asks: str
    """The part of a query that asks for articles with it, which names it, too."""
    label: str
    articles: int
    also: tuple[str, ...] = ()
    """Its other names."""
    number: int | None = None
    """What the index knows a name by."""
    first: str = ""
    """Where a day stands in time: ISO 8601."""

    @property
    def id(self) -> str:
        """What tells it from all others of the panels, those of the same name as well."""
        return self.asks if self.number is None else f"{self.asks} {self.number}"


@dataclass(frozen=True, slots=True)
class NewsMarks:
    """Which names are marked, by what the index knows them by."""

    new: frozenset[int] = frozenset()
    risen: frozenset[int] = frozenset()
    watched: frozenset[int] = frozenset()

    def of(self, number: int | None) -> str:
        """What stands behind a name; empty for most."""
        if number is None:
            return ""
        lately = NEW if number in self.new else RISEN if number in self.risen else ""
        return " ".join(filter(None, (WATCHED if number in self.watched else "", lately)))


NONE = "none in this list"
UNNAMED = "names are still being found"
UNREAD = "names were not looked for"


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """All that the panels show of a list."""

    items: Mapping[Category, Sequence[ListedItem]] = field(default_factory=dict)
    """Those in most articles first."""
    more: frozenset[Category] = frozenset()
    """The categories of which there are more than these."""
    narrowed: frozenset[str] = frozenset()
    """The parts of the query that ask for one of them."""
    whole: bool = True
    """Whether all articles of the list have been counted; otherwise only some, and there are more of everything."""
    nothing: str = NONE
    """What stands in place of an empty list."""


def of_name(found: FoundName) -> ListedItem:
    """A name as a panel has it."""
    asked = Field(FIELD_OF[found.category], (Term(found.name, whole=True),))
    return ListedItem(written(asked), printable(found.name), found.articles, found.forms, number=found.id)


def of_days(found: FoundDays) -> ListedItem:
    """A day, a month, a year or a span as a panel has it."""
    value, label = _span(date.fromisoformat(found.first), date.fromisoformat(found.last))
    return ListedItem(written(Field("on", (Term(value, whole=True),))), label, found.articles, first=found.first)


def in_words(first: str, last: str) -> str:
    """Days from the first to the last, in ISO 8601, as people write them."""
    return _span(date.fromisoformat(first), date.fromisoformat(last))[1]


def narrowing(condition: Condition | None) -> frozenset[str]:
    """The parts of a query that narrow a list by one name or day each."""
    parts = condition.parts if isinstance(condition, And) else (condition,)
    return frozenset(written(each) for each in parts if isinstance(each, Field) and len(each.terms) == 1)


def _span(first: date, last: date) -> tuple[str, str]:
    """A span as a query takes it and as people write it."""
    if first == last:
        return first.isoformat(), day(first)
    after = last + timedelta(days=1) if last < date.max else last
    if (first.month, first.day) == (after.month, after.day) == (1, 1) and after.year == first.year + 1:
        return str(first.year), str(first.year)
    if first.day == after.day == 1 and (after.year, after.month) == _next_month(first):
        return f"{first:%Y-%m}", month(first)
    return f"{first}..{last}", f"{day(first)} – {day(last)}"


def _next_month(first: date) -> tuple[int, int]:
    return (first.year, first.month + 1) if first.month < 12 else (first.year + 1, 1)
