"""Some paragraphs of an article as an article of their own, so that what reads whole texts reads only these.

What is known of the first screen of a million words costs no more than what is known of a short article.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.article import Article, Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.entity import Entity, Mention

_BETWEEN = "\n\n"


class Excerpt:
    """The paragraphs `indices` of `article`, in order, a blank line between them."""

    def __init__(self, article: Article, indices: Sequence[int]) -> None:
        """Cut them out."""
        self._taken = [article.paragraphs[index] for index in indices]
        self._starts: list[int] = []
        start = 0
        for paragraph in self._taken:
            self._starts.append(start)
            start += paragraph.end - paragraph.start + len(_BETWEEN)
        self.article = Article(
            _BETWEEN.join(article.text[each.start : each.end] for each in self._taken),
            tuple(
                Paragraph(start, start + each.end - each.start, each.kind)
                for start, each in zip(self._starts, self._taken, strict=True)
            ),
            article.metadata,
            article.origin,
        )

    def put_back(self, entity: Entity) -> Entity:
        """Return an entity of the excerpt with its mentions where they are in the whole article."""
        return replace(entity, mentions=tuple(map(self._put_back, entity.mentions)))

    def _put_back(self, mention: Mention) -> Mention:
        place = bisect_right(self._starts, mention.start) - 1
        shift = self._taken[place].start - self._starts[place]
        return replace(mention, start=mention.start + shift, end=mention.end + shift)
