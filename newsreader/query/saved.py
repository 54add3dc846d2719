"""Saved searches within a query, `search:NAME`, as the parser looks them up."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = 20
"""Saved searches that a query may ask for, also within each other, so that it cannot grow beyond measure."""

NONE: Mapping[str, str] = MappingProxyType({})


@dataclass
class _Count:
    left: int = MOST


@dataclass(frozen=True)
class SavedQueries:
    """The queries of saved searches, by their names."""

    queries: Mapping[str, str] = field(default_factory=lambda: NONE)
    _count: _Count = field(default_factory=_Count)

    def name(self, called: str) -> str | None:
        """The name of the search that is called so, in any case; None if there is none."""
        if called in self.queries:
            return called
        return next((name for name in self.queries if name.casefold() == called.casefold()), None)

    def has_beginning(self, beginning: str) -> bool:
        """Whether a name begins so."""
        return any(name.casefold().startswith(beginning.casefold()) for name in self.queries)

    def take(self) -> bool:
        """Whether one more may be asked for."""
        self._count.left -= 1
        return self._count.left >= 0

    def without(self, name: str) -> SavedQueries:
        """The others, which that one may ask for."""
        return SavedQueries({each: query for each, query in self.queries.items() if each != name}, self._count)

    def hint(self) -> str:
        """What can be meant, to be put behind what is wrong."""
        known = [*self.queries][:5]
        return f", but {', '.join(f'“{each}”' for each in known)}" if known else ""
