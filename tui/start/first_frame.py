"""The first screenful of an article, written straight to the terminal while Textual is still being imported.

It stands where and as the reader will draw it, from the same layout, rows and style sheets, so that nothing moves when
Textual takes over: first the text alone, with the panels left blank, then, if the article has been analysed before,
with the names in it and in the panels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.resources import styles_dir
from tui.article.frame import Frame
from tui.article.gutter import Gutter
from tui.article.layers import Layers
from tui.article.layout import Layout, Shape
from tui.article.rows import BASE, row_pieces
from tui.base.keymap import resolve
from tui.base.lines import header, status
from tui.base.looks import Looks, depth
from tui.base.palettes import PALETTES, suited_to
from tui.base.text import about, headline
from tui.reader.hints import OFFERED, hints_for
from tui.reader.jumps import START, Place
from tui.reader.regions import Regions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsreader.article import Article
    from newsreader.config import Config
    from tui.article.rows import Pieces
    from tui.reader.reading import Reading

_SHEETS = ("article.tcss", "reader.tcss", "panels.tcss")


class FirstFrame:
    """What a terminal is sent before there is an interface."""

    def __init__(
        self,
        article: Article,
        offset: int,
        config: Config,
        environ: Mapping[str, str],
        size: tuple[int, int],
        *,
        articles: int = 1,
    ) -> None:
        """Lay an article out for a terminal of `size` (columns and lines), with `offset` in the first row.

        `articles` is how many were opened together, this one being the first.
        """
        self._looks = _looks(config, environ)
        self._depth = depth(environ)
        self._plain = "NO_COLOR" in environ
        self._article = article
        self._regions = Regions.fit(*size)
        self._page = _Page(article, offset, self._regions, config.measure)
        self._which = f"1 of {articles} · " if articles > 1 else ""
        self._hints = hints_for(OFFERED["reading"], resolve(config.keys))

    def text(self) -> str | None:
        """Write the article alone; None where the theme is none of ours, whose colours only Textual knows."""
        return self._write(Layers(), about(self._article), "", [])

    def begin(self, reading: Reading) -> bool:
        """Put the reader on this screen, so that the article need not be laid out again; whether it has moved for that.

        That is when one was elsewhere in it than was known when it was laid out.
        """
        moves = reading.place not in (START, Place(self._page.offset, reading.place.cursor))
        if moves:
            self._page.go_to(reading.place.top)
        reading.place = Place(self._page.offset, self._page.near(reading.place.cursor))
        reading.progress = self._page.progress
        reading.layout = self._page.layout
        return moves

    def with_names(self, reading: Reading) -> str | None:
        """Write it again with what has been found in it and what the reader wrote on it, in the text and in panels."""
        from tui.reader.under_cursor import words
        from tui.start.first_panels import panel_lines

        layers = Layers()
        layers.set_entities(reading.mentions)
        if reading.notebook is not None:
            layers.set_annotations(reading.notebook.annotations)
        cursor = reading.place.cursor
        note = reading.notebook.annotation_at(cursor) if reading.notebook else None
        width, height = self._regions.panels_width, self._regions.panels_height
        panels = panel_lines(reading, width, height, colour_words=self._plain) if width else ()
        return self._write(layers, about(reading.dated), words(reading, cursor, note), [*panels])

    def _write(self, layers: Layers, known: str, here: str, panels: Sequence[Pieces]) -> str | None:
        looks = self._looks
        if looks is None:
            return None
        regions, room = self._regions, self._regions.width - 2
        position = f"{self._which}{round(self._page.progress * 100)} %"
        lines = {
            0: _line(header(headline(self._article), known, room)),
            **{y + 1: row for y, row in enumerate(self._body(layers, panels))},
            regions.height - 1: _line(status([(here, "status--detail")], self._hints, position, room)),
        }
        blank: Pieces = [(" " * regions.width, (BASE,))]
        return "".join(
            f"\x1b[{y + 1};1H"
            + "".join(
                looks[names].render(text, color_system=self._depth) for text, names in lines.get(y, blank) if text
            )
            for y in range(regions.height)
        )

    def _body(self, layers: Layers, panels: Sequence[Pieces]) -> Iterator[Pieces]:
        """The lines between the header and the status: the article, and the panels beside or below it."""
        regions = self._regions
        blank: Pieces = [(" " * regions.panels_width, (BASE,))]
        lines = [[(text, (BASE, *names)) for text, names in line] for line in panels]
        lines += [blank] * (regions.panels_height - len(lines))
        beside = regions.panels == "beside"
        for y, row in enumerate(self._page.rows(layers)):
            yield [*row, ("▏", (BASE, "article--gutter")), *lines[y]] if beside else row
        if regions.panels == "below":
            yield [("─" * regions.width, (BASE, "article--gutter"))]
            yield from lines


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

    def __init__(self, article: Article, offset: int, regions: Regions, measure: int) -> None:
        self._width, self._height = regions.article_width, regions.article_height
        self._frame = Frame.fit(self._width, measure)
        self.layout = Layout(Shape(article), self._frame.width)
        self._last_top = max(0, self.layout.rows - max(self._height, 1))
        self.go_to(offset)

    def go_to(self, offset: int) -> None:
        """Have the row of `offset` as the first."""
        self.offset = offset
        self._top = min(self.layout.row_of(offset), self._last_top)

    @property
    def progress(self) -> float:
        """The share that has been read, as the view has it."""
        return self._top / self._last_top if self._last_top else 1.0

    def near(self, cursor: int) -> int:
        """Where the cursor is in sight: at a code point if that is, else where the page begins."""
        if not self.layout.rows:
            return 0
        start = self.layout.start(self._top)
        end = self.layout.end(min(self._top + self._height, self.layout.rows) - 1)
        return cursor if start <= cursor < end else max(start, min(self.offset, end))

    def rows(self, layers: Layers) -> Iterator[Pieces]:
        """What stands in each line of it, with its gutter."""
        gutter = Gutter(self.layout, self._top, self._height)
        for y in range(self._height):
            row = self._top + y
            if row >= self.layout.rows:
                yield [(" " * self._width, (BASE,))]
                continue
            cell = gutter.cell(y, (), None) if self._frame.gutter else None
            yield row_pieces(self.layout, self._frame, row, cell, layers)
