"""Completes the query at the cursor: fields, their values, names by how many articles have them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.query.completing import complete
from newsreader.query.fields import ARTICLES as FIELDS
from tui.base.library_queries import ARTICLES
from tui.base.typed_line import TypedLine

if TYPE_CHECKING:
    from newsreader.index.index import Index
    from newsreader.query.completing import Completion
    from tui.library.context import LibraryContext

SHOWN = 8
"""So many ways to go on are shown."""


class CompletionController:
    """Puts one way to go on after the other where the cursor is."""

    def __init__(self, context: LibraryContext) -> None:
        self._context = context
        self._before = ""
        """What stood in the line before anything was put there."""
        self._offered: tuple[Completion, ...] = ()
        self._at = 0
        self._put = ""
        """What stands there now, as long as it is one of those."""
        context.listeners.update({TypedLine.CompletionWanted: lambda _: self.complete()})

    def complete(self) -> None:
        """Complete what stands before the cursor; again: in the next way."""
        line = self._context.line
        if self._offered and line.value == self._put:
            self._take((self._at + 1) % len(self._offered))
            return
        typed, cursor, searches = line.value, line.cursor_position, (*self._context.searches,)

        def ask(index: Index) -> tuple[Completion, ...]:
            return complete(typed, cursor, FIELDS, index.search.values, searches)

        self._context.list_queries.ask("complete", ask, partial(self._offer, typed), urgency=ARTICLES)

    def _offer(self, typed: str, offered: tuple[Completion, ...]) -> None:
        if self._context.line.value != typed:
            return
        self._before, self._offered = typed, offered
        if offered:
            self._take(0)
        else:
            self._context.say("Nothing begins like this.")

    def _take(self, at: int) -> None:
        chosen, line = self._offered[at], self._context.line
        end = chosen.start + len(chosen.text)
        self._at, self._put = at, self._before[: chosen.start] + chosen.text + self._before[chosen.end :]
        line.value, line.cursor_position = self._put, end
        if len(self._offered) > 1:
            following = self._offered[at + 1 :] + self._offered[:at]
            self._context.say("  ".join(_said(each) for each in following[:SHOWN]))


def _said(completion: Completion) -> str:
    return f"{completion.text} ({completion.articles:,})" if completion.articles else completion.text
