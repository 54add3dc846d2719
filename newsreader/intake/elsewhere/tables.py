"""Tables as other programs write them: CSV with a heading, whose columns are known by name in any case and order."""

from __future__ import annotations

import csv
import io
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from newsreader.sources.decode import beginning
from newsreader.sources.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.intake.elsewhere.bundle import Bundle

Row = dict[str, str]
"""The cells of a row by the names of their columns, in lower case; one that is missing is empty."""

LONGEST_CELL = 10_000_000
"""Characters of a cell."""

_ONE_AT_A_TIME = Lock()


def heading(head: bytes) -> tuple[str, ...]:
    """The names of the columns, in lower case, of what may be a table."""
    try:
        first = next(csv.reader(io.StringIO(beginning(head).lstrip("\ufeff\r\n"))), [])
    except csv.Error:
        return ()
    return tuple(each.strip().lower() for each in first)


def rows(bundle: Bundle, name: str = "") -> Iterator[Row]:
    """The rows of a table. Raises `SourceError` for what is none."""
    text = bundle.text(name).lstrip("\ufeff\r\n").replace("\0", "")
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        with _long_cells():
            names, *records = list(reader) or [[]]
    except csv.Error as error:
        raise SourceError(f"{bundle.called} is no table, from line {reader.line_num} on: {error}.") from error
    columns = [each.strip().lower() for each in names]
    for cells in records:
        if any(each.strip() for each in cells):
            yield {column: cell.strip() for column, cell in zip(columns, cells, strict=False)}


@contextmanager
def _long_cells() -> Iterator[None]:
    """Allow cells as long as whole articles; Python has one limit for all threads that read tables."""
    with _ONE_AT_A_TIME:
        before = csv.field_size_limit(LONGEST_CELL)
        try:
            yield
        finally:
            csv.field_size_limit(before)
