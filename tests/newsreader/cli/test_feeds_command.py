"""`newsreader feeds` and `newsreader refresh`, with a local server."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from feed_server import FeedServer, item, rss, served

from newsreader.cli import parser
from newsreader.cli.problems import CommandError
from newsreader.store.feeds import FeedSettings, FeedState
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with served() as running:
        running.feeds |= {"/a.xml": rss(item(1), item(2)), "/b.xml": rss(item(3), title="Tram news")}
        yield running


def command(*words: str) -> int:
    run, args = parser.parse(words)
    return run(args)


def listed(capsys: pytest.CaptureFixture[str]) -> list[list[str]]:
    capsys.readouterr()
    assert command("feeds") == 0
    return [line.split("\t") for line in capsys.readouterr().out.splitlines()]


def test_a_feed_is_added_listed_changed_and_removed(server: FeedServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("feeds", "add", f"{server.url}/a.xml", "--tags", "Sea, north", "--folder", "Local/") == 0
    assert capsys.readouterr().err == "Ferry news: 2 new articles.\n"
    assert server.asked["/a.xml"] == 1
    assert listed(capsys) == [["1", "Ferry news", f"{server.url}/a.xml", "Local", "sea,north", "", ""]]
    assert command("feeds", "rename", "ferry", "Boats") == 0
    assert command("feeds", "set", "Boats", "--muted", "yes", "--tags", "") == 0
    assert listed(capsys) == [["1", "Boats", f"{server.url}/a.xml", "Local", "", "muted", ""]]
    assert command("search", "ferry", "--format", "ids") == 0
    assert len(capsys.readouterr().out.split()) == 2
    assert command("feeds", "remove", "1") == 0
    assert listed(capsys) == []
    assert command("search", "ferry", "--format", "ids") == 0
    assert len(capsys.readouterr().out.split()) == 2


def test_articles_are_found_by_their_feed(server: FeedServer, capsys: pytest.CaptureFixture[str]) -> None:
    command("feeds", "add", f"{server.url}/a.xml", "--tags", "sea")
    command("feeds", "add", f"{server.url}/b.xml")
    for query, count in (('feed:"ferry news"', 2), ("feed:tram*", 1), ("feed:sea", 2), ("feed:news", 0)):
        capsys.readouterr()
        assert command("search", query, "--format", "ids") == 0
        assert len(capsys.readouterr().out.split()) == count
    command("feeds", "rename", "Tram", "Rails")
    capsys.readouterr()
    command("search", "feed:rails", "--format", "ids")
    assert len(capsys.readouterr().out.split()) == 1


def test_a_feed_is_found_from_its_site(server: FeedServer, capsys: pytest.CaptureFixture[str]) -> None:
    server.feeds["/site.html"] = (
        b"<!doctype html><link rel='alternate' type='application/rss+xml' title='Comments' href='/b.xml'>"
        b"<link title=News href=a.xml type=application/rss+xml rel=alternate>"
    )
    assert command("feeds", "add", f"{server.url}/site.html") == 0
    assert [row[2] for row in listed(capsys)] == [f"{server.url}/a.xml"]


def test_a_feed_is_found_where_feeds_are(server: FeedServer, capsys: pytest.CaptureFixture[str]) -> None:
    server.feeds |= {"/site.html": b"<!doctype html><p>News", "/rss.xml": rss(item(1))}
    assert command("feeds", "add", f"{server.url}/site.html") == 0
    assert [row[2] for row in listed(capsys)] == [f"{server.url}/rss.xml"]


def test_an_address_of_another_kind_is_refused_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    assert command("feeds", "add", "ftp://courier.example/feed.xml") == 1
    assert "Feeds have http and https addresses, not ftp" in capsys.readouterr().err


@pytest.mark.parametrize(("path", "why"), [("page", "no feed of it was found"), ("404", "answered 404")])
def test_what_is_no_feed_is_not_added(
    path: str, why: str, server: FeedServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("feeds", "add", f"{server.url}/{path}", f"{server.url}/a.xml") == 1
    assert why in capsys.readouterr().err
    assert len(listed(capsys)) == 1
    assert command("feeds", "add", f"{server.url}/a.xml") == 0
    assert "is one of your feeds already" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("add",),
        ("remove", "none"),
        ("rename", "1"),
        ("set", "1"),
        ("set", "1", "--interval", "1"),
        ("set", "1", "--keep", "some"),
        ("import",),
    ],
)
def test_what_cannot_be_done_is_said(words: tuple[str, ...], server: FeedServer) -> None:
    command("feeds", "add", f"{server.url}/a.xml")
    with pytest.raises(CommandError, match=r"\.$"):
        command("feeds", *words)


def test_feeds_leave_and_come_back(server: FeedServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command("feeds", "add", f"{server.url}/a.xml", "--folder", "Local")
    command("feeds", "add", f"{server.url}/b.xml", "--name", "Trams & more")
    before = listed(capsys)
    assert command("feeds", "export", str(tmp_path / "feeds.opml")) == 0
    command("feeds", "remove", "1", "2")
    assert command("feeds", "import", str(tmp_path / "feeds.opml")) == 0
    assert [row[1:4] for row in listed(capsys)] == [row[1:4] for row in before]


def test_feeds_are_refreshed_where_no_index_can_be_kept(
    server: FeedServer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert command("feeds", "add", f"{server.url}/a.xml", "--full-article", "never") == 0
    server.feeds["/a.xml"] = rss(item(1), item(2), item(4))
    (tmp_path / "blocked").write_text("")
    monkeypatch.setenv("NEWSREADER_CACHE_DIR", str(tmp_path / "blocked" / "cache"))
    capsys.readouterr()
    assert command("refresh", "--since-hours", "0") == 0
    said = capsys.readouterr().err
    assert "1 new article from 1 feed" in said
    assert "as soon as there is one" in said


def test_refresh_says_what_came_and_what_failed(server: FeedServer, capsys: pytest.CaptureFixture[str]) -> None:
    command("feeds", "add", f"{server.url}/a.xml", f"{server.url}/b.xml")
    server.feeds["/a.xml"] = rss(item(1), item(2), item(9))
    del server.feeds["/b.xml"]
    capsys.readouterr()
    assert command("refresh") == 0
    assert capsys.readouterr().err == "No feed is due.\n"
    assert command("refresh", "--since-hours", "0") == 1
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("newsreader: Tram news: http://127.0.0.1")
    assert said[1] == "1 new article from 2 feeds; 1 of them failed."
    assert command("refresh", "--since-hours", "0", "--quiet") == 0
    assert capsys.readouterr() == ("", "")
    assert server.asked == {"/a.xml": 3, "/b.xml": 2}


@pytest.mark.parametrize("hours", ["-1", "0.5", "1e400", "99999999999999999999"])
def test_any_number_of_hours_can_be_asked_for(hours: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("refresh", "--since-hours", hours) == 0
    assert capsys.readouterr().err == "No feed is due.\n"


def test_what_is_no_number_of_hours_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command("refresh", "--since-hours", "nan")
    assert "--since-hours" in capsys.readouterr().err


def test_a_feed_that_is_named_is_asked_for(server: FeedServer, capsys: pytest.CaptureFixture[str]) -> None:
    command("feeds", "add", f"{server.url}/a.xml", f"{server.url}/b.xml")
    assert command("refresh", "--feed", "Tram") == 0
    assert server.asked == {"/a.xml": 1, "/b.xml": 2}
    with pytest.raises(CommandError, match="There is no feed “none”"):
        command("refresh", "--feed", "none")


def test_of_a_feed_that_asks_to_be_left_alone_nothing_else_is_said(
    server: FeedServer, capsys: pytest.CaptureFixture[str]
) -> None:
    with Library.open() as library, library.writing() as unit:
        feed = unit.feeds.add(f"{server.url}/a.xml", FeedSettings(name="Courier"))
        unit.feeds.note(feed.id, FeedState(wait="2999-01-01T00:00:00.000+00:00"))
    assert command("refresh", "--feed", "Courier") == 0
    said = capsys.readouterr().err
    assert said == "newsreader: Courier: its server asks to be left alone until 2999-01-01 00:00 UTC.\n"
    assert not server.asked


def test_no_password_is_kept(server: FeedServer, capsys: pytest.CaptureFixture[str]) -> None:
    command("feeds", "add", f"{server.url}/a.xml".replace("http://", "http://anna:SECRET@"))
    assert "SECRET" not in capsys.readouterr().err
    assert "SECRET" not in str(listed(capsys))


def test_killed_again_and_again_no_article_is_lost_or_comes_twice(server: FeedServer) -> None:
    server.feeds = {f"/{feed}.xml": rss(*(item(1000 * feed + n) for n in range(250))) for feed in range(6)}
    with Library.open() as library, library.writing() as unit:
        for path in server.feeds:
            unit.feeds.add(f"{server.url}{path}", FeedSettings())
    for round_ in range(6):
        refresh = subprocess.Popen(
            [sys.executable, "-m", "newsreader", "refresh"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while sum(server.asked.values()) <= round_ and refresh.poll() is None:
            server.released.wait(0.001)
        os.kill(refresh.pid, signal.SIGKILL)
        refresh.wait()
    assert command("refresh") == 0
    with Library.open() as library, library.reading() as unit:
        titles = [unit.articles.stored(each.record).metadata.title for each in unit.articles.changes_after(0, 9999)]
        assert {each.state.problem for each in unit.feeds.all()} == {""}
        assert unit.feeds.holders() == set()
    assert sorted(titles, key=str) == sorted(
        (f"Ferry {1000 * feed + n}" for feed in range(6) for n in range(250)), key=str
    )


def test_ctrl_c_ends_a_refresh_whose_servers_are_silent(server: FeedServer) -> None:
    with Library.open() as library, library.writing() as unit:
        for number in range(4):
            unit.feeds.add(f"{server.url}/silent?{number}", FeedSettings())
    refresh = subprocess.Popen(
        [sys.executable, "-m", "newsreader", "refresh"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    while not server.asked["/silent"]:
        server.released.wait(0.01)
    refresh.send_signal(signal.SIGINT)
    _, said = refresh.communicate(timeout=30)
    assert (refresh.returncode, said.splitlines()[-1]) == (130, "newsreader: Interrupted.")
    assert not server.released.is_set()
