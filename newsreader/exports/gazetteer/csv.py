"""The gazetteer as CSV, a row for each entry."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from newsreader.exports.format import FormatError, GazetteerFormat
from newsreader.exports.gazetteer.entries import BETWEEN, HEAD, entries_of
from newsreader.exports.text import given_cell, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreader.annotations.gazetteer import Entry


def _write(entries: Iterable[Entry]) -> str:
    values = ([each.verdict, BETWEEN.join(each.forms), each.category, each.name, each.quote] for each in entries)
    return rows([HEAD, *values])


def _given(value: object) -> object:
    return given_cell(value) if isinstance(value, str) else value


def _read(text: str, where: str) -> Iterator[Entry]:
    try:
        records = csv.DictReader(text.splitlines())
        yield from entries_of(({name: _given(each[name]) for name in each} for each in records), where)
    except csv.Error as error:
        raise FormatError(f"{where} is not CSV: {error}") from error


FORMAT = GazetteerFormat(name="csv", about="a table", suffix=".csv", write=_write, read=_read)
