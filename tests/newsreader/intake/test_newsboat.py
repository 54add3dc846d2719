"""What newsboat knows comes in: its feeds, its query feeds as saved searches, and what was read and flagged."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from others import BODY, URLS, articles, cache_db, feeds, items, kept, left_out, searches

from newsreader.intake.elsewhere.items import Search, Subscription
from newsreader.intake.elsewhere.newsboat_filter import UnsayableError, query_of
from newsreader.query.fields import FIELDS
from newsreader.query.parser import parse
from newsreader.sources.errors import SourceError

if TYPE_CHECKING:
    from pathlib import Path

SAID = {
    'unread = "yes"': "is:unread",
    'unread = "no"': "-is:unread",
    'title =~ "quay"': 'title:"quay"*',
    'title !~ "(quay|ice)"': '-title:"quay"*,"ice"*',
    'author = "Ann Reporter"': 'author:="Ann Reporter"',
    'content =~ "ice"': '"ice"*',
    'feedtitle =~ "courier"': 'source:"courier"*',
    "age < 7": "newer:6d",
    "age > 7": "older:7d",
    "age between 2:7": "newer:7d older:1d",
    'flags # "s"': "tag:flag-s",
    'unread = "yes" and age <= 3': "is:unread newer:3d",
    'unread = "yes" and title =~ "a" or title =~ "b"': 'is:unread (title:"a"* OR title:"b"*)',
    '(unread = "yes" and title =~ "a") or title =~ "b"': 'is:unread title:"a"* OR title:"b"*',
}


@pytest.mark.parametrize(("filtered", "query"), SAID.items())
def test_a_filter_is_said_in_our_language(filtered: str, query: str) -> None:
    assert query_of(filtered) == query
    assert parse(query, FIELDS).mistakes == ()


@pytest.mark.parametrize(
    "filtered",
    [
        'enclosure_url != ""',
        'title =~ "^A.*z$"',
        "articleindex < 20",
        'tags = "a b"',
        "unread",
        'title =~ "a',
        "",
        "(" * 500,
        'x # "y"',
    ],
)
def test_what_cannot_be_said_is_not(filtered: str) -> None:
    with pytest.raises(UnsayableError):
        query_of(filtered)


def test_feeds_have_their_tags_and_titles(tmp_path: Path) -> None:
    found = items(kept(tmp_path, URLS, "urls"))
    assert feeds(found) == [
        Subscription("https://courier.example/feed.xml", "The Courier", None, "", ("news", "local news")),
        Subscription("https://board.example/atom.xml", 'Harbour "board"', None, "", ("board",)),
    ]
    assert searches(found) == [Search("Unread about ice", 'is:unread title:"ice"*,"frost"*')]


def test_what_is_not_taken_is_said(tmp_path: Path) -> None:
    assert left_out(items(kept(tmp_path, URLS, "urls"))) == [
        "hidden feed, which is shown here",
        "query feed “Loud”, which asks for “enclosure_url”",
        "script that makes a feed",
        "feed that goes through a script",
        "address that is none of the web",
        "line of settings or a macro of newsboat",
    ]


def test_articles_have_what_was_done_with_them(tmp_path: Path) -> None:
    path = cache_db(tmp_path / "cache.db")
    before = path.read_bytes()
    found = items(path)
    quay, ice = articles(found)
    assert (quay.byline, quay.source, quay.feed) == ("Ann Reporter", "Courier", "https://courier.example/feed.xml")
    assert (quay.read, quay.starred, quay.tags, quay.html) == (True, True, ("flag-s", "flag-x"), BODY)
    assert str(quay.published) == "2024-03-19"
    assert (ice.read, ice.starred, ice.html) == (False, False, "")
    assert left_out(found) == ["article that was deleted in newsboat"]
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["cache.db"]


def test_a_cache_that_is_cut_says_so(tmp_path: Path) -> None:
    path = cache_db(tmp_path / "cache.db")
    path.write_bytes(path.read_bytes()[:6000])
    with pytest.raises(SourceError, match="is no cache of newsboat, or damaged"):
        items(path)


def test_a_cache_whose_articles_have_no_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    with closing(sqlite3.connect(path)) as database:
        database.execute(
            "CREATE VIEW rss_item AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)"
            " SELECT id, id AS guid, '' AS title, '' AS author, '' AS url, '' AS feedurl, 0 AS pubDate,"
            " '' AS content, 0 AS unread, '' AS flags, 0 AS deleted FROM n"
        )
    with pytest.raises(SourceError, match="it has no articles"):
        items(path)
