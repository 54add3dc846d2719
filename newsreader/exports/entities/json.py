"""Results as indented JSON; where there may be several, as an array."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.exports.format import EntityFormat
from newsreader.exports.text import dumps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.exports.entities.record import Results


def _write(results: Results) -> Iterator[str]:
    before = "[\n"
    for each in results.each:
        text = dumps(each.record(), indent=2)
        yield before + text if results.several else f"{text}\n"
        before = ",\n"
    if results.several:
        yield "[]\n" if before == "[\n" else "\n]\n"


FORMAT = EntityFormat(name="json", about="all that was found", suffix=".json", write=_write)
