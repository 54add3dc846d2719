"""Has a comparison read from the index and the library, some articles at a time, in the thread that asks the index."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from newsreader.dossier.comparing import Comparing
from newsreader.dossier.model import Subject
from newsreader.dossier.windows import GoneError, find, names_of
from newsreader.store.errors import LibraryError
from tui.base.library_queries import ARTICLES, COUNT
from tui.dossier.wording import alone, meeting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.index.appearing import Thing
    from newsreader.index.index import Index
    from newsreader.query.conditions import Condition
    from newsreader.store.library import Library
    from tui.base.library_queries import LibraryQueries
    from tui.dossier.entries import Entry

PIECE = 40
"""Articles that are read at once."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What was read of a part."""

    entries: Sequence[Entry]
    adds: bool
    """Whether these stand behind those that were shown before, and not in their place."""


class ComparisonReading:
    """Reads one query after the other; whoever looks is told of each part as it comes."""

    def __init__(
        self,
        library: Library,
        queries: LibraryQueries,
        things: Sequence[Thing],
        *,
        shown: Callable[[int, Compared], object],
        failed: Callable[[str], object],
    ) -> None:
        """`shown` is given each part by its number, 0 being where all meet, as it grows; `failed` why it cannot be."""
        self._library = library
        self._queries = queries
        self.subjects = [Subject(each.category, each.name, each.id) for each in things]
        """Whom to look up in the index, which may have become another since it was asked last."""
        self._shown = shown
        self._failed = failed
        self._comparing: Comparing | None = None
        self._read: dict[int, int] = {}
        """How many articles of each part have been read."""
        self._reading: set[int] = set()

    @property
    def counts(self) -> list[int] | None:
        """How many articles each part is of; None as long as that is not known."""
        return None if self._comparing is None else [len(self._documents(part)) for part in self._parts]

    @property
    def _parts(self) -> range:
        return range(len(self.subjects) + 1)

    def _documents(self, part: int) -> Sequence[int]:
        comparing = self._comparing
        if comparing is None:
            return ()
        return comparing.alone[part - 1] if part else comparing.together

    def begin(self, condition: Condition | None) -> None:
        """Read all anew, of the articles that a condition finds."""
        for part in self._parts:
            self._queries.forget(f"part {part}")
        self._reading.clear()
        self._queries.ask("comparison", partial(self._compare, condition), self._begin, urgency=ARTICLES)

    def read_on(self, part: int) -> None:
        """Read more of a part, if there is more and none is being read."""
        if self._comparing is not None and part not in self._reading and self._read[part] < len(self._documents(part)):
            self._ask(part)

    def _compare(self, condition: Condition | None, index: Index) -> Comparing | str:
        try:
            bearers = [names_of(index, each)[0] for each in self.subjects]
            self.subjects = [replace(each, bearer=name) for each, name in zip(self.subjects, bearers, strict=True)]
            things = [thing for each in self.subjects if (thing := find(index, each)) is not None]
            return Comparing(self._library, index, things, condition)
        except (GoneError, LibraryError) as error:
            return str(error)

    def _begin(self, comparing: Comparing | str) -> None:
        if isinstance(comparing, str):
            self._failed(comparing)
            return
        self._comparing = comparing
        self._read = dict.fromkeys(self._parts, 0)
        for part in self._parts:
            self._ask(part)

    def _ask(self, part: int) -> None:
        if self._comparing is not None:
            self._reading.add(part)
            question, answer = partial(self._read_piece, self._comparing, part), partial(self._take, part)
            self._queries.ask(f"part {part}", question, answer, urgency=COUNT)

    def _read_piece(self, comparing: Comparing, part: int, _: Index) -> list[Entry] | str:
        """In the thread: what the next articles of a part say, or why that cannot be told."""
        piece = self._documents(part)[self._read[part] : self._read[part] + PIECE]
        try:
            if part:
                found = (comparing.source(document) for document in piece)
                return [alone(each) for each in found if each is not None]
            met = (comparing.meeting(document) for document in piece)
            return [entry for each in met if each is not None for entry in meeting(each)]
        except LibraryError as error:
            return str(error)

    def _take(self, part: int, found: list[Entry] | str) -> None:
        self._reading.discard(part)
        if isinstance(found, str):
            self._failed(found)
            return
        adds = self._read[part] > 0
        self._read[part] += PIECE
        self._shown(part, Compared(found, adds))
