"""One feed, once: asked for, read, taken into the library, and what came of it noted."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from threading import Lock
from typing import TYPE_CHECKING

from newsreader.intake.feeds import schedule
from newsreader.intake.feeds.holders import ended
from newsreader.intake.feeds.taking import Taken, take, take_out_old
from newsreader.sources.errors import SourceError, shown
from newsreader.sources.feeds.parse import parse
from newsreader.sources.fetch.exchange import TOTAL_SECONDS
from newsreader.sources.fetch.feed import fetch_feed
from newsreader.sources.fetch.web import status_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.sources.feeds.model import ParsedFeed
    from newsreader.sources.fetch.feed import FeedAnswer
    from newsreader.store.feeds import Feed, FeedState
    from newsreader.store.library import Library

TAKING = Lock()
"""Held while a feed is read and taken in, and while an index follows in the same process: Python does one of it at a
time anyway, and threads that take turns at each statement are slower than one after the other."""
_HELD = timedelta(seconds=2 * TOTAL_SECONDS)
"""For how long a feed is in hand for one step; who is ended meanwhile holds it no longer anyway."""


@dataclass(frozen=True, slots=True)
class FeedOutcome:
    """What came of asking for a feed."""

    feed: Feed
    """As it is afterwards."""
    new: tuple[int, ...] = ()
    """The articles that are new in the library, by their numbers."""
    changed: int = 0
    """Articles that have another text than before."""
    completed: int = 0
    """Articles whose whole text came from their pages."""


def claim(library: Library, feed: Feed, holder: str) -> Feed | None:
    """Take a feed in hand, and return it as it is now; None if it is gone, or another refresh has it or was quicker."""
    until = schedule.moment(datetime.now(UTC) + _HELD)
    with library.writing() as unit:
        now = unit.feeds.find(feed.id)
        if now is None or now.state.fetched != feed.state.fetched:
            return None
        return now if unit.feeds.claim(feed.id, holder, until, ended(unit.feeds.holders())) else None


def keep_hold(library: Library, feed: Feed, holder: str) -> bool:
    """Hold a feed for longer; False if it is held no longer."""
    until = schedule.moment(datetime.now(UTC) + _HELD)
    with library.writing() as unit:
        return unit.feeds.claim(feed.id, holder, until)


def let_go(library: Library, feed: Feed, holder: str) -> None:
    """Leave a feed to others."""
    with library.writing() as unit:
        unit.feeds.let_go(feed.id, holder)


def fetch_and_take(library: Library, feed: Feed, stopped: Callable[[], bool]) -> FeedOutcome:
    """Ask for a feed that is in hand, and take in what it has."""
    try:
        answer = fetch_feed(feed.address, etag=feed.state.etag, modified=feed.state.modified)
    except SourceError as error:
        return _noted(library, feed, _Read(_failed(feed, error)), stopped)
    return take_answer(library, feed, answer, stopped)


def take_answer(
    library: Library, feed: Feed, answer: FeedAnswer, stopped: Callable[[], bool] = lambda: False
) -> FeedOutcome:
    """Take in what a server answered that was asked for a feed."""
    with TAKING:
        return _noted(library, feed, _read(feed, answer), stopped)


@dataclass(frozen=True, slots=True)
class _Read:
    """An answer that was read."""

    state: FeedState
    parsed: ParsedFeed | None = None
    """What is in the feed, if that is another than before."""
    moved_to: str = ""


def _noted(library: Library, feed: Feed, read: _Read, stopped: Callable[[], bool]) -> FeedOutcome:
    """Take in what was read, then note how it went: ended in between, it is done again, and nothing comes twice."""
    taken = take(library, feed, read.parsed, stopped) if read.parsed else Taken()
    if stopped():
        return FeedOutcome(feed, tuple(taken.new), taken.changed)
    state = read.state
    with library.writing() as unit:
        if read.moved_to and unit.feeds.move(feed.id, read.moved_to):
            state = replace(state, moved_from=feed.address)
        elif read.moved_to:
            state = replace(state, problem=f"It moved to {shown(read.moved_to)}, which is another of your feeds.")
        unit.feeds.note(feed.id, state)
        if taken.new:
            take_out_old(unit, feed)
        after = unit.feeds.find(feed.id) or feed
    return FeedOutcome(after, tuple(taken.new), taken.changed)


def _read(feed: Feed, answer: FeedAnswer) -> _Read:
    state, settings, now = feed.state, feed.settings, datetime.now(UTC)
    if answer.status not in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED):
        return _Read(schedule.after_status(state, settings, now, answer, _why(answer, feed)))
    well = schedule.after_success(state, settings, now)
    digest = hashlib.sha256(answer.data).hexdigest()
    if answer.status == HTTPStatus.OK:
        well = replace(well, etag=answer.etag, modified=answer.modified, digest=digest)
    if answer.status == HTTPStatus.NOT_MODIFIED or digest == state.digest:
        return _Read(replace(well, problem=state.problem if not state.failures else ""), None, answer.moved_to)
    try:
        parsed = parse(answer.data, name=feed.address, url=answer.url, charset=answer.charset)
    except SourceError as error:
        return _Read(_failed(feed, error))
    return _Read(replace(well, title=parsed.title, site=parsed.site, problem=parsed.problem), parsed, answer.moved_to)


def _failed(feed: Feed, error: SourceError) -> FeedState:
    return schedule.after_failure(feed.state, feed.settings, datetime.now(UTC), str(error))


def _why(answer: FeedAnswer, feed: Feed) -> str:
    if answer.status == HTTPStatus.GONE:
        return "Its server says that the feed is gone for good (410): it is not asked for any more."
    if answer.status in schedule.OVERLOADED:
        return f"Its server asks to be left alone for a while ({answer.status}), which is done."
    return status_sentence(answer.status, feed.address)
