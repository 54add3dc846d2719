"""The colours of the themes as plain data, and which theme suits a terminal; Textual's themes are made of them.

Each palette gives the colours of Textual's own widgets and these variables for style sheets: `$person`, `$place`,
`$organisation`, `$date` (text colours of the categories), `$highlight-yellow` … `$highlight-purple` (backgrounds of the
six highlight colours) and `$highlight-text` (the text on them), `$match` and `$match-text` (mentions of the active
entity), `$current` and `$current-text` (the current match), `$search` and `$search-text` (search hits), `$here` (the
bar beside the present line), `$caret` and `$caret-text` (the cell of the cursor), `$dimmed` (furniture and metadata)
and `$rule` (lines between panes). Colour is never the only difference: style sheets add weight, underline or reverse.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NotRequired, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping

DARK_VARIABLES = {
    "person": "#eab676",
    "place": "#8fce94",
    "organisation": "#8dbbf5",
    "date": "#d6a8e6",
    "highlight-yellow": "#4e4310",
    "highlight-green": "#1f4b2a",
    "highlight-blue": "#1e3e66",
    "highlight-pink": "#5b2a46",
    "highlight-orange": "#5d3512",
    "highlight-purple": "#433066",
    "highlight-text": "#f0f1f4",
    "match": "#39404f",
    "match-text": "#ffffff",
    "current": "#f2d06b",
    "current-text": "#16181d",
    "search": "#3d5a3a",
    "search-text": "#ffffff",
    "here": "#6f83a6",
    "caret": "#7c8fb3",
    "caret-text": "#16181d",
    "dimmed": "#8d93a1",
    "rule": "#3a3f4b",
    "block-cursor-background": "#39404f",
    "block-cursor-foreground": "#ffffff",
    "block-cursor-text-style": "bold",
    "border": "#7aa7e0",
    "border-blurred": "#3a3f4b",
    "footer-key-foreground": "#f2d06b",
}

LIGHT_VARIABLES = {
    "person": "#8a4a00",
    "place": "#1d6a35",
    "organisation": "#0f59a6",
    "date": "#7a3193",
    "highlight-yellow": "#fae99b",
    "highlight-green": "#cbebc4",
    "highlight-blue": "#cde2fb",
    "highlight-pink": "#fbd3e5",
    "highlight-orange": "#fdd9b0",
    "highlight-purple": "#e3d6fa",
    "highlight-text": "#1b1d22",
    "match": "#e2dfd6",
    "match-text": "#000000",
    "current": "#7a3b00",
    "current-text": "#ffffff",
    "search": "#d3e8b8",
    "search-text": "#000000",
    "here": "#7a8fb0",
    "caret": "#8aa0c2",
    "caret-text": "#000000",
    "dimmed": "#6b6e76",
    "rule": "#cfcabf",
    "block-cursor-background": "#e2dfd6",
    "block-cursor-foreground": "#000000",
    "block-cursor-text-style": "bold",
    "border": "#0f59a6",
    "border-blurred": "#cfcabf",
    "footer-key-foreground": "#8a4a00",
}

_ANSI = {
    "person": "ansi_yellow",
    "place": "ansi_green",
    "organisation": "ansi_blue",
    "date": "ansi_magenta",
    "highlight-yellow": "ansi_yellow",
    "highlight-green": "ansi_green",
    "highlight-blue": "ansi_blue",
    "highlight-pink": "ansi_magenta",
    "highlight-orange": "ansi_red",
    "highlight-purple": "ansi_cyan",
    "highlight-text": "ansi_black",
    "match": "ansi_default",
    "match-text": "ansi_default",
    "current": "ansi_cyan",
    "current-text": "ansi_black",
    "search": "ansi_default",
    "search-text": "ansi_default",
    "here": "ansi_cyan",
    "caret": "ansi_default",
    "caret-text": "ansi_default",
    "dimmed": "ansi_bright_black",
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "rule": "ansi_bright_black",
    "block-cursor-background": "ansi_cyan",
    "block-cursor-foreground": "ansi_black",
    "border": "ansi_cyan",
    "border-blurred": "ansi_bright_black",
    "footer-key-foreground": "ansi_cyan",
}


class Base(TypedDict):
    """The colours that Textual derives others from."""

    primary: str
    secondary: str
    accent: str
    warning: str
    error: str
    success: str
    foreground: str
    background: str
    surface: str
    panel: str
    boost: NotRequired[str]


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme's colours, as `#rrggbb` or `ansi_…`, by the names that style sheets have for them."""

    name: str
    base: Base
    variables: Mapping[str, str]
    """Those that are ours, and those that Textual would derive otherwise."""
    dark: bool = True
    ansi: bool = False
    """Whether they are the terminal's own sixteen."""

    @property
    def colours(self) -> dict[str, str]:
        """All of them."""
        return {**self.base, **self.variables}  # type: ignore[dict-item]


PALETTES: tuple[Palette, ...] = (
    Palette(
        "dark",
        {
            "primary": "#7aa7e0",
            "secondary": "#8dbbf5",
            "accent": "#f2d06b",
            "warning": "#f2b36b",
            "error": "#f08a8a",
            "success": "#8fce94",
            "foreground": "#d9dbe0",
            "background": "#16181d",
            "surface": "#1b1e24",
            "panel": "#22262e",
        },
        {**DARK_VARIABLES, "accent": "#f2d06b"},  # Textual's arithmetic would make it #f1d06b
    ),
    Palette(
        "light",
        {
            "primary": "#0f59a6",
            "secondary": "#35699f",
            "accent": "#8a4a00",
            "warning": "#8a4a00",
            "error": "#a32020",
            "success": "#1d6a35",
            "foreground": "#24262b",
            "background": "#fbf9f5",
            "surface": "#f5f2ec",
            "panel": "#ece8df",
        },
        {**LIGHT_VARIABLES, "accent": "#8a4a00"},
        dark=False,
    ),
    Palette(
        "ansi",
        {
            "primary": "ansi_blue",
            "secondary": "ansi_cyan",
            "accent": "ansi_cyan",
            "warning": "ansi_yellow",
            "error": "ansi_red",
            "success": "ansi_green",
            "foreground": "ansi_default",
            "background": "ansi_default",
            "surface": "ansi_default",
            "panel": "ansi_default",
            "boost": "ansi_default",
        },
        _ANSI,
        ansi=True,
    ),
)
"""Our themes, in the order in which they are cycled."""

NAMES = tuple(palette.name for palette in PALETTES)


def suited_to(environ: Mapping[str, str]) -> str:
    """Name the theme for a terminal about which nobody said anything.

    `COLORFGBG` is set by some terminals to the numbers of their text and background colours, as `0;15` on white.
    """
    if environ.get("TERM", "") in {"linux", "xterm-16color", "vt100", "vt220", "ansi"}:
        return "ansi"
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if background in {"7", "15"} else "dark"
