"""A comparison as CSV: a row for each article, with which of the things stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.exports.format import ComparisonFormat
from newsreader.exports.text import cell, rows

if TYPE_CHECKING:
    from newsreader.dossier.comparing import Comparison
    from newsreader.dossier.model import Source

HEAD = ("day", "article", "title", "source", "location", "names", "paragraphs", "sentences", "dates")


def _write(comparison: Comparison) -> str:
    everybody = "; ".join(each.name for each in comparison.things)
    found = [
        (
            *_known(meeting.source),
            cell(everybody),
            meeting.paragraphs,
            cell(" ".join(each.text for each in meeting.sentences)),
            " ".join(f"{each.first}/{each.last}" for each in meeting.dates),
        )
        for meeting in comparison.meetings
    ]
    found += [(*_known(source), cell(each.name), 0, "", "") for each in comparison.things for source in each.alone]
    return rows([HEAD, *found])


def _known(source: Source) -> tuple[object, ...]:
    return source.day, source.id, cell(source.title), cell(source.paper), cell(source.location)


FORMAT = ComparisonFormat(name="csv", about="a table of articles", suffix=".csv", write=_write)
