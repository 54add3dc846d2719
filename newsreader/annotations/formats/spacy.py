"""For training with spaCy: JSON Lines as Prodigy writes them, and DocBin. Offsets are code points.

`spans` has the entities; `annotations` beside it, which spaCy passes over, has notes, highlights and bookmarks.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsreader.annotations.anchor import CONTEXT
from newsreader.annotations.formats.json import fields
from newsreader.annotations.formats.naming import Name
from newsreader.annotations.formats.reading import FormatError, Read, whole_number
from newsreader.annotations.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.annotations.formats.document import Document


def export(document: Document) -> str:
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
    return json.dumps(record, ensure_ascii=False)


def read(data: str) -> list[Read]:
    """The annotations in JSON Lines; raises `FormatError` for what is none."""
    return [_read(each) for record in _records(data) for each in _objects(record.get("annotations"))]


def names(data: str) -> list[Name]:
    """The entities: the `spans` of each line that was not rejected."""
    return [
        _name(span, str(record.get("text") or ""))
        for record in _records(data)
        if record.get("answer", "accept") == "accept"
        for span in _objects(record.get("spans"))
    ]


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


def _name(span: dict[str, Any], text: str) -> Name:
    start, end = whole_number(span.get("start")) or 0, whole_number(span.get("end")) or 0
    return Name(
        start,
        end,
        str(span.get("label")),
        text[start:end],
        text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT],
        name=span.get("name"),
        by=str(span.get("by") or ""),
    )


def _read(item: dict[str, Any]) -> Read:
    kind = str(item.get("kind"))
    return Read(
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


def docbin(documents: Sequence[Document]) -> tuple[bytes, int]:
    """The DocBin, and how many entities it could not have, since spaCy's tokens lie across their ends."""
    import spacy
    from spacy.tokens import DocBin
    from spacy.util import filter_spans

    nlp, found, lost = spacy.blank("en"), DocBin(attrs=["ENT_IOB", "ENT_TYPE"], store_user_data=True), 0
    for document in documents:
        doc = nlp.make_doc(document.article.text)
        spans = [doc.char_span(span.start, span.end, label=span.label) for span in document.spans]
        whole = filter_spans([span for span in spans if span is not None])
        lost += len(spans) - len(whole)
        doc.set_ents(whole)
        found.add(doc)
    return found.to_bytes(), lost
