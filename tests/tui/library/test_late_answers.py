"""Answers that come late: of the start, of what was asked before something was done, of a place that was left."""

from __future__ import annotations

from functools import partial
from threading import Event

import pytest
from library_screen import add, settle, titles, until

from tui.base.library_queries import ARTICLES, LibraryQueries
from tui.library.context import News
from tui.library.listings import UNREAD, Listing

LONGEST = 60.0


def rows(app):
    return [(each.title, each.state, each.starred) for each in app.screen.context.articles.run.articles]


def held(app):
    """Have the index answer nothing until what is returned is set."""
    gate = Event()
    app.screen.context.queries.ask("held", lambda _: gate.wait(LONGEST), lambda _: None, urgency=ARTICLES)
    return gate


@pytest.fixture
def first_lists(monkeypatch):
    """What is answered when the first list is asked for; each is given by calling it."""
    ask, kept = LibraryQueries.ask, []

    def keep(self, topic, question, answer, **urgency):
        late = (lambda found: kept.append(partial(answer, found))) if topic == "start" else answer
        ask(self, topic, question, late, **urgency)

    monkeypatch.setattr(LibraryQueries, "ask", keep)
    return kept


async def test_the_first_list_comes_late_and_what_was_done_meanwhile_stays(first_lists, three, start):
    await three.press("O")
    await until(three, lambda: titles(start) == ["One", "Two", "Three"])
    await three.press("u")
    await until(three, lambda: start.screen.context.lists.rows.counts["unread"] == 2)
    await until(three, lambda: first_lists and first_lists[-1].args[0] is not None)
    first_lists[-1]()
    await settle(start, three)
    assert rows(start) == [("One", "read", False), ("Two", "unread", False), ("Three", "unread", False)]


async def test_what_is_at_hand_in_another_order_is_not_listed(three, start):
    newest = start.screen.context.articles.run
    await three.press("O")
    await until(three, lambda: titles(start) == ["One", "Two", "Three"])
    start.screen.context.show(UNREAD, newest)
    await settle(start, three)
    assert titles(start) == ["One", "Two", "Three"]


async def test_what_is_answered_before_the_index_knows_an_act_shows_no_row_as_it_was(three, start, library):
    gate, controllers = Event(), start.screen.controllers
    library.queue.later(lambda: gate.wait(LONGEST))
    controllers.acts.star()
    controllers.articles.step(1)
    controllers.acts.take_out()
    start.screen.context.tell(News.CHANGED)
    await until(three, lambda: not start.screen.context.queries.busy)
    assert rows(start) == [("Three", "unread", True), ("One", "unread", False)]
    gate.set()
    await settle(start, three)
    await until(three, lambda: start.screen.context.lists.rows.counts["starred"] == 1)
    assert rows(start) == [("Three", "unread", True), ("One", "unread", False)]


async def test_what_is_undone_at_once_is_what_was_done_last(three, start, library):
    gate, acts = Event(), start.screen.controllers.acts
    library.queue.later(lambda: gate.wait(LONGEST))
    acts.star()
    acts.undo()
    gate.set()
    await until(three, lambda: "Undone: A star for “Three”" in start.screen.context.status.notice)
    await until(three, lambda: rows(start)[0] == ("Three", "unread", False))


async def test_what_is_undone_from_another_list_is_not_put_into_that(three, start):
    await three.press("D")
    await until(three, lambda: "Took out" in start.screen.context.status.notice)
    start.screen.controllers.lists.show(Listing("other", "Other", "two"))
    await until(three, lambda: titles(start) == ["Two"])
    await three.press("U")
    await until(three, lambda: "Undone: Took out" in start.screen.context.status.notice)
    assert titles(start) == ["Two"]


async def test_who_goes_to_the_end_is_not_taken_back_by_what_was_asked_before(start, library, monkeypatch):
    for name, most in (("asked.WINDOW", 6), ("controllers.articles.WINDOW", 6), ("asked.AROUND", 3)):
        monkeypatch.setattr(f"tui.library.{name}", most)
    add(library, *map(str, range(60)))
    async with start.run_test(size=(120, 12)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: titles(start))
        gate = held(start)
        start.screen.controllers.articles.to_edge(end=True)
        start.screen.context.tell(News.CHANGED)
        gate.set()
        await settle(start, pilot)
        assert start.screen.context.articles.chosen.title == "0"


async def test_keys_typed_ahead_mean_the_list_that_comes(three, start, library):
    with library.writing() as unit:
        unit.states.star([1, 2], True)
    start.screen.context.follow()
    await until(three, lambda: start.screen.context.lists.rows.counts["starred"] == 2)
    gate, commands = held(start), start.screen.context.commands
    for command in ("next_list", "next_list", "bottom", "up", "star", "down", "read"):
        await commands.run(f"library.{command}")
    assert titles(start) == ["Three", "Two", "One"]
    gate.set()
    await until(three, lambda: rows(start) == [("Two", "unread", False), ("One", "read", True)])


async def test_how_much_a_query_finds_is_said_with_its_list(three, start):
    status = start.screen.context.status
    await three.press("slash", *"title:one")
    await until(three, lambda: status.detail.startswith("1 article "))
    found, gate = status.detail, held(start)
    await three.press("ctrl+u", *"title:two")
    await three.pause()
    assert status.detail == found
    gate.set()
    await until(three, lambda: "two" in status.detail)
    assert titles(start) == ["Two"]
