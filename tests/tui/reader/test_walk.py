"""Walking along the list that an article was opened from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from newsreader.analysis.events import Analysed
from newsreader.index.found import Order
from newsreader.index.index import Index
from newsreader.query.parser import parse
from tui.reader.list_walk import ListWalk
from tui.reader.screen import ReaderScreen

NAMED = "Mayor Ingrid Solheim spoke. The ferry sails. Later, Solheim left for Norway."
OTHERS = "Councillor Per Dahl stayed. The ferry did not sail."


@pytest.fixture
def make_library(library, make_article, analyse, tmp_path):
    """Put articles into the library and its index, a day apart, the last one the newest."""

    def make(*bodies: str, named: bool = True):
        with Index.open(tmp_path / "library.db", tmp_path) as index:
            for number, body in enumerate(bodies, 1):
                article = make_article(f"Number {number}", body, location=f"/a/{number}.txt", published=day(number))
                with library.writing() as unit:
                    unit.articles.remember(article)
            index.follow(library)
            for number in range(1, len(bodies) + 1) if named else ():
                record = library.latest(number)
                article = library.stored(record)
                assert index.name(record, article, analyse(article), "rules")

    return make


def day(number: int):
    return date(2024, 1, 1) + timedelta(days=number)


@pytest.fixture
def walking(app_with, library, analyse, tmp_path):
    """Open the app with the article of that place in what a query finds, the newest first."""

    def open_at(query: str, place: int, *, known=analyse, **changes):
        condition = parse(query).condition
        with Index.open(tmp_path / "library.db", tmp_path) as index:
            found = index.search.articles(condition, Order.NEWEST, place + 1)[place]
        article = library.stored(library.latest(found.id))
        return app_with(
            locations=(article.origin.name,),
            load=lambda _: article,
            known=known,
            index=lambda: Index.open(tmp_path / "library.db", tmp_path),
            walk=ListWalk(condition, Order.NEWEST, found),
            **changes,
        )

    return open_at


async def settle(app, pilot) -> None:
    """Wait until what was asked is answered and what is beside the article is at hand."""
    while True:
        await app.workers.wait_for_complete()
        await pilot.pause()
        if not app.screen.context.queries.busy and not app.workers:
            return


def title(app) -> str:
    return app.screen.context.header.headline


def at(app) -> str:
    """The text under the match that is the current one."""
    reading = app.screen.context.reading
    if reading.matches is None or reading.current is None:
        return ""
    return reading.article.text[reading.matches.starts[reading.current] : reading.matches.ends[reading.current]]


def said(app) -> str:
    status = app.screen.context.status
    return f"{status.notice or status.headline} | {status.position}"


async def test_the_name_of_the_query_is_active_at_its_first_mention(make_library, walking):
    make_library(NAMED, OTHERS, NAMED)
    app = walking('person:="Ingrid Solheim"', 0)
    async with app.run_test(size=(100, 30)) as pilot:
        assert at(app) == "Ingrid Solheim"
        assert app.screen.context.view.viewport.cursor == app.screen.context.text.index("Ingrid")
        await settle(app, pilot)
        assert said(app) == "Ingrid Solheim 1/2 · article 1/2 | 100 %"


async def test_n_goes_on_in_the_next_article_that_has_the_name_and_back(make_library, walking):
    make_library(NAMED, OTHERS, NAMED)
    app = walking('person:="Ingrid Solheim"', 0)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(app, pilot)
        await pilot.press("n")
        assert (title(app), at(app)) == ("Number 3", "Solheim")
        await pilot.press("n")
        assert (title(app), at(app)) == ("Number 1", "Ingrid Solheim")
        await settle(app, pilot)
        assert said(app).startswith("Ingrid Solheim 1/2 · article 2/2")
        await pilot.press("N")
        assert (title(app), at(app)) == ("Number 3", "Solheim")
        await pilot.press("N", "N")
        assert said(app).startswith("This is the first article of the list.")
        await pilot.press("n", "n", "n", "n")
        await settle(app, pilot)
        assert said(app).startswith("This is the last article of the list.")


async def test_words_of_the_query_are_active_where_there_is_no_name(make_library, walking):
    make_library(NAMED, OTHERS, "Nothing of it.")
    app = walking("ferry", 0)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(app, pilot)
        assert said(app) == "/ferry 1/1 · article 1/2 | 100 %"
        await pilot.press("n")
        assert (title(app), at(app)) == ("Number 1", "ferry")


async def test_articles_are_walked_where_a_list_is_about_nothing(make_library, walking):
    make_library(*(f"Words of {number}." for number in range(1, 50)))
    app = walking("", 20)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(app, pilot)
        assert said(app).endswith("article 21/49 · 100 %")
        for _ in range(28):
            await pilot.press("J")
            await settle(app, pilot)
        assert title(app) == "Number 1"
        assert said(app).endswith("article 49/49 · 100 %")
        for _ in range(48):
            await pilot.press("K")
            await settle(app, pilot)
        assert title(app) == "Number 49"
        assert said(app).endswith("article 1/49 · 100 %")


async def test_keys_that_come_before_an_article_is_at_hand_are_not_lost(make_library, walking):
    make_library(*(f"Words of {number}." for number in range(1, 10)))
    app = walking("", 0)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*"JJJJJK")
        await settle(app, pilot)
        assert title(app) == "Number 5"
        assert said(app).endswith("article 5/9 · 100 %")


async def test_what_the_list_has_lost_is_gone_back_to_all_the_same(make_library, walking, library, tmp_path):
    make_library(*(f"Words of {number}." for number in range(1, 4)))
    app = walking("is:unread", 0)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(app, pilot)
        await pilot.press("J")
        await settle(app, pilot)
        with Index.open(tmp_path / "library.db", tmp_path) as index:
            index.follow(library)
            assert index.search.count(parse("is:unread").condition) < 3
        await pilot.press("K")
        assert title(app) == "Number 3"
        await pilot.press("J")
        await settle(app, pilot)
        assert said(app).endswith("article 2/3 · 100 %")


async def test_names_that_are_found_later_are_gone_to_unless_one_has_moved(
    make_library, walking, make_analyst, analyse
):
    long = "\n".join(["Words."] * 60)
    make_library(f"{long} {NAMED}", f"{long} {NAMED}")
    for keys in ("", "j"):
        analyst = make_analyst(waits=True)
        app = walking("person:solheim", 0, client=analyst, known=lambda _: None)
        async with app.run_test(size=(100, 20)) as pilot:
            await settle(app, pilot)
            await pilot.press(*keys)
            before = app.screen.context.view.viewport.cursor
            analyst.tell(Analysed(analyse(app.screen.context.reading.article)))
            await settle(app, pilot)
            assert app.screen.context.reading.matches.title == "Ingrid Solheim"
            assert at(app) == ("" if keys else "Ingrid Solheim")
            assert (app.screen.context.view.viewport.cursor == before) == bool(keys)


async def test_ctrl_o_comes_back_to_the_list_where_no_jump_is_left(make_library, walking):
    make_library(NAMED, NAMED)
    app = walking("person:solheim", 0)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(app, pilot)
        screen = app.screen
        app.push_screen(ReaderScreen(replace(app.session)))
        await pilot.pause()
        await pilot.press("n", "ctrl+o")
        await pilot.pause()
        assert app.screen is not screen
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert app.screen is screen


async def test_another_name_is_stepped_through_in_its_article_alone(make_library, walking):
    make_library(NAMED, NAMED)
    app = walking("person:solheim", 0)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(app, pilot)
        await pilot.press("2", "enter", "n", "n")
        assert title(app) == "Number 2"
        assert "back to the first" in said(app)


async def test_an_article_that_is_gone_is_said(make_library, walking, library):
    make_library(NAMED, NAMED)
    app = walking("", 0)
    real = library.latest
    app.session.library.latest = lambda number: None if number == 1 else real(number)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("J")
        await settle(app, pilot)
        assert title(app) == "Number 2"


async def test_n_waits_for_the_names_of_an_article(make_library, walking, make_analyst, analyse):
    make_library(NAMED, NAMED)
    analyst = make_analyst(waits=True)
    app = walking("person:solheim", 0, client=analyst, known=lambda _: None)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(app, pilot)
        await pilot.press("n")
        assert title(app) == "Number 2"
        assert said(app).startswith("The names of this article are still being found; J")
        analyst.tell(Analysed(analyse(app.screen.context.reading.article)))
        await settle(app, pilot)
        assert at(app) == "Ingrid Solheim"


async def test_the_next_article_is_analysed_before_one_goes_there(make_library, walking, make_analyst, analyse):
    make_library(NAMED, NAMED, NAMED)
    analyst = make_analyst()
    app = walking("person:solheim", 0, client=analyst, known=lambda _: None)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(app, pilot)
        assert [each.metadata.title for each in analyst.opened] == ["Number 3", "Number 2"]
        await pilot.press("n", "n")
        assert (title(app), at(app)) == ("Number 2", "Ingrid Solheim")
        await settle(app, pilot)
        assert [each.metadata.title for each in analyst.opened] == ["Number 3", "Number 2", "Number 1"]


async def test_back_article_by_article_the_name_is_at_its_first_mention(make_library, walking):
    make_library(NAMED, NAMED)
    app = walking("person:solheim", 1)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(app, pilot)
        await pilot.press("K")
        assert (title(app), at(app)) == ("Number 2", "Ingrid Solheim")


async def test_a_name_is_followed_under_what_each_article_calls_it(make_library, walking, tmp_path):
    make_library(NAMED, "Mayor Ingrid Solheim spoke.", NAMED)
    with Index.open(tmp_path / "library.db", tmp_path) as index:
        # As where two names were found to be one, or the person said so.
        index._connection.execute(
            "INSERT INTO form (words, name) SELECT 'mayor of kalvoy', id FROM name WHERE name = 'Ingrid Solheim'"
        )
    app = walking('person:="Mayor of Kalvøy"', 0)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(app, pilot)
        assert at(app) == "Ingrid Solheim"
        await pilot.press("n", "n")
        assert (title(app), at(app)) == ("Number 2", "Ingrid Solheim")


async def test_what_was_opened_is_unread_no_more_even_at_its_first_line(make_library, walking, library, tmp_path):
    make_library("\n\n".join(f"Paragraph {number}." for number in range(80)), OTHERS)
    app = walking("is:unread", 1)
    async with app.run_test(size=(100, 20)) as pilot:
        await settle(app, pilot)
        assert said(app).endswith("0 %")
    with Index.open(tmp_path / "library.db", tmp_path) as index:
        index.follow(library)
        assert index.search.count(parse("is:begun").condition) == 1
        assert index.search.count(parse("is:unread").condition) == 1
