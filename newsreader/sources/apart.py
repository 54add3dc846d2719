"""Decides what is read here, what in a process of its own that can be stopped, and what is too much to be read at all.

`docs/safety.md` has the pages that the limits were set by. How the bytes of a format become articles is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.sources.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.article import Article
    from newsreader.sources.formats.format import Format, Given

ORDINARY_BYTES, ORDINARY_MARKS = 2 * 1024 * 1024, 10_000
"""What is read without a process of its own: it takes a second, whatever is in it."""

MOST_BYTES, MOST_MARKS = 16 * 1024 * 1024, 200_000
"""What is read at all: ten times the largest of real pages."""


def read(form: Format, data: bytes, given: Given) -> Iterable[Article]:
    """Return the articles in `data`. Raises `SourceError`, also for what goes over a limit."""
    if form.is_foreign:
        return _in_process(form, data, given)
    marks = form.marks(data)
    if marks is None:
        return form.read(data, given)
    size = form.size(data)
    if size <= ORDINARY_BYTES and marks <= ORDINARY_MARKS:
        return form.read(data, given)
    if size > MOST_BYTES or marks > MOST_MARKS:
        raise too_much(given)
    return _in_process(form, data, given)


def _in_process(form: Format, data: bytes, given: Given) -> Iterable[Article]:
    from newsreader.sources.reading_process import read_in_process

    return read_in_process(form, data, given)


def too_much(given: Given) -> SourceError:
    """The error of what has more in it than the limits allow."""
    return SourceError(
        f"{given.called} has more in it than any page of news, and would take too long to read: "
        "save its text as a .txt file and open that."
    )
