"""Selecting in the article: beginning, moving the end, and telling the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from tui.article.messages import SelectionChanged
from tui.article.text_selection import Mode, TextSelection, sentence_around
from tui.article.word_motions import word_at

if TYPE_CHECKING:
    from tui.article.text_selection import Motion
    from tui.article.view import ArticleView


class Selecting:
    """What is selected in one view."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._selection: TextSelection | None = None

    @property
    def span(self) -> tuple[int, int] | None:
        """Start and end of what is selected."""
        layout = self._view.viewport.layout
        return self._selection.span(layout) if self._selection is not None and layout is not None else None

    def start(self, mode: Literal["character", "sentence"] = "character") -> None:
        """Begin to select at the cursor, or go on with what is selected in another mode."""
        cursor = self._view.viewport.cursor
        anchor, head = (self._selection.anchor, self._selection.head) if self._selection else (cursor, cursor)
        self._take(TextSelection(anchor, head, Mode(mode)))

    def move(self, motion: Motion) -> None:
        """Move the head of the selection and keep it in sight; begins one at the cursor if there is none."""
        viewport = self._view.viewport
        if viewport.layout is None or not viewport.layout.rows:
            return
        selection = self._selection or TextSelection(viewport.cursor, viewport.cursor)
        moved = selection.moved(viewport.layout, motion)
        self._view.moving.to(moved.head)
        self._take(moved)

    def follow(self) -> None:
        """Have the head of the selection, if there is one, where the cursor was moved to."""
        cursor = self._view.viewport.cursor
        if self._selection is not None and self._selection.head != cursor:
            self._take(replace(self._selection, head=cursor, column=None))

    def between(self, anchor: int, head: int) -> None:
        """Select from `anchor` to `head`, in either order, the clusters at both ends included."""
        self._take(TextSelection(anchor, head))

    def around(self, offset: int, *, sentence: bool = False) -> None:
        """Select the word at `offset`, or its sentence."""
        found = self.sentence_at(offset) if sentence else self.word_at(offset)
        if found is not None:
            self.between(found[0], found[1] - 1)

    def word_at(self, offset: int) -> tuple[int, int] | None:
        """Start and end of the word at `offset`."""
        layout = self._view.viewport.layout
        return word_at(layout.text, offset) if layout is not None else None

    def sentence_at(self, offset: int) -> tuple[int, int] | None:
        """Start and end of the sentence at `offset`."""
        layout = self._view.viewport.layout
        return sentence_around(layout, offset) if layout is not None and layout.text else None

    def clear(self) -> None:
        """Select nothing; the cursor stays."""
        if self._selection is not None:
            self._take(None)

    def forget(self) -> None:
        """Take no notice of what was selected in another article."""
        self._selection = None

    def _take(self, selection: TextSelection | None) -> None:
        view, viewport = self._view, self._view.viewport
        layout = viewport.layout
        if layout is None or not layout.rows or selection == self._selection:
            return
        self._selection = selection
        if selection is not None:
            viewport.point_at(selection.head)
        view.text_layers.set_selection(self.span)
        view.post_message(SelectionChanged(*(self.span or (viewport.cursor, viewport.cursor))))
