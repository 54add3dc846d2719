"""Articles from archives of the web (WARC): each page, as it was when it was fetched last. It is the extra `warc`.

An archive is read twice, once for what is the newest of each address, so that it may be of any size.
"""

from __future__ import annotations

import io
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.counting import counted
from newsreader.sources import apart
from newsreader.sources.errors import SourceError
from newsreader.sources.extras import missing
from newsreader.sources.formats import html
from newsreader.sources.formats.format import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import BinaryIO

    from newsreader.article import Article
    from newsreader.sources.formats.format import Given
    from newsreader.sources.web_archives import ArchivedPage, WebArchive

_MAGIC = b"WARC/"
_GZIP = b"\x1f\x8b"
_UNPACKED = 16 + zlib.MAX_WBITS
"""How zlib is told that bytes are packed by gzip."""


def _read(data: bytes, given: Given) -> Iterator[Article]:
    return _read_file(io.BytesIO(data), given)


def _read_file(stream: BinaryIO, given: Given) -> Iterator[Article]:
    return articles_of([stream], given)


def articles_of(streams: Sequence[BinaryIO], given: Given) -> Iterator[Article]:
    """Yield the articles in archives that belong together. Raises `SourceError`, at the end for damaged records."""
    from newsreader.sources.web_archives import WebArchive

    try:
        archives = [WebArchive(stream) for stream in streams]
    except ImportError as error:
        raise missing(f"{given.called} is an archive of the web (WARC)", "fastwarc", "warc") from error
    newest: dict[str, tuple[str, int]] = {}
    for number, page in _numbered(archives):
        if given.wanted in ("", page.address) and newest.get(page.address, ("", -1)) <= (page.moment, number):
            newest[page.address] = page.moment, number
    unread = 0
    for number, page in _numbered(archives):
        if newest.get(page.address, ("", -1))[1] == number:
            try:
                yield _article(page, given)
            except SourceError:
                continue  # it has no article, as lists and start pages have none
            except OSError:
                unread += 1
    _complain(unread + sum(each.damaged for each in archives), given)


def _numbered(archives: Iterable[WebArchive]) -> Iterator[tuple[int, ArchivedPage]]:
    return enumerate(page for archive in archives for page in archive)


def _article(page: ArchivedPage, given: Given) -> Article:
    """Return the article on a page. Raises `SourceError` if there is none, and `OSError` if it cannot be unpacked."""
    about = replace(
        given,
        name=page.address,
        origin=given.part(page.address),
        content_type=page.content_type,
        charset=page.charset,
        url=page.address,
    )
    return next(iter(apart.read(html.FORMAT, page.read(apart.MOST_BYTES + 1), about)))


def _complain(damaged: int, given: Given) -> None:
    if damaged:
        raise SourceError(
            f"{counted(damaged, 'record')} of {given.called} cannot be read, and may be damaged: the others were."
        )


def _is_archive(head: bytes) -> bool:
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(_UNPACKED).decompress(head, len(_MAGIC))
        except zlib.error:
            return False
    return head.startswith(_MAGIC)


FORMAT = Format(
    "WARC",
    _read,
    read_file=_read_file,
    suffixes=frozenset({".warc"}),
    types=frozenset({"application/warc"}),
    magic=_is_archive,
)
