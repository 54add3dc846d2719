"""Files of each kind, damaged two hundred times: articles that are safe to show, or one sentence that says why not."""

from __future__ import annotations

import time
from io import BytesIO

import pytest
from books import book, nav, page
from fuzzing import assert_printable, assert_safe, damaged

from newsreader.sources import SourceError
from newsreader.sources.opening import load_all

LONGEST = 20.0
"""Seconds for two hundred files on a machine that is busy."""

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
