"""Feeds (RSS, RDF, Atom), which are known so that nobody takes their XML for an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

from newsreader.sources.decode import beginning
from newsreader.sources.errors import SourceError
from newsreader.sources.formats.format import Format
from newsreader.sources.formats.html import BEFORE_TAG

if TYPE_CHECKING:
    from newsreader.sources.formats.format import Given

_START = re.compile(rf"{BEFORE_TAG}<(?:rss|feed|rdf:RDF)\b", re.DOTALL)


def _is_feed(head: bytes) -> bool:
    return _START.match(beginning(head)) is not None


def _read(_: bytes, given: Given) -> NoReturn:
    raise SourceError(f"{given.called} is a feed, not an article: open one of the addresses in it.")


FORMAT = Format("feed", _read, magic=_is_feed)
