"""The panels of entities: one for each category."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.entity import Category
from tui.panels.entity_order import ARTICLE, Order, is_doubtful, is_left_out, matching, ordered, timeline
from tui.panels.entity_rows import SIGNS, EntityRows
from tui.panels.face import Choices, Contents, Panel, PanelFace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.entity import Entity
    from tui.panels.entity_order import Landmark

COMMANDS = ("preview", "expand", "collapse", "show_doubtful", "note", "correct", "reject", "merge", "dossier")
"""The commands that have a meaning for entities."""


LEFT_OUT = "none; . shows what is left out"
"""What stands in place of a list that has only what is left out."""


def entity_face(panel: Panel, contents: Contents, choices: Choices) -> PanelFace:
    """List the entities of the panel's category: those that the filter leaves, and on demand what is left out.

    Dates are a timeline with the article's own in its place, or first in another order.
    """
    analysis = contents.analysis
    entities = [each for each in analysis.entities if each.category == panel.name] if analysis else []
    shown = [entity for entity in entities if choices.doubtful or not is_left_out(entity)]
    left = ordered(matching(shown, choices.wanted) if choices.wanted else shown, Order(choices.order))
    rows = _with_landmarks(left, contents, choices) if panel.name == Category.DATE else left
    mentions = sum(len(entity.mentions) for entity in entities if entity.id in choices.expanded)
    left_out = [] if choices.doubtful else [entity for entity in entities if is_left_out(entity)]
    reading = analysis is not None and not analysis.complete
    return PanelFace(
        panel,
        EntityRows(rows, choices.expanded, contents, (f"panel--{panel.name}",)),
        total=f"{_count(len(left), len(shown), choices, reading=reading)}{_more(left_out)}",
        order=choices.order if entities else "",
        nothing="nothing matches" if choices.wanted else LEFT_OUT if left_out else "none found",
        need=1 + max(1, len(shown) + mentions) + len(rows) - len(left),
        known=analysis is not None,
        progress=(analysis.paragraphs_done, analysis.paragraphs_total) if analysis and reading else None,
        status=contents.status,
    )


def _more(left_out: Sequence[Entity]) -> str:
    """How many are left out; a `?` says that all of them are doubtful."""
    return f" +{len(left_out)}{'?' if all(map(is_doubtful, left_out)) else ''}" if left_out else ""


def _count(left: int, shown: int, choices: Choices, *, reading: bool) -> str:
    """How many the filter leaves and of how many, of which there may be more while the article is being read."""
    return f"{left}{f'/{shown}' if choices.wanted else ''}{'+' if reading else ''}"


def _with_landmarks(dates: list[Entity], contents: Contents, choices: Choices) -> Sequence[Entity | Landmark]:
    if not dates or choices.wanted:
        return dates
    return timeline(dates, contents.published.day) if choices.order == Order.TIME else [ARTICLE, *dates]


def _panel(category: Category, command: str, title: str, orders: tuple[Order, ...], *shows: str) -> Panel:
    return Panel(
        category.value,
        command,
        SIGNS[category],
        title,
        orders=orders,
        face=entity_face,
        shows=("analysis", "signs", *shows),
        commands=COMMANDS,
        found=True,
    )


_ORDERS = (Order.COUNT, Order.FIRST, Order.NAME)

ENTITY_PANELS = (
    _panel(Category.PERSON, "reader.people", "People", _ORDERS),
    _panel(Category.PLACE, "reader.places", "Places", _ORDERS),
    _panel(Category.ORGANISATION, "reader.organisations", "Organisations", _ORDERS),
    _panel(Category.DATE, "reader.dates", "Dates", (Order.TIME, Order.FIRST, Order.COUNT), "published"),
)
"""A panel for each category; that of dates is a timeline."""
