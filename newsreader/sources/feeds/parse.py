"""From the bytes of a feed to what it says, and if they are damaged, to what is left of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.sources.decode import BEFORE_TAG, beginning, decode
from newsreader.sources.errors import SourceError, shown
from newsreader.sources.feeds import json_feed
from newsreader.sources.feeds.model import ParsedFeed

if TYPE_CHECKING:
    from newsreader.sources.feeds.xml import XmlFeed

MOST_MARKS = 1_000_000
"""Tags of a feed that are read: the largest feeds have 20 for an entry, and 10,000 entries."""

_PAGE = re.compile(rf"{BEFORE_TAG}<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_HEAD = 4096
_WIDE = 64
"""Bytes in which those of two-byte characters begin with a tag."""
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\x1b")


def is_page(data: bytes) -> bool:
    """Whether bytes are those of a web page."""
    return _PAGE.match(beginning(data[:_HEAD])) is not None


def parse(data: bytes, *, name: str, url: str = "", charset: str | None = None) -> ParsedFeed:
    """Return what a feed says; `url` is where it came from, `charset` what the server declares, `name` for sentences.

    A damaged one is read as far as it can be, and then has its `problem`. Raises `SourceError` if it cannot be read at
    all: one sentence that says what it is, or what is wrong with it.
    """
    called = shown(name)
    begins = beginning(data[:_HEAD]).lstrip()
    if not begins:
        raise SourceError(f"{called} is empty: the feed may come back later.")
    if is_page(data):
        raise SourceError(f"{called} is a web page, not a feed: look on it for the address of its feed.")
    if begins.startswith("{"):
        return json_feed.parse(decode(data, name=called, declared=charset), called, url)
    if data.count(b"<") > MOST_MARKS:
        raise SourceError(f"{called} has more in it than any feed, and would take too long to read.")
    return _xml(data, called, url, charset)


def _xml(data: bytes, called: str, url: str, charset: str | None) -> ParsedFeed:
    """Read it as it is; if that fails, with its common faults mended; if that fails, entry by entry."""
    # lxml takes a while to load, and most of what is opened is no feed.
    from newsreader.sources.feeds import xml

    if b"<!DOCTYPE" not in data[:_HEAD]:
        try:
            return _feed(xml.read(data, url), called, url)
        except xml.DamagedError:
            pass
    return _damaged(decode(_without_controls(data), name=called, declared=charset), called, url)


def _without_controls(data: bytes) -> bytes:
    """Return bytes without the control characters that no text has; bytes of wide characters stay as they are."""
    wide = any(mark in data[:_WIDE] for mark in (b"<\0", b"\0<"))
    return data if wide else data.translate(None, _CONTROLS)


def _damaged(text: str, called: str, url: str) -> ParsedFeed:
    from newsreader.sources.feeds import repair, xml

    mended = repair.mended(text)
    try:
        return _feed(xml.read(mended, url), called, url)
    except xml.DamagedError as error:
        why = str(error)
    pieces = repair.pieces(mended)
    read = xml.read_pieces(pieces, url)
    if not read.entries:
        raise SourceError(f"{called} is no feed, or a damaged one ({why}).")
    kept = f"{len(read.entries)} of its {pieces.count} articles could be read"
    return _feed(read, called, url, f"The feed is damaged ({why}): {kept}.")


def _feed(read: XmlFeed, called: str, url: str, problem: str = "") -> ParsedFeed:
    if not read.is_feed:
        raise SourceError(f"{called} is XML, but no feed: look for the address of the feed on its site.")
    return ParsedFeed(read.title, read.site, read.entries, problem)
