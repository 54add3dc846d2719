"""When a feed is asked for again, by how it went."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.sources.fetch.feed import FeedAnswer
    from newsreader.store.feeds import Feed, FeedSettings, FeedState

INTERVAL = timedelta(hours=1)
"""Between two fetches of a feed for which nothing else was decided."""
LONGEST = timedelta(days=7)
"""Between two fetches of a feed that fails again and again."""
_MOST_DOUBLINGS = 10
JITTER = 0.1
"""The share by which an interval is longer or shorter, so that not all feeds are asked for at once."""
OVERLOADED = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})


def moment(when: datetime) -> str:
    """A moment as the library has it."""
    return when.astimezone(UTC).isoformat(timespec="milliseconds")


def is_due(feed: Feed, now: datetime, within: timedelta | None = None) -> bool:
    """Whether a feed is to be asked for now.

    Instead of its own interval, `within` may say for how long it must not have been asked for. One that fails waits
    longer and longer in any case.
    """
    state = feed.state
    if feed.settings.muted or state.gone or _is_waiting(state, now):
        return False
    if within is None or state.failures:
        return state.due <= moment(now)
    return not state.fetched or state.fetched <= moment(now - within)


def may_be_asked(feed: Feed, now: datetime) -> bool:
    """Whether a feed that the person named may be asked for: not while its server wants to be left alone."""
    return not _is_waiting(feed.state, now)


def _is_waiting(state: FeedState, now: datetime) -> bool:
    return state.wait > moment(now)


def after_success(state: FeedState, settings: FeedSettings, now: datetime) -> FeedState:
    """The state of a feed that was read, or is as it was."""
    due = now + _jittered(_interval(settings))
    return replace(state, fetched=moment(now), due=moment(due), wait="", failures=0, problem="", gone=False)


def after_failure(state: FeedState, settings: FeedSettings, now: datetime, why: str) -> FeedState:
    """The state of a feed that could not be read: each time in a row, it is left alone for twice as long."""
    longer = _interval(settings) * 2 ** min(state.failures, _MOST_DOUBLINGS)
    due = now + _jittered(min(longer, max(LONGEST, _interval(settings))))
    return replace(state, fetched=moment(now), due=moment(due), failures=state.failures + 1, problem=why)


def after_status(state: FeedState, settings: FeedSettings, now: datetime, answer: FeedAnswer, why: str) -> FeedState:
    """The state of a feed whose server answered with a status that says that there is none now."""
    failed = after_failure(state, settings, now, why)
    if answer.status == HTTPStatus.GONE:
        return replace(failed, gone=True)
    if answer.status in OVERLOADED:
        until = max(now + answer.wait, _at(failed.due)) if answer.wait is not None else _at(failed.due)
        wait = now + answer.wait if answer.wait is not None else until
        return replace(failed, due=moment(until), wait=moment(wait))
    return failed


def _at(written: str) -> datetime:
    return datetime.fromisoformat(written)


def _interval(settings: FeedSettings) -> timedelta:
    return timedelta(minutes=settings.interval) if settings.interval else INTERVAL


def _jittered(span: timedelta) -> timedelta:
    return span * random.uniform(1 - JITTER, 1 + JITTER)
