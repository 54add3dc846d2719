"""Feeds in the library: their settings and state, who has them in hand, and which articles came from them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.store.feeds import FeedItem, FeedSettings, FeedState, FullArticle, PageState

if TYPE_CHECKING:
    from newsreader.store.library import Library

FERRY = "https://news.example/ferry.xml"
LATER = "9999-01-01T00:00:00.000+00:00"
EARLIER = "2024-01-01T00:00:00.000+00:00"
SETTINGS = FeedSettings("Ferries", "Sea/North", ("boats", "island, far"), FullArticle.NEVER, 90, 200, 30, muted=True)


@pytest.fixture
def library(each_library: Library) -> Library:
    return each_library


def article(number: int) -> Article:
    text = f"The ferry {number} was late."
    return Article(
        text, (Paragraph(0, len(text)),), Metadata(), Origin(OriginKind.URL, f"https://news.example/{number}")
    )


def test_a_feed_is_as_it_was_added(library: Library) -> None:
    with library.writing() as unit:
        made = unit.feeds.add(FERRY, SETTINGS)
    with library.reading() as unit:
        assert unit.feeds.find(made.id) == unit.feeds.at(FERRY) == made
        assert made.settings == SETTINGS
        assert made.state == FeedState()


def test_adding_a_feed_again_keeps_what_was_decided(library: Library) -> None:
    with library.writing() as unit:
        first = unit.feeds.add(FERRY, SETTINGS)
        assert unit.feeds.add(FERRY, FeedSettings(name="Other")) == first
        assert unit.feeds.all() == [first]


def test_no_password_is_kept(library: Library) -> None:
    with library.writing() as unit:
        made = unit.feeds.add("https://karin:secret@news.example/ferry.xml", FeedSettings())
        assert made.address == FERRY
        assert unit.feeds.at("https://karin:other@news.example/ferry.xml") == made


def test_feeds_come_by_folder_and_name(library: Library) -> None:
    with library.writing() as unit:
        for name, folder in (("b", ""), ("A", ""), ("a", "z")):
            unit.feeds.add(f"https://{name}{folder}.example", FeedSettings(name=name, folder=folder))
        assert [(each.settings.folder, each.called) for each in unit.feeds.all()] == [("", "A"), ("", "b"), ("z", "a")]


def test_settings_and_state_are_changed_apart(library: Library) -> None:
    state = FeedState(
        "Ferry news", "https://news.example", "e", "m", "d", EARLIER, LATER, EARLIER, 3, "No answer.", True, "x"
    )
    with library.writing() as unit:
        made = unit.feeds.add(FERRY, FeedSettings())
        unit.feeds.note(made.id, state)
        unit.feeds.change(made.id, SETTINGS)
        assert unit.feeds.find(made.id) == replace(made, settings=SETTINGS, state=state)


def test_a_feed_moves_but_not_to_where_another_is(library: Library) -> None:
    with library.writing() as unit:
        ferry = unit.feeds.add(FERRY, FeedSettings())
        tram = unit.feeds.add("https://news.example/tram.xml", FeedSettings())
        assert not unit.feeds.move(ferry.id, tram.address)
        assert unit.feeds.move(ferry.id, "https://new.example/")
        moved = unit.feeds.find(ferry.id)
        assert moved is not None
        assert (moved.address, moved.state.moved_from) == ("https://new.example/", FERRY)


def test_only_one_has_a_feed_in_hand(library: Library) -> None:
    with library.writing() as unit:
        feed = unit.feeds.add(FERRY, FeedSettings()).id
        assert unit.feeds.claim(feed, "one", LATER)
        assert not unit.feeds.claim(feed, "two", LATER)
        unit.feeds.let_go(feed, "two")
        assert not unit.feeds.claim(feed, "two", LATER)
        assert unit.feeds.holders() == {"one"}
        unit.feeds.let_go(feed, "one")
        assert unit.feeds.claim(feed, "two", LATER)


def test_a_feed_is_free_when_its_time_is_over_or_its_holder_is_gone(library: Library) -> None:
    with library.writing() as unit:
        feed = unit.feeds.add(FERRY, FeedSettings()).id
        assert unit.feeds.claim(feed, "one", EARLIER)
        assert unit.feeds.claim(feed, "two", LATER)
        assert not unit.feeds.claim(feed, "three", LATER, gone={"one"})
        assert unit.feeds.claim(feed, "three", LATER, gone={"two"})


def test_what_came_from_a_feed_is_known(library: Library) -> None:
    with library.writing() as unit:
        feed = unit.feeds.add(FERRY, FeedSettings()).id
        records = [unit.articles.remember(article(number)) for number in range(30)]
        items = {b"%d" % key: FeedItem(records[key % 30].id, b"digest", PageState(key % 3)) for key in range(1200)}
        unit.feeds.took(feed, items)
        assert unit.feeds.known(feed, [*items, b"none"]) == items
        assert unit.feeds.articles(feed) == [each.id for each in reversed(records)]
        assert unit.feeds.of_article(records[0].id) == [feed]


def test_pages_that_are_wanted_come_newest_first(library: Library) -> None:
    with library.writing() as unit:
        feed = unit.feeds.add(FERRY, FeedSettings()).id
        records = [unit.articles.remember(article(number)) for number in range(9)]
        items = {b"%d" % each.id: FeedItem(each.id, b"", PageState(each.id % 3)) for each in records}
        unit.feeds.took(feed, items)
        wanted = unit.feeds.wanted(feed, 2)
        assert [each.article for each in wanted.values()] == sorted((each.id for each in records), reverse=True)[1:5:3]


def test_what_is_beyond_leaves_out_what_the_person_has_touched(library: Library) -> None:
    with library.writing() as unit:
        feed, other = (unit.feeds.add(f"{FERRY}{n}", FeedSettings()).id for n in (1, 2))
        ids = [unit.articles.remember(article(number)).id for number in range(8)]
        unit.feeds.took(feed, {b"%d" % each: FeedItem(each, b"") for each in ids})
        unit.feeds.took(other, {b"x": FeedItem(ids[0], b"")})
        unit.states.star(ids[1:2], starred=True)
        unit.states.tag(ids[2:3], "kept")
        unit.articles.count_annotations(ids[3], 1)
        assert unit.feeds.beyond(feed, None, None) == []
        assert unit.feeds.beyond(feed, 2, None) == [ids[5], ids[4]]
        assert unit.feeds.beyond(feed, None, "9999-01-01") == ids[:3:-1]
        assert unit.feeds.beyond(feed, None, "1999-01-01") == []


def test_a_feed_that_is_removed_leaves_its_articles(library: Library) -> None:
    with library.writing() as unit:
        feed = unit.feeds.add(FERRY, FeedSettings()).id
        record = unit.articles.remember(article(1))
        item = {b"1": FeedItem(record.id, b"")}
        unit.feeds.took(feed, item)
        unit.feeds.remove(feed)
        unit.feeds.took(feed, item)
        assert unit.feeds.all() == []
        assert unit.feeds.articles(feed) == []
        assert unit.articles.latest(record.id) == record
        assert unit.feeds.add(FERRY, FeedSettings()).id != feed


def test_articles_change_when_their_feed_is_called_otherwise(library: Library) -> None:
    with library.writing() as unit:
        feed = unit.feeds.add(FERRY, FeedSettings()).id
        record = unit.articles.remember(article(1))
        unit.feeds.took(feed, {b"1": FeedItem(record.id, b"")})
        change = unit.articles.last_change()
        unit.feeds.note(feed, FeedState(title="Ferry news"))
        assert unit.articles.last_change() > change
        change = unit.articles.last_change()
        unit.feeds.note(feed, FeedState(title="Ferry news", etag="new"))
        assert unit.articles.last_change() == change


def test_a_change_of_an_article_says_its_feeds(library: Library) -> None:
    with library.writing() as unit:
        ferry = unit.feeds.add(FERRY, SETTINGS)
        plain = unit.feeds.add("https://news.example/tram.xml", FeedSettings())
        record = unit.articles.remember(article(1))
        for each in (ferry, plain):
            unit.feeds.took(each.id, {b"1": FeedItem(record.id, b"")})
        (change,) = unit.articles.changes_after(0, 9)
    assert change.feeds == ("Ferries", "Sea/North", "boats", "island, far", "https://news.example/tram.xml")
