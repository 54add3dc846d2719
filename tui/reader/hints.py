"""Which keys the footer of the reader offers, by what the reader is doing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tui.base.bar_lines import Hint
from tui.base.commands import command, key_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.base.commands import Context
    from tui.base.keymap import KeyMap

Situation = Literal["reading", "matches", "selection", "panel", "notes"]

OFFERED: dict[Situation, tuple[str, ...]] = {
    "reading": (
        "reader.search",
        "reader.people",
        "article.card",
        "article.highlight",
        "article.note",
        "article.correct",
        "app.help",
    ),
    "matches": (
        "reader.next_match",
        "reader.previous_match",
        "reader.clear",
        "article.card",
        "article.correct",
        "app.help",
    ),
    "selection": ("article.highlight", "article.note", "article.copy", "article.correct", "reader.clear", "app.help"),
    "panel": (
        "panel.choose",
        "panel.preview",
        "panel.expand",
        "panel.filter",
        "panel.sort",
        "panel.correct",
        "app.help",
    ),
    "notes": (
        "panel.choose",
        "panel.note",
        "panel.tags",
        "panel.delete",
        "panel.filter",
        "reader.export",
        "app.help",
    ),
}
"""Ids of the commands that help most in each situation; where there is little room the last but one goes first."""

SEARCHING = (Hint("enter", "keep"), Hint("esc", "give up"), Hint("alt+r", "regex"))
"""The keys of the search bar, which has them from the text field it is made of."""


PLACES: dict[Situation, Context] = {
    "reading": "article",
    "matches": "article",
    "selection": "selection",
    "panel": "panel",
    "notes": "panel",
}
"""Where the keys are pressed in each situation."""


def hints_for(ids: Sequence[str], keymap: KeyMap, place: Context) -> list[Hint]:
    """Write the commands of these ids as hints, each with the first key that runs it in `place`, if any."""
    found = [(each, keymap.working(each, place)) for each in map(command, ids)]
    return [Hint(key_label(keys[0]), each.footer or each.title) for each, keys in found if keys]
