"""Files of each kind, damaged two hundred times: articles that are safe to show, or one sentence that says why not."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO

import pytest
from books import book, nav, packed, page
from fuzzing import assert_printable, assert_safe, damaged
from processor import processor_seconds
from warcs import Fetched, warc

from newsreader.sources import SourceError
from newsreader.sources.opening import load_all

LONGEST = 30.0
"""Seconds of the processor for two hundred files, on a slow machine."""

PDFS = """
from fuzzing import assert_printable, assert_safe, damaged
from newsreader.article import Origin, OriginKind
from newsreader.sources import SourceError
from newsreader.sources.formats import pdf
from newsreader.sources.formats.format import Given
from pdfs import column, pdf as made

whole = made(column(50, 740, "The quay closed\\non Monday."), known={"Title": "Quay"}, outline=[("Quay", 0)])
for data in damaged(whole):
    try:
        for article in pdf.FORMAT.read(data, Given("paper.pdf", Origin(OriginKind.FILE, "/paper.pdf"))):
            assert_safe(article)
    except SourceError as error:
        assert_printable(error)
"""
"""Reads all of them in one process, which must not be brought down."""

BOOK = book(
    {"a.xhtml": page("<h1>Quay</h1><p>It closed.</p>"), "b.xhtml": page("<h1>Ferry</h1><p>It left.</p>")},
    contents=nav(("a.xhtml", "Quay"), ("b.xhtml", "Ferry")),
)

MAILBOX = (
    b"From a@a Wed Jun 19 23:58:01 2024\nMessage-ID: <1@a>\nFrom: Ana <a@a>\nDate: Wed, 19 Jun 2024 10:00:00 +0000\n"
    b"Subject: =?utf-8?Q?=E2=82=AC?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=XX\n\n--XX\n"
    b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nSXQgaXMgbGF0ZS4=\n--XX\n"
    b'Content-Disposition: attachment; filename="a.pdf"\n\nx\n--XX--\n\n'
) * 2
FEED = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title><item><title>Quay</title><guid>1</guid>'
    b"<description>&lt;p&gt;It closed.&lt;/p&gt;</description></item></channel></rss>"
)
PAGES = [Fetched(f"https://a.example/{n}", page(f"<h1>Quay</h1><p>It closed {n}.</p>").encode()) for n in range(3)]


def read(data: bytes) -> None:
    """Read what there is, and have it be safe."""
    try:
        for each in load_all("-", stdin=BytesIO(data)):
            assert_safe(each)
    except SourceError as error:
        assert_printable(error)


@pytest.mark.parametrize("whole", [BOOK, MAILBOX, FEED], ids=["EPUB", "mail", "feed"])
def test_damaged_files(whole: bytes) -> None:
    read_damaged(whole)


@pytest.mark.parametrize(
    "whole",
    [warc(*PAGES), warc(*PAGES, packed=False), packed({"archive/a.warc.gz": warc(*PAGES), "datapackage.json": "{}"})],
    ids=["packed WARC", "WARC", "WACZ"],
)
def test_damaged_archives_of_the_web(whole: bytes) -> None:
    pytest.importorskip("fastwarc")
    read_damaged(whole)


def read_damaged(whole: bytes) -> None:
    """Read two hundred damaged copies, in a time that is bounded."""
    began = processor_seconds()
    for data in damaged(whole):
        read(data)
    assert processor_seconds() - began < LONGEST


def test_damaged_pdfs() -> None:
    pytest.importorskip("pypdfium2")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    began = processor_seconds()
    done = subprocess.run([sys.executable, "-c", PDFS], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert processor_seconds() - began < LONGEST
