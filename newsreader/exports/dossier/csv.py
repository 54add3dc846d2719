"""The mentions of a dossier as CSV, a row for each, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.exports.format import DossierFormat
from newsreader.exports.text import cell, rows

if TYPE_CHECKING:
    from newsreader.dossier.model import Dossier

HEAD = ("day", "article", "title", "source", "location", "words", "sentence", "start", "end")


def _write(dossier: Dossier) -> str:
    found = (
        (
            each.source.day,
            each.source.id,
            *map(cell, (each.source.title, each.source.paper, each.source.location, each.words, each.text)),
            each.start,
            each.end,
        )
        for each in dossier.mentions
    )
    return rows([HEAD, *found])


FORMAT = DossierFormat(name="csv", about="a table of mentions", suffix=".csv", write=_write)
