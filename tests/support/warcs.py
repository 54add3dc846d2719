"""Archives of the web (WARC, WACZ) made for tests: records of pages that were fetched, packed one by one or not."""

from __future__ import annotations

import gzip
from typing import NamedTuple


class Fetched(NamedTuple):
    """A page as it was fetched."""

    address: str
    body: bytes
    day: str = "2024-06-19"
    content_type: str = "text/html; charset=utf-8"
    status: str = "200 OK"
    more: str = ""
    """Further lines of the head of the response."""


def record(fetched: Fetched) -> bytes:
    head = f"HTTP/1.1 {fetched.status}\r\nContent-Type: {fetched.content_type}\r\n{fetched.more}\r\n".encode()
    return raw_record(
        "response", fetched.address, fetched.day, head + fetched.body, "application/http; msgtype=response"
    )


def raw_record(kind: str, address: str, day: str, block: bytes, content_type: str) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: {day}T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def warc(*pages: Fetched | bytes, packed: bool = True) -> bytes:
    """An archive of records; bytes are taken as they are."""
    records = [raw_record("warcinfo", "", "2024-06-19", b"software: test\r\n", "application/warc-fields")]
    records += [each if isinstance(each, bytes) else record(each) for each in pages]
    return b"".join(gzip.compress(each, mtime=0) if packed else each for each in records)
