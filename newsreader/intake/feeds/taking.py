"""Takes what a feed has into the library: each article once, and what the feed changes of it as a new version."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.sources.feeds.model import ParsedFeed
    from newsreader.store.feeds import Feed
    from newsreader.store.library import Library
    from newsreader.store.protocols import Unit

BATCH = 200
"""Entries that are taken in together; other windows wait for them."""


@dataclass(slots=True)
class Taken:
    """What came of it."""

    new: list[int] = field(default_factory=list)
    """The articles that the library did not have, by their numbers."""
    changed: int = 0
    """Articles with a new version of their text."""


def take(library: Library, feed: Feed, parsed: ParsedFeed, stopped: Callable[[], bool] = lambda: False) -> Taken:
    """Take in what is new or has changed in a feed; what `stopped` keeps out comes the next time."""
    entries = {entry.key: entry for entry in reversed(parsed.entries)}
    with library.reading() as unit:
        known = unit.feeds.known(feed.id, entries)
    # Of a damaged feed nothing is taken that is known already: half of it may be missing.
    fresh = [
        (key, entry)
        for key, entry in entries.items()
        if key not in known or (not parsed.problem and known[key].digest != entry.digest)
    ]
    if not fresh:
        return Taken()
    # What makes articles of entries takes a while to load, and mostly a feed has no new ones.
    from newsreader.intake.feeds.entries import Taking

    taking = Taking(feed, parsed, known, len(fresh))
    for start in range(0, len(fresh), BATCH):
        if stopped():
            break
        built = [(key, entry, taking.article(key, entry)) for key, entry in fresh[start : start + BATCH]]
        with library.writing() as unit:
            taking.write(unit, built)
    return taking.taken


def take_out_old(unit: Unit, feed: Feed) -> None:
    """Take out of the lists what is beyond what is to be kept of a feed and was never touched."""
    settings = feed.settings
    if settings.keep_articles is None and settings.keep_days is None:
        return
    days = None if settings.keep_days is None else timedelta(days=settings.keep_days)
    before = None if days is None else str((datetime.now(UTC) - days).date())
    unit.states.take_out(unit.feeds.beyond(feed.id, settings.keep_articles, before))
