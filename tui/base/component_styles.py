"""How everything looks that is painted cell by cell: the one declaration, for the interface and for the first frame.

A component is a kind of text, such as a person's name in the article or the count in a row of a panel. Its colours go
by their names in the theme (`tui.base.palettes`), so that a theme changes all of them. Colour is never the only sign of
anything: each kind of entity has a text style of its own. The style sheets in `styles/` say where widgets stand and how
they look as wholes, and nothing about components.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsreader.annotations.model import COLOURS


@dataclass(frozen=True, slots=True)
class ComponentStyle:
    """What a component changes of what lies below it."""

    colour: str = ""
    """Of the text; empty leaves it as it is."""
    background: str = ""
    share: int = 100
    """How much of the background is laid over the one below, in percent."""
    text_style: str = ""
    """Words as Rich has them: `bold underline`, `not dim`."""


def _text(text_style: str) -> ComponentStyle:
    return ComponentStyle(text_style=text_style)


PLAIN = ComponentStyle()
DIMMED = ComponentStyle("dimmed")

STYLES: dict[str, ComponentStyle] = {
    "article--text": PLAIN,
    "article--title": _text("bold"),
    "article--heading": _text("bold"),
    "article--meta": DIMMED,
    "article--caption": DIMMED,
    "article--furniture": DIMMED,
    "article--link": _text("underline"),
    "article--person": ComponentStyle("person", text_style="underline"),
    "article--place": ComponentStyle("place", text_style="italic"),
    "article--organisation": ComponentStyle("organisation", text_style="bold"),
    "article--date": ComponentStyle("date", text_style="italic underline"),
    **{f"article--highlight-{each}": ComponentStyle(background=f"highlight-{each}") for each in COLOURS},
    "article--note": ComponentStyle(background="accent", share=15),
    "article--bookmark": ComponentStyle(background="accent", share=10),
    "article--sign": ComponentStyle("accent"),
    "article--match": ComponentStyle("match-text", "match", text_style="bold underline"),
    "article--search": ComponentStyle("search-text", "search"),
    "article--match-current": ComponentStyle("current-text", "current", text_style="bold"),
    "article--selection": ComponentStyle(background="primary", share=40),
    "article--here": ComponentStyle("here"),
    "article--caret": ComponentStyle("caret-text", "caret"),
    "article--cursor": _text("reverse"),
    "article--hint": ComponentStyle("current-text", "current", text_style="bold"),
    "article--gutter": ComponentStyle("rule"),
    "article--gutter-thumb": ComponentStyle("rule"),
    "article--gutter-alone": ComponentStyle("accent"),
    "article--gutter-match": ComponentStyle("accent"),
    "article--gutter-current": ComponentStyle("accent", text_style="bold"),
    "header--title": ComponentStyle("foreground", text_style="bold"),
    "header--about": DIMMED,
    "status--title": ComponentStyle("foreground", text_style="bold"),
    "status--detail": DIMMED,
    "status--notice": ComponentStyle("foreground", text_style="italic"),
    "status--key": ComponentStyle("footer-key-foreground", text_style="bold"),
    "status--hint": DIMMED,
    "tabs--tab": DIMMED,
    "tabs--chosen": ComponentStyle("foreground", text_style="bold underline"),
    "tabs--remark": DIMMED,
    "library--title": _text("bold"),
    "library--read": DIMMED,
    "library--mark": ComponentStyle("accent"),
    "library--star": ComponentStyle("accent", text_style="bold"),
    "library--quiet": DIMMED,
    "library--here": ComponentStyle(background="foreground", share=8),
    "panel--row": PLAIN,
    "panel--heading": _text("bold"),
    "panel--heading-focused": _text("reverse"),
    "panel--rule": ComponentStyle("rule"),
    "panel--rule-focused": DIMMED,
    "panel--filter": ComponentStyle("foreground", "surface"),
    "panel--active": _text("bold"),
    "panel--count": DIMMED,
    "panel--news": _text("bold"),
    "panel--quiet": DIMMED,
    "panel--mention": ComponentStyle("foreground", text_style="bold underline"),
    "panel--thumb": ComponentStyle("rule"),
    "panel--cursor": ComponentStyle("block-cursor-foreground", "block-cursor-background", text_style="bold"),
    **{f"panel--{each}": ComponentStyle("highlight-text", f"highlight-{each}") for each in COLOURS},
    "panel--link": _text("underline"),
    "panel--tag": ComponentStyle(background="foreground", share=15),
    "panel--person": ComponentStyle("person"),
    "panel--place": ComponentStyle("place"),
    "panel--organisation": ComponentStyle("organisation"),
    "panel--date": ComponentStyle("date"),
    "panel--notes": ComponentStyle("foreground"),
    "panel--remarks": ComponentStyle("foreground"),
}
"""Every component; the panel of a name has the colour of `panel--` and its name in its heading."""

SIXTEEN_COLOURS: dict[str, ComponentStyle] = {
    **{f"article--highlight-{each}": ComponentStyle("highlight-text", f"highlight-{each}") for each in COLOURS},
    "article--note": _text("underline"),
    "article--bookmark": PLAIN,
    "article--search": ComponentStyle("search-text", "search", text_style="bold underline"),
    "article--selection": ComponentStyle("ansi_bright_white", "primary", text_style="not dim"),
    "article--caret": _text("reverse"),
    "article--cursor": ComponentStyle("ansi_black", "ansi_bright_white", text_style="not reverse"),
    "panel--tag": _text("reverse"),
    "library--here": _text("underline"),
}
"""Where a theme has the terminal's own sixteen colours: no tints, so what lies over the text brings its own colour."""

NO_COLOUR: dict[str, ComponentStyle] = {
    "article--meta": _text("dim"),
    "article--caption": _text("dim"),
    "article--furniture": _text("dim"),
    "article--link": _text("dim underline"),
    **{f"article--highlight-{each}": _text("underline") for each in COLOURS},
    "article--note": _text("underline"),
    "article--search": _text("bold underline"),
    "article--match-current": _text("bold reverse"),
    "article--hint": _text("bold reverse"),
    "article--selection": _text("reverse not dim"),
    "article--caret": _text("reverse underline"),
    "article--cursor": _text("bold underline not reverse"),
    "panel--cursor": _text("bold reverse"),
    "panel--tag": _text("reverse"),
    "library--read": _text("dim"),
    "library--quiet": _text("dim"),
    "library--here": _text("underline"),
}
"""Where there is no colour at all: shapes alone."""
