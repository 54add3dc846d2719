"""The looks of painted parts, read from the style sheets without Textual, for what is drawn before Textual is there.

It understands what our sheets use for component classes: `Widget:state { & > .name, & > .other { … } }` with colours
that are variables, a share of one laid over the background, and words for the text style. `.class` may stand in place
of the widget; what `.class.-kind` says is the look called `name.-kind`. What it cannot read it leaves out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.color import Color, ColorParseError, ColorSystem
from rich.style import Style

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from tui.base.palettes import Palette

_BLOCK = re.compile(r"^\.?\w+(\.-\w+)?(?::(\w+))? \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
_PART = re.compile(r"^ *((?:& > \.[\w-]+(?:, )?)+) \{ ([^}]*)\}", re.MULTILINE)
_NAME = re.compile(r"\.([\w-]+)")
_RULE = re.compile(r"([\w-]+): ([^;]+);")
_SHARE = re.compile(r"\$([\w-]+)(?: (\d+)%)?$")
_ATTRIBUTES = ("bold", "italic", "underline", "reverse", "dim")

Rules = dict[str, str]


class Looks:
    """The styles of component classes, one over the other, in the colours of a palette."""

    def __init__(self, sheets: Iterable[str], palette: Palette, states: Collection[str] = ()) -> None:
        """Read the texts of style sheets; `states` are those that hold now, such as `nocolor`."""
        self._colours: Mapping[str, str] = {**palette.variables, **palette.base}  # type: ignore[dict-item]
        self._parts: dict[str, Rules] = {}
        for sheet in sheets:
            for kind, state, block in _BLOCK.findall(sheet):
                if not state or state in states:
                    self._take(kind, block)
        self._plain = "nocolor" in states
        self._styles: dict[tuple[str, ...], Style] = {}

    def _take(self, kind: str, block: str) -> None:
        for selectors, rules in _PART.findall(block):
            for name in _NAME.findall(selectors):
                self._parts.setdefault(name + kind, {}).update(_RULE.findall(rules))

    def __getitem__(self, names: tuple[str, ...]) -> Style:
        """The style for a combination of component classes, the lowest first."""
        if names not in self._styles:
            self._styles[names] = self._compose(names)
        return self._styles[names]

    def _compose(self, names: tuple[str, ...]) -> Style:
        ink, paper = self._colour("$foreground"), self._colour("$background")
        attributes = Style()
        for name in names:
            rules = self._parts.get(name, {})
            if "background" in rules:
                paper = self._colour(rules["background"], over=paper)
            if "color" in rules:
                ink = self._colour(rules["color"], over=paper)
            attributes += _attributes(rules.get("text-style", ""))
        return Style(color=ink, bgcolor=paper) + attributes

    def _colour(self, value: str, over: Color | None = None) -> Color:
        """The colour that a rule names; without one or without colour at all, the terminal's own."""
        found = _SHARE.match(value)
        named = self._colours.get(found[1], "") if found else value
        if self._plain or named == "ansi_default":
            return Color.default()
        try:
            colour = Color.parse(named.removeprefix("ansi_"))
        except ColorParseError:
            return over or Color.default()
        share = int(found[2]) / 100 if found and found[2] else 1.0
        return _mixed(over, colour, share) if over is not None and share < 1 else colour


def _mixed(below: Color, above: Color, share: float) -> Color:
    """`above` laid over `below` with so much of it, as Textual mixes them; the terminal's own colours do not mix."""
    if below.triplet is None or above.triplet is None:
        return below
    return Color.from_rgb(*(int(a + (b - a) * share) for a, b in zip(below.triplet, above.triplet, strict=True)))


def _attributes(words: str) -> Style:
    given = words.split()
    return Style(**{name: True for name in _ATTRIBUTES if name in given})  # type: ignore[arg-type]


def depth(environ: Mapping[str, str]) -> ColorSystem:
    """How many colours the terminal says that it has; the rules are those of Rich."""
    if environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return ColorSystem.TRUECOLOR
    colours = environ.get("TERM", "").strip().lower().rpartition("-")[2]
    return ColorSystem.EIGHT_BIT if colours in ("kitty", "256color") else ColorSystem.STANDARD
