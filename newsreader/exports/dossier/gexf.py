"""The graph of a dossier as GEXF 1.3 (https://gexf.net), for Gephi and networkx."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from newsreader.exports.dossier.graph import edges, nodes
from newsreader.exports.format import DossierFormat
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.dossier.model import Dossier

_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OF_NODES = (("category", "string"), ("articles", "integer"))
_OF_EDGES = (("articles", "integer"), ("proof", "string"), ("article", "string"), ("day", "string"))


def _write(dossier: Dossier) -> str:
    return "\n".join(_lines(dossier)) + "\n"


def _lines(dossier: Dossier) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">'
    yield f"<meta><creator>newsreader</creator><description>{_quoted(dossier.name)[1:-1]}</description></meta>"
    yield '<graph mode="static" defaultedgetype="undirected">'
    yield from _declared("node", _OF_NODES)
    yield from _declared("edge", _OF_EDGES)
    yield "<nodes>"
    for node in nodes(dossier):
        yield f'<node id="{node.id}" label={_quoted(node.label)}>'
        yield _values(node.category, node.articles)
        yield "</node>"
    yield "</nodes><edges>"
    for number, edge in enumerate(edges(dossier)):
        yield f'<edge id="{number}" source="{edge.source}" target="{edge.target}" weight="{edge.weight}">'
        yield _values(edge.articles, edge.proof, edge.article, edge.day)
        yield "</edge>"
    yield "</edges></graph></gexf>"


def _declared(kind: str, attributes: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield f'<attributes class="{kind}">'
    for number, (title, form) in enumerate(attributes):
        yield f'<attribute id="{number}" title="{title}" type="{form}"/>'
    yield "</attributes>"


def _values(*values: object) -> str:
    known = ((number, value) for number, value in enumerate(values) if value not in (None, ""))
    made = (f'<attvalue for="{number}" value={_quoted(str(value))}/>' for number, value in known)
    return f"<attvalues>{''.join(made)}</attvalues>"


def _quoted(text: str) -> str:
    return quoteattr(_NO_XML.sub("�", printable(text)))


FORMAT = DossierFormat(name="gexf", about="GEXF: the company as a graph", suffix=".gexf", write=_write)
