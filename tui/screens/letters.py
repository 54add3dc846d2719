"""A letter on every mention in sight: typing it chooses the mention, without the mouse and without counting."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

ALPHABET = "asdfghjklqwertyuiopzxcvbnm"
"""The letters, those under the fingers first."""


def labels(count: int) -> list[str]:
    """Make up to `count` labels, of one letter as far as that goes, else of two; none begins another."""
    letters = len(ALPHABET)
    firsts = min(letters, ceil(max(0, count - letters) / (letters - 1)))
    single = list(ALPHABET[: letters - firsts])
    double = [first + second for first in ALPHABET[letters - firsts :] for second in ALPHABET]
    return (single + double)[:count]


class LettersScreen(ModalScreen[int | None]):
    """Shows labels over the article; returns the place in the list of the one that was typed, or None."""

    def __init__(self, cells: Sequence[tuple[int, int]]) -> None:
        """Take the cells (column, row on the screen) before which the labels stand."""
        super().__init__()
        self._labels = labels(len(cells))
        self._cells = cells
        self._typed = ""

    def compose(self) -> ComposeResult:
        """Put each label before its mention, so that the name can still be read."""
        for label, (x, y) in zip(self._labels, self._cells, strict=False):
            sign = Static(Content(label), classes="letter")
            sign.styles.offset = (max(0, x - len(label)), y)
            sign.styles.width = len(label)
            yield sign

    def on_key(self, event: events.Key) -> None:
        """Take a letter; anything else, or a letter that leads nowhere, gives up."""
        event.stop()
        self._typed += event.character or "?"
        if self._typed in self._labels:
            self.dismiss(self._labels.index(self._typed))
        elif not any(label.startswith(self._typed) for label in self._labels):
            self.dismiss(None)
        else:
            self._show_rest()

    def _show_rest(self) -> None:
        """Leave only the labels that can still be meant."""
        for label, sign in zip(self._labels, self.query(".letter"), strict=False):
            sign.display = label.startswith(self._typed)

    def on_click(self) -> None:
        """Give up."""
        self.dismiss(None)
