"""Results as CSV: a row for each mention, under a head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.exports.format import EntityFormat
from newsreader.exports.text import cell, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.exports.entities.record import Result, Results

HEAD = ("article", "entity", "category", "name", "start", "end", "text", "label")
TIME = ("type", "value", "start", "end", "anchor")


def _write(results: Results) -> Iterator[str]:
    yield rows([[*HEAD, *(f"time_{name}" for name in TIME), "doubt"]])
    for each in results.each:
        yield rows(_mentions(each))


def _mentions(result: Result) -> Iterator[list[object]]:
    record = result.record()
    for entity in record["entities"]:
        about = (cell(record["id"]), entity["id"], entity["category"], entity["name"])
        for mention in entity["mentions"]:
            time = mention.get("time", {})
            place = (mention["start"], mention["end"], cell(mention["text"]), mention["label"])
            yield [*about, *place, *(time.get(name) for name in TIME), cell(mention.get("doubt"))]


FORMAT = EntityFormat(name="csv", about="a table of mentions", suffix=".csv", write=_write)
