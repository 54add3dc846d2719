"""The document pass: what the recogniser found paragraph by paragraph becomes the analysis of an article.

Pure Python over mentions and text, no spaCy; the same input gives the same output. A caller that gets its paragraphs
one after the other calls `understand` again with all it has so far.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.article import ParagraphKind
from newsreader.entities.evidence import vote
from newsreader.entities.mentions import all_named
from newsreader.entities.model import Analysis, Category, Mention
from newsreader.entities.propagation import propagate
from newsreader.entities.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsreader.article import Article


def understand(article: Article, found: Mapping[int, Sequence[Mention]], *, model: str) -> Analysis:
    """Return the analysis of `article`.

    `found` maps the index of each paragraph that has been recognised to its mentions, with offsets relative to the
    start of that paragraph. `model` is the name and version of the pipeline.
    """
    mentions = _in_article(article, found)
    names = all_named(article.text, mentions)
    names = vote(article.text, names)
    spans = [(article.paragraphs[index].start, article.paragraphs[index].end) for index in sorted(found)]
    names = propagate(article.text, names, spans, _dates(mentions))
    finished = [name.mention() for name in names]
    return Analysis(
        text_sha256=article.sha256,
        model=model,
        entities=resolve(article.text, [*finished, *_dates(mentions)]),
        paragraphs_done=len(found),
        paragraphs_total=sum(p.kind is not ParagraphKind.FURNITURE for p in article.paragraphs),
    )


def _in_article(article: Article, found: Mapping[int, Sequence[Mention]]) -> list[Mention]:
    """Return all mentions with offsets into the article's text, in order."""
    return [
        replace(mention, start=mention.start + paragraph.start, end=mention.end + paragraph.start)
        for index, paragraph in enumerate(article.paragraphs)
        for mention in found.get(index, ())
    ]


def _dates(mentions: Sequence[Mention]) -> list[Mention]:
    return [mention for mention in mentions if mention.category is Category.DATE]
