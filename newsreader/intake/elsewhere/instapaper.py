"""Instapaper: the table of its export, with a folder and perhaps a chosen passage for each article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newsreader.exports.annotations.imported import ImportedAnnotation
from newsreader.intake.elsewhere.items import NO_ADDRESS, LeftOut, SavedArticle, labels, line, web_address
from newsreader.intake.elsewhere.moments import moment
from newsreader.intake.elsewhere.program import Program
from newsreader.intake.elsewhere.tables import heading, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.intake.elsewhere.bundle import Bundle
    from newsreader.intake.elsewhere.items import Item
    from newsreader.intake.elsewhere.tables import Row

_COLUMNS = frozenset(("url", "title", "selection", "folder", "timestamp"))
_OWN = frozenset(("unread", "starred", "archive"))
"""The folders that every account has; they are no tags."""


def _read(bundle: Bundle) -> Iterator[Item]:
    return map(_item, rows(bundle))


def _item(row: Row) -> Item:
    address = web_address(row.get("url"))
    if address is None:
        return LeftOut(*NO_ADDRESS)
    folder = row.get("folder", "")
    own = folder.casefold() if folder.casefold() in _OWN else ""
    return SavedArticle(
        address=address,
        title=line(row.get("title")) or "",
        added=moment(row.get("timestamp")),
        read=True if own == "archive" else None if own == "starred" else False,
        starred=own == "starred",
        tags=labels((*([] if own else [folder]), *_tags(row.get("tags", "")))),
        annotations=tuple(_passages(address, row.get("selection", ""))),
    )


def _tags(cell: str) -> list[object]:
    """A list as JSON writes it, or words with commas."""
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        return [*cell.split(",")]
    return found if isinstance(found, list) else []


def _passages(address: str, selection: str) -> Iterator[ImportedAnnotation]:
    if selection:
        yield ImportedAnnotation(f"instapaper:{address}:{selection}", quote=selection, colour="yellow")


def _is_instapaper(bundle: Bundle) -> bool:
    return bundle.is_single and set(heading(bundle.head)) >= _COLUMNS


PROGRAM = Program("instapaper", "an export of Instapaper", _is_instapaper, _read)
