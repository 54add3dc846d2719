"""The index that follows beside: what comes in is found, whatever becomes of the process."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest

from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.index import beside
from newsreader.index.beside import COMMAND, FollowingBeside
from newsreader.index.index import Index
from newsreader.query.fields import ARTICLES
from newsreader.query.parser import parse
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.open() as library:
        yield library


@pytest.fixture
def index() -> Iterator[Index]:
    with Index.open_default() as index:
        yield index


def bring(library: Library, *numbers: int) -> None:
    with library.writing() as unit:
        for number in numbers:
            text = f"Ferry {number} was late."
            origin = Origin(OriginKind.URL, f"https://news.example/{number}")
            unit.articles.remember(Article(text, (Paragraph(0, len(text)),), Metadata(), origin))


def found(index: Index) -> int:
    return index.search.count(parse("ferry", ARTICLES).condition)


def test_little_starts_no_process(library: Library, index: Index) -> None:
    with FollowingBeside(library, index, nullcontext(), ["/no/such/program"]) as following:
        bring(library, 1, 2)
        following.look()
        assert found(index) == 2
        bring(library, 3)
        following.look()
    assert found(index) == 3


@pytest.mark.parametrize(
    "command",
    [COMMAND, [sys.executable, "-c", "pass"], [sys.executable, "-c", "input(); raise SystemExit(1)"], ["/no/program"]],
    ids=["well", "ended", "failed", "missing"],
)
def test_all_is_known_in_the_end(
    command: list[str], library: Library, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "MANY", 1)
    with FollowingBeside(library, index, nullcontext(), command) as following:
        for number in range(4):
            bring(library, number)
            following.look()
    assert found(index) == 4


def test_the_process_leaves_nothing_to_do(library: Library, index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "MANY", 1)
    following = FollowingBeside(library, index, nullcontext())
    bring(library, 1)
    following.look()
    following.look()
    bring(library, 2)
    following.__exit__()
    assert index.follow(library) == 0
    assert found(index) == 2
