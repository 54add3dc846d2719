"""What a panel is and what it shows, as plain data, and how its lines are drawn. Nothing here needs Textual.

A panel is declared once, as a `Panel`. From what there is to show of an article, and from what the reader chose, it
makes a `PanelFace`, which the widget and the first frame draw with the same functions.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.base.cell_text import cut, cut_start, pad
from tui.base.commands import command
from tui.base.widths import cell_len
from tui.panels.list_rows import Rows, list_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from newsreader.annotations.model import Annotation
    from newsreader.entity import Analysis
    from tui.base.style_book import Line
    from tui.panels.listed import Listed, NewsMarks
    from tui.panels.remark_face import Remarks


@dataclass(frozen=True, slots=True)
class Published:
    """The article's own date, which stands among the others."""

    day: date | None = None
    sign: str = ""
    """Whose word it is, if not the article's own."""
    guessed: bool = False
    """Whether nothing states it."""


@dataclass(frozen=True, slots=True, eq=False)
class Contents:
    """All that there is to show of an article, or of a list of articles, in panels, as far as it is known."""

    text: str = ""
    analysis: Analysis | None = None
    """What has been found so far, as the person has it."""
    signs: Mapping[str, str] = field(default_factory=dict)
    """What stands behind the names of entities that are not just as the machine has them, by their ids."""
    mention_signs: Mapping[int, str] = field(default_factory=dict)
    """What stands before mentions that are not just as the machine has them, by their starts."""
    published: Published = Published()
    annotations: Sequence[Annotation] = ()
    listed: Listed | None = None
    """What is in the articles of a list, in place of all that is of one article; None until that is known."""
    news: NewsMarks | None = None
    """Which of these names are marked as new, risen or watched; None until that is known."""
    remarks: Remarks | None = None
    """What was written on all articles, as far as it has been read."""
    active: str | None = None
    """The id of the entity whose mentions are the active matches."""
    status: str = ""
    """Why nothing is known yet, or what is being waited for."""
    colour_words: bool = False
    """Whether colours are to be named, since none can be shown."""

    @property
    def complete(self) -> bool:
        """Whether all is read, so that nothing more will be found."""
        return self.listed is not None or (self.analysis is not None and self.analysis.complete)


@dataclass(frozen=True, slots=True)
class Choices:
    """How the reader wants a panel's list."""

    order: str
    wanted: str = ""
    """What the list is filtered by."""
    doubtful: bool = False
    """Whether it has what is doubtful, too."""
    expanded: frozenset[str] = frozenset()
    """The ids of entities whose mentions are listed."""


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """The declaration of a panel: all that there is to say of it but how its heading is coloured.

    That is said for `panel--` and its name in `tui.base.component_styles`.
    """

    name: str
    command: str
    """The id of the command that goes to it, whose first key stands in the heading."""
    sign: str
    """A shape that tells it apart without colour."""
    title: str
    orders: tuple[str, ...]
    """How it can be sorted, the order at the start first."""
    face: Callable[[Panel, Contents, Choices], PanelFace]
    """Makes its face of what there is to show."""
    shows: tuple[str, ...]
    """The parts of `Contents` that its rows are made of."""
    commands: tuple[str, ...] = ()
    """The commands for rows that have a meaning here, without `panel.`, beside those that every panel has."""
    found: bool = False
    """Whether its rows come by and by while the article is read; one that is left alone then stays at its top."""
    filter_help: str = ""
    """What can be typed into the filter besides words."""

    @property
    def key(self) -> str:
        """The key that goes to it."""
        return command(self.command).keys[0]

    @property
    def id(self) -> str:
        """What style sheets call its widget."""
        return f"panel-{self.name}"


@dataclass(frozen=True, slots=True, eq=False)
class PanelFace:
    """All that a panel shows at one moment."""

    panel: Panel
    rows: Rows
    total: str
    """How many there are: `2/40` when a filter leaves 2 of 40."""
    order: str = ""
    """How the list is sorted; empty if there is nothing to sort."""
    news: tuple[str, ...] = ()
    """How many of its rows are new, in words, the longest form first; none if none is."""
    nothing: str = "none found"
    """What stands in place of an empty list."""
    need: int = 2
    """How many rows the panel would fill if it had as many as it likes, whatever the filter leaves."""
    known: bool = True
    """Whether anything is known of the article; until then there is no saying that nothing was found."""
    progress: tuple[int, int] | None = None
    """How many paragraphs have been read, and of how many; None when all are."""
    status: str = ""
    """Why nothing is known yet, or what is being waited for."""
    speaks: bool = True
    """Whether this panel is the one that says how far the reading is, and why nothing is known."""
    offered: bool = True
    """Whether it is in sight before the reader goes there."""

    @property
    def count(self) -> str:
        """What stands at the right end of the heading: a dash while nothing is known."""
        return self.total if self.known else "–"

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the heading says quietly, the longest form first: how far the reading is, else how it is sorted."""
        if self.progress and self.speaks and not self.status:
            done, total = self.progress
            share = f"{100 * done // total} %"
            return f"reading… {done:,} of {total:,} paragraphs", f"reading… {share}", f"{share} read"
        order = (self.order,) if self.order else ()
        if not self.news:
            return order
        # Where there is room for one of them, an order that the reader chose goes first.
        alone = order if self.order != self.panel.orders[0] else self.news
        return (" · ".join((self.news[0], *order)), *alone)

    @property
    def empty(self) -> str:
        """The words that stand in place of an empty list."""
        if not self.known:
            return self.status if self.speaks else ""
        return "" if self.progress else self.nothing


def heading(face: PanelFace, width: int, *, focused: bool = False) -> Line:
    """The heading of a panel: its key, shape and title, the first of the remarks that fits, and the count."""
    panel, count = face.panel, face.count
    name = cut(f"{panel.key} {panel.sign} {panel.title} ", width - cell_len(count) - 1)
    number = cut(f" {count} ", width - cell_len(name))
    room = width - cell_len(name) - cell_len(number)
    remark = next((f" {each} " for each in face.remarks if cell_len(each) + 4 <= room), "")
    behind = "─" if remark else ""
    strong = ("panel--heading", f"panel--{panel.name}", *(("panel--heading-focused",) if focused else ()))
    rule = ("panel--rule", *(("panel--rule-focused",) if focused else ()))
    line = "─" * (room - cell_len(remark + behind))
    return [(name, strong), (line, rule), (remark, ("panel--quiet",)), (behind, rule), (number, strong)]


def filter_line(panel: Panel, wanted: str, width: int, *, typing: bool) -> Line:
    """The row in which the filter is typed."""
    caret = "▏" if typing else ""
    if not wanted:
        caret = f"{caret} {panel.filter_help}".rstrip()
    return [(pad(f"/{cut_start(wanted, width - 3)}{caret}", width), ("panel--filter",))]


def panel_lines(face: PanelFace, width: int, height: int, *, head: bool = True) -> Iterator[Line]:
    """The panel from the top of its list in `height` lines of `width` cells, as it stands when nobody is in it."""
    if head and height:
        yield heading(face, width)
    page = max(0, height - head)
    for line in range(page):
        yield list_line(face.rows, line, width, page=page, empty=face.empty)
