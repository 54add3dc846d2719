"""Results as CSV of who shares paragraphs with whom: a row for each two entities, under a head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.exports.format import EntityFormat
from newsreader.exports.text import cell, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.exports.entities.record import Result, Results

HEAD = ("article", "one", "category", "other", "other_category", "paragraphs")


def _write(results: Results) -> Iterator[str]:
    yield rows([HEAD])
    for each in results.each:
        yield rows(_pairs(each))


def _pairs(result: Result) -> Iterator[list[object]]:
    """The pairs of one article, the most frequent first."""
    from newsreader.entities.cooccurrence import pairs, presence

    entities = {entity.id: entity for entity in result.analysis.entities}
    for pair in pairs(presence(entities.values(), result.article.paragraphs)):
        both = (entities[pair.one], entities[pair.other])
        about = (value for each in both for value in (cell(each.name), each.category))
        yield [cell(result.name), *about, len(pair.paragraphs)]


FORMAT = EntityFormat(name="pairs", about="a table of who shares paragraphs with whom", suffix=".csv", write=_write)
