"""What is asked of the index for an article that comes in, or all the time, goes through no table that grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from named import named

from newsreader.article import Origin, OriginKind
from newsreader.index.asking import Once
from newsreader.index.found import Anchor, Order
from newsreader.index.index import Index
from newsreader.query.fields import ARTICLES
from newsreader.query.parser import parse
from newsreader.sources import from_text
from newsreader.store.library import Library, library_file
from newsreader.store.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALL = {"state", "said", "fold"}
"""Tables that are as long as what the person says, or shorter."""


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.open() as library:
        yield library


def take_in(library: Library, index: Index, number: int, written: str, rules: str) -> None:
    plain, analysis = named(written)
    article = from_text(plain.text, origin=Origin(OriginKind.RECORD, f"r{number}"))
    with library.writing() as unit:
        record = unit.articles.remember(article)
    index.follow(library)
    assert index.name(record, article, analysis, rules)


def plans(index: Index, asked: list[str]) -> Iterator[tuple[str, str]]:
    """What is asked, each with a step of how it is answered."""
    for sql in dict.fromkeys(asked):
        if sql.split()[0] in ("SELECT", "UPDATE", "DELETE", "INSERT"):
            for *_, step in index._connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall():
                yield sql, step


def test_no_table_is_gone_through_for_an_article(library: Library) -> None:
    with Index.open(library_file()) as index:
        asked: list[str] = []
        index._connection.set_trace_callback(asked.append)
        met = "{person: Karin Ahlström} ({person: Ahlström = Karin Ahlström}) met {place: Oslo}"
        for number in range(3):
            take_in(library, index, number, f"{met}, day {number}.", "rules")
        take_in(library, index, 1, f"{met}, day 1.", "other rules")
        index._connection.set_trace_callback(None)
        for sql, step in plans(index, asked):
            kind, table = step.split()[:2]
            assert kind != "SCAN" or table in SMALL, (sql, step)
            assert not step.endswith("(category=?)"), (sql, step)


def test_what_is_asked_again_and_again_looks_at_no_article_that_it_is_not_about(library: Library) -> None:
    """Not whether there is something new, nor what is left to read, nor how much a list has and where one is in it."""
    unread = Once(parse("is:unread", ARTICLES).condition)
    titled = Anchor("Quay", 1)
    with Index.open(library_file()) as index:
        asked: list[str] = []
        index._connection.set_trace_callback(asked.append)
        index.is_current(Standing(0, 0, (0, 0), ""))
        index.unnamed("rules", 20)
        index.count_unnamed("rules")
        index.search.count(unread)
        index.search.rank(unread, Order.NEWEST, Anchor("2024-06-19", 1))
        for backwards in (False, True):
            index.search.window(unread, Order.TITLE, titled, 20, backwards=backwards)
        index.search.window(parse("is:story", ARTICLES).condition, Order.NEWEST, None, 20)
        index._connection.set_trace_callback(None)
        for sql, step in plans(index, asked):
            # Few are outdated, and that index has these alone.
            assert not step.startswith("SCAN article") or step.endswith("article_outdated"), (sql, step)
            assert "outdated" not in sql or "article_rules" not in step, (sql, step)
