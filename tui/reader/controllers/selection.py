"""Selecting text by keys, and what stands in for a selection when there is none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal, get_args

from tui.article.messages import SelectionChanged
from tui.article.text_selection import Motion

if TYPE_CHECKING:
    from tui.reader.controllers.matches import MatchController
    from tui.reader.controllers.panes import PaneController
    from tui.reader.controllers.status import StatusController
    from tui.reader.reader_context import ReaderContext


class SelectionController:
    """Begins, moves and ends the selection."""

    def __init__(
        self, context: ReaderContext, status: StatusController, matches: MatchController, panes: PaneController
    ) -> None:
        self._context = context
        self._status = status
        self._matches = matches
        self._panes = panes
        self._mode: Literal["character", "sentence"] = "character"
        """How the last selection was begun by a key."""
        context.commands.register(
            {
                "article.select": partial(self.toggle, "character"),
                "article.select_sentences": partial(self.toggle, "sentence"),
                "reader.clear": self.clear,
            }
        )
        context.commands.register(
            {f"selection.{motion}": partial(context.view.selecting.move, motion) for motion in get_args(Motion)},
            available=lambda: context.selecting,
        )
        context.listen({SelectionChanged: lambda _: status.refresh()})

    def toggle(self, mode: Literal["character", "sentence"]) -> None:
        """Begin to select, go on with what is selected in another mode, or in the same mode end it."""
        if self._context.selecting and mode == self._mode:
            self._context.view.selecting.clear()
        else:
            self._mode = mode
            self._context.view.selecting.start(mode)
        self._status.refresh()

    def clear(self) -> None:
        """End the selection; without one, clear the matches; without any, leave zen."""
        if self._context.selecting:
            self._context.view.selecting.clear()
        elif self._context.reading is not None and self._context.reading.matches is not None:
            self._matches.clear()
        elif self._panes.zen:
            self._panes.toggle_zen()
        self._status.refresh()

    @property
    def or_sentence(self) -> tuple[int, int]:
        """The selection, else the sentence at the cursor, in code points, end exclusive."""
        view = self._context.view
        return view.selecting.span or view.selecting.sentence_at(view.viewport.cursor) or (0, 0)

    @property
    def or_word(self) -> str:
        """The selected text, else the name or the word at the cursor; empty where there is none."""
        view, reading = self._context.view, self._context.reading
        span = view.selecting.span
        if span is None:
            name = reading.mentions.at(view.viewport.cursor) if reading else None
            span = (name.start, name.end) if name else view.selecting.word_at(view.viewport.cursor)
        return self._context.text[slice(*span)] if span else ""
