"""The graph of a dossier as CSV for Gephi: a row for each node. `edges` has the other half."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.exports.dossier.graph import nodes
from newsreader.exports.format import DossierFormat
from newsreader.exports.text import cell, rows

if TYPE_CHECKING:
    from newsreader.dossier.model import Dossier

HEAD = ("Id", "Label", "Category", "Articles")


def _write(dossier: Dossier) -> str:
    return rows([HEAD, *((each.id, cell(each.label), each.category, each.articles) for each in nodes(dossier))])


FORMAT = DossierFormat(name="nodes", about="a table of who is in the graph, for Gephi", suffix=".csv", write=_write)
