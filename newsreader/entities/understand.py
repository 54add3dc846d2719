"""The document pass: what the recogniser found paragraph by paragraph becomes the analysis of an article.

Pure Python over mentions and text, no spaCy; the same input gives the same output. A caller that gets its paragraphs
one after the other calls `understand` again with all it has so far.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.article import ParagraphKind
from newsreader.entities.model import Analysis, Mention
from newsreader.entities.resolve import resolve

if TYPE_CHECKING:
    from newsreader.article import Article


def understand(article: Article, found: Mapping[int, Sequence[Mention]], *, model: str) -> Analysis:
    """Return the analysis of `article`.

    `found` maps the index of each paragraph that has been recognised to its mentions, with offsets relative to the
    start of that paragraph. `model` is the name and version of the pipeline.
    """
    mentions = [
        replace(mention, start=mention.start + paragraph.start, end=mention.end + paragraph.start)
        for index, paragraph in enumerate(article.paragraphs)
        for mention in found.get(index, ())
    ]
    return Analysis(
        text_sha256=article.sha256,
        model=model,
        entities=resolve(article.text, mentions),
        paragraphs_done=len(found),
        paragraphs_total=sum(p.kind is not ParagraphKind.FURNITURE for p in article.paragraphs),
    )
