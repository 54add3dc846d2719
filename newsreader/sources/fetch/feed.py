"""Asks for a feed as its server wants it: only for what is new, and not before it may be asked again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import partial
from urllib.parse import urljoin

from newsreader.addresses import without_password
from newsreader.sources.errors import SourceError, shown
from newsreader.sources.fetch import exchange
from newsreader.sources.fetch.private import is_private
from newsreader.sources.fetch.web import content_type

_ACCEPT = "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5"
_PERMANENT = frozenset({301, 308})
_LONGEST_WAIT = timedelta(days=7)
"""Of what a server may ask for; a clock that is wrong by years is not obeyed."""


@dataclass(frozen=True, slots=True)
class FeedAnswer:
    """What a server answered that was asked for a feed."""

    status: int
    url: str
    """Where the redirects ended."""
    data: bytes = b""
    charset: str | None = None
    etag: str = ""
    modified: str = ""
    moved_to: str = ""
    """The address that the feed has for good from now on; empty if it has not moved."""
    wait: timedelta | None = None
    """For how long the server asks not to be asked again, if it says so."""


def fetch_feed(url: str, *, etag: str = "", modified: str = "") -> FeedAnswer:
    """Return what a server answers, whatever its status, at the end of all redirects.

    `etag` and `modified` are what it said with the feed that is known already. Raises `SourceError` where no answer
    is to be had.
    """
    known = {"If-None-Match": etag, "If-Modified-Since": modified}
    headers = {"Accept": _ACCEPT, **{name: value for name, value in known.items() if value}}
    return exchange.in_time(partial(_follow, url, headers), url)


def _follow(url: str, headers: dict[str, str]) -> FeedAnswer:
    first, moved_to, for_good = url, "", True
    for hop in range(exchange.MAX_REDIRECTS + 1):
        answer = exchange.ask(
            url, headers, public_only=hop > 0 and not is_private(first), too_large="look for a shorter feed of its site"
        )
        if not answer.redirect:
            return _answer(answer, moved_to)
        url = without_password(urljoin(url, answer.redirect))
        for_good = for_good and answer.status in _PERMANENT
        moved_to = url if for_good else moved_to
    raise SourceError(f"{shown(first)} redirects more than {exchange.MAX_REDIRECTS} times: check its address.")


def _answer(answer: exchange.Answer, moved_to: str) -> FeedAnswer:
    headers = answer.headers
    return FeedAnswer(
        answer.status,
        answer.url,
        answer.data,
        content_type(headers.get("content-type", ""))[1],
        headers.get("etag", ""),
        headers.get("last-modified", ""),
        moved_to,
        _wait(headers.get("retry-after", "")),
    )


def _wait(written: str) -> timedelta | None:
    """Return what `Retry-After` asks for, in seconds or as a moment (RFC 9110, 10.2.3)."""
    written = written.strip()
    if written.isascii() and written.isdigit():
        return min(timedelta(seconds=int(written[:9])), _LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(moment - datetime.now(UTC), timedelta()), _LONGEST_WAIT)
