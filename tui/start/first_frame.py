"""The first screenful of an article, written straight to the terminal while Textual is still being imported.

It stands where and as the reader will draw it, from the same layout, rows, faces and styles, so that nothing moves when
Textual takes over: first the text alone, with the panels left blank, then, if the article has been analysed before,
with the names in it and in the panels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.color import ColorSystem

from tui.article.gutter import Gutter
from tui.article.layers import Layers
from tui.article.moving import Moving
from tui.article.rows import row_line
from tui.article.viewport import Viewport
from tui.base.bar_lines import header, status
from tui.base.captions import about, headline, title_stands_in
from tui.base.cell_text import blank_behind
from tui.base.clusters import NOT_SEPARATE
from tui.base.keymap import resolve
from tui.base.palettes import PALETTES, suited_to
from tui.base.style_book import StyleBook, paint
from tui.base.widths import cell_len
from tui.reader.hints import hints_for, offered
from tui.reader.jumps import START, Place
from tui.reader.moves import LEAPS, STEPS
from tui.reader.regions import Regions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

    from newsreader.article import Article
    from newsreader.config import Config
    from newsreader.entity import Category
    from tui.base.style_book import Line
    from tui.panels.face import Contents
    from tui.reader.reading import Reading


class Painter:
    """Writes lines in the colours of a theme for a terminal."""

    def __init__(self, styles: StyleBook, colours: ColorSystem) -> None:
        self._styles = styles
        self._colours = colours

    @classmethod
    def of(cls, config: Config, environ: Mapping[str, str]) -> Painter | None:
        """For the theme that is wanted; None where it is none of ours, whose colours only Textual knows."""
        styles = _styles(config, environ)
        return cls(styles, depth(environ)) if styles is not None else None

    def painted(self, line: Line) -> str:
        """The pieces of a line."""
        return "".join(
            segment.style.render(segment.text, color_system=self._colours)
            for segment in paint(line, self._styles)
            if segment.text and segment.style
        )


class FirstFrame:
    """What a terminal is sent before there is an interface."""

    def __init__(
        self,
        article: Article,
        place: Place,
        config: Config,
        environ: Mapping[str, str],
        size: tuple[int, int],
        *,
        which: tuple[int, int] = (0, 1),
        plain: Set[Category] = frozenset(),
    ) -> None:
        """Lay an article out for a terminal of `size` (columns and lines), where the reader was at `place`.

        `which` is its index among the articles that were opened together, and how many they are.
        Names of `plain` categories do not stand out in the text.
        """
        self._painter = Painter.of(config, environ)
        self._plain = "NO_COLOR" in environ
        self._article = article
        self._plain_categories = plain
        self.size = size
        """Columns and lines of the terminal it is for."""
        self._regions = Regions.fit(*size)
        self._viewport = Viewport()
        self._moving = Moving(self._viewport)
        self._viewport.open(article, place.top, cursor=place.cursor)
        self._viewport.fit(self._regions.article_width, self._regions.article_height, config.measure)
        self._which = f"{which[0] + 1} of {which[1]} · " if which[1] > 1 else ""
        self._hints = hints_for(offered("reading", articles=which[1]), resolve(config.keys), "article")

    def text(self) -> str | None:
        """Write the article alone; None where the theme is none of ours, whose colours only Textual knows."""
        return self._write(Layers(links=self._article.links), about(self._article), "", [])

    def begin(self, reading: Reading) -> bool:
        """Put the reader on this screen, so that the article need not be laid out again; whether it has moved for that.

        That is when one was elsewhere in it than was known when it was laid out.
        """
        viewport, place = self._viewport, reading.place
        moves = place not in (START, Place(viewport.anchor, viewport.cursor))
        if moves:
            viewport.place(place.top, cursor=place.cursor)
        self._note(reading)
        return moves

    def move(self, reading: Reading, command_id: str) -> None:
        """Carry one of the commands out that only move, as the reader will do later."""
        if command_id in LEAPS:
            reading.jumps.push(reading.place)
        (STEPS | LEAPS)[command_id](self._moving)
        self._note(reading)

    def _note(self, reading: Reading) -> None:
        """Note where one is now."""
        viewport = self._viewport
        reading.place = Place(viewport.top_offset, viewport.cursor)
        reading.progress = viewport.progress
        reading.viewport = viewport

    def with_names(self, reading: Reading) -> str | None:
        """Write it again with what has been found in it and what the reader wrote on it, in the text and in panels."""
        from tui.panels.all_panels import faces
        from tui.panels.sidebar_layout import sidebar_lines
        from tui.reader.under_cursor import words

        layers = Layers(links=reading.article.links)
        layers.set_entities(reading.mentions, self._plain_categories)
        if reading.notebook is not None:
            layers.set_annotations(reading.notebook.annotations)
        cursor, line = self._viewport.cursor, self._viewport.line
        note = reading.notebook.annotation_at(cursor) if reading.notebook else None
        size = self._regions.panels_width, self._regions.panels_height
        contents = contents_of(reading, colour_words=self._plain)
        panels = sidebar_lines(faces(contents), *size) if size[0] and contents.analysis else ()
        here = words(reading, cursor, line, note, self._plain_categories)
        return self._write(layers, about(reading.dated), here, [*panels])

    def _write(self, layers: Layers, known: str, here: str, panels: Sequence[Line]) -> str | None:
        painter = self._painter
        if painter is None:
            return None
        regions, room = self._regions, self._regions.width - 2
        position = f"{self._which}{round(self._viewport.progress * 100)} %"
        title = "" if title_stands_in(self._article, *self._viewport.visible_range()) else headline(self._article)
        above: list[tuple[Line, Line]] = [(padded(header(title, known, room)), []), *self._body(layers, panels)]
        below = padded(status([(here, ("status--detail",))], self._hints, position, room))
        lines = [*above[: regions.height - 1], (below, [])]
        return "".join(_row(y, *line, painter) for y, line in enumerate(lines, 1))

    def _body(self, layers: Layers, panels: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
        """The lines between the header and the status: each a row of text, and what stands beside or instead of it."""
        regions = self._regions
        blank: Line = [(" " * regions.panels_width, ())]
        lines = [*panels, *[blank] * (regions.panels_height - len(panels))]
        beside = regions.panels == "beside"
        for y, row in enumerate(_rows(self._viewport, layers, regions.article_width, regions.article_height)):
            *text, last = row
            yield text, [last, ("▏", ("article--gutter",)), *lines[y]] if beside else [last]
        if regions.panels == "below":
            yield [], [("─" * regions.width, ("article--gutter",))]
            yield from (([], line) for line in lines)


def contents_of(reading: Reading, *, colour_words: bool) -> Contents:
    """What there is to show in panels of an article that has been analysed before."""
    from newsreader.annotations.corrections.model import Provenance
    from tui.panels.face import Contents, Published
    from tui.reader.provenance import SIGNS, mention_signs, signs_of

    dated, notebook = reading.dated, reading.notebook
    return Contents(
        reading.article.text,
        reading.corrected.analysis if reading.corrected else None,
        signs_of(reading.corrected) if reading.corrected else {},
        mention_signs(reading.corrected),
        Published(
            dated.metadata.published,
            SIGNS[Provenance.PERSON] if dated is not reading.article else "",
            bool(dated.metadata.published_doubt),
        ),
        (*notebook.annotations, *notebook.orphans) if notebook else (),
        colour_words=colour_words,
    )


def depth(environ: Mapping[str, str]) -> ColorSystem:
    """How many colours the terminal says that it has; the rules are those of Rich."""
    if environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return ColorSystem.TRUECOLOR
    colours = environ.get("TERM", "").strip().lower().rpartition("-")[2]
    return ColorSystem.EIGHT_BIT if colours in ("kitty", "256color") else ColorSystem.STANDARD


def _styles(config: Config, environ: Mapping[str, str]) -> StyleBook | None:
    without_colour = "NO_COLOR" in environ
    theme = "ansi" if without_colour else config.theme or suited_to(environ)
    palette = next((each for each in PALETTES if each.name == theme), None)
    if palette is None:
        return None
    return StyleBook(palette.colours, sixteen=palette.ansi, without_colour=without_colour)


def _row(y: int, text: Line, beside: Line, painter: Painter) -> str:
    """Write a row of the screen; what stands beside a text has its own column, however wide the text turns out."""
    start = f"\x1b[{y};1H"
    if NOT_SEPARATE.search("".join(each for each, _ in text)) is None:
        return start + painter.painted([*text, *beside])
    column = 1 + sum(cell_len(each) for each, _ in text)
    blank = blank_behind(each for each, _ in text)
    parts: tuple[tuple[int, Line], ...] = ((column - blank, [(" " * blank, ())]), (1, text), (column, beside))
    return "".join(f"\x1b[{y};{x}H{painter.painted(line)}" for x, line in parts)


def padded(line: Line) -> Line:
    """A line with a blank on either side."""
    blank = (" ", ())
    return [blank, *line, blank]


def _rows(viewport: Viewport, layers: Layers, width: int, height: int) -> Iterator[Line]:
    """What stands in each line of the article's room, with its gutter."""
    layout = viewport.layout
    gutter = Gutter(layout, viewport.top, height) if layout is not None and viewport.columns.gutter else None
    for y in range(height):
        row = viewport.top + y
        if layout is None or row >= layout.rows:
            yield [(" " * width, ())]
        else:
            cell = gutter.cell(y, (), None) if gutter else None
            caret = viewport.cursor if row == viewport.row else None
            yield row_line(layout, viewport.columns, row, cell, layers, caret)
