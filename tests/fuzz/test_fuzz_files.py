"""Files of each kind, damaged two hundred times: articles that are safe to show, or one sentence that says why not."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from io import BytesIO

import pytest
from books import book, nav, page
from fuzzing import assert_printable, assert_safe, damaged

from newsreader.sources import SourceError
from newsreader.sources.opening import load_all

LONGEST = 30.0
"""Seconds for two hundred files on a machine that is busy."""

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


def read(data: bytes) -> None:
    """Read what there is, and have it be safe."""
    try:
        for each in load_all("-", stdin=BytesIO(data)):
            assert_safe(each)
    except SourceError as error:
        assert_printable(error)


@pytest.mark.parametrize("whole", [BOOK], ids=["EPUB"])
def test_damaged_files(whole: bytes) -> None:
    began = time.monotonic()
    for data in damaged(whole):
        read(data)
    assert time.monotonic() - began < LONGEST


def test_damaged_pdfs() -> None:
    pytest.importorskip("pypdfium2")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", PDFS], env=environment, timeout=LONGEST, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
