"""The themes: a dark and a light one, and one that uses the terminal's own sixteen colours; see `tui.base.palettes`."""

from __future__ import annotations

from textual.theme import Theme

from tui.base.palettes import DARK_VARIABLES, LIGHT_VARIABLES, NAMES, PALETTES, suited_to

__all__ = ["NAMES", "THEMES", "following", "suited_to", "variables_for"]

THEMES: tuple[Theme, ...] = tuple(
    Theme(each.name, **each.base, variables=dict(each.variables), dark=each.dark, ansi=each.ansi) for each in PALETTES
)
"""Our themes, in the order in which they are cycled."""


def following(name: str) -> str:
    """Name the theme that comes after `name` in the cycle; the first one after a theme that is not ours."""
    return NAMES[(NAMES.index(name) + 1) % len(NAMES)] if name in NAMES else NAMES[0]


def variables_for(*, dark: bool) -> dict[str, str]:
    """Give the variables that a theme of somebody else lacks."""
    return dict(DARK_VARIABLES if dark else LIGHT_VARIABLES)
