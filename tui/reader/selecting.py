"""Selecting text by keys, and what stands in for a selection when there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tui.reader.matching import Matching

if TYPE_CHECKING:
    from tui.article.messages import SelectionChanged
    from tui.article.selection import Motion


class Selecting(Matching):
    """The selection, and what stands in for it when nothing is selected."""

    _mode: Literal["character", "sentence"] = "character"
    """How the last selection was begun by a key."""

    @property
    def selecting(self) -> bool:
        """Whether something is selected."""
        return self.view.selection is not None

    def action_article_select(self) -> None:
        """Start to select by character, or end it."""
        self._toggle_selection("character")

    def action_article_select_sentences(self) -> None:
        """Start to select by sentence, or end it."""
        self._toggle_selection("sentence")

    def _toggle_selection(self, mode: Literal["character", "sentence"]) -> None:
        """Begin to select, go on with what is selected in another mode, or in the same mode end it."""
        if self.selecting and mode == self._mode:
            self.view.clear_selection()
        else:
            self._mode = mode
            self.view.start_selection(mode)
        self.refresh_status()

    def on_selection_changed(self, event: SelectionChanged) -> None:
        """Offer the keys for a selection."""
        self.refresh_status()

    def selected_or_sentence(self) -> tuple[int, int]:
        """Give the selection, else the sentence at the cursor, in code points, end exclusive."""
        return self.view.selection or self.view.sentence_at(self.view.cursor) or (0, 0)

    def selected_or_word(self) -> str:
        """Give the selected text, else the name or the word at the cursor; empty where there is none."""
        span = self.view.selection
        if span is None:
            spot = self.reading.spots.at(self.view.cursor) if self.reading else None
            span = (spot.start, spot.end) if spot else self.view.word_at(self.view.cursor)
        return self.text[slice(*span)] if span else ""

    def _move(self, motion: Motion) -> None:
        self.view.move_selection(motion)

    def action_selection_left(self) -> None:
        """Move the end of the selection one character left."""
        self._move("left")

    def action_selection_right(self) -> None:
        """Move it one character right."""
        self._move("right")

    def action_selection_up(self) -> None:
        """Move it one line up."""
        self._move("up")

    def action_selection_down(self) -> None:
        """Move it one line down."""
        self._move("down")

    def action_selection_word(self) -> None:
        """Move it to the next word."""
        self._move("word")

    def action_selection_word_end(self) -> None:
        """Move it to the end of the word."""
        self._move("word_end")

    def action_selection_back_word(self) -> None:
        """Move it one word back."""
        self._move("back_word")

    def action_selection_sentence(self) -> None:
        """Move it to the end of the sentence."""
        self._move("sentence")

    def action_selection_paragraph(self) -> None:
        """Move it to the end of the paragraph."""
        self._move("paragraph")

    def action_selection_line_start(self) -> None:
        """Move it to the start of the line."""
        self._move("line_start")

    def action_selection_line_end(self) -> None:
        """Move it to the end of the line."""
        self._move("line_end")
