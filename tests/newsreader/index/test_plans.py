"""What is asked of the index for an article that comes in or is read anew goes through no table that grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from named import named

from newsreader.article import Origin, OriginKind
from newsreader.index.index import Index
from newsreader.sources import from_text
from newsreader.store.library import Library, library_file

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
