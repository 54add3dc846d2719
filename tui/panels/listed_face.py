"""The panels beside a list of articles: the people, places, organisations and dates in what is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.entity import Category
from tui.base.cell_text import cut, fold, one_line, pad
from tui.base.marks import NEW
from tui.base.widths import cell_len
from tui.panels.entity_order import Order
from tui.panels.entity_rows import SIGNS
from tui.panels.face import Choices, Contents, Panel, PanelFace
from tui.panels.list_rows import Rows, Target
from tui.panels.listed import NewsMarks

if TYPE_CHECKING:
    from collections.abc import Container, Hashable, Iterable, Sequence

    from tui.base.style_book import Components, Line
    from tui.panels.listed import ListedItem

ALIKE = 10_000
"""The rows that each of these panels would like to have, so that all get the same and none moves when others change."""

NARROWEST = 16
"""Cells of a row from which on it has marks beside names."""
NO_MARKS = NewsMarks()
MORE = "+"
"""Stands behind a number while there may be more."""


class ListedRows(Rows):
    """A row for each name or day, with the number of articles; what the list is narrowed by is marked, and the news."""

    def __init__(
        self,
        items: Sequence[ListedItem],
        narrowed: Container[str],
        components: Components,
        more: str = "",
        marks: NewsMarks = NO_MARKS,
    ) -> None:
        """Take them in their order; `components` are how those in `narrowed` are drawn, by what they ask.

        `more` stands behind each number.
        """
        self._more = more
        self._marks = marks
        self._figures = max((cell_len(self._figure(each)) for each in items), default=0)
        self._items = items
        self._narrowed = narrowed
        self._strong: Components = ("panel--active", *components)
        self._places = {each.id: place for place, each in enumerate(items)}

    def __len__(self) -> int:
        return len(self._items)

    def item(self, row: int) -> ListedItem:
        """What the row shows."""
        return self._items[row]

    def target(self, row: int) -> Target | None:
        """What the row shows, by its id."""
        return Target("entity", self._items[row].id)

    def key(self, row: int) -> Hashable:
        """The id of what the row shows."""
        return self._items[row].id

    def number(self, key: Hashable) -> int | None:
        """The row of what has that id."""
        return self._places.get(str(key))

    def draw(self, row: int, width: int) -> Line:
        """A name or a day, and in how many articles it is."""
        item = self._items[row]
        active = item.asks in self._narrowed
        figure = cut(self._figure(item), max(0, width - 4))
        mark = self._marks.of(item.number)
        if mark and width >= NARROWEST:
            mark, figure = f" {mark}", figure.rjust(self._figures)
        else:
            mark = ""
        room = max(0, width - 2 - cell_len(figure) - cell_len(mark))
        return [
            ("▌" if active else " ", self._strong),
            (pad(cut(one_line(item.label), room), room), self._strong if active else ()),
            *([(mark, ("panel--news",))] if mark else []),
            (f" {figure}"[: max(0, width - 1)], ("panel--count",)),
        ]

    def _figure(self, item: ListedItem) -> str:
        return f"{item.articles:,}{self._more}"


def listed_face(panel: Panel, contents: Contents, choices: Choices) -> PanelFace:
    """List what is in the articles that are listed, as far as the filter leaves it."""
    listed, category = contents.listed, Category(panel.name)
    items = listed.items.get(category, ()) if listed else ()
    left = _ordered(_matching(items, choices.wanted), choices.order)
    counting = "" if listed is None or listed.whole else MORE
    more = MORE if counting or (listed and category in listed.more) else ""
    of = f"/{len(items)}" if choices.wanted else ""
    marks = contents.news or NO_MARKS
    new = sum(each.number in marks.new for each in left)
    return PanelFace(
        panel,
        ListedRows(left, listed.narrowed if listed else (), (f"panel--{panel.name}",), counting, marks),
        total=f"{len(left)}{of}{more}",
        order="counting…" if counting else choices.order if items else "",
        news=(f"{new} {NEW}", NEW) if new and not counting else (),
        nothing="nothing matches" if choices.wanted else listed.nothing if listed else "",
        need=ALIKE,
        known=listed is not None,
        status=contents.status,
    )


def _matching(items: Sequence[ListedItem], wanted: str) -> Sequence[ListedItem]:
    needle = fold(wanted)
    return [each for each in items if any(needle in fold(name) for name in (each.label, *each.also))]


def _ordered(items: Iterable[ListedItem], order: str) -> Sequence[ListedItem]:
    match order:
        case Order.NAME:
            return sorted(items, key=lambda each: fold(each.label))
        case Order.TIME:
            return sorted(items, key=lambda each: each.first)
        case _:
            return list(items)


def _panel(category: Category, command: str, title: str, orders: tuple[Order, ...]) -> Panel:
    return Panel(
        category.value,
        command,
        SIGNS[category],
        title,
        orders=orders,
        face=listed_face,
        shows=("listed", "news"),
        commands=("widen",) if category is Category.DATE else ("widen", "dossier"),
        found=True,
    )


LISTED_PANELS = (
    _panel(Category.PERSON, "library.people", "People", (Order.COUNT, Order.NAME)),
    _panel(Category.PLACE, "library.places", "Places", (Order.COUNT, Order.NAME)),
    _panel(Category.ORGANISATION, "library.organisations", "Organisations", (Order.COUNT, Order.NAME)),
    _panel(Category.DATE, "library.dates", "Dates", (Order.COUNT, Order.TIME)),
)
"""A panel for each category."""
