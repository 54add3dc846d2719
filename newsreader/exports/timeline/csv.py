"""The dates of articles as CSV, those without a place on a calendar last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.exports.format import TimelineFormat, Written
from newsreader.exports.text import rows

if TYPE_CHECKING:
    from newsreader.exports.timeline.chronology import Chronology, TimelineEntry

HEAD = (
    *("article", "title", "start", "end", "granularity", "value", "text", "sentence"),
    *("text_start", "text_end", "anchor", "reason", "confidence", "doubt"),
)


def _write(found: Chronology) -> Written:
    text = rows([HEAD, *map(_row, (*found.placed, *found.unplaced))])
    return Written(text.encode("utf-8", "backslashreplace"))


def _row(entry: TimelineEntry) -> tuple[object, ...]:
    time = entry.time
    when = (time.start, time.end, time.granularity, time.value)
    why = (time.anchor, time.reason, f"{time.confidence:.2f}", entry.doubt)
    return entry.article, entry.title, *when, entry.words, entry.sentence, entry.start, entry.end, *why


FORMAT = TimelineFormat(name="csv", about="a table", suffix=".csv", write=_write)
