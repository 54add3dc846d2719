"""What the status line says of the panel that has the focus, and which of its keys do something there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.counting import counted
from newsreader.entity import Category
from newsreader.sanitise import printable
from tui.base.captions import published
from tui.panels.entity_order import calendar_value
from tui.panels.note_text import describe
from tui.panels.requests import request
from tui.reader.provenance import about

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreader.entity import Entity
    from tui.panels.list_panel import ListPanel
    from tui.reader.reader_context import ReaderContext


def words(context: ReaderContext, panel: ListPanel) -> tuple[str, str]:
    """What the cursor of the panel is on, and what there is to say of it; while a filter is typed, that."""
    if panel.filtering:
        return "", _filter(panel)
    target = panel.target
    if target is None:
        return panel.panel.title, panel.empty
    if target.kind == "article date":
        day = published(context.reading.dated.metadata) if context.reading else ""
        return "Date of the article", day or "not known"
    if target.kind == "annotation":
        annotation = context.annotation(target.id)
        return "", describe(annotation) if annotation else ""
    entity = context.entity(target.id)
    return (printable(entity.name), " · ".join(_about(context, entity, target.mention))) if entity else ("", "")


def _filter(panel: ListPanel) -> str:
    title = panel.panel.title
    if not panel.choices.wanted:
        return f"{title} with {panel.panel.filter_help or 'a part of a name'}"
    return f"{title} with “{printable(panel.choices.wanted)}”: {panel.face.total.replace('/', ' of ')}"


def _about(context: ReaderContext, entity: Entity, mention: int | None) -> Iterator[str]:
    reading, count = context.reading, len(entity.mentions)
    if mention is not None:
        yield f"mention {mention + 1} of {count}"
    if entity.category is Category.DATE and (value := calendar_value(entity)) not in ("", entity.name):
        yield value
    if mention is None:
        yield f"{counted(count, 'mention')}{' so far' if reading is not None and reading.partial else ''}"
    if reading is not None and (whose := about(reading.corrected, entity.id)):
        yield whose
    if entity.aliases:
        yield f"also {', '.join(f'“{printable(each)}”' for each in entity.aliases)}"


def have_meaning(panel: ListPanel, ids: Iterable[str]) -> tuple[str, ...]:
    """Leave of the commands of these ids those that do something in a panel as it is now."""
    return tuple(each for each in ids if _has_meaning(panel, *each.split(".")))


def _has_meaning(panel: ListPanel, context: str, name: str) -> bool:
    target = panel.target
    match name:
        case _ if context != "panel":
            return True
        case "expand":
            return target is not None and target.kind == "entity" and target.id not in panel.choices.expanded
        case "collapse":
            return target is not None and target.id in panel.choices.expanded
        case "leave":
            return panel.filtering or bool(panel.choices.wanted)
        case "filter" | "sort":
            return len(panel.rows) > 1 or bool(panel.choices.wanted)
        case "choose" if panel.filtering:
            return len(panel.rows) > 0
        case _:
            return request(name, target) is not None
