"""The first screenful of an article, written straight to the terminal while Textual is still being imported.

It stands where and as the reader will draw it, from the same layout, rows and style sheets, so that nothing moves when
Textual takes over. The panels are left blank: what they show is not known yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.resources import styles_dir
from tui.article.frame import Frame
from tui.article.gutter import Gutter
from tui.article.layers import Layers
from tui.article.layout import Layout, Shape
from tui.article.rows import BASE, row_pieces
from tui.keymap import resolve
from tui.looks import Looks, depth
from tui.palettes import PALETTES, suited_to
from tui.screens.lines import header, status
from tui.screens.reader.areas import Areas
from tui.screens.reader.hints import OFFERED, hints_for
from tui.text import about, headline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsreader.article import Article
    from newsreader.config import Config

Pieces = list[tuple[str, tuple[str, ...]]]

_SHEETS = ("article.tcss", "reader.tcss")


def first_frame(
    article: Article,
    offset: int,
    config: Config,
    environ: Mapping[str, str],
    size: tuple[int, int],
    *,
    articles: int = 1,
) -> str | None:
    """Write what a terminal of `size` (columns and lines) is to be sent, with `offset` in the first row.

    `articles` is how many were opened together, this one being the first. None where the theme is none of ours, whose
    colours only Textual knows.
    """
    looks = _looks(config, environ)
    if looks is None:
        return None
    areas = Areas.fit(*size)
    page = _Page(article, offset, areas, config.measure)
    which = f"1 of {articles} · " if articles > 1 else ""
    hints = hints_for(OFFERED["reading"], resolve(config.keys))
    room = areas.width - 2
    lines = {
        0: _line(header(headline(article), about(article), room)),
        **{y + 1: row for y, row in enumerate(page.rows())},
        areas.height - 1: _line(status((), hints, f"{which}{round(page.progress * 100)} %", room)),
    }
    colours = depth(environ)
    blank: Pieces = [(" " * areas.width, (BASE,))]
    written = [
        f"\x1b[{y + 1};1H"
        + "".join(looks[names].render(text, color_system=colours) for text, names in lines.get(y, blank) if text)
        for y in range(areas.height)
    ]
    return "".join(written)


def _looks(config: Config, environ: Mapping[str, str]) -> Looks | None:
    without_colour = "NO_COLOR" in environ
    theme = "ansi" if without_colour else config.theme or suited_to(environ)
    palette = next((each for each in PALETTES if each.name == theme), None)
    if palette is None:
        return None
    states = [name for name, holds in (("ansi", palette.ansi), ("nocolor", without_colour)) if holds]
    return Looks(((styles_dir() / name).read_text("utf-8") for name in _SHEETS), palette, states)


def _line(pieces: list[tuple[str, str]]) -> Pieces:
    """A line with its padding."""
    blank = (" ", (BASE,))
    return [blank, *((text, (BASE, name)) for text, name in pieces), blank]


class _Page:
    """The article in its room."""

    def __init__(self, article: Article, offset: int, areas: Areas, measure: int) -> None:
        self._areas = areas
        self._frame = Frame.fit(areas.article_width, measure)
        self._layout = Layout(Shape(article), self._frame.width)
        self._last_top = max(0, self._layout.rows - max(areas.article_height, 1))
        self._top = min(self._layout.row_of(offset), self._last_top)

    @property
    def progress(self) -> float:
        """The share that has been read, as the view has it."""
        return self._top / self._last_top if self._last_top else 1.0

    def rows(self) -> Iterator[Pieces]:
        """What stands in each line of the body."""
        height = self._areas.article_height
        gutter = Gutter(self._layout, self._top, height)
        layers = Layers()
        for y in range(height):
            row = self._top + y
            if row >= self._layout.rows:
                yield [(" " * self._areas.article_width, (BASE,)), *self._beside()]
                continue
            cell = gutter.cell(y, (), None) if self._frame.gutter else None
            yield [*row_pieces(self._layout, self._frame, row, cell, layers), *self._beside()]
        if self._areas.panels == "below":
            yield [("─" * self._areas.width, (BASE, "article--gutter"))]

    def _beside(self) -> Pieces:
        """What stands beside the article: the edge of the panels, and room for them."""
        width = self._areas.width - self._areas.article_width
        return [("▏", (BASE, "article--gutter")), (" " * (width - 1), (BASE,))] if width else []
