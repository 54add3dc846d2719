"""The dates that the person gave articles, for lists of articles, which open none of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.store import journal

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import date

    from newsreader.store.library import Library
    from newsreader.store.records import RecentArticle


def with_given_dates(library: Library, articles: Iterable[RecentArticle]) -> list[RecentArticle]:
    """`articles`, each with the day of publication that the person gave it in place of its own, if there is one."""
    with library.database.read() as connection:
        dated = {row[0] for row in connection.execute(_DATED)}
        return [_dated(connection, each) if each.article_id in dated else each for each in articles]


_DATED = "SELECT DISTINCT article_id FROM event WHERE kind IN ('dated', 'joined')"
"""The articles that may have such a date: it was given to them, or to another that turned out to be the same."""


def _dated(connection: sqlite3.Connection, article: RecentArticle) -> RecentArticle:
    published = _published(connection, article.article_id)
    return replace(article, published=published) if published else article


def _published(connection: sqlite3.Connection, article_id: int) -> date | None:
    # Reading journals takes modules that a start screen without such dates need not load.
    from newsreader.annotations.events import decode
    from newsreader.annotations.fold import fold

    return fold(decode(entry) for _, entry in journal.after(connection, article_id, 0)).published
