"""A dossier as a graph: the thing and its company, who shares how many paragraphs with it, and who of these meet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.dossier.model import Dossier


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody or something."""

    id: int
    label: str
    category: str
    articles: int
    """With the thing; of the thing itself, all of them."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two who share paragraphs."""

    source: int
    target: int
    weight: int
    """How many paragraphs they share."""
    articles: int | None
    """In how many articles; None where that is not counted."""
    proof: str
    """A sentence; empty for two of the company."""
    article: str
    """The title of the article that it is from, or of the newest with such a paragraph."""
    day: str


def nodes(dossier: Dossier) -> list[Node]:
    """The thing first."""
    own = Node(dossier.id, dossier.name, dossier.category.value, len(dossier.sources))
    return [own, *(Node(each.id, each.name, each.category.value, each.articles) for each in dossier.company)]


def edges(dossier: Dossier) -> list[Edge]:
    """From the thing to each of its company, and between those of it that share paragraphs with it and each other."""
    company = [
        Edge(dossier.id, each.id, each.paragraphs, each.articles, each.proof.text, source.title, source.day)
        for each in dossier.company
        for source in [each.proof.source]
    ]
    links = [
        Edge(each.one, each.other, each.paragraphs, None, "", each.source.title, each.source.day)
        for each in dossier.links
    ]
    return company + links
