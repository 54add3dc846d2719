"""From a row of text and the layers over it to styled pieces. Only rows in view are ever painted."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.style import Style

from tui.article.clusters import JOINER, NOT_PLAIN, cluster_around, clusters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.color import Color
    from textual.widget import Widget

    from tui.article.layout import Layout
    from tui.article.spans import Spans

Names = tuple[str, ...]
"""Component classes of a piece, the lowest layer first."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Stretches to be drawn over the text, and the component class for each of their values."""

    spans: Spans
    names: Sequence[str]


def pieces(layout: Layout, row: int, base: str, layers: Sequence[Layer]) -> list[tuple[str, Names]]:
    """Cut the text of `row` into pieces that are styled alike; joined they are the whole line.

    A piece also ends at a joiner that joins nothing: the library that measures pieces would take what follows for a
    part of what is before, the terminal does not.
    """
    line = layout.line(row)
    start = layout.start(row)
    found = [
        (*_clip(line, layer.spans.starts[index] - start, layer.spans.ends[index] - start), layer.names[value])
        for layer in layers
        for index in layer.spans.between(start, start + len(line))
        if (value := layer.spans.values[index]) >= 0
    ]
    edges = sorted({0, len(line), *_loose_joiners(line), *(edge for begin, end, _ in found for edge in (begin, end))})
    return [
        (line[begin:end], (base, *(name for left, right, name in found if left <= begin and right >= end)))
        for begin, end in pairwise(edges)
    ]


def _loose_joiners(line: str) -> list[int]:
    """Where the clusters start that stand behind a joiner."""
    return [start for start in clusters(line)[0] if line[start - 1 : start] == JOINER] if JOINER in line else []


def _clip(line: str, start: int, end: int) -> tuple[int, int]:
    """Clip a stretch to the line and widen it to whole grapheme clusters, which cannot be styled in part."""
    start, end = max(start, 0), min(end, len(line))
    if NOT_PLAIN.search(line):
        start = cluster_around(line, start)[0]
        end = cluster_around(line, max(end - 1, start))[1]
    return start, end


class StyleBook:
    """The look of each combination of layers, worked out from the widget's component classes once and kept.

    Later layers lie over earlier ones: a translucent background tints what is below, a colour replaces it, and text
    styles add up. Call `clear` when the style sheet or the theme has changed.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[Names, Style] = {}

    def clear(self) -> None:
        """Forget all looks."""
        self._styles.clear()

    def __getitem__(self, names: Names) -> Style:
        """The style for a combination of component classes."""
        if (style := self._styles.get(names)) is None:
            style = self._styles[names] = self._compose(names)
        return style

    def _compose(self, names: Names) -> Style:
        _, _, background, colour = self._widget.colors
        attributes = Style()
        for name in names:
            component = self._widget.get_component_styles(name)
            if component.has_rule("background"):
                background += component.background
            if component.has_rule("color"):
                colour = self._ink(background, component.color, auto=component.auto_color)
            attributes += component.text_style
        return Style(color=(background + colour).rich_color, bgcolor=background.rich_color) + attributes

    @staticmethod
    def _ink(background: Color, colour: Color, *, auto: bool) -> Color:
        return background.get_contrast_text(colour.a) if auto else colour
