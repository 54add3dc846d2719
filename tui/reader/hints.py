"""Which keys the footer of the reader offers, by what the reader is doing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tui.base.bar_lines import Hint
from tui.base.commands import command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.base.command import Context
    from tui.base.keymap import KeyMap

Situation = Literal["reading", "matches", "selection", "panel", "notes", "filter"]

OFFERED: dict[Situation, tuple[str, ...]] = {
    "reading": (
        "reader.search",
        "reader.people",
        "article.card",
        "article.highlight",
        "article.note",
        "article.correct",
        "reader.open_articles",
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
        "panel.collapse",
        "panel.leave",
        "panel.filter",
        "panel.sort",
        "panel.correct",
        "panel.dossier",
        "app.help",
    ),
    "notes": (
        "panel.choose",
        "panel.note",
        "panel.tags",
        "panel.delete",
        "panel.leave",
        "panel.filter",
        "reader.export",
        "app.help",
    ),
    "filter": ("panel.choose", "panel.leave"),
}
"""Ids of the commands that help most in each situation; where there is little room the last but one goes first."""

KEEPING = frozenset(f"article.{each}" for each in ("highlight", "note", "correct")) | frozenset(
    f"panel.{each}" for each in ("note", "tags", "delete", "correct")
)
"""Those that do nothing without a library."""

SEARCHING = (Hint("enter", "keep"), Hint("escape", "give up"), Hint("alt+r", "regex"))
"""The keys of the search bar, which has them from the text field it is made of."""

_WRITING = ("space", "backspace")
"""Keys with a name that write."""

PLACES: dict[Situation, Context] = {
    "reading": "article",
    "matches": "article",
    "selection": "selection",
    "panel": "panel",
    "notes": "panel",
    "filter": "panel",
}
"""Where the keys are pressed in each situation."""


def offered(situation: Situation, *, articles: int, library: bool = True) -> tuple[str, ...]:
    """What helps in a situation: the list of `articles` only where there are several, some things with a library."""
    left_out = {*([] if library else KEEPING), *([] if articles > 1 else ["reader.open_articles"])}
    return tuple(each for each in OFFERED[situation] if each not in left_out)


def hints_for(ids: Sequence[str], keymap: KeyMap, place: Context, *, typing: bool = False) -> list[Hint]:
    """Write the commands of these ids as hints, each with the first key that runs it in `place`, if any.

    While one is `typing` there, no key that writes runs anything.
    """
    found = [(each, _pressed(keymap.working(each, place), typing=typing)) for each in map(command, ids)]
    return [Hint(key, each.footer or each.title) for each, key in found if key]


def _pressed(keys: Sequence[str], *, typing: bool) -> str:
    return next((key for key in keys if not typing or (len(key) > 1 and key not in _WRITING)), "")
