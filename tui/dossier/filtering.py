"""The query that leaves articles out of a dossier: typed in a line of its own, which is out of sight while empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.query.fields import ARTICLES
from newsreader.query.parser import parse
from newsreader.sanitise import sanitise
from tui.base.typed_line import TypedLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.query.conditions import Condition, Query


class Filtering:
    """What is asked for."""

    def __init__(self, changed: Callable[[], object]) -> None:
        """`changed` is told whenever something else is asked for."""
        self.line = TypedLine("only articles with: words, person:, newer:2w, source: …", "dossier-query")
        self.condition: Condition | None = None
        """What articles must have; None is all of them."""
        self.confirmed = False
        """Whether only what was confirmed is asked for."""
        self._changed = changed

    @property
    def query(self) -> Query:
        """What is typed."""
        return parse(sanitise(self.line.value).text, ARTICLES, typing=self.line.has_focus)

    @property
    def mistake(self) -> str:
        """What is wrong with it, in a sentence; empty if nothing is."""
        return next((each.sentence for each in self.query.mistakes), "")

    def look(self) -> None:
        """Look what is typed now."""
        asked = self.query.condition
        if asked != self.condition:
            self.condition = asked
            self._changed()

    def confirm(self) -> None:
        """Ask only for what was confirmed, or again for all."""
        self.confirmed = not self.confirmed
        self._changed()

    def clear(self) -> bool:
        """Put the query away; False if there is none."""
        return self.line.clear_away()
