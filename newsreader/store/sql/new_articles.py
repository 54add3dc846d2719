"""Puts articles into the tables that are not there yet, many with each statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.store.clock import now
from newsreader.store.records import ArticleRecord
from newsreader.store.sql.article_rows import COLUMNS, identify, row_of
from newsreader.store.sql.kept_values import stored_links, stored_paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.article import Article
    from newsreader.store.sql.connection import Connection, Engine

_ARTICLE = (
    f"INSERT INTO article (id, added, change, {', '.join(COLUMNS)}) VALUES (?, ?, ?, {', '.join('?' * len(COLUMNS))})"
)
_VERSION = "INSERT INTO version (id, article_id, sha256, paragraphs, links, first_seen) VALUES (?, ?, ?, ?, ?, ?)"


def add_all(connection: Connection, engine: Engine, articles: Sequence[Article]) -> list[ArticleRecord]:
    """See `protocols.Articles`. Every statement is carried out for all before the next one is."""
    count, at = len(articles), now()
    numbers, versions, changes = (engine.numbers(what, count) for what in ("article", "version", "change"))
    connection.executemany(
        _ARTICLE,
        [(number, at, change, *row_of(each)) for number, change, each in zip(numbers, changes, articles, strict=True)],
    )
    engine.keep_texts(articles)
    connection.executemany(
        _VERSION,
        [
            (version, number, each.sha256, stored_paragraphs(each.paragraphs), stored_links(each.links), at)
            for version, number, each in zip(versions, numbers, articles, strict=True)
        ],
    )
    connection.executemany("UPDATE article SET version_id = ? WHERE id = ?", [*zip(versions, numbers, strict=True)])
    connection.executemany(
        "INSERT INTO identity (key, article_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(identify(each), number) for number, each in zip(numbers, articles, strict=True)],
    )
    connection.executemany("INSERT INTO newcomer (article_id) VALUES (?)", [(number,) for number in numbers])
    return [
        ArticleRecord(number, version, each.sha256)
        for number, version, each in zip(numbers, versions, articles, strict=True)
    ]
