"""Articles put together so that each lot is about as much work as any other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreader.article import Article

CHARACTERS = 30_000
"""Code points of a lot: some ten articles of news and half a second of work, so that little is done again, and little
is waited for at the end. A longer article is a lot by itself."""
MOST = 50
"""Articles of a lot, however short they are."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Articles that one process analyses in one go."""

    articles: tuple[Article, ...]


def chunked(articles: Iterable[Article], characters: int = CHARACTERS) -> Iterator[Chunk]:
    """The articles in their order, each lot as soon as it is full."""
    lot: list[Article] = []
    length = 0
    for article in articles:
        if lot and (length + len(article.text) > characters or len(lot) == MOST):
            yield Chunk(tuple(lot))
            lot, length = [], 0
        lot.append(article)
        length += len(article.text)
    if lot:
        yield Chunk(tuple(lot))
