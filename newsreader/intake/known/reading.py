"""Reads files of known things record by record, however long they are, and tells them by how they begin."""

from __future__ import annotations

import csv
import json
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from newsreader.exports.text import given_cell
from newsreader.intake.known.records import RecordError, thing_of, thing_of_entity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from newsreader.store.known import KnownThing

    Make = Callable[[Mapping[str, Any], int], KnownThing | None]

TABLE, LINES, MONEY = "known-csv", "known-jsonl", "ftm"
FORMATS = (TABLE, LINES, MONEY)
LONGEST_LINE = 1_000_000
"""Bytes; what is longer is no record."""
_LOOKED_AT = 20
"""Lines of the beginning by which a file is told."""


@dataclass(frozen=True, slots=True)
class Damaged:
    """A record that cannot be read."""

    number: int
    """Of the record, from 1; the head of a table is not counted."""
    reason: str
    """As the end of a sentence: `has no name`."""


def recognised(file: IO[bytes]) -> str:
    """The format of a file, or `csv` or `jsonl` for entries of the gazetteer; looks at the beginning of it."""
    lines = [line for line, _ in zip(_lines(file), range(_LOOKED_AT), strict=False)]
    for line in lines:
        with suppress(ValueError, RecursionError):
            record = json.loads(line)
            if isinstance(record, dict):
                return MONEY if "schema" in record else "jsonl" if "verdict" in record else LINES
    head = _columns(next(iter(lines), ""))
    return TABLE if "name" in head and "verdict" not in head else "csv"


def read(file: IO[bytes], form: str) -> Iterator[KnownThing | Damaged | None]:
    """Yield what each record of a file is; None for one that is of another kind."""
    if form == TABLE:
        return _table(file)
    return _objects(file, thing_of_entity if form == MONEY else thing_of)


def _lines(file: IO[bytes]) -> Iterator[str]:
    """The lines, the byte order mark left out; of one that is too long the beginning, and what is no UTF-8 replaced."""
    start = True
    while line := file.readline(LONGEST_LINE):
        is_whole = line.endswith(b"\n")
        yield line.decode("utf-8-sig" if start else "utf-8", "replace")
        start = False
        while not is_whole and (rest := file.readline(LONGEST_LINE)):
            is_whole = rest.endswith(b"\n")


def _objects(file: IO[bytes], make: Make) -> Iterator[KnownThing | Damaged | None]:
    for number, line in enumerate(filter(str.strip, _lines(file)), 1):
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            record = None
        yield _read(record, number, make) if isinstance(record, dict) else Damaged(number, "is no object of JSON")


def _read(record: Mapping[str, Any], number: int, make: Make) -> KnownThing | Damaged | None:
    try:
        return make(record, number)
    except RecordError as error:
        return Damaged(number, str(error))


def _table(file: IO[bytes]) -> Iterator[KnownThing | Damaged | None]:
    lines = _lines(file)
    first = next(lines, "")
    head, rows, number = _columns(first), csv.reader(lines, delimiter=_between(first)), 0
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error:
            number += 1
            yield Damaged(number, "is no row of CSV")
            continue
        if row:
            number += 1
            yield _read(dict(zip(head, map(given_cell, row), strict=False)), number, thing_of)


def _columns(line: str) -> list[str]:
    with suppress(csv.Error):
        return [each.strip().casefold() for row in csv.reader([line], delimiter=_between(line)) for each in row]
    return []


def _between(head: str) -> str:
    """What stands between the columns of a table."""
    return max(",;\t", key=head.count)
