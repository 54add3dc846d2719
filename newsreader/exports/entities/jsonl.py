"""Results as JSON Lines, an object for each article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.exports.format import EntityFormat
from newsreader.exports.text import dumps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.exports.entities.record import Results


def _write(results: Results) -> Iterator[str]:
    return (f"{dumps(each.record())}\n" for each in results.each)


FORMAT = EntityFormat(name="jsonl", about="all that was found, a line for each article", suffix=".jsonl", write=_write)
