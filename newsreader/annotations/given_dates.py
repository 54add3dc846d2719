"""The dates that the person gave articles, for lists of articles, which open none of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.store.records import Stream

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from newsreader.store.library import Library
    from newsreader.store.protocols import Unit
    from newsreader.store.records import RecentArticle

_DATING = ("dated", "joined")
"""The events that give an article a date: to itself, or to another that turned out to be the same."""


def with_given_dates(library: Library, articles: Iterable[RecentArticle]) -> list[RecentArticle]:
    """`articles`, each with the day of publication that the person gave it in place of its own, if there is one."""
    with library.reading() as unit:
        dated = {stream.article for stream in unit.journal.streams(_DATING)}
        return [_dated(unit, each) if each.article_id in dated else each for each in articles]


def _dated(unit: Unit, article: RecentArticle) -> RecentArticle:
    published = _published(unit, article.article_id)
    return replace(article, published=published, published_from=None) if published else article


def _published(unit: Unit, article: int) -> date | None:
    # Reading journals takes modules that a list without such dates need not load.
    from newsreader.annotations.fold import read

    return read(unit, Stream.of(article)).published
