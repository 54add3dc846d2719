"""The list that an article was opened from, as far as one walks along it: no Textual, and never all of the list.

What the index is asked is put together here and asked in a thread; what it answered is taken in by whoever asked.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from newsreader.index.asking import Once

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.index.found import FoundArticle, Order
    from newsreader.index.index import Index
    from newsreader.query.conditions import Condition, Field

Direction = Literal[1, -1]
"""On to the next article of a list, or back."""

AHEAD = 20
"""So many articles of the list are asked for at a time."""


Calls: TypeAlias = "Sequence[tuple[FoundArticle, tuple[str, ...]]]"
"""Articles of the list, each with what it calls the names that the list is about."""
Called: TypeAlias = "tuple[int, tuple[str, ...]]"
"""The same of one article, by its number."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an article stands in its list."""

    before: int
    """How many articles stand before it."""
    count: int
    """How many articles the list has."""


class ListWalk:
    """The articles around the one that is read, in the order of the list; the list as it was when they were asked for.

    What one has come past stays where it was, even where the list has it no more, such as that of what is unread.
    """

    def __init__(
        self, condition: Condition | None, order: Order, article: FoundArticle, start: int | None = None
    ) -> None:
        """Begin at an article of the list of what `condition` finds in that order.

        `start` is a place in its text to begin at, in code points; None is the first match.
        """
        self.condition = condition
        self.order = order
        self.start = start
        self._articles = deque([article])
        self._at = 0
        self.passed = {article.id}
        """The articles that have been read on the way, by their numbers."""
        self._ended: set[Direction] = set()
        self._first: Standing | None = None
        """Of the first of the known articles."""
        self._called: dict[int, tuple[str, ...]] = {}

    @property
    def here(self) -> FoundArticle:
        """The article that is read."""
        return self._articles[self._at]

    @property
    def twins(self) -> dict[int, tuple[int, ...]]:
        """Of the stories that have been read on the way, for each article the others that tell it, by their numbers."""
        stories = ([twin.id for twin in each.twins] for each in self._articles if each.id in self.passed)
        return {one: tuple(other for other in story if other != one) for story in stories for one in story}

    @property
    def counter(self) -> str:
        """`article 2/31`; empty until that is known."""
        first = self._first
        return f"article {first.before + self._at + 1:,}/{first.count:,}" if first else ""

    def called(self, number: int) -> tuple[str, ...] | None:
        """What the article of that number calls the names that the list is about; None while that is not known."""
        return self._called.get(number)

    def beside(self, direction: Direction) -> FoundArticle | None:
        """The next article, or the one before, if it is known."""
        at = self._at + direction
        return self._articles[at] if 0 <= at < len(self._articles) else None

    def ends(self, direction: Direction) -> bool:
        """Whether it is known that there is none."""
        return self.beside(direction) is None and direction in self._ended

    def step(self, direction: Direction) -> None:
        """Go to the article beside this one, which must be known."""
        self._at += direction
        self.passed.add(self.here.id)

    # What the index is asked

    def calling(self, fields: Sequence[Field], number: int) -> Callable[[Index], Called]:
        """Asks what the article of that number calls the names in `fields`."""
        return lambda index: (number, _called(index, fields, number))

    def further(self, direction: Direction, fields: Sequence[Field]) -> Callable[[Index], Calls]:
        """Asks for the articles beyond those that are known, in the order of the list, with what they call these."""
        edge = self._articles[-1 if direction > 0 else 0]
        asked, anchor, order = Once(self.condition), edge.anchor(self.order), self.order

        def ask(index: Index) -> Calls:
            found = index.search.window(asked, order, anchor, AHEAD, backwards=direction < 0)
            return [(each, _called(index, fields, each.id)) for each in found]

        return ask

    def call(self, called: Called) -> None:
        """Take in what an article calls the names that the list is about."""
        number, names = called
        self._called[number] = names

    def extend(self, direction: Direction, calls: Calls) -> None:
        """Take in the articles beyond those that were known."""
        self._called.update((article.id, called) for article, called in calls)
        found = [article for article, _ in calls]
        if len(found) < AHEAD:
            self._ended.add(direction)
        if direction > 0:
            self._articles.extend(found)
            return
        self._articles.extendleft(reversed(found))
        self._at += len(found)
        if self._first is not None:
            self._first = Standing(max(0, self._first.before - len(found)), self._first.count)

    def standing(self) -> Callable[[Index], Standing]:
        """Asks where the article that is read stands, which may take long."""
        asked, anchor, order = Once(self.condition), self.here.anchor(self.order), self.order
        return lambda index: Standing(index.search.rank(asked, order, anchor), index.search.count(asked))

    def stand(self, article: FoundArticle, standing: Standing) -> None:
        """Take in where an article of those that are known stands."""
        place = next((at for at, each in enumerate(self._articles) if each.id == article.id), None)
        if place is not None:
            self._first = Standing(max(0, standing.before - place), standing.count)


def _called(index: Index, fields: Sequence[Field], number: int) -> tuple[str, ...]:
    return tuple(name for field in fields for name in index.search.called(field, number))
