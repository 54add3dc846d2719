"""What the keys of a panel do with its list, its filter and the row of the cursor."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tui.panels.requests import PanelLeft, request

if TYPE_CHECKING:
    from tui.base.command_registry import Handler
    from tui.panels.list_panel import ListPanel


def panel_commands(panel: ListPanel) -> dict[str, Handler]:
    """The commands that have a meaning in `panel`, by their ids."""
    known = {"expand": _expand, "collapse": _collapse, "show_doubtful": _show_doubtful}
    own: dict[str, Handler] = {
        f"panel.{name}": partial(known[name], panel) if name in known else partial(_ask, panel, name)
        for name in panel.panel.commands
    }
    return own | {
        "panel.choose": partial(_choose, panel),
        "panel.filter": lambda: panel.type_filter(True),
        "panel.sort": partial(_sort, panel),
        "panel.leave": partial(_leave, panel),
    }


def _ask(panel: ListPanel, command: str) -> None:
    """Ask the screen to do something with what the row of the cursor stands for."""
    message = request(command, panel.target)
    if message is not None:
        panel.post_message(message)


def _choose(panel: ListPanel) -> None:
    """Choose the row of the cursor, which ends a filter of what is found; where that leaves no row, stop typing."""
    if not len(panel.rows):
        panel.type_filter(False)
        return
    panel.used = True
    _ask(panel, "choose")
    if panel.panel.found and (panel.filtering or panel.choices.wanted):
        panel.filtering = False
        panel.list_by(replace(panel.choices, wanted=""))
        panel.show_cursor()


def _expand(panel: ListPanel) -> None:
    """List the mentions of the cursor's entity; again, go to the first of them."""
    target = panel.target
    if target is None or target.kind != "entity" or target.mention is not None:
        return
    if target.id in panel.choices.expanded:
        panel.move_to(panel.cursor + 1)
        return
    before = len(panel.rows)
    panel.list_by(replace(panel.choices, expanded=panel.choices.expanded | {target.id}))
    last = panel.cursor + min(len(panel.rows) - before, panel.page - 1)
    if last >= panel.scroll_offset.y + panel.page:
        panel.scroll_list(last - panel.page + 1)


def _collapse(panel: ListPanel) -> None:
    """Close the list of mentions the cursor is in; the cursor goes to their entity."""
    target = panel.target
    if target is None or target.id not in panel.choices.expanded:
        return
    if target.mention is not None:
        panel.move_to(panel.cursor - target.mention - 1)
    panel.list_by(replace(panel.choices, expanded=panel.choices.expanded - {target.id}))


def _sort(panel: ListPanel) -> None:
    """Sort by the next order."""
    orders = panel.panel.orders
    following = orders[(orders.index(panel.choices.order) + 1) % len(orders)]
    panel.list_by(replace(panel.choices, order=following))
    panel.show_cursor()


def _show_doubtful(panel: ListPanel) -> None:
    """Show or hide the entities of which every mention is doubtful."""
    panel.list_by(replace(panel.choices, doubtful=not panel.choices.doubtful))
    panel.show_cursor()


def _leave(panel: ListPanel) -> None:
    """Clear the filter, or leave when there is none."""
    if panel.filtering or panel.choices.wanted:
        panel.filter_by("", typing=False)
    else:
        panel.post_message(PanelLeft())
