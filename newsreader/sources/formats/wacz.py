"""Articles from archives of the web that are packed with what belongs to them (WACZ): those of the WARC files in it."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from newsreader.sources.archives import MemberError, ZipArchive
from newsreader.sources.errors import SourceError
from newsreader.sources.formats.format import Format
from newsreader.sources.formats.warc import articles_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.article import Article
    from newsreader.sources.formats.format import Given

_ARCHIVE = re.compile(r"archive/[^/]+\.warc(?:\.gz)?\Z")
MOST_BYTES = 200 * 1024 * 1024
"""Of the WARC files in one, which are seldom packed once more."""


def _read(data: bytes, given: Given) -> Iterator[Article]:
    archive = ZipArchive(data, given.called)
    names = sorted(name for name in archive if _ARCHIVE.search(name))
    if not names:
        raise SourceError(f"{given.called} has no WARC file in it: get it anew from where it came from.")
    if sum(map(archive.size, names)) > MOST_BYTES:
        raise SourceError(f"{given.called} is too large to be unpacked here: unpack it and open the WARC files in it.")
    try:
        streams = [io.BytesIO(archive.read(name, MOST_BYTES)) for name in names]
    except MemberError as error:
        raise SourceError(f"{given.called} is damaged: get it anew from where it came from.") from error
    yield from articles_of(streams, given)


def _is_archive(head: bytes) -> bool:
    inside = b"datapackage.json" in head or (b"archive/" in head and b".warc" in head)
    return head.startswith(b"PK\x03\x04") and inside


FORMAT = Format(
    "WACZ",
    _read,
    suffixes=frozenset({".wacz"}),
    types=frozenset({"application/wacz", "application/x-wacz"}),
    magic=_is_archive,
)
