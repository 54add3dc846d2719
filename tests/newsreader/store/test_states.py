"""Stars, tags, what is read and what was taken out."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.store.errors import LibraryError
from newsreader.store.library import Library
from newsreader.store.records import ArticleState, ReadingPlace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsreader.store.protocols import ArticleStates

ACTS: dict[str, tuple[Callable[[ArticleStates, list[int]], list[int]], ArticleState]] = {
    "star": (lambda states, which: states.star(which, True), ArticleState(starred=True)),
    "read": (lambda states, which: states.mark(which, True), ArticleState(read=True)),
    "unread": (lambda states, which: states.mark(which, False), ArticleState(read=False)),
    "tag": (lambda states, which: states.tag(which, "#To  Read"), ArticleState(tags=("to read",))),
    "set apart": (lambda states, which: states.set_apart(which, True), ArticleState(apart=True)),
    "take out": (lambda states, which: states.take_out(which), ArticleState(taken_out=True)),
}
BACK: dict[str, Callable[[ArticleStates, list[int]], list[int]]] = {
    "star": lambda states, which: states.star(which, False),
    "read": lambda states, which: states.mark(which, None),
    "unread": lambda states, which: states.mark(which, None),
    "tag": lambda states, which: states.untag(which, "To Read"),
    "set apart": lambda states, which: states.set_apart(which, False),
    "take out": lambda states, which: states.bring_back(which),
}


def article(number: int = 1) -> Article:
    text = f"The ferry sank. It was number {number}."
    return Article(
        text, (Paragraph(0, len(text)),), Metadata(f"Ferry {number}"), Origin(OriginKind.FILE, f"/news/{number}.txt")
    )


@pytest.fixture
def library(each_library: Library) -> Library:
    for number in (1, 2, 3):
        each_library.remember(article(number))
    return each_library


def states(library: Library, *articles: int) -> dict[int, ArticleState]:
    with library.reading() as unit:
        return unit.states.of(articles or (1, 2, 3))


def changes(library: Library) -> dict[int, ArticleState]:
    with library.reading() as unit:
        return {each.record.id: each.state for each in unit.articles.changes_after(0, 10)}


def test_an_article_comes_in_without_any(library: Library) -> None:
    assert states(library) == {1: ArticleState(), 2: ArticleState(), 3: ArticleState()}
    assert states(library, 99) == {}


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_carried_out_once_raises_the_change_and_goes_back(library: Library, name: str) -> None:
    act, after = ACTS[name]
    with library.writing() as unit:
        before = unit.articles.last_change()
        assert act(unit.states, [1, 3, 99]) == [1, 3]
        assert [each.record.id for each in unit.articles.changes_after(before, 10)] == [1, 3]
        assert act(unit.states, [1, 3]) == []
        assert unit.articles.last_change() == before + 2
    assert states(library) == {1: after, 2: ArticleState(), 3: after} == changes(library)
    with library.writing() as unit:
        assert BACK[name](unit.states, [1, 2, 3]) == [1, 3]
    assert set(states(library).values()) == {ArticleState()}


@pytest.mark.parametrize("name", ACTS)
def test_what_was_before_an_act_can_be_put_back(library: Library, name: str) -> None:
    mixed = {
        1: ArticleState(starred=True, tags=("a", "b")),
        2: ArticleState(read=False),
        3: ArticleState(taken_out=True),
    }
    with library.writing() as unit:
        assert unit.states.restore(mixed) == [1, 2, 3]
        assert unit.states.restore(mixed) == []
    assert states(library) == mixed
    with library.writing() as unit:
        ACTS[name][0](unit.states, [1, 2, 3])
        changed = [number for number, each in unit.states.of([1, 2, 3]).items() if each != mixed[number]]
        assert unit.states.restore(mixed | {99: ArticleState()}) == changed
    assert states(library) == mixed


def test_tags_are_counted_and_one_that_is_none_is_refused(library: Library) -> None:
    with library.writing() as unit:
        unit.states.tag([1, 2, 3], "quay")
        unit.states.tag([1], "ÉTÉ")
        unit.states.take_out([2])
        assert unit.states.tags() == {"quay": 2, "été": 1}
    for empty in ("", "#", " \n", "#-!"):
        with pytest.raises(LibraryError, match="at least one"), library.writing() as unit:
            unit.states.tag([1], empty)


def test_what_was_taken_out_is_in_no_list_and_keeps_what_was_written(library: Library) -> None:
    record = library.find(article(2))
    assert record is not None
    Notebook(library, record, article(2)).note("Who says so?")
    with library.writing() as unit:
        added = unit.articles.remember(article(4)).id
        assert unit.articles.count() == 4
        unit.states.take_out([2, added])
        assert unit.articles.count() == 2
    assert [each.article_id for each in library.recent()] == [3, 1]
    assert library.annotated() == []
    assert library.at("/news/2.txt") == record
    assert [each.text for each in Notebook(library, record, library.stored(record)).annotations] == ["Who says so?"]


def test_opening_brings_back_what_was_taken_out_and_is_no_longer_unread(library: Library) -> None:
    with library.writing() as unit:
        unit.states.take_out([1])
        unit.states.mark([1, 2], False)
        unit.states.star([1], True)
    library.remember(article(1))
    assert states(library) == {1: ArticleState(starred=True), 2: ArticleState(read=False), 3: ArticleState()}
    with library.writing() as unit:
        unit.states.mark([1], True)
    library.remember(article(1))
    assert states(library, 1) == {1: ArticleState(starred=True, read=True)}


def test_reading_on_leaves_what_was_marked(library: Library) -> None:
    record = library.remember(article(1))
    with library.writing() as unit:
        unit.states.mark([1], True)
    library.save_place(record, ReadingPlace(4, 4))
    assert states(library, 1)[1].read is True


def test_a_hundred_thousand_articles_at_once(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        with library.writing() as unit:
            for number in range(500):
                unit.articles.remember(article(number))
        began = time.perf_counter()
        with library.writing() as unit:
            changed = unit.states.mark([*range(1, 100_001)], True)
        assert (changed, time.perf_counter() - began < 2) == ([*range(1, 501)], True)
