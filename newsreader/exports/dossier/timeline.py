"""The timeline of a dossier as CSV: a row for each date beside it and each entry of one’s own, in order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.dossier.model import OwnEntry
from newsreader.exports.format import DossierFormat
from newsreader.exports.text import cell, rows

if TYPE_CHECKING:
    from newsreader.dossier.model import Dated, Dossier

HEAD = ("first", "last", "doubt", "text", "words", "whose", "written", "article", "title", "source", "location")


def _write(dossier: Dossier) -> str:
    return rows([HEAD, *map(_row, dossier.dates)])


def _row(each: Dated | OwnEntry) -> tuple[object, ...]:
    days = each.first, each.last, cell(each.doubt)
    if isinstance(each, OwnEntry):
        return (*days, cell(each.text), "", cell(each.person or "you"), f"{each.created:%Y-%m-%d}", "", "", "", "")
    source = each.sentence.source
    named = map(cell, (source.title, source.paper, source.location))
    return (*days, cell(each.sentence.text), cell(each.sentence.words), "article", source.day, source.id, *named)


FORMAT = DossierFormat(name="timeline", about="a table of dates and your entries", suffix=".csv", write=_write)
