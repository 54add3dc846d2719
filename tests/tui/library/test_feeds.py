"""Feeds among the lists: refreshed while one reads on, added, changed and let go. The server is a local one."""

from __future__ import annotations

import pytest
from feed_server import item, rss, served
from library_screen import settle, titles, until

from newsreader.store.feeds import FeedSettings, FullArticle
from tui.dialogs.feed_dialog import FeedDialog
from tui.dialogs.question import Question

NEVER = FeedSettings(full_article=FullArticle.NEVER)


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    with served() as running:
        running.feeds |= {"/a.xml": rss(item(1), item(2)), "/b.xml": rss(item(3), title="Tram news")}
        yield running


@pytest.fixture
def feeds(server, library):
    """Two feeds that were never asked for."""
    with library.writing() as unit:
        return [unit.feeds.add(f"{server.url}/{name}.xml", NEVER) for name in "ab"]


def feed_of(library, number):
    with library.reading() as unit:
        return unit.feeds.find(number)


def listed(app):
    return [each.title for each in app.screen.context.lists.listings if each.feed is not None]


def notice(app):
    return app.screen.context.status.notice


async def go_to(app, pilot, title):
    """Show the list of that title."""
    lists = app.screen.controllers.lists
    wanted = next(each for each in lists.all_listed if each.title == title)
    lists.show(wanted)
    await settle(app, pilot)


async def test_all_feeds_are_refreshed_and_say_how_much_is_unread(start, server, feeds, picture):
    async with start.run_test(size=(120, 40)) as pilot:
        await settle(start, pilot)
        server.hold.clear()
        await pilot.press("R")
        await until(pilot, lambda: "⟳ 0 of 2 feeds" in start.screen.controllers.status.header.about)
        server.hold.set()
        await until(pilot, lambda: "3 new articles from 2 feeds" in notice(start))
        counts = start.screen.context.lists.rows.counts
        await until(pilot, lambda: counts.get(f"feed:{feeds[0].id}") == 2)
        assert listed(start) == ["Ferry news", "Tram news"]
        assert "Feeds" in picture(start)
        assert "⟳" not in start.screen.controllers.status.header.about
        await pilot.press("R")
        await until(pilot, lambda: "No feed is to be asked now" in notice(start))
    assert server.asked == {"/a.xml": 1, "/b.xml": 1}


async def test_the_feed_that_is_shown_is_refreshed(start, server, feeds):
    async with start.run_test(size=(120, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("r")
        assert "This list is no feed" in notice(start)
        await go_to(start, pilot, feeds[0].called)
        await pilot.press("r")
        await until(pilot, lambda: "2 new articles from 1 feed" in notice(start))
        await until(pilot, lambda: sorted(titles(start)) == ["Ferry 1", "Ferry 2"])
    assert server.asked == {"/a.xml": 1}


async def test_why_a_feed_fails_stands_on_its_row(start, server, feeds, picture):
    del server.feeds["/b.xml"]
    async with start.run_test(size=(160, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("R")
        await until(pilot, lambda: "1 failed" in notice(start))
        await go_to(start, pilot, feeds[1].called)
        start.screen.context.lists.focus()
        await settle(start, pilot)
        assert "answered 404" in start.screen.context.status.detail
        problem = start.screen.context.listing.problem
        rows = start.screen.context.lists.rows
        drawn = "".join(text for text, _ in rows.draw(rows.number(f"feed:{feeds[1].id}"), 200))
        assert problem in drawn


@pytest.mark.parametrize("where", ["/a.xml", ""])
async def test_a_feed_is_followed_by_its_address_or_that_of_its_site(start, server, library, where):
    server.feeds["/"] = b"<!doctype html><link rel=alternate type=application/rss+xml href=/a.xml>"
    async with start.run_test(size=(120, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("a", *f"{server.url}{where}", "enter")
        await until(pilot, lambda: "Ferry news is followed from now on; 2 articles" in notice(start))
        await until(pilot, lambda: listed(start) == ["Ferry news"])


async def test_a_feed_is_changed(start, server, feeds, library):
    async with start.run_test(size=(120, 40)) as pilot:
        await settle(start, pilot)
        await go_to(start, pilot, feeds[0].called)
        await pilot.press("E")
        await until(pilot, lambda: isinstance(start.screen, FeedDialog))
        await pilot.press(*"Boats", "down", *"Sea", "tab", *"one, two", "enter")
        await until(pilot, lambda: "is changed" in notice(start) if hasattr(start.screen, "context") else False)
        await until(pilot, lambda: "Boats" in listed(start))
        assert start.screen.context.listing.title == "Boats"
    settings = feed_of(library, feeds[0].id).settings
    assert (settings.name, settings.folder, settings.tags) == ("Boats", "Sea", ("one", "two"))
    assert settings.full_article is FullArticle.NEVER


async def test_what_cannot_be_is_said_and_can_be_mended(start, feeds, library, picture):
    async with start.run_test(size=(60, 20)) as pilot:
        await settle(start, pilot)
        await go_to(start, pilot, feeds[0].called)
        await pilot.press("E")
        await until(pilot, lambda: isinstance(start.screen, FeedDialog))
        start.screen.query_one("#feed-interval").value = "often"
        await pilot.press("enter")
        assert isinstance(start.screen, FeedDialog)
        assert "every 5 to" in picture(start)
        await pilot.press("escape")
    assert feed_of(library, feeds[0].id).settings == NEVER


@pytest.mark.parametrize(("answer", "stays"), [("y", False), ("n", True)])
async def test_a_feed_is_let_go_once_that_is_meant(start, feeds, library, answer, stays):
    async with start.run_test(size=(120, 40)) as pilot:
        await settle(start, pilot)
        await go_to(start, pilot, feeds[0].called)
        await pilot.press("E")
        await until(pilot, lambda: isinstance(start.screen, FeedDialog))
        await pilot.press("ctrl+d")
        await until(pilot, lambda: isinstance(start.screen, Question))
        await pilot.press(answer)
        await settle(start, pilot)
        await until(pilot, lambda: (feeds[0].called in listed(start)) is stays)
    assert (feed_of(library, feeds[0].id) is not None) is stays


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_the_dialog_fits_small_terminals(start, feeds, picture, size):
    async with start.run_test(size=size) as pilot:
        await settle(start, pilot)
        await go_to(start, pilot, feeds[0].called)
        await pilot.press("E")
        await until(pilot, lambda: isinstance(start.screen, FeedDialog))
        await pilot.pause()
        drawn = picture(start)
        assert all(word in drawn for word in ("name", "folder", "muted", "enter saves"))
