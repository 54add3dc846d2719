"""For training with spaCy: JSON Lines as Prodigy writes them. Offsets are code points.

`spans` has the entities; `annotations` beside it, which spaCy passes over, has notes, highlights and bookmarks.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsreader.annotations.anchor import CONTEXT
from newsreader.annotations.model import Kind
from newsreader.exports.annotations.imported import ImportedAnnotation, whole_number
from newsreader.exports.annotations.imported_names import ImportedName
from newsreader.exports.annotations.json import fields
from newsreader.exports.annotations.losses import written
from newsreader.exports.format import AnnotationFormat, FormatError
from newsreader.exports.text import dumps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.article import Article
    from newsreader.exports.annotations.annotated_article import AnnotatedArticle
    from newsreader.exports.format import Written


def export(document: AnnotatedArticle) -> str:
    """One line, without a newline at its end."""
    known = document.article.metadata
    record: dict[str, Any] = {
        "text": document.article.text,
        "spans": [
            {"start": span.start, "end": span.end, "label": span.label, "name": span.name, "by": span.by}
            for span in document.spans
        ],
        "annotations": [fields(each) for each in document.annotations],
        "meta": {"title": known.title, "source": known.source, "url": known.url},
        "answer": "accept",
    }
    return dumps(record)


def read(data: str, article: Article | None = None) -> list[ImportedAnnotation]:
    """The annotations in JSON Lines; if `article` is given, of several lines those about it.

    Raises `FormatError` for what is none, and where none of several lines is about the article.
    """
    return [_read(each) for record in _about(article, data) for each in _objects(record.get("annotations"))]


def names(data: str, article: Article | None = None) -> list[ImportedName]:
    """The entities: the `spans` of each line that was not rejected; for the rest as `read`."""
    return [
        _name(span, str(record.get("text") or ""))
        for record in _about(article, data)
        if record.get("answer", "accept") == "accept"
        for span in _objects(record.get("spans"))
    ]


def _about(article: Article | None, data: str) -> list[dict[str, Any]]:
    """The lines that have the text of the article or a part of it, or else its title and address."""
    records = list(_records(data))
    if article is None or len(records) < 2:
        return records
    known = article.metadata
    same = [each for each in records if isinstance(each.get("text"), str) and each["text"] in article.text]
    same = same or [each for each in records if known.title and _titled(each) == (known.title, known.url)]
    if not same:
        raise FormatError(f"none of its {len(records)} lines has the text of the article or a part of it")
    return same


def _titled(record: dict[str, Any]) -> tuple[object, object]:
    meta = record.get("meta")
    return (meta.get("title"), meta.get("url")) if isinstance(meta, dict) else (None, None)


def _records(data: str) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(data.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise FormatError(f"line {number} is not JSON ({error})") from error
        if not isinstance(record, dict):
            raise FormatError(f"line {number} is no object")
        yield record


def _objects(value: object) -> list[dict[str, Any]]:
    """The objects in a list; none if it is no list, since files have anything."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _name(span: dict[str, Any], text: str) -> ImportedName:
    start, end = whole_number(span.get("start")) or 0, whole_number(span.get("end")) or 0
    return ImportedName(
        start,
        end,
        str(span.get("label")),
        text[start:end],
        text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT],
        name=span.get("name"),
        by=str(span.get("by") or ""),
    )


def _read(item: dict[str, Any]) -> ImportedAnnotation:
    kind = str(item.get("kind"))
    return ImportedAnnotation(
        id=str(item.get("id", json.dumps(item, sort_keys=True))),
        text=str(item.get("text") or ""),
        colour=item.get("colour"),
        start=whole_number(item.get("start")),
        end=whole_number(item.get("end")),
        quote=str(item.get("quote") or ""),
        prefix=str(item.get("prefix") or ""),
        suffix=str(item.get("suffix") or ""),
        kind=Kind(kind) if kind in set(Kind) else None,
        entity=item.get("entity"),
        written=item.get("created"),
        changed=item.get("modified"),
        author=item.get("author"),
    )


def _write(documents: Sequence[AnnotatedArticle]) -> Written:
    return written(FORMAT, documents, "\n".join(map(export, documents)))


FORMAT = AnnotationFormat(
    name="spacy",
    about="JSON Lines, as Prodigy has it",
    suffix=".jsonl",
    write=_write,
    read=lambda data, article: (read(data, article), names(data, article)),
)
