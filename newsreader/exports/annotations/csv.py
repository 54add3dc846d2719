"""Annotations and entities as CSV, a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.exports.annotations.losses import written
from newsreader.exports.format import AnnotationFormat
from newsreader.exports.text import rows
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsreader.exports.annotations.annotated_article import AnnotatedArticle
    from newsreader.exports.format import Written

HEAD = (
    "article", "kind", "start", "end", "quote", "colour", "label", "name", "note", "tags", "entity", "created", "by",
    "doubt",
)  # fmt: skip


def export(documents: Iterable[AnnotatedArticle]) -> str:
    """The table with its head; each row has its newline. Quotations are on one line, notes as they are."""
    return rows([HEAD, *(row for each in documents for row in _rows(each))])


def _rows(document: AnnotatedArticle) -> Iterator[Sequence[object]]:
    text = document.article.text
    about = printable(document.article.called)
    for each in document.annotations:
        place = (about, each.kind, each.start, each.end, _line(each.quote), each.colour, "", "")
        when = each.created.isoformat(timespec="seconds")
        yield *place, each.text, " ".join(each.tags), each.entity, when, each.author, ""
    for span in document.spans:
        quote = _line(text[span.start : span.end])
        what = ("entity", span.start, span.end, quote, "", span.label, span.name)
        yield about, *what, *[""] * 4, span.by, _line(span.doubt)


def _line(text: str) -> str:
    return " ".join(printable(text).split(" "))


def _write(documents: Sequence[AnnotatedArticle]) -> Written:
    return written(FORMAT, documents, export(documents))


FORMAT = AnnotationFormat(name="csv", about="a table", suffix=".csv", write=_write)
