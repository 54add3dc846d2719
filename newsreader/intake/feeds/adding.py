"""Subscribes to a feed: by its own address, or by that of a page or a site that has one."""

from __future__ import annotations

import re
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsreader.addresses import without_password
from newsreader.intake.feeds.fetching import take_answer
from newsreader.sources.decode import decode
from newsreader.sources.errors import SourceError, shown
from newsreader.sources.feeds.discovery import linked_feeds, usual_places
from newsreader.sources.feeds.parse import is_page, parse
from newsreader.sources.fetch.feed import fetch_feed
from newsreader.sources.fetch.web import status_sentence

if TYPE_CHECKING:
    from newsreader.intake.feeds.fetching import FeedOutcome
    from newsreader.sources.fetch.feed import FeedAnswer
    from newsreader.store.feeds import FeedSettings
    from newsreader.store.library import Library


_LIKELY = re.compile(r"(?<![^/._-])(?:rss|atom|feeds?|rdf)(?![^/._-])|\.xml$", re.IGNORECASE)
"""What is in the paths of most feeds."""


def add_feed(library: Library, address: str, settings: FeedSettings) -> FeedOutcome | None:
    """Subscribe to the feed at an address, or to that of the site there, and take in what it has.

    None if it is one of the person's feeds already. Raises `SourceError` if there is no feed.
    """
    address = whole_address(address)
    scheme = address.partition("://")[0]
    if scheme.lower() not in ("http", "https"):
        raise SourceError(f"Feeds have http and https addresses, not {shown(scheme)}: look for one on the site.")
    if _known(library, address):
        return None
    answer, found = _found(address)
    if _known(library, found):
        return None
    with library.writing() as unit:
        feed = unit.feeds.add(found, settings)
    return take_answer(library, feed, replace(answer, moved_to=""))


def is_likely_feed(location: str) -> bool:
    """Whether an address seems to be that of a feed, or of a site that may have one, and not of an article."""
    if location.startswith("feed:"):
        return True
    parts = urlsplit(location)
    return parts.scheme in ("http", "https") and (parts.path in ("", "/") or bool(_LIKELY.search(parts.path)))


def whole_address(written: str) -> str:
    """Return an address as it is asked for: with a scheme, and without user name and password."""
    written = written.strip()
    if written.startswith("feed:"):
        written = written.removeprefix("feed:").removeprefix("//")
    return without_password(written if "://" in written else f"https://{written}")


def _known(library: Library, address: str) -> bool:
    with library.reading() as unit:
        return unit.feeds.at(address) is not None


def _found(address: str) -> tuple[FeedAnswer, str]:
    """Return the answer that has the feed, and the address of the feed."""
    answer = _asked(address)
    if not is_page(answer.data):
        return _checked(answer, address)
    page = decode(answer.data, name=shown(address), declared=answer.charset)
    for each in linked_feeds(page, answer.url) or usual_places(answer.url):
        try:
            return _checked(_asked(each), each)
        except SourceError:
            continue
    raise SourceError(f"{shown(address)} is a web page, and no feed of it was found: look for the address of its feed.")


def _asked(address: str) -> FeedAnswer:
    answer = fetch_feed(address)
    if answer.status != HTTPStatus.OK:
        raise SourceError(status_sentence(answer.status, address))
    return answer


def _checked(answer: FeedAnswer, address: str) -> tuple[FeedAnswer, str]:
    parse(answer.data, name=address, url=answer.url, charset=answer.charset)
    return answer, answer.moved_to or address
