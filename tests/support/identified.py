"""What is one thing over some articles, worked out from all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.identities.claims import claims_of
from newsreader.identities.stream import Stream
from newsreader.index.content import NameIn, names_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsreader.article import Article
    from newsreader.entity import Analysis


def identified(articles: Mapping[int, tuple[Article, Analysis]]) -> dict[int, dict[str, list[NameIn]]]:
    """For each article the names in it, by what they are taken for over all of them."""
    stream, claims = Stream(), {}
    for number, (article, analysis) in articles.items():
        certain = {name.entity for name in names_in(analysis, article.text)}
        claims[number] = [claim for claim in claims_of(article, analysis) if claim.entity in certain]
        stream.add(claims[number])
    known = stream.identities()
    found: dict[int, dict[str, list[NameIn]]] = {}
    for number, (article, analysis) in articles.items():
        # A name that says little is one row of the index in all articles.
        ids = {claim.entity: known.of(claim, article.sha256).partition("@")[0] for claim in claims[number]}
        here = found.setdefault(number, {})
        for name in names_in(analysis, article.text):
            here.setdefault(ids[name.entity], []).append(name)
    return found
