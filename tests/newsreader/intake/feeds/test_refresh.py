"""Feeds are asked for as their servers want it, and each of their articles comes once. The server is a local one."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from feed_server import TEXT, FeedServer, item, rss, served

from newsreader.intake.feeds import pages, schedule
from newsreader.intake.feeds.fetching import FeedOutcome, claim
from newsreader.intake.feeds.refresh import Refresh
from newsreader.sources.fetch import exchange, private
from newsreader.store.feeds import Feed, FeedSettings, FullArticle
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NEVER = FeedSettings(full_article=FullArticle.NEVER)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(pages, "PAUSE", 0.0)


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with served() as running:
        yield running


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.in_memory() as opened:
        yield opened


def add(library: Library, address: str, settings: FeedSettings = NEVER) -> Feed:
    with library.writing() as unit:
        return unit.feeds.add(address, settings)


def refreshed(library: Library, feeds: Sequence[Feed]) -> list[FeedOutcome]:
    """What came of refreshing the feeds, as they are in the library now."""
    with library.reading() as unit:
        now = [found for each in feeds if (found := unit.feeds.find(each.id))]
    refresh = Refresh(library, now)
    try:
        return [each for each in refresh.outcomes() if each is not None]
    finally:
        refresh.stop()


def titles(library: Library) -> list[str | None]:
    with library.reading() as unit:
        found = [unit.articles.stored(each.record) for each in unit.articles.changes_after(0, 100_000)]
    return sorted(each.metadata.title or "" for each in found)


def test_articles_come_in_once(server: FeedServer, library: Library) -> None:
    server.feeds["/a.xml"] = rss(*map(item, range(300)))
    feed = add(library, f"{server.url}/a.xml")
    (first,) = refreshed(library, [feed])
    (second,) = refreshed(library, [feed])
    server.feeds["/a.xml"] = rss(*map(item, range(301)))
    (third,) = refreshed(library, [feed])
    assert [len(each.new) for each in (first, second, third)] == [300, 0, 1]
    assert first.feed.called == "Ferry news"
    assert len(titles(library)) == 301
    assert server.asked["/a.xml"] == 3


def test_only_what_is_new_is_asked_for(server: FeedServer, library: Library) -> None:
    server.feeds["/a.xml"] = rss(item(1))
    feed = add(library, f"{server.url}/a.xml")
    refreshed(library, [feed])
    refreshed(library, [feed])
    assert "If-None-Match" in server.headers["/a.xml"]
    assert "newsreader" in server.headers["/a.xml"]["User-Agent"]


def test_an_article_that_changes_has_both_texts(server: FeedServer, library: Library) -> None:
    server.feeds["/a.xml"] = rss(item(1, text="It was late."))
    feed = add(library, f"{server.url}/a.xml")
    ((number,),) = [each.new for each in refreshed(library, [feed])]
    before = library.latest(number)
    server.feeds["/a.xml"] = rss(item(1, text="It was very late."))
    (outcome,) = refreshed(library, [feed])
    after = library.latest(number)
    assert (outcome.new, outcome.changed) == ((), 1)
    assert before
    assert after
    assert [library.text(each.text_sha256) for each in (before, after)] == [
        "Ferry 1\n\nIt was late.",
        "Ferry 1\n\nIt was very late.",
    ]


def test_an_article_of_two_feeds_is_one(server: FeedServer, library: Library) -> None:
    link = "https://news.example/1"
    server.feeds["/a.xml"], server.feeds["/b.xml"] = rss(item(1, link=link)), rss(item(7, link=link, text="Short."))
    first, second = (add(library, f"{server.url}/{name}.xml") for name in "ab")
    ((number,),) = [each.new for each in refreshed(library, [first])]
    (outcome,) = refreshed(library, [second])
    assert outcome.new == ()
    with library.reading() as unit:
        assert unit.feeds.of_article(number) == [first.id, second.id]
    assert titles(library) == ["Ferry 1"]


def test_entries_that_name_one_page_are_articles_of_their_own(server: FeedServer, library: Library) -> None:
    server.feeds["/a.xml"] = rss(*(item(number, link="https://news.example/") for number in range(3)))
    feed = add(library, f"{server.url}/a.xml")
    refreshed(library, [feed])
    refreshed(library, [feed])
    assert titles(library) == ["Ferry 0", "Ferry 1", "Ferry 2"]


def test_the_same_page_under_another_name_is_the_same_article(server: FeedServer, library: Library) -> None:
    link = "https://news.example/1"
    server.feeds["/a.xml"] = rss(item(1, link=link))
    feed = add(library, f"{server.url}/a.xml")
    refreshed(library, [feed])
    server.feeds["/a.xml"] = rss(item(1, link=link, text="It came at last.").replace("g1<", "g1#2<"))
    (outcome,) = refreshed(library, [feed])
    assert (outcome.new, outcome.changed) == ((), 1)


def test_what_was_taken_out_stays_out(server: FeedServer, library: Library) -> None:
    server.feeds["/a.xml"] = rss(item(1))
    feed = add(library, f"{server.url}/a.xml")
    (outcome,) = refreshed(library, [feed])
    with library.writing() as unit:
        unit.states.take_out(outcome.new)
    server.feeds["/a.xml"] = rss(item(1, text="Another text."), item(2))
    refreshed(library, [feed])
    with library.reading() as unit:
        assert unit.states.of(outcome.new)[outcome.new[0]].taken_out


def test_only_the_newest_are_kept_in_lists(server: FeedServer, library: Library) -> None:
    server.feeds["/a.xml"] = rss(*map(item, range(9)))
    feed = add(library, f"{server.url}/a.xml", replace(NEVER, keep_articles=4))
    (outcome,) = refreshed(library, [feed])
    refreshed(library, [feed])
    with library.reading() as unit:
        assert sum(not each.taken_out for each in unit.states.of(outcome.new).values()) == 4


def test_of_a_damaged_feed_nothing_replaces_what_is_known(server: FeedServer, library: Library) -> None:
    server.feeds["/a.xml"] = rss(item(1))
    feed = add(library, f"{server.url}/a.xml")
    refreshed(library, [feed])
    server.feeds["/a.xml"] = rss(item(3), item(2), item(1))[:-900]
    (outcome,) = refreshed(library, [feed])
    assert (len(outcome.new), outcome.changed) == (2, 0)
    assert "is damaged" in outcome.feed.state.problem
    assert outcome.feed.state.failures == 0


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("moved", "real.xml"),
        ("moved-308", "real.xml"),
        ("elsewhere", "elsewhere"),
        ("moved-then-elsewhere", "elsewhere"),
    ],
)
def test_only_what_moves_for_good_moves(path: str, address: str, server: FeedServer, library: Library) -> None:
    server.feeds["/real.xml"] = rss(item(1))
    (outcome,) = refreshed(library, [add(library, f"{server.url}/{path}")])
    assert outcome.feed.address == f"{server.url}/{address}"
    assert outcome.feed.state.moved_from == ("" if path == address else f"{server.url}/{path}")
    assert len(outcome.new) == 1


def test_a_feed_that_moves_to_another_one_says_so(server: FeedServer, library: Library) -> None:
    server.feeds["/real.xml"] = rss(item(1))
    add(library, f"{server.url}/real.xml")
    (outcome,) = refreshed(library, [add(library, f"{server.url}/moved")])
    assert "is another of your feeds" in outcome.feed.state.problem


FAILING = {
    "404": "answered 404",
    "broken": "answered 500",
    "gone": "gone for good",
    "wait-seconds": "asks to be left alone",
    "wait-moment": "asks to be left alone",
    "wait-nonsense": "asks to be left alone",
    "wait-minus": "asks to be left alone",
    "loop": "redirects more than",
    "to-file": "only http and https",
    "to-ftp": "only http and https",
    "to-nothing": "answered 302",
    "bomb": "is larger than",
    "huge": "look for a shorter feed",
    "declared": "is larger than",
    "cut": "The connection to 127.0.0.1 failed",
    "page": "is a web page",
    "empty": "is empty",
    "picture": ".",
    "hangs-up": "The connection to 127.0.0.1 failed",
    "other-protocol": "The connection to 127.0.0.1 failed",
}


def test_whatever_a_server_does_nothing_hangs_and_each_feed_says_why(server: FeedServer, library: Library) -> None:
    feeds = {path: add(library, f"{server.url}/{path}") for path in FAILING}
    said = {each.feed.id: each.feed.state for each in refreshed(library, list(feeds.values()))}
    for path, words in FAILING.items():
        state = said[feeds[path].id]
        assert words in state.problem, path
        assert state.problem.endswith(".")
        assert state.problem.isprintable()
        assert (state.failures, state.due > state.fetched) == (1, True)
    hops = exchange.MAX_REDIRECTS + 1
    assert server.asked == {f"/{path}": hops if path == "loop" else 1 for path in FAILING}
    assert server.most_busy <= 2


@pytest.mark.parametrize("path", ["packed", "laughs", "wrong-type", "short-length"])
def test_oddities_are_borne(path: str, server: FeedServer, library: Library) -> None:
    (outcome,) = refreshed(library, [add(library, f"{server.url}/{path}")])
    assert outcome.feed.state.failures == (path == "short-length")
    assert len(titles(library)) == (path != "short-length")


@pytest.mark.parametrize("path", ["silent", "trickle"])
def test_a_server_that_does_not_come_to_an_end_is_given_up(
    path: str, server: FeedServer, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "READ_SECONDS", 0.05)
    monkeypatch.setattr(exchange, "TOTAL_SECONDS", 0.3)
    server.feeds["/a.xml"] = rss(item(1))
    slow, good = add(library, f"{server.url}/{path}"), add(library, f"{server.url}/a.xml")
    said = {each.feed.id: each for each in refreshed(library, [slow, good])}
    assert said[slow.id].feed.state.failures == 1
    assert len(said[good.id].new) == 1


def test_nobody_is_led_into_a_private_network(
    server: FeedServer, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.feeds["/real.xml"] = rss(item(1))
    monkeypatch.setattr("newsreader.sources.fetch.feed.is_private", lambda url: False)
    (outcome,) = refreshed(library, [add(library, f"{server.url}/elsewhere")])
    assert "is on a private network" in outcome.feed.state.problem
    assert server.asked["/real.xml"] == 0


@pytest.mark.parametrize(
    ("url", "is_private"),
    [
        ("http://127.0.0.1:8080/x", True),
        ("http://[::1]/", True),
        ("http://10.1.2.3/", True),
        ("http://192.168.1.1/", True),
        ("http://169.254.169.254/latest", True),
        ("http://[::ffff:127.0.0.1]/", True),
        ("http://localhost/", True),
        ("http://nas.local/", True),
        ("http://8.8.8.8/", False),
        ("http://[2606:4700::1111]/", False),
        ("http:///", False),
    ],
)
def test_what_is_private(url: str, is_private: bool) -> None:
    assert private.is_private(url) is is_private


def test_two_at_once_do_not_ask_twice(server: FeedServer, library: Library) -> None:
    server.feeds |= {f"/{number}.xml": rss(item(number)) for number in range(12)}
    feeds = [add(library, f"{server.url}/{number}.xml") for number in range(12)]
    server.hold.clear()
    several = [Refresh(library, feeds) for _ in range(3)]
    server.hold.set()
    outcomes = [each for refresh in several for each in refresh.outcomes() if each]
    assert len(outcomes) == 36
    assert {*server.asked.values()} == {1}
    assert len(titles(library)) == 12


def test_a_feed_of_a_process_that_was_ended_is_free(library: Library) -> None:
    feed = add(library, "https://news.example/a.xml")
    import socket

    assert claim(library, feed, f"{socket.gethostname()}:999999999:x")
    assert claim(library, feed, "one")
    assert claim(library, feed, "two") is None


def test_a_refresh_stops_between_feeds(server: FeedServer, library: Library) -> None:
    server.feeds |= {f"/{number}.xml": rss(item(number)) for number in range(30)}
    feeds = [add(library, f"{server.url}/{number}.xml") for number in range(30)]
    refresh = Refresh(library, feeds)
    next(iter(refresh.outcomes()))
    refresh.stop()
    assert not [each for each in threading.enumerate() if each in refresh._threads]
    again = refreshed(library, feeds)
    assert len(again) == 30
    assert len(titles(library)) == 30


PAGE = f"""<!doctype html><html lang=en><title>Page</title>
<article><h1>Ferry 1</h1><p>{TEXT}</p><p>{TEXT[::-1]}</p></article>"""
FORBIDDING = b"User-agent: newsreader\nDisallow: /1"


def teasing(server: FeedServer, robots: bytes = b"") -> bytes:
    server.feeds |= {"/1.html": PAGE.encode(), "/robots.txt": robots}
    return rss(item(1, text="Short &amp;hellip;", link=f"{server.url}/1.html"))


@pytest.mark.parametrize("wanted", [FullArticle.AUTO, FullArticle.ALWAYS])
def test_the_page_of_a_teaser_is_fetched_once(wanted: FullArticle, server: FeedServer, library: Library) -> None:
    server.feeds["/a.xml"] = teasing(server)
    feed = add(library, f"{server.url}/a.xml", FeedSettings(full_article=wanted))
    (outcome,) = refreshed(library, [feed])
    refreshed(library, [feed])
    assert outcome.completed == 1
    (number,) = outcome.new
    record = library.latest(number)
    assert record
    article = library.stored(record)
    assert article.text.endswith(TEXT[::-1].strip())
    assert (article.metadata.title, article.metadata.source) == ("Ferry 1", "Ferry news")
    assert str(article.metadata.published) == "2026-02-01"
    with library.reading() as unit:
        assert unit.articles.changes_after(0, 9)[0].record == record
    assert (server.asked["/1.html"], server.asked["/robots.txt"]) == (1, 1)


@pytest.mark.parametrize(
    ("settings", "robots"),
    [
        (NEVER, b""),
        (FeedSettings(), b"User-agent: *\nDisallow: /"),
        (FeedSettings(), b"User-agent: newsreader\nDisallow: /1"),
    ],
)
def test_no_page_is_fetched_where_that_is_not_wanted(
    settings: FeedSettings, robots: bytes, server: FeedServer, library: Library
) -> None:
    server.feeds["/a.xml"] = teasing(server, robots)
    (outcome,) = refreshed(library, [add(library, f"{server.url}/a.xml", settings)])
    assert (outcome.completed, server.asked["/1.html"]) == (0, 0)


def test_no_archive_of_pages_is_fetched(server: FeedServer, library: Library) -> None:
    server.feeds["/robots.txt"] = b""
    items = [item(n, text="Short.", link=f"{server.url}/{n}.html") for n in range(60)]
    server.feeds["/a.xml"] = rss(*items)
    feed = add(library, f"{server.url}/a.xml", FeedSettings())
    refreshed(library, [feed])
    refreshed(library, [feed])
    asked = [path for path in server.asked if path.endswith(".html")]
    assert sorted(asked) == sorted(f"/{n}.html" for n in range(20))
    assert {server.asked[path] for path in asked} == {1}


NOW = datetime(2026, 2, 1, tzinfo=UTC)


def test_a_feed_that_fails_waits_longer_and_longer() -> None:
    state, waits = Feed(1, "x").state, []
    for _ in range(15):
        state = schedule.after_failure(state, NEVER, NOW, "No.")
        waits.append(datetime.fromisoformat(state.due) - NOW)
    assert timedelta(minutes=53) < waits[0] < timedelta(minutes=67)
    assert all(later > wait * 1.5 for wait, later in pairwise(waits[:7]))
    assert max(waits) <= schedule.LONGEST * (1 + schedule.JITTER)


def test_what_is_due() -> None:
    feed = Feed(1, "x")
    read = replace(feed, state=schedule.after_success(feed.state, NEVER, NOW))
    failed = replace(feed, state=schedule.after_failure(feed.state, NEVER, NOW, "No."))
    soon, later = NOW + timedelta(minutes=6), NOW + timedelta(hours=2)
    assert schedule.is_due(feed, NOW)
    assert not schedule.is_due(read, soon)
    assert schedule.is_due(read, later)
    assert schedule.is_due(read, soon, timedelta(minutes=5))
    assert not schedule.is_due(failed, soon, timedelta(0))
    assert not schedule.is_due(replace(feed, settings=replace(NEVER, muted=True)), later)
    assert not schedule.is_due(replace(feed, state=replace(feed.state, gone=True)), later)


def test_a_server_that_asks_to_wait_is_left_alone_by_everybody(server: FeedServer, library: Library) -> None:
    feeds = [add(library, f"{server.url}/{path}") for path in ("wait-seconds", "wait-moment")]
    now = datetime.now(UTC)
    for outcome in refreshed(library, feeds):
        assert not schedule.may_be_asked(outcome.feed, now + timedelta(hours=1.9))
        assert schedule.may_be_asked(outcome.feed, now + timedelta(days=8))
