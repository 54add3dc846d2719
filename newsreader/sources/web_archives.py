"""The pages in an archive of the web (WARC), one after another. Only this module knows fastwarc, the extra `warc`.

A record that is damaged is left out and counted, and reading goes on where the next one begins.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsreader.addresses import without_password
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

PAGES = frozenset({"text/html", "application/xhtml+xml"})

MOST_BYTES = 64 * 1024 * 1024
"""Of a record that is looked at; pages have a hundredth of that."""

MOST_DAMAGED = 1_000
"""Damaged records after which the rest of an archive is left alone."""

_STARTS = (b"\x1f\x8b\x08", b"WARC/1.", b"(\xb5/\xfd")
"""What a record begins with, packed by gzip or Zstandard or not packed."""

_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """A page as it was fetched at a moment. Its bytes can be read until the next page is asked for."""

    address: str
    moment: str
    """When it was fetched, in ISO 8601 and UTC, so that moments are in the order of their text."""
    content_type: str
    charset: str | None
    record: Any

    def read(self, most: int) -> bytes:
        """Return the first bytes of the page, unpacked. Raises `OSError`."""
        data: bytes = self.record.reader.read(most)
        return data


class WebArchive:
    """An archive that is read from a stream with places. Raises `ImportError` where fastwarc is not installed."""

    def __init__(self, stream: BinaryIO) -> None:
        import fastwarc  # noqa: F401, so that it is missed at once

        self._stream = stream
        self.damaged = 0
        """Records that were left out the last time."""

    def __iter__(self) -> Iterator[ArchivedPage]:
        """Yield the pages that were answered with."""
        self.damaged = 0
        for record in self._records():
            try:
                page = _page(record)
            except (OSError, ValueError):
                self.damaged += 1
                continue
            if page is not None:
                yield page

    def _records(self) -> Iterator[Any]:
        """Yield the records; behind one that cannot be read, those from the next beginning of one."""
        from fastwarc.warc import ArchiveIterator, WarcRecordType

        kinds = WarcRecordType.response | WarcRecordType.resource
        place: int | None = 0
        failed = False
        while place is not None and self.damaged < MOST_DAMAGED:
            self._stream.seek(place)
            last = None
            with suppress(OSError, ValueError):
                for record in ArchiveIterator(self._stream, kinds, parse_http=False, max_content_length=MOST_BYTES):
                    last = record.stream_pos
                    yield record
                return
            self.damaged += last is not None or failed  # the first beginning behind one that fails is its own
            failed = last is None
            place = self._next_start((place if last is None else last) + 1)

    def _next_start(self, place: int) -> int | None:
        """Return where the next record may begin, None for nowhere."""
        overlap = max(map(len, _STARTS)) - 1
        self._stream.seek(place)
        piece = self._stream.read(_PIECE)
        while piece:
            found = [at for start in _STARTS if (at := piece.find(start)) >= 0]
            if found:
                return place + min(found)
            following = self._stream.read(_PIECE)
            place += len(piece) - overlap
            piece = piece[-overlap:] + following if following else b""
        return None


def _page(record: Any) -> ArchivedPage | None:
    """Return the page in a record, None for another thing. Raises `OSError` or `ValueError` for a damaged record."""
    address = without_password(printable(record.headers.get("WARC-Target-URI") or "").strip("<>").partition("#")[0])
    moment = printable(record.headers.get("WARC-Date") or "")
    if record.is_http:
        record.parse_http(auto_decode="all")
        if record.http_headers is None:
            raise ValueError("a response without a head")
        kind, charset = record.http_content_type or "", record.http_charset
        if record.http_headers.status_code != 200:
            return None
    else:
        kind, _, charset = (record.headers.get("Content-Type") or "").partition(";")
    is_page = kind.strip().lower() in PAGES and address.startswith(("http://", "https://"))
    return ArchivedPage(address, moment, kind.strip().lower(), charset or None, record) if is_page else None
