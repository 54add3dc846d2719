"""The gazetteer as JSON Lines, an object for each entry."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsreader.exports.format import FormatError, GazetteerFormat
from newsreader.exports.gazetteer.entries import HEAD, entries_of
from newsreader.exports.text import dumps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreader.annotations.gazetteer import Entry


def _write(entries: Iterable[Entry]) -> str:
    values = ((each.verdict, list(each.forms), each.category, each.name, each.quote) for each in entries)
    return "".join(f"{dumps(dict(zip(HEAD, each, strict=True)))}\n" for each in values)


def _read(text: str, where: str) -> Iterator[Entry]:
    return entries_of(_objects(text, where), where)


def _objects(text: str, where: str) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(text.splitlines(), 1):
        try:
            record = json.loads(line) if line.strip() else None
        except (ValueError, RecursionError) as error:
            raise FormatError(f"Line {number} of {where} is not JSON: {error}") from error
        if isinstance(record, dict):
            yield record


FORMAT = GazetteerFormat(name="jsonl", about="an object for each entry", suffix=".jsonl", write=_write, read=_read)
