"""The feeds of one library are the feeds of another that takes in their list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from others import items, kept

from newsreader.intake.feed_lists import as_opml
from newsreader.intake.taking import Taken, take
from newsreader.store.feeds import FeedSettings
from newsreader.store.library import Library

if TYPE_CHECKING:
    from pathlib import Path


def test_feeds_go_to_another_library(tmp_path: Path) -> None:
    settings = {
        "https://a.example/rss?x=1&y=2": FeedSettings("A & “B”", "News/Local", ("quay", "ice and snow")),
        "https://b.example/atom": FeedSettings("B", "News"),
        "https://c.example/": FeedSettings("C", "", ("quay",)),
    }
    with Library.in_memory() as library, Library.in_memory() as other:
        with library.writing() as unit:
            for address, each in settings.items():
                unit.feeds.add(address, each)
        text, count = as_opml(library)
        assert count == 3
        take(other, "feeds.opml", items(kept(tmp_path, text)), Taken())
        with other.reading() as unit:
            assert {each.address: each.settings for each in unit.feeds.all()} == settings
