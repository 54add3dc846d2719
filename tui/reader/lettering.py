"""A letter on every mention in sight: typing it chooses the mention, without the mouse and without counting."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from tui.reader.matching import Matching

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events

    from tui.article.layout import Layout
    from tui.article.spots import Spot

ALPHABET = "asdfghjklqwertyuiopzxcvbnm"
"""The letters, those under the fingers first."""


def labels(count: int) -> list[str]:
    """Make up to `count` labels, of one letter as far as that goes, else of two; none begins another."""
    letters = len(ALPHABET)
    firsts = min(letters, ceil(max(0, count - letters) / (letters - 1)))
    single = list(ALPHABET[: letters - firsts])
    double = [first + second for first in ALPHABET[letters - firsts :] for second in ALPHABET]
    return (single + double)[:count]


class Lettering(Matching):
    """Choosing a mention in sight by the letter that is put on it."""

    _lettered: Mapping[str, Spot] | None = None
    """The mentions by the labels that can still be meant; None while there are none on the screen."""
    _typed = ""

    def action_article_letters(self) -> None:
        """Put a letter on every mention in sight."""
        spots = self.view.visible_mentions()
        if not spots:
            self.say("There is no name or date in sight.")
            return
        self._typed = ""
        self._show_letters(dict(zip(labels(len(spots)), spots, strict=False)))
        self.say("Type the letter of a name; any other key gives up.")

    def on_key(self, event: events.Key) -> None:
        """Take a letter; anything else, or a letter that leads nowhere, gives up."""
        if self._lettered is None:
            return
        event.stop()
        self._typed += event.character or "?"
        left = {label: spot for label, spot in self._lettered.items() if label.startswith(self._typed)}
        chosen = left.get(self._typed)
        self._show_letters(None if chosen is not None else left or None)
        if chosen is not None:
            self.go_to_mention(chosen.entity_id, chosen.start)

    def on_click(self) -> None:
        """Give up."""
        if self._lettered is not None:
            self._show_letters(None)

    def _show_letters(self, lettered: Mapping[str, Spot] | None) -> None:
        self._lettered = lettered
        rows = self.view.rows
        if lettered is None or rows is None:
            self.status.be_silent()
            self.view.set_hints(None)
        else:
            self.view.set_hints({_before(rows, spot.start, len(label)): label for label, spot in lettered.items()})


def _before(rows: Layout, offset: int, length: int) -> int:
    """Find where a label of that length ends before `offset` in its row, so that the name can still be read."""
    start = rows.start(rows.row_of(offset))
    return offset - length if offset - length >= start else offset
