"""What the status line of the library says of the panel that has the focus, and which of its keys help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.base.bar_lines import Hint
from tui.base.cell_text import one_line
from tui.panels.listed_face import ListedRows
from tui.reader.hints import hints_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.base.keymap import KeyMap
    from tui.panels.list_panel import ListPanel

OFFERED = ("panel.choose", "panel.dossier", "panel.filter", "panel.sort", "library.articles", "app.help")
_EMPTY = ("library.articles", "app.help")
_TYPING = ("panel.choose", "panel.leave")


def panel_hints(panel: ListPanel, keymap: KeyMap) -> Sequence[Hint]:
    """The keys that do something in a panel, or while its filter is typed."""
    typing = panel.filtering
    offered = _TYPING if typing else OFFERED if len(panel.rows) else _EMPTY
    hints = hints_for(offered, keymap, "panel", typing=typing)
    return [Hint(each.key, "narrow") if each.does == "go" else each for each in hints]


def about_row(panel: ListPanel) -> str:
    """The name or day with the cursor, with the other names that it has."""
    if not isinstance(panel.rows, ListedRows):
        return ""
    item = panel.rows.item(panel.cursor)
    also = ", ".join(f"“{one_line(each)}”" for each in item.also)
    return f"{one_line(item.label)}{f' · also {also}' if also else ''} · in {item.articles:,} of what is listed"
