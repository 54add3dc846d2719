"""CoNLL-2003 with IOB2 tags, for training: a token a line in four columns, a blank line after each sentence.

The article is divided wherever an entity begins or ends, so none is lost to a tokeniser.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.exports.annotations.losses import written
from newsreader.exports.format import AnnotationFormat, Lack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.exports.annotations.annotated_article import AnnotatedArticle
    from newsreader.exports.format import Written

TYPES = {Category.PERSON: "PER", Category.PLACE: "LOC", Category.ORGANISATION: "ORG", Category.DATE: "DATE"}
"""What CoNLL-2003 calls our categories; dates, which it does not know, keep their label."""

# A word with its combining marks, joiners and variation selectors, or one sign with them.
_MARKS = "\u0300-\u036f\u200c\u200d\ufe0e\ufe0f"
_TOKEN = re.compile(rf"(?:\w[{_MARKS}]*)+|[^\w\s][{_MARKS}]*")
_ENDS = frozenset(".!?。！？")


def export(document: AnnotatedArticle) -> str:
    """The document, with a `-DOCSTART-` line before it and a newline at its end."""
    text, spans = document.article.text, document.spans
    starts = [span.start for span in spans]
    cuts = {offset for span in spans for offset in (span.start, span.end)}
    lines = ["-DOCSTART- -X- O O", ""]
    for paragraph in document.article.paragraphs:
        for start, end in _tokens(text, paragraph.start, paragraph.end, cuts):
            index = bisect_right(starts, start) - 1
            inside = index >= 0 and start < spans[index].end
            tag = f"{'B' if start == starts[index] else 'I'}-{TYPES[spans[index].category]}" if inside else "O"
            lines.append(f"{text[start:end]} -X- -X- {tag}")
            if text[start:end] in _ENDS and not inside:
                lines.append("")
        if lines[-1]:
            lines.append("")
    return "\n".join(lines)


def _tokens(text: str, start: int, end: int, cuts: set[int]) -> list[tuple[int, int]]:
    found = []
    for match in _TOKEN.finditer(text, start, end):
        at = [match.start(), *(cut for cut in range(match.start() + 1, match.end()) if cut in cuts), match.end()]
        found += list(pairwise(at))
    return found


def _write(documents: Sequence[AnnotatedArticle]) -> Written:
    return written(FORMAT, documents, "\n".join(map(export, documents)))


FORMAT = AnnotationFormat(
    name="conll",
    about="CoNLL-2003, names only",
    suffix=".conll",
    lacks=(Lack.ANNOTATIONS, Lack.NAMES),
    write=_write,
)
