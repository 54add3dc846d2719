"""Readwise: the table of highlights of its export, which knows articles by their titles, and that of its Reader.

What its API exports is in `readwise_api`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.model import COLOURS
from newsreader.exports.annotations.imported import ImportedAnnotation
from newsreader.intake.elsewhere import readwise_api
from newsreader.intake.elsewhere.items import LeftOut, SavedArticle, labels, line, web_address
from newsreader.intake.elsewhere.moments import moment, stamp
from newsreader.intake.elsewhere.program import Program
from newsreader.intake.elsewhere.tables import heading, rows
from newsreader.sources.decode import beginning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.intake.elsewhere.bundle import Bundle
    from newsreader.intake.elsewhere.items import Item
    from newsreader.intake.elsewhere.tables import Row

_HIGHLIGHTS = frozenset(("highlight", "book title", "highlighted at"))
_READER = frozenset(("title", "url", "document tags", "saved date", "reading progress", "location"))
_DONE = 0.95
"""The share from which on an article counts as read."""


def _read(bundle: Bundle) -> Iterator[Item]:
    if _is_of_api(bundle):
        return readwise_api.read(bundle)
    if set(heading(bundle.head)) >= _READER:
        return map(_saved, rows(bundle))
    return _highlighted(rows(bundle))


def _saved(row: Row) -> Item:
    address = web_address(row.get("url"))
    if address is None:
        return LeftOut(*readwise_api.EMPTY)
    return SavedArticle(
        address=address,
        title=line(row.get("title")) or "",
        added=moment(row.get("saved date")),
        read=row.get("location", "").casefold() == "archive" or _share(row.get("reading progress", "")) >= _DONE,
        tags=labels(_listed(row.get("document tags", ""))),
    )


def _highlighted(table: Iterator[Row]) -> Iterator[Item]:
    """The articles of a table of highlights, each with all of its own, in the order of their first."""
    found: dict[str, list[Row]] = {}
    for row in table:
        title = line(row.get("book title"))
        if row.get("amazon book id"):
            yield LeftOut(*readwise_api.IN_BOOK)
        elif title is None or not row.get("highlight"):
            yield LeftOut(*readwise_api.EMPTY)
        else:
            found.setdefault(title, []).append(row)
    for title, its in found.items():
        yield SavedArticle(
            title=title,
            byline=line(its[0].get("book author")),
            tags=labels(tag for row in its for tag in _listed(row.get("document tags", ""))),
            annotations=tuple(_annotation(title, row) for row in its),
        )


def _annotation(title: str, row: Row) -> ImportedAnnotation:
    colour = row.get("color", "").casefold()
    return ImportedAnnotation(
        f"readwise:{title}:{row['highlight']}",
        text=row.get("note", ""),
        quote=row["highlight"],
        colour=colour if colour in COLOURS else COLOURS[0],
        tags=labels(_listed(row.get("tags", ""))),
        written=stamp(row.get("highlighted at")),
    )


def _listed(cell: str) -> list[str]:
    """Words with commas; the Reader writes them as a list of Python."""
    return [each.strip().strip("'\"") for each in cell.strip().strip("[]").split(",")]


def _share(cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        return 0.0


def _is_of_api(bundle: Bundle) -> bool:
    return bundle.is_single and readwise_api.MARK in beginning(bundle.head)


def _is_readwise(bundle: Bundle) -> bool:
    columns = set(heading(bundle.head)) if bundle.is_single else set()
    return columns >= _HIGHLIGHTS or columns >= _READER or _is_of_api(bundle)


PROGRAM = Program("readwise", "an export of Readwise", _is_readwise, _read)
