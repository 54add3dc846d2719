"""Questions to the index: the newest of a topic is answered, and what is urgent goes first."""

from __future__ import annotations

from queue import SimpleQueue
from threading import Event
from typing import TYPE_CHECKING

import pytest

from newsreader.index import file
from newsreader.index.errors import IndexFileError
from newsreader.index.index import Index
from newsreader.sources import from_text
from tui.base.library_queries import ARTICLES, LISTS, LibraryQueries

if TYPE_CHECKING:
    from collections.abc import Callable

FOR_EVER = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


class Loop:
    """Runs what is delivered, as the interface would, in the thread of the test."""

    def __init__(self) -> None:
        self._delivered: SimpleQueue[Callable[[], object]] = SimpleQueue()

    def deliver(self, told: Callable[[], object]) -> None:
        self._delivered.put(told)

    def run_until(self, done: Callable[[], object]) -> None:
        while not done():
            self._delivered.get(timeout=20)()


@pytest.fixture
def loop():
    return Loop()


@pytest.fixture
def queries(loop, tmp_path):
    made = LibraryQueries(lambda: Index.open(tmp_path / "library.db", tmp_path), loop.deliver)
    yield made
    made.close()


def for_ever(index: Index) -> None:
    index._connection.execute(FOR_EVER).fetchone()


def in_words(index: Index) -> object:
    from newsreader.index.errors import explained

    with explained():
        return for_ever(index)


def test_an_index_that_was_made_anew_is_opened_again_and_that_is_told(loop, library, tmp_path):
    with library.writing() as unit:
        unit.articles.remember(from_text("The ferry is late."))
    place, told, heard = tmp_path / "library.db", [], []

    def opened() -> Index:
        return Index.open(place, tmp_path)

    queries = LibraryQueries(opened, loop.deliver, changed=lambda: told.append("changed"))
    try:
        queries.ask("count", lambda index: index.count_unnamed(), heard.append)
        loop.run_until(lambda: heard)
        file.drop(place, tmp_path)
        with opened() as anew:
            anew.follow(library)
        queries.look()
        loop.run_until(lambda: told)
        queries.ask("count", lambda index: index.count_unnamed(), heard.append)
        loop.run_until(lambda: len(heard) == 2)
    finally:
        queries.close()
    assert heard == [0, 1]


def test_the_newest_question_of_a_topic_stops_the_one_before(queries, loop):
    heard, begun = [], Event()

    def slow(index: Index) -> object:
        begun.set()
        return in_words(index)

    queries.ask("names", slow, heard.append)
    assert begun.wait(20)
    queries.ask("names", lambda _: "new", heard.append)
    loop.run_until(lambda: heard)
    assert heard == ["new"]
    assert not queries.busy


def test_what_is_urgent_stops_what_may_come_later_which_is_asked_again(queries, loop):
    heard, asked, begun = [], [], Event()

    def slow(index: Index) -> object:
        asked.append(1)
        begun.set()
        return in_words(index) if len(asked) == 1 else "late"

    queries.ask("lists", slow, heard.append, urgency=LISTS)
    assert begun.wait(20)
    queries.ask("articles", lambda _: "first", heard.append, urgency=ARTICLES)
    loop.run_until(lambda: len(heard) == 2)
    assert heard == ["first", "late"]


def test_what_nobody_wants_any_more_is_stopped_and_not_answered(queries, loop):
    heard, begun = [], Event()

    def slow(index: Index) -> object:
        begun.set()
        return in_words(index)

    queries.ask("names", slow, heard.append)
    assert begun.wait(20)
    queries.forget("names")
    queries.ask("count", lambda index: index.search.count(None), heard.append)
    loop.run_until(lambda: heard)
    assert heard == [0]


def test_an_answer_that_was_outrun_on_its_way_is_not_given(queries, loop):
    heard, answered = [], Event()

    def quick(_: Index) -> str:
        answered.set()
        return "old"

    queries.ask("count", quick, heard.append)
    assert answered.wait(20)
    queries.ask("count", lambda _: "new", heard.append)
    loop.run_until(lambda: heard)
    assert heard == ["new"]


def test_an_answer_on_its_way_that_nobody_wants_any_more_is_not_given(queries, loop):
    heard, answered = [], Event()

    def quick(_: Index) -> str:
        answered.set()
        return "old"

    queries.ask("articles", quick, heard.append)
    assert answered.wait(20)
    queries.forget("articles")
    assert not queries.busy
    queries.ask("count", lambda _: "new", heard.append)
    loop.run_until(lambda: heard)
    assert heard == ["new"]


def test_what_is_asked_after_a_moments_trouble_is_answered(loop, tmp_path):
    told, heard, tries = [], [], []

    def opened() -> Index:
        tries.append(1)
        if len(tries) == 1:
            raise IndexFileError("It is locked.")
        return Index.open(tmp_path / "library.db", tmp_path)

    queries = LibraryQueries(opened, loop.deliver, failed=told.append)
    queries.ask("count", lambda _: None, lambda _: None)
    loop.run_until(lambda: told)
    queries.ask("count", lambda index: index.search.count(None), heard.append)
    loop.run_until(lambda: heard)
    queries.close()
    assert (told, heard) == (["It is locked."], [0])


def test_that_somebody_changed_the_index_is_told(loop, tmp_path, library):
    told = []
    queries = LibraryQueries(
        lambda: Index.open(tmp_path / "l.db", tmp_path), loop.deliver, changed=lambda: told.append(1)
    )
    heard = []
    queries.ask("count", lambda index: index.search.count(None), heard.append)
    loop.run_until(lambda: heard)
    with library.writing() as unit:
        unit.articles.remember(from_text("The ferry is late."))
    with Index.open(tmp_path / "l.db", tmp_path) as other:
        other.follow(library)
    loop.run_until(lambda: told)
    queries.close()


def test_why_the_index_cannot_be_asked_is_told(loop):
    def broken() -> Index:
        raise IndexFileError("It is no file.")

    told = []
    queries = LibraryQueries(broken, loop.deliver, failed=told.append)
    queries.ask("count", lambda _: None, lambda _: None)
    loop.run_until(lambda: told)
    assert told == ["It is no file."]
    assert not queries.busy


def test_a_change_made_while_it_is_looked_for_one_is_told_at_once(queries, loop, monkeypatch):
    looks, told, heard = [], [], []

    def changes_behind_the_first_look(_: Index) -> bool:
        looks.append(1)
        if len(looks) == 1:
            queries.look()
        return len(looks) == 2

    monkeypatch.setattr("tui.base.library_queries.REST_SECONDS", float("inf"))
    monkeypatch.setattr(Index, "has_changed", changes_behind_the_first_look)
    queries._changed = lambda: told.append(1)
    queries.ask("count", lambda _: "asked", heard.append)
    loop.run_until(lambda: heard)
    queries.look()
    loop.run_until(lambda: told)
