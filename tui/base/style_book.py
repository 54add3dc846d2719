"""From components to styles in the colours of a theme, and from pieces of text to segments. Nothing here needs Textual.

A piece of a line names its components, the lowest first. Each lies over the one before: a share of a background tints
what is below, a colour replaces it, and text styles add up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.color import Color
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style

from tui.base.component_styles import NO_COLOUR, SIXTEEN_COLOURS, STYLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget

Components = tuple[str, ...]
"""Names of components, the lowest first."""
Piece = tuple[str, Components]
"""A text and how it looks."""
Line = list[Piece]
"""A line, or a part of one."""

_BLACK, _WHITE = ColorTriplet(0, 0, 0), ColorTriplet(255, 255, 255)


class StyleBook:
    """The style of each combination of components, worked out once and kept."""

    def __init__(
        self,
        colours: Mapping[str, str],
        *,
        sixteen: bool = False,
        without_colour: bool = False,
        below: tuple[Color, Color] | None = None,
    ) -> None:
        """Take the colours of a theme by their names, as `#rrggbb`, `ansi_…`, `transparent` or `auto …%`.

        `below` are the colours of text and background under all components, if not those of the whole screen.
        """
        self._colours = colours
        self._without_colour = without_colour
        self._components = STYLES | (SIXTEEN_COLOURS if sixteen else {}) | (NO_COLOUR if without_colour else {})
        screen = self._colour("foreground", Color.default()), self._colour("background", Color.default())
        self._below = below or screen
        self._styles: dict[Components, Style] = {}

    def __getitem__(self, components: Components) -> Style:
        """The style of components that lie over each other; KeyError for one that is not declared."""
        if (style := self._styles.get(components)) is None:
            style = self._styles[components] = self._compose(components)
        return style

    def _compose(self, components: Components) -> Style:
        colour, background = self._below
        attributes = Style()
        for each in map(self._components.__getitem__, components):
            if each.background:
                background = _mixed(background, self._colour(each.background, background), each.share)
            if each.colour:
                colour = self._colour(each.colour, background)
            attributes += Style.parse(each.text_style)
        if self._without_colour:
            colour = background = Color.default()
        return Style(color=colour, bgcolor=background) + attributes

    def _colour(self, name: str, background: Color) -> Color:
        """The colour that the theme has for a name; raises KeyError or ColorParseError if it has none.

        An `auto` one is black or white, whichever can be read on the background, with so much of it.
        """
        value = name if name.startswith("ansi_") else self._colours[name]
        if value == "ansi_default":
            return Color.default()
        if value == "transparent":
            return background
        if value.startswith("auto"):
            return _readable_on(background, int(value.removeprefix("auto").strip(" %") or 100))
        return Color.parse(value.removeprefix("ansi_").lower())


class WidgetStyles:
    """The style book of a widget in the theme there is. Call `clear` when the widget is styled anew."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._book: StyleBook | None = None

    def __getitem__(self, components: Components) -> Style:
        """The style of components that lie over each other."""
        if self._book is None:
            self._book = self._open()
        return self._book[components]

    def clear(self) -> None:
        """Forget all styles."""
        self._book = None

    def _open(self) -> StyleBook:
        app = self._widget.app
        _, _, background, colour = self._widget.colors
        return StyleBook(
            app.theme_variables,
            sixteen=app.native_ansi_color,
            without_colour=app.no_color,
            below=((background + colour).rich_color, background.rich_color),
        )


def paint(line: Iterable[Piece], styles: StyleBook | WidgetStyles) -> list[Segment]:
    """The pieces of a line in their styles."""
    return [Segment(text, styles[components]) for text, components in line]


def _mixed(below: Color, above: Color, share: int) -> Color:
    """So much of `above` laid over `below`, as Textual mixes them; the terminal's own colours do not mix."""
    if share == 100:
        return above
    if below.triplet is None or above.triplet is None:
        return below
    pairs = zip(below.triplet, above.triplet, strict=True)
    return Color.from_triplet(ColorTriplet(*(int(a + (b - a) * share / 100) for a, b in pairs)))


def _readable_on(background: Color, share: int) -> Color:
    if background.triplet is None:
        return Color.default()
    red, green, blue = background.triplet
    ink = _WHITE if (red * 299 + green * 587 + blue * 114) / 1000 < 128 else _BLACK
    return _mixed(background, Color.from_triplet(ink), share)
