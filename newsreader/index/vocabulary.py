"""What the fields of queries can be asked for, by what is in the index: names, tags, feeds, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.index.asking import CATEGORY
from newsreader.index.words_sought import match_of
from newsreader.query.conditions import Term
from newsreader.query.wording import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.index.rows import Rows

_NAMES = """
SELECT name, articles FROM name
WHERE id IN (SELECT name FROM form WHERE id IN (SELECT rowid FROM form_word WHERE form_word MATCH ?))
AND articles > 0 AND coalesce(category = ?, 1) ORDER BY articles DESC, key LIMIT ?
"""
_MOST_NAMES = """
SELECT name, articles FROM name
WHERE articles > 0 AND category IN ({}) ORDER BY articles DESC, mentions DESC, key LIMIT ?
"""
_LABELS = """
SELECT shown, count(DISTINCT article) FROM label WHERE field = ? GROUP BY value ORDER BY 2 DESC, value
"""
# From one value to the next in the order of the table's own index, instead of through all articles.
_SOURCES = """
WITH RECURSIVE known (source) AS (
    SELECT min(source) FROM article
    UNION ALL SELECT (SELECT min(source) FROM article WHERE source > known.source) FROM known WHERE source IS NOT NULL
)
SELECT source, (SELECT count(*) FROM article WHERE article.source = known.source) FROM known WHERE source IS NOT NULL
"""


class Vocabulary:
    """`query.completing.Values` of an index. Raises `IndexFileError`, or `Interrupted`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def __call__(self, field: str, beginning: str, limit: int) -> Sequence[tuple[str, int]]:
        """See `Values`; nothing for a field whose values are not kept."""
        if field == "name" or field in CATEGORY:
            return self._names(CATEGORY.get(field), beginning, limit)
        if field in ("tag", "feed", "source"):
            found = self._rows.all(_SOURCES) if field == "source" else self._rows.all(_LABELS, (field,))
            fitting = [(value, articles) for value, articles in found if _begins(value, beginning)]
            return sorted(fitting, key=lambda each: -each[1])[:limit]
        return ()

    def _names(self, category: str | None, beginning: str, limit: int) -> list[tuple[str, int]]:
        if not words(beginning):
            chosen = [category] if category else [*CATEGORY.values()]
            return self._rows.all(_MOST_NAMES.format(", ".join("?" * len(chosen))), (*chosen, limit))
        return self._rows.all(_NAMES, (match_of(Term(beginning, begins=True)), category, limit))


def _begins(value: str, beginning: str) -> bool:
    """Whether the words of a value, from any of them on, begin so."""
    wanted = " ".join(words(beginning))
    return f" {wanted}" in f" {' '.join(words(value))}"
