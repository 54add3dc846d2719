"""For training with spaCy: JSON Lines as Prodigy writes them, and DocBin. Offsets are code points.

`spans` has the entities; `annotations` beside it, which spaCy passes over, has notes, highlights and bookmarks.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsreader.annotations.formats.json import fields
from newsreader.annotations.formats.reading import FormatError, Read, whole_number
from newsreader.annotations.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    """The annotations in JSON Lines; spans without `annotations` beside them are taken for machine work and left."""
    found = []
    for number, line in enumerate(data.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise FormatError(f"line {number} is not JSON ({error})") from error
        if not isinstance(record, dict):
            raise FormatError(f"line {number} is no object")
        found += [_read(each) for each in record.get("annotations") or () if isinstance(each, dict)]
    return found


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
