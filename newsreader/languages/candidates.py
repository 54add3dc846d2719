"""Candidates: the few groups that a name can stand for at all, found without comparing it with every one.

An article of a million words has ten thousand people; comparing each with each would take minutes. The alias
rules decide; clues only leave out what none of them could bring together.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsreader.languages.groups import Group


class Candidates:
    """Groups in the order in which they were added, found by what clues they have in common."""

    def __init__(self) -> None:
        """Hold no group."""
        self.groups: list[Group] = []
        self._places: dict[str, list[int]] = defaultdict(list)

    def add(self, group: Group, clues: Iterable[str]) -> None:
        """Add a group that can be found by any of `clues`."""
        for clue in {*clues}:
            self._places[clue].append(len(self.groups))
        self.groups.append(group)

    def find(self, clues: Iterable[str]) -> list[Group]:
        """Return the groups that have at least one of `clues`, in order."""
        places = {place for clue in {*clues} for place in self._places.get(clue, ())}
        return [self.groups[place] for place in sorted(places)]


def pieces(words: Sequence[str]) -> Iterator[str]:
    """Yield what a short form that is the beginning or the end of `words`, or follows their first, may look like."""
    for count in range(1, len(words)):
        yield " ".join(words[:count])
        yield " ".join(words[-count:])
        yield " ".join(words[1 : count + 1])
