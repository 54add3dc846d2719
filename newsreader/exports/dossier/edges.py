"""The graph of a dossier as CSV for Gephi: a row for each edge. `nodes` has the other half."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.exports.dossier.graph import edges
from newsreader.exports.format import DossierFormat
from newsreader.exports.text import cell, rows

if TYPE_CHECKING:
    from newsreader.dossier.model import Dossier

HEAD = ("Source", "Target", "Type", "Weight", "Articles", "Proof", "Article", "Day")


def _write(dossier: Dossier) -> str:
    found = (
        (one.source, one.target, "Undirected", one.weight, one.articles, cell(one.proof), cell(one.article), one.day)
        for one in edges(dossier)
    )
    return rows([HEAD, *found])


FORMAT = DossierFormat(name="edges", about="a table of who shares paragraphs, for Gephi", suffix=".csv", write=_write)
